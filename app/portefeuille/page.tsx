import type { Metadata } from 'next'
import { Portefeuille } from '@/components/pilotage/portefeuille/portefeuille'
import type { Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { getPortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { readFiltresPortefeuille } from '@/lib/pilotage/portefeuille/rules/filtres'

export const metadata: Metadata = { title: 'Mes conventions' }

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const filtres = readFiltresPortefeuille(await searchParams)
  return <Portefeuille vue={unwrap(await getPortefeuille(filtres), '/portefeuille')} filtres={filtres} />
}
