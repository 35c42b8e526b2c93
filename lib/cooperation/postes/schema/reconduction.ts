import { z } from 'zod'
import { identifiant, slugConvention } from '@/lib/platform/saisie'

/** Takes the posts of the schéma before into this one. */
export const createReconductionSchema = z.strictObject({ convention: slugConvention, schema: identifiant })
