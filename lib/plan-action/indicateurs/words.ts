/** Closed lists of what measures an action, apart from the schemas so that a browser gets them without their library. */

export const NATURES = [
  'NOMBRE',
  'POURCENTAGE',
  'MONTANT',
  'LIVRABLE',
  'PREVU_REALISE',
  'QUALITATIF',
  'CARTE_DOCUMENT',
] as const
export type NatureIndicateur = (typeof NATURES)[number]

/** Lines of indicators that have, or still expect, a value for the year in view. */
export const ETATS_INDICATEURS = ['renseignes', 'attendus'] as const
export type EtatIndicateurs = (typeof ETATS_INDICATEURS)[number]

export const FREQUENCES = ['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE', 'UNIQUE'] as const
export type Frequence = (typeof FREQUENCES)[number]

export const GENRES_VENTILATION = ['COMMUNE', 'EMPLOYEUR', 'TYPE', 'AUTRE'] as const
export type GenreVentilation = (typeof GENRES_VENTILATION)[number]

/** Which way the value is wanted to go, with the words that are kept. */
export const SENS = ['hausse', 'baisse', 'stabilité', 'atteinte'] as const

export const COTES = ['CAF', 'COORDINATION'] as const
export type Cote = (typeof COTES)[number]

/** Steps of the grid, from the widest. */
export const PAS = ['an', 'semestre', 'trimestre', 'mois'] as const
export type Pas = (typeof PAS)[number]

/** Lines of the grid that expect a value for the year, have one, or hold a proposal to confirm. */
export const ETATS_GRILLE = ['attendus', 'renseignes', 'proposes'] as const
export type EtatGrille = (typeof ETATS_GRILLE)[number]

/** How many cells one saving may carry. */
export const CELLULES_MAXIMUM = 2000
/** How many parts a line may be split into, or broken down by. */
export const PARTIES_MAXIMUM = 12
export const VENTILES_MAXIMUM = 300
