import type { Metadata } from 'next'
import { PagePostes } from '@/components/cooperation/postes/page-postes'
import { getPostes } from '@/lib/cooperation/postes/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Postes et personnes' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const vue = unwrap(
    await getPostes({ convention, schema: readTexte(recherche.schema, 80), date: readTexte(recherche.date, 30) }),
    `/conventions/${convention}/etp/postes`,
  )
  return <PagePostes vue={vue} slug={convention} />
}
