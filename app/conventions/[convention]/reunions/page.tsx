import type { Metadata } from 'next'
import { Calendrier } from '@/components/gouvernance/calendrier/calendrier'
import { getCalendrier } from '@/lib/gouvernance/calendrier/queries/page'
import { parseAnnee } from '@/lib/gouvernance/frequence/words'
import { readChoix, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Calendrier' }

const MOIS = /^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])$/

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const filtres = await searchParams
  const mois = readTexte(filtres.mois, 7)
  const vue = await getCalendrier({
    convention,
    vue: readChoix(filtres.vue, ['mois', 'liste']),
    mois: mois !== undefined && MOIS.test(mois) ? mois : undefined,
    annee: parseAnnee(readTexte(filtres.annee, 4)),
    instance: readTexte(filtres.instance, 80),
  })
  return <Calendrier vue={unwrap(vue, `/conventions/${convention}/reunions`)} />
}
