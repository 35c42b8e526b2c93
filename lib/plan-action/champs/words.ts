/** Closed lists and limits, apart from the schemas so that a browser gets them without their library. */

export { LONGUEUR_SUIVI, LONGUEUR_TEXTE } from './words/limites'
export { ROLES_PILOTAGE } from './words/roles'
export { STATUTS } from './words/statuts'

/** Lines of indicators that have, or still expect, a value for the year in view. */
export const ETATS_INDICATEURS = ['renseignes', 'attendus'] as const
export type EtatIndicateurs = (typeof ETATS_INDICATEURS)[number]

export type NatureIndicateur =
  | 'NOMBRE'
  | 'POURCENTAGE'
  | 'MONTANT'
  | 'LIVRABLE'
  | 'PREVU_REALISE'
  | 'QUALITATIF'
  | 'CARTE_DOCUMENT'
