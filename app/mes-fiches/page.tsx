import type { Metadata } from 'next'
import { PageTournee } from '@/components/plan-action/tournee/page-tournee'
import { readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { getTournee } from '@/lib/plan-action/tournee/queries'
import { CLE_REF } from '@/lib/plan-action/liste/words'

export const metadata: Metadata = { title: 'Mes fiches à mettre à jour' }

export default async function Page({ searchParams }: { searchParams: Promise<Recherche> }) {
  const recherche = await searchParams
  const convention = readTexte(recherche.convention, 80)
  const filtres = {
    convention: convention && CLE_REF.test(convention) ? convention : undefined,
    page: readPage(recherche.page),
  }
  return <PageTournee vue={unwrap(await getTournee(filtres), '/mes-fiches')} />
}
