import type { Metadata } from 'next'
import { PageAFaire } from '@/components/pilotage/a-faire/a-faire'
import { getAFaire } from '@/lib/pilotage/a-faire/queries'
import { readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'À faire' }

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const recherche = await searchParams
  const demande = { convention: readTexte(recherche.convention, 80), page: readPage(recherche.page) }
  return <PageAFaire vue={unwrap(await getAFaire(demande), '/a-faire')} />
}
