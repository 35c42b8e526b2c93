import { z } from 'zod'
import { CODES_THEMES } from '@/lib/cooperation/schemas/words'

export { CODES_THEMES, type CodeTheme } from '@/lib/cooperation/schemas/words'

/** The four AFAS themes, and « chargé de coopération global » beside them. */
export const codeTheme = z.enum(CODES_THEMES)
