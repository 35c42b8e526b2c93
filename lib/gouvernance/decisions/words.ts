/** Closed lists about decisions, apart from the schemas so that a browser gets them without their library. */

export const NATURES = ['VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT'] as const
export const ETATS = ['PRISE', 'REPORTEE', 'REFUSEE', 'ATTENDUE'] as const
export const EFFETS = [
  'REPORTER_FICHE',
  'ABANDONNER_FICHE',
  'CHANGER_CIBLE',
  'VALIDER_SCHEMA',
  'VALIDER_AVENANT',
] as const

/** Where a decision stands, as the address of the register says it. */
export const SUIVIS_DECISION = [
  'a-trancher',
  'attendues',
  'en-retard',
  'a-suivre',
  'realisees',
  'prises',
  'reportees',
  'refusees',
] as const
export type SuiviDecision = (typeof SUIVIS_DECISION)[number]

/** Longest decision: about a third of a page. */
export const LONGUEUR_DECISION = 2000
