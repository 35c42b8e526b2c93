import { z } from 'zod'

/** What the address of the portfolio may carry: anything else is the default, never an error. */

export const ETATS = ['a-traiter', 'en-cours', 'fin-proche', 'terminees', 'dates-inconnues'] as const
export type EtatPortefeuille = (typeof ETATS)[number]

export const TRIS = ['attention', 'nom', 'fin'] as const
export type TriPortefeuille = (typeof TRIS)[number]

export const filtresPortefeuille = z.strictObject({
  q: z.string().max(100).default(''),
  departement: z
    .string()
    .max(3)
    .nullish()
    .transform((code) => code ?? null),
  /** id of the Caf */
  caf: z
    .int()
    .positive()
    .max(2_147_483_647)
    .nullish()
    .transform((id) => id ?? null),
  etat: z
    .enum(ETATS)
    .nullish()
    .transform((etat) => etat ?? null),
  tri: z.enum(TRIS).default('attention'),
  page: z.int().min(1).max(1000).default(1),
})
export type FiltresPortefeuille = z.output<typeof filtresPortefeuille>

export const filtresTerritoires = z.strictObject({
  departement: z
    .string()
    .max(3)
    .nullish()
    .transform((code) => code ?? null),
})
