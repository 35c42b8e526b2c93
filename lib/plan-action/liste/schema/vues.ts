import { z } from 'zod'
import { identifiant, slugConvention } from '@/lib/platform/saisie'

/** What one may ask of one’s saved views. */

/** Views of one person on one plan: beyond, a list of links is no longer a help. */
export const NOMBRE_VUES = 20

const nom = z
  .string()
  .trim()
  .min(1, 'Donnez un nom à cette vue.')
  .max(60, 'Raccourcissez le nom : 60 caractères au plus.')

export const createVuePlanSchema = z.strictObject({ convention: slugConvention, nom, parametres: z.string().max(2000) })
export const updateVuePlanSchema = z.strictObject({ convention: slugConvention, id: identifiant, nom })
export const removeVuePlanSchema = z.strictObject({ convention: slugConvention, id: identifiant })
