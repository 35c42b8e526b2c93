import type { Metadata } from 'next'
import { Registre } from '@/components/gouvernance/decisions/registre'
import { getDecisions } from '@/lib/gouvernance/decisions/queries'
import { SUIVIS_DECISION } from '@/lib/gouvernance/decisions/words'
import { parseAnnee } from '@/lib/gouvernance/frequence/words'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Décisions' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const filtres = await searchParams
  const vue = await getDecisions({
    convention,
    etat: readChoix(filtres.etat, SUIVIS_DECISION),
    instance: readTexte(filtres.instance, 80),
    responsable: readTexte(filtres.responsable, 200),
    annee: parseAnnee(readTexte(filtres.annee, 4)),
    q: readTexte(filtres.q),
    page: readPage(filtres.page),
  })
  return <Registre vue={unwrap(vue, `/conventions/${convention}/decisions`)} />
}
