/** Why a line is at zero, or without a figure, in words. */
export const MOTIFS_ZERO = ['PORTE_PAR_AUTRE', 'A_NEGOCIER', 'SANS_ETP', 'NEANT', 'NON_PRECISE'] as const
export type MotifZero = (typeof MOTIFS_ZERO)[number]

export const MOTS_MOTIF: Record<MotifZero, string> = {
  PORTE_PAR_AUTRE: 'porté par une autre commune',
  A_NEGOCIER: 'à négocier',
  SANS_ETP: 'thématiques sans ETP',
  NEANT: 'néant',
  NON_PRECISE: 'motif non précisé',
}

/** What became of the post behind a line, as written; nothing is said by default. */
export const SITUATIONS_POSTE = ['POURVU', 'VACANT', 'JAMAIS_POURVU', 'EXTERNALISE', 'NON_PRECISE'] as const

/** The four AFAS themes, and « chargé de coopération global » beside them. */
export const CODES_THEMES = [
  'PETITE_ENFANCE',
  'ENFANCE_JEUNESSE',
  'PARENTALITE',
  'DROITS_VIE_SOCIALE',
  'GLOBAL',
] as const
export type CodeTheme = (typeof CODES_THEMES)[number]

/** Their names, as the national nomenclature writes them. */
export const NOMS_THEMES: Record<CodeTheme, string> = {
  PETITE_ENFANCE: 'Petite enfance, inclusion',
  ENFANCE_JEUNESSE: 'Enfance, jeunesse',
  PARENTALITE: 'Parentalité',
  DROITS_VIE_SOCIALE: 'Accès aux droits, vie sociale, logement',
  GLOBAL: 'Coopération globale',
}
