import type { Metadata } from 'next'
import { PageArbre } from '@/components/plan-action/arbre/page-arbre'
import { getArbrePlan } from '@/lib/plan-action/arbre/queries'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Modifier le plan d’action' }

export default async function Page({ params }: { params: Promise<{ convention: string }> }) {
  const { convention } = await params
  const vue = unwrap(await getArbrePlan({ convention }), `/conventions/${convention}/plan-action/modifier`)
  return <PageArbre vue={vue} slug={convention} />
}
