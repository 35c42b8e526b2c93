/** Closed lists of the tree of a plan, apart from the schemas so that a browser gets them without their library. */

export const NUMEROTATIONS = ['LIBRE', 'PAR_AXE', 'CONTINUE', 'AUCUNE'] as const
export type Numerotation = (typeof NUMEROTATIONS)[number]

/** Feminine: the numbering. */
export const MOTS_NUMEROTATION: Readonly<Record<Numerotation, string>> = {
  LIBRE: 'libre',
  PAR_AXE: 'par axe',
  CONTINUE: 'continue',
  AUCUNE: 'aucune',
}

/** Levels of axes that a plan may have. */
export const NIVEAUX_MAXIMUM = 3
