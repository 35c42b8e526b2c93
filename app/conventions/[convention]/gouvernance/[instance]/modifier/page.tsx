import type { Metadata } from 'next'
import { ModifierInstance } from '@/components/gouvernance/instances/modifier-instance'
import { getEditionInstance } from '@/lib/gouvernance/instances/queries/edition'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Modifier une instance' }

export default async function Page({ params }: { params: Promise<{ convention: string; instance: string }> }) {
  const { convention, instance } = await params
  const vue = await getEditionInstance({ convention, instance })
  return <ModifierInstance vue={unwrap(vue, `/conventions/${convention}/gouvernance/${instance}/modifier`)} />
}
