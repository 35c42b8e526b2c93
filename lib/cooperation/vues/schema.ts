import { z } from 'zod'
import { slugConvention } from '@/lib/platform/saisie'

/** What is looked at: by commune, by thématique, or all schémas over the years. */
export const VUES = ['communes', 'thematiques', 'temps'] as const
export type NomVue = (typeof VUES)[number]

export const lectureVues = z.strictObject({ convention: slugConvention, schema: z.string().max(80).optional() })
