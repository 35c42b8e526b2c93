import { z } from 'zod'
import { annee, slugConvention } from '@/lib/platform/saisie'
import { SUIVIS_DECISION } from '../words'

/** What the address of the register of decisions may carry. */

export const filtresDecisionsSchema = z.strictObject({
  convention: slugConvention,
  etat: z.enum(SUIVIS_DECISION).optional(),
  /** `ref` of an instance */
  instance: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(80)
    .optional(),
  responsable: z.string().max(200).optional(),
  annee: annee.optional(),
  q: z.string().max(100).optional(),
  page: z.int().min(1).max(1000).default(1),
})

export type FiltresDecisions = Omit<z.output<typeof filtresDecisionsSchema>, 'convention'>
