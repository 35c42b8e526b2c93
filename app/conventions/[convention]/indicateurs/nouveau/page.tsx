import type { Metadata } from 'next'
import { PageNouvelIndicateur } from '@/components/plan-action/indicateurs/page-indicateur'
import { getNouvelIndicateur } from '@/lib/plan-action/indicateurs/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Nouvel indicateur' }

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
    await getNouvelIndicateur({
      convention,
      fiche: readTexte(recherche.fiche, 80) ?? null,
      etape: readTexte(recherche.etape, 80) ?? null,
    }),
    `/conventions/${convention}/indicateurs/nouveau`,
  )
  return <PageNouvelIndicateur vue={vue} slug={convention} />
}
