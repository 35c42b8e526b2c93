import type { Metadata } from 'next'
import type { FiltresAdresse } from '@/components/pilotage/portefeuille/adresses'
import { Portefeuille } from '@/components/pilotage/portefeuille/portefeuille'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { getPortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { ETATS, TRIS } from '@/lib/pilotage/portefeuille/schema'

export const metadata: Metadata = { title: 'Mes conventions' }

function readFiltres(recherche: Recherche): FiltresAdresse {
  const caf = Number(readTexte(recherche.caf, 9))
  return {
    q: readTexte(recherche.q),
    departement: readTexte(recherche.departement, 3),
    caf: Number.isInteger(caf) && caf > 0 ? caf : undefined,
    etat: readChoix(recherche.etat, ETATS),
    tri: readChoix(recherche.tri, TRIS),
    page: readPage(recherche.page),
  }
}

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const filtres = readFiltres(await searchParams)
  return <Portefeuille vue={unwrap(await getPortefeuille(filtres), '/portefeuille')} filtres={filtres} />
}
