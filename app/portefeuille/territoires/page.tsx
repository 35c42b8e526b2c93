import type { Metadata } from 'next'
import { Territoires } from '@/components/pilotage/portefeuille/territoires'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { getTerritoires } from '@/lib/pilotage/portefeuille/queries/territoires'

export const metadata: Metadata = { title: 'Territoires du département' }

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const departement = readTexte((await searchParams).departement, 3)
  return <Territoires vue={unwrap(await getTerritoires({ departement }), '/portefeuille/territoires')} />
}
