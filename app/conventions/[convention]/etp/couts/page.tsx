import type { Metadata } from 'next'
import { PageCouts } from '@/components/cooperation/couts/page-couts'
import { getCouts } from '@/lib/cooperation/couts/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Coûts des ETP' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const { annee } = await searchParams
  const vue = unwrap(
    await getCouts({ convention, annee: readTexte(annee, 10) }),
    `/conventions/${convention}/etp/couts`,
  )
  return <PageCouts vue={vue} slug={convention} />
}
