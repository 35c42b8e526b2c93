import type { Metadata } from 'next'
import { PageAfas } from '@/components/cooperation/afas/page-afas'
import { getAfas } from '@/lib/cooperation/afas/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Répartition AFAS' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const { annee } = await searchParams
  const vue = unwrap(await getAfas({ convention, annee: readTexte(annee, 10) }), `/conventions/${convention}/etp/afas`)
  return <PageAfas vue={vue} slug={convention} />
}
