import { z } from 'zod'
import { identifiant, slugConvention } from '@/lib/platform/saisie'
import { changementsFiche, periodeSaisie, valeursFiche } from '@/lib/plan-action/champs/schema'

/** Many fiches changed at once. */

/** Fiches in one go: what is written while somebody waits. */
export const TAILLE_LOT = 500

const v = valeursFiche.shape
const pilote = v.pilotages.element

/** What is done to each of them. */
const gesteSchema = z.discriminatedUnion('genre', [
  z.strictObject({ genre: z.literal('STATUT'), statut: v.statut }),
  z.strictObject({ genre: z.literal('PERIODE'), periode: periodeSaisie }),
  z.strictObject({ genre: z.literal('PILOTE'), mode: z.enum(['AJOUTER', 'REMPLACER']), pilote }),
  z.strictObject({
    genre: z.literal('THEME'),
    mode: z.enum(['AJOUTER', 'REMPLACER']),
    themes: v.themes.min(1, 'Choisissez au moins une thématique.'),
  }),
])
export type Geste = z.output<typeof gesteSchema>

export const updateFichesSchema = z.strictObject({
  convention: slugConvention,
  lot: z.discriminatedUnion('genre', [
    /** each with its own changes, over what one saw */
    z.strictObject({
      genre: z.literal('FICHES'),
      fiches: z
        .array(z.strictObject({ fiche: identifiant, champs: changementsFiche }))
        .min(1, 'Choisissez au moins une fiche.')
        .max(TAILLE_LOT),
    }),
    /** all that an address leaves, as many as one saw */
    z.strictObject({
      genre: z.literal('FILTRES'),
      parametres: z.string().max(2000),
      attendu: z.int().min(1).max(TAILLE_LOT),
      geste: gesteSchema,
    }),
  ]),
})
