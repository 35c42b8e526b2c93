import { z } from 'zod'
import { slugConvention } from '@/lib/platform/strict'
import { ANNEES } from './schema-filtres'

/** What the address of the register of decisions may carry. */

/** Where a decision stands, as the address says it. */
export const SUIVIS_DECISION = ['a-trancher', 'attendues', 'en-retard', 'a-suivre', 'realisees', 'prises', 'reportees', 'refusees'] as const
export type SuiviDecision = (typeof SUIVIS_DECISION)[number]

export const filtresDecisionsSchema = z.strictObject({
  convention: slugConvention,
  etat: z.enum(SUIVIS_DECISION).optional(),
  /** `ref` of an instance */
  instance: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(80).optional(),
  responsable: z.string().max(200).optional(),
  annee: z.int().min(ANNEES.premiere).max(ANNEES.derniere).optional(),
  q: z.string().max(100).optional(),
  page: z.int().min(1).max(1000).default(1),
})

export type FiltresDecisions = Omit<z.output<typeof filtresDecisionsSchema>, 'convention'>
