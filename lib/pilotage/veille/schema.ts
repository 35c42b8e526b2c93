import { z } from 'zod'
import { slugConvention, version } from '@/lib/platform/saisie'

const FREQUENCES = ['JAMAIS', 'QUOTIDIENNE', 'HEBDOMADAIRE', 'MENSUELLE'] as const

/** A page of « Qui a été prévenu ». */
export const TAILLE_PAGE_ENVOIS = 10

export const entreeVeille = z.strictObject({ convention: slugConvention, page: z.int().min(1).max(1000).optional() })

export const reglageVeille = z.strictObject({
  frequence: z.enum(FREQUENCES, 'Choisissez une fréquence dans la liste.'),
  jour: z.int().min(1, 'Choisissez un jour, du lundi au vendredi.').max(5, 'Choisissez un jour, du lundi au vendredi.'),
  version,
})
