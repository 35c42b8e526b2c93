/** The AFAS themes, apart from the schemas so that a browser gets them without their library. */

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
