import { z } from 'zod'
import { CODES_THEMES } from '@/lib/cooperation/schema-themes-mots'

export { CODES_THEMES, type CodeTheme } from '@/lib/cooperation/schema-themes-mots'

/** The four AFAS themes, and « chargé de coopération global » beside them. */
export const codeTheme = z.enum(CODES_THEMES)
