import { z } from 'zod'
import { slugConvention } from '@/lib/platform/saisie'

/** What an address carries, as typed: a day that cannot be read is told, not refused. */
const texte = z.string().max(100).optional()

export const evolutionSchema = z.strictObject({
  convention: slugConvention,
  /** A day to start from. */
  depuis: texte,
  /** A day to end with. */
  jusque: texte,
  /** `ref` of a held meeting to start from. */
  reunion: texte,
  /** `ref` of a held meeting to end with. */
  fin: texte,
})
