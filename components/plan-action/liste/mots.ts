import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { MOTS_STATUT_PLURIEL } from '@/lib/plan-action/champs/words/statuts'
import { capitalise } from '@/lib/platform/mots'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import { AUCUN, PILOTE_A_DEFINIR, type Enjeu, type Groupe, type Tri } from '@/lib/plan-action/liste/words'
import { MOTS_STATUT } from '@/components/plan-action/champs/statuts'

/** What the choices of the list are called. */

export const MOTS_ENJEU: Record<Enjeu, string> = {
  oui: MOTS_CHAMP.enjeuCoordination,
  non: `Sans ${MOTS_CHAMP.enjeuCoordination.toLowerCase()}`,
  inconnu: `${MOTS_CHAMP.enjeuCoordination} inconnu`,
}

const MOTS_GROUPE: Record<Exclude<Groupe, 'axe'>, string> = {
  pilote: 'Pilote',
  theme: 'Thématique',
  commune: 'Commune',
  statut: MOTS_CHAMP.statut,
  echeance: 'Échéance',
}

/** A way to group, with the convention’s own word for an axe. */
export const formatGroupe = (groupe: Groupe, niveau: string): string =>
  groupe === 'axe' ? niveau : MOTS_GROUPE[groupe]

export const MOTS_TRI: Record<Tri, string> = {
  plan: 'Ordre du plan',
  echeance: 'Fin la plus proche',
  maj: 'Suivi le plus ancien',
  titre: 'Titre',
}

const MOTS_ECHEANCE: Record<string, string> = {
  RETARD: 'En retard',
  PROCHE: 'Fin dans les trois mois',
  PLUS_TARD: 'Plus tard',
  PASSEE: 'Période écoulée, statut à préciser',
  SANS: 'Sans date de fin',
  CLOSE: capitalise(
    `${MOTS_STATUT_PLURIEL.REALISEE}, ${MOTS_STATUT_PLURIEL.REPORTEE} ou ${MOTS_STATUT_PLURIEL.ABANDONNEE}`,
  ),
}

const SANS: Record<Groupe, string> = {
  axe: 'Sans axe',
  pilote: 'Sans pilote',
  theme: 'Sans thématique',
  commune: 'Sans commune précisée',
  statut: 'Sans statut',
  echeance: 'Sans date de fin',
}

/** Name of a group of rows, from its key. */
export function formatCle(groupe: Groupe, cle: string | null, choix: VuePlan['choix']): string {
  if (cle === null) return SANS[groupe]
  if (groupe === 'theme') return choix.themes.find(({ valeur }) => valeur === cle)?.libelle ?? cle
  if (groupe === 'statut') return Object.entries(MOTS_STATUT).find(([statut]) => statut === cle)?.[1].label ?? cle
  if (groupe === 'echeance') return MOTS_ECHEANCE[cle] ?? cle
  return cle
}

/** Who is looked for among those who lead. */
export const formatPilote = (pilote: string): string =>
  pilote === AUCUN ? 'Sans pilote' : pilote === PILOTE_A_DEFINIR ? 'Pilote à définir' : pilote

/** The name that the plan gives to the value of a filter. */
export const formatChoix = (choix: VuePlan['choix']['themes'], valeur: string, aucun: string): string =>
  valeur === AUCUN ? aucun : (choix.find((un) => un.valeur === valeur)?.libelle ?? valeur)

/** What a row calls the values that open in place. */
export const MOTS_RANGEE = { periode: MOTS_CHAMP.periode, avancement: MOTS_CHAMP.avancement }

/** Id of the list of those who lead in this plan, offered while one types. */
export const PILOTES_DU_PLAN = 'pilotes-du-plan'

/** What one types for many fiches at once. */
export type GenreSaisi = 'PILOTE' | 'THEME' | 'PERIODE'

export const TITRES: Record<GenreSaisi, string> = { PILOTE: 'Pilote', THEME: 'Thématique', PERIODE: MOTS_CHAMP.periode }
