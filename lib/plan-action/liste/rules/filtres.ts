import { isAnnee } from '@/lib/platform/dates'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import type { FiltresPlan } from '../schema/filtres'
import { CLE_REF, ENJEUX, GROUPES, LONGUEUR_MOTS, TRIS, VUES } from '../words'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { ETATS_INDICATEURS } from '@/lib/plan-action/indicateurs/words'

/** The filters of the plan in an address, both ways. */

/** A year of four digits; anything else is no year. */
function readAnnee(valeur: string | string[] | undefined): number | undefined {
  const annee = Number(readTexte(valeur, 4))
  return isAnnee(annee) ? annee : undefined
}

const readCle = (valeur: string | string[] | undefined, forme: RegExp, longueur: number): string | undefined => {
  const texte = readTexte(valeur, longueur)
  return texte && forme.test(texte) ? texte : undefined
}

const isVrai = (valeur: string | string[] | undefined): true | undefined => readTexte(valeur) === '1' || undefined

/** What is not the default of a list. */
const readAutre = <T extends string>(valeur: string | string[] | undefined, choix: readonly T[]): T | undefined => {
  const lu = readChoix(valeur, choix)
  return lu === choix[0] ? undefined : lu
}

/** What an address asks for; what it says wrong is left out. `?indicateurs=2026` is short for those renseignés that year. */
export function readFiltresPlan(recherche: Recherche): FiltresPlan {
  const annee = readAnnee(recherche.indicateurs)
  return {
    statut: readChoix(recherche.statut, STATUTS),
    axe: readCle(recherche.axe, CLE_REF, 80),
    pilote: readTexte(recherche.pilote, 300),
    theme: readCle(recherche.theme, /^[\w-]+$/, 40),
    commune: readCle(recherche.commune, /^[\w-]+$/, 40),
    retard: isVrai(recherche.retard),
    silence: isVrai(recherche.silence),
    rediger: isVrai(recherche.rediger),
    enjeu: readChoix(recherche.enjeu, ENJEUX),
    q: readTexte(recherche.q, LONGUEUR_MOTS),
    indicateurs: annee ? 'renseignes' : readChoix(recherche.indicateurs, ETATS_INDICATEURS),
    annee: annee ?? readAnnee(recherche.annee),
    groupe: readAutre(recherche.groupe, GROUPES),
    tri: readAutre(recherche.tri, TRIS),
    vue: readAutre(recherche.vue, VUES),
    page: readPage(recherche.page),
  }
}

/** Filters in the order in which an address says them. */
const CLES = [
  'vue',
  'q',
  'axe',
  'pilote',
  'theme',
  'commune',
  'statut',
  'retard',
  'silence',
  'rediger',
  'enjeu',
  'indicateurs',
  'annee',
  'groupe',
  'tri',
  'page',
] as const satisfies readonly (keyof FiltresPlan)[]

/** Query of an address: always the same words in the same order for the same filters; nothing for a default. */
export function formatParametres(filtres: FiltresPlan): string {
  const query = new URLSearchParams()
  for (const cle of CLES) {
    const valeur = filtres[cle]
    if (valeur === undefined || valeur === false || valeur === '') continue
    if (cle === 'page' && Number(valeur) <= 1) continue
    if (cle === 'annee' && !filtres.indicateurs) continue
    if (valeur === GROUPES[0] && cle === 'groupe') continue
    if (valeur === TRIS[0] && cle === 'tri') continue
    if (valeur === VUES[0] && cle === 'vue') continue
    query.set(cle, valeur === true ? '1' : String(valeur))
  }
  return query.toString()
}

/** A query as kept or typed, read again: what it no longer may say is gone, the rest is in its one order. */
export function parseParametres(parametres: string): FiltresPlan {
  return readFiltresPlan(Object.fromEntries(new URLSearchParams(parametres)))
}

/** What narrows the plan: everything but how it is shown. */
const FILTRES = [
  'q',
  'axe',
  'pilote',
  'theme',
  'commune',
  'statut',
  'retard',
  'silence',
  'rediger',
  'enjeu',
  'indicateurs',
] as const satisfies readonly (keyof FiltresPlan)[]

/** How many filters an address carries. */
export const countFiltres = (filtres: FiltresPlan): number => FILTRES.filter((cle) => Boolean(filtres[cle])).length
