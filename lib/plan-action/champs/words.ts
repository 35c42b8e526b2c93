import type { StatutFiche } from './rules/avancement'

/** Closed lists and limits, apart from the schemas so that a browser gets them without their library. */

/** Statuses in the order people read them; also those of an étape. */
export const STATUTS = [
  'A_ENGAGER',
  'EN_COURS',
  'REALISEE',
  'REPORTEE',
  'ABANDONNEE',
  'A_PRECISER',
] as const satisfies readonly StatutFiche[]

/** Lines of indicators that have, or still expect, a value for the year in view. */
export const ETATS_INDICATEURS = ['renseignes', 'attendus'] as const
export type EtatIndicateurs = (typeof ETATS_INDICATEURS)[number]

/** Longest text of a fiche: what a dossier carries. */
export const LONGUEUR_TEXTE = 20_000

export const ROLES_PILOTAGE = ['PILOTE', 'PORTEUR', 'PARTENAIRE'] as const

/** Longest follow-up note: about two pages. */
export const LONGUEUR_SUIVI = 5000

export type NatureIndicateur =
  | 'NOMBRE'
  | 'POURCENTAGE'
  | 'MONTANT'
  | 'LIVRABLE'
  | 'PREVU_REALISE'
  | 'QUALITATIF'
  | 'CARTE_DOCUMENT'
