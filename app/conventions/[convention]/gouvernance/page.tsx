import type { Metadata } from 'next'
import { Gouvernance } from '@/components/gouvernance/instances/gouvernance'
import { getGouvernance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { FILTRES_ETAT, FILTRES_REUNIONS, parseAnnee } from '@/lib/gouvernance/frequence/words'
import { readChoix, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Gouvernance' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const filtres = await searchParams
  const vue = await getGouvernance({
    convention,
    etat: readChoix(filtres.etat, FILTRES_ETAT),
    annee: parseAnnee(readTexte(filtres.annee, 4)),
    reunions: readChoix(filtres.reunions, FILTRES_REUNIONS),
  })
  return <Gouvernance vue={unwrap(vue, `/conventions/${convention}/gouvernance`)} />
}
