import type { Metadata } from 'next'
import { PageComparaison } from '@/components/pilotage/portefeuille/comparaison'
import type { Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { COMPAREES, getComparaison } from '@/lib/pilotage/portefeuille/queries/comparaison'
import { slugConvention } from '@/lib/platform/saisie'

export const metadata: Metadata = { title: 'Comparer des conventions' }

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const { c = [] } = await searchParams
  const choisies = [...new Set([c].flat())]
    .filter((slug) => slugConvention.safeParse(slug).success)
    .slice(0, COMPAREES.maximum)
  return <PageComparaison vue={unwrap(await getComparaison({ conventions: choisies }), '/portefeuille')} />
}
