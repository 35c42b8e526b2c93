import { z } from 'zod'

/** The four AFAS themes, and « chargé de coopération global » beside them. */
export const CODES_THEMES = [
  'PETITE_ENFANCE',
  'ENFANCE_JEUNESSE',
  'PARENTALITE',
  'DROITS_VIE_SOCIALE',
  'GLOBAL',
] as const
export type CodeTheme = (typeof CODES_THEMES)[number]
export const codeTheme = z.enum(CODES_THEMES)
