import { z } from 'zod'
import { date, identifiant, slugConvention, texte, texteOuNul, version } from '@/lib/platform/saisie'

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
  version,
  libelle: texte(200).min(1, 'Nommez cette version, par exemple « Plan signé en 2022 ».'),
  date: date('Écrivez la date à laquelle cette version est arrêtée, par exemple 31/03/2026.'),
  avenant: identifiant.nullable(),
  motif: texteOuNul(1000),
})
