import type { Metadata } from 'next'
import { PageEquipements, type FiltresEquipements } from '@/components/convention/equipements/equipements'
import { getEquipements } from '@/lib/convention/equipements/queries'
import { readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Équipements' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const filtres: FiltresEquipements = {
    nature: readTexte(recherche.nature, 40),
    commune: readTexte(recherche.commune),
    q: readTexte(recherche.q),
  }
  const vue = unwrap(
    await getEquipements({ convention, ...filtres, page: readPage(recherche.page) }),
    `/conventions/${convention}/convention/equipements`,
  )
  return <PageEquipements vue={vue} slug={convention} filtres={filtres} />
}
