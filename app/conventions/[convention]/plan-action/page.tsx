import type { Metadata } from 'next'
import { PagePlanAction } from '@/components/plan-action/liste/plan-action'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { readFiltresPlan } from '@/lib/plan-action/liste/rules/filtres'
import type { Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Plan d’action' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const filtres = readFiltresPlan(await searchParams)
  const vue = unwrap(await getPlanAction({ convention, ...filtres }), `/conventions/${convention}/plan-action`)
  return <PagePlanAction vue={vue} slug={convention} filtres={filtres} />
}
