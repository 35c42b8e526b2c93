import type { Metadata } from 'next'
import { PagePlanAction } from '@/components/plan-action/liste/plan-action'
import { getPlanAction } from '@/lib/plan-action/queries'
import type { FiltresPlan } from '@/lib/plan-action/schema'
import { ETATS_INDICATEURS, STATUTS } from '@/lib/plan-action/schema-mots'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Plan d’action' }

/** A year of four digits; anything else is no year. */
function readAnnee(valeur: string | string[] | undefined): number | undefined {
  const annee = Number(readTexte(valeur, 4))
  return Number.isInteger(annee) && annee >= 1990 && annee <= 2100 ? annee : undefined
}

/** What the address asks for; `?indicateurs=2026` is short for those renseignés that year. */
function readFiltres(recherche: Recherche): FiltresPlan {
  const annee = readAnnee(recherche.indicateurs)
  const axe = readTexte(recherche.axe, 80)
  return {
    statut: readChoix(recherche.statut, STATUTS),
    axe: axe && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(axe) ? axe : undefined,
    retard: readTexte(recherche.retard) === '1' || undefined,
    q: readTexte(recherche.q),
    indicateurs: annee ? 'renseignes' : readChoix(recherche.indicateurs, ETATS_INDICATEURS),
    annee: annee ?? readAnnee(recherche.annee),
    page: readPage(recherche.page),
  }
}

export default async function Page({ params, searchParams }: { params: Promise<{ convention: string }>; searchParams: Promise<Recherche> }) {
  const { convention } = await params
  const filtres = readFiltres(await searchParams)
  const vue = unwrap(await getPlanAction({ convention, ...filtres }), `/conventions/${convention}/plan-action`)
  return <PagePlanAction vue={vue} slug={convention} filtres={filtres} />
}
