import type { Metadata } from 'next'
import { PagePersonnes } from '@/components/utilisateurs/liste'
import { readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { getPersonnes } from '@/lib/utilisateurs/queries'

export const metadata: Metadata = { title: 'Personnes et rôles' }

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const recherche = await searchParams
  const q = readTexte(recherche.q)
  const vue = unwrap(await getPersonnes({ q, page: readPage(recherche.page) }), '/administration/personnes')
  return <PagePersonnes vue={vue} q={q} />
}
