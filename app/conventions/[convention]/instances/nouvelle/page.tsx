import type { Metadata } from 'next'
import { NouvelleInstance } from '@/components/gouvernance/instances/nouvelle-instance'
import { getNouvelleInstance } from '@/lib/gouvernance/instances/queries/edition'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Composer une instance' }

export default async function Page({ params }: { params: Promise<{ convention: string }> }) {
  const { convention } = await params
  return (
    <NouvelleInstance
      vue={unwrap(await getNouvelleInstance({ convention }), `/conventions/${convention}/instances/nouvelle`)}
    />
  )
}
