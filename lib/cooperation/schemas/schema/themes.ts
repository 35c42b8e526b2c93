import { z } from 'zod'
import { CODES_THEMES } from '../words'

/** The four AFAS themes, and « chargé de coopération global » beside them. */
export const codeTheme = z.enum(CODES_THEMES)
