import type { Metadata } from 'next'
import { PageGrille } from '@/components/plan-action/mesures/page-grille'
import { getGrilleIndicateurs } from '@/lib/plan-action/mesures/queries'
import type { FiltresGrille } from '@/lib/plan-action/indicateurs/schema'
import { ETATS_GRILLE, PAS } from '@/lib/plan-action/indicateurs/words'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { isAnnee } from '@/lib/platform/dates'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Indicateurs' }

function readRef(valeur: string | string[] | undefined): string | undefined {
  const ref = readTexte(valeur, 80)
  return ref && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(ref) ? ref : undefined
}

/** A year of four digits; anything else is no year. */
function readAnnee(valeur: string | string[] | undefined): number | undefined {
  const annee = Number(readTexte(valeur, 4))
  return isAnnee(annee) ? annee : undefined
}

function readFiltres(recherche: Recherche): FiltresGrille {
  return {
    fiche: readRef(recherche.fiche),
    axe: readRef(recherche.axe),
    fournisseur: readTexte(recherche.fournisseur, 300),
    etat: readChoix(recherche.etat, ETATS_GRILLE),
    pas: readChoix(recherche.pas, PAS),
    annee: readAnnee(recherche.annee),
    page: readPage(recherche.page),
  }
}

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const filtres = readFiltres(await searchParams)
  const vue = unwrap(await getGrilleIndicateurs({ convention, ...filtres }), `/conventions/${convention}/indicateurs`)
  return <PageGrille vue={vue} slug={convention} filtres={filtres} />
}
