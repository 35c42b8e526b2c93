import { z } from 'zod'
import { identifiant, slugConvention, version } from '@/lib/platform/saisie'

/** Closing a doubtful reading: what was found out, in words. */
export const closeReserveSchema = z.strictObject({
  convention: slugConvention,
  reserve: identifiant,
  version,
  conclusion: z
    .string()
    .trim()
    .min(3, 'Dites en quelques mots ce qui a été vérifié, et auprès de qui.')
    .max(2000, 'Raccourcissez la conclusion : 2 000 caractères au plus.'),
})

export const reopenReserveSchema = z.strictObject({ convention: slugConvention, reserve: identifiant, version })
