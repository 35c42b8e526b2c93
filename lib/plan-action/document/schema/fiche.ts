import { z } from 'zod'
import { ROLES_PILOTAGE } from '@/lib/plan-action/champs/words/roles'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { ANNEES } from '@/lib/platform/dates'
import * as c from '@/lib/notation/schema'

/** What hangs on a fiche: étapes, who leads it, money, links, what the two sides think of it. */

export const statutFiche = z.enum(STATUTS)

/** The two sides of a convention. */
export const cote = z.enum(['CAF', 'COORDINATION'])

export const etape = z.strictObject({
  ref: c.ref,
  numero: c.texteOuNul,
  titre: c.texte,
  description: c.texteOuNul,
  calendrier: c.periodeOuNulle,
  statut: statutFiche.default('A_PRECISER'),
})

export const pilotage = z.strictObject({
  role: z.enum(ROLES_PILOTAGE),
  /** as written, « Selon les modalités » or « CCVA : facilitateur ? » included */
  texte: c.texte,
  organisme: c.ref.nullable().default(null),
  aDefinir: z.boolean().default(false),
})

/** Why a fiche is still to be written, until when, and the avenant that is to bring it. */
export const redactionOuNulle = z
  .strictObject({ motif: c.texteOuNul, echeance: c.dateOuNulle, avenant: c.ref.nullable().default(null) })
  .nullable()
  .default(null)

/** Money planned and spent, by year and by who gives it. */
export const ligneBudget = z.strictObject({
  annee: z.int().min(ANNEES.premiere).max(ANNEES.derniere).nullable().default(null),
  /** as written */
  financeur: c.texte,
  organisme: c.ref.nullable().default(null),
  libelle: c.texteOuNul,
  prevu: c.montantOuNul,
  realise: c.montantOuNul,
  source: c.texteOuNul,
})

/** Another scheme that the fiche is tied to. */
export const lienFiche = z.strictObject({
  libelle: c.texte,
  precision: c.texteOuNul,
  adresse: z
    .string()
    .regex(/^https?:\/\/\S+$/, 'Une adresse commence par https:// et ne contient pas d’espace.')
    .max(2_000, 'Au plus 2 000 caractères.')
    .nullable()
    .default(null),
})

/** What one side thinks of how the fiche goes: name and function on that day, no account is carried. */
export const appreciation = z.strictObject({
  cote,
  niveau: z.enum(['COMME_PREVU', 'VIGILANCE', 'DIFFICULTE']),
  texte: c.texteOuNul,
  nom: c.texte,
  instant: c.instant,
})
