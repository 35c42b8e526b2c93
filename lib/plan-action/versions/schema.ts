import { z } from 'zod'
import { isDateCivile } from '@/lib/platform/dates'
import { identifiant, slugConvention } from '@/lib/platform/strict'

const texte = (longueur: number) =>
  z.string().trim().max(longueur, `Raccourcissez ce texte\u00A0: ${longueur} caractères au plus.`)
const numero = z.int().min(1).max(1000)

/** A side of a comparison: the number of a closed version, or the plan of today. */
const cote = z.union([numero, z.literal('aujourdhui')])
export type CoteDemande = z.output<typeof cote>

export const versionsSchema = z.strictObject({
  convention: slugConvention,
  lire: numero.optional(),
  avant: cote.optional(),
  apres: cote.optional(),
})

export const closeVersionSchema = z.strictObject({
  convention: slugConvention,
  version: z.int().min(0),
  libelle: texte(200).min(1, 'Nommez cette version, par exemple «\u00A0Plan signé en 2022\u00A0».'),
  date: z
    .string()
    .refine(isDateCivile, 'Écrivez la date à laquelle cette version est arrêtée, par exemple 31/03/2026.'),
  avenant: identifiant.nullable(),
  motif: texte(1000).transform((valeur) => valeur || null),
})
