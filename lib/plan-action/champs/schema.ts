import { z } from 'zod'
import { isDateCivile } from '@/lib/platform/dates'
import { formatNombre } from '@/lib/platform/nombres'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { mapTextesSelon } from './rules/catalogue'
import type { ChampAutre, ChampFiche } from './words/catalogue'
import { ROLES_PILOTAGE } from './words/roles'
import { STATUTS } from './words/statuts'

/**
 * A fiche is edited field by field: each change says what it was typed over, so that two people who change different
 * fields both keep their work, and two who change the same one are shown both versions.
 */

const court = (longueur: number) =>
  z
    .string()
    .trim()
    .max(longueur, `Raccourcissez ce texte\u00A0: ${formatNombre(longueur)} caractères au plus.`)
const ouNul = (texte: z.ZodString) => texte.transform((valeur) => valeur || null).nullable()
const date = z.string().refine(isDateCivile, 'Écrivez une date, par exemple 03/03/2026.').nullable()

const periode = z
  .strictObject({ texte: ouNul(court(300)), debut: date, fin: date })
  .refine(({ debut, fin }) => debut === null || fin === null || debut <= fin, {
    message: 'La fin de la période précède son début\u00A0: inversez les deux dates.',
    path: ['fin'],
  })

const pilotage = z.strictObject({
  role: z.enum(ROLES_PILOTAGE, 'Choisissez pilote, porteur ou partenaire.'),
  /** as written: « CCVA : facilitateur ? », « Selon les modalités » */
  texte: court(300).min(1, 'Écrivez qui, tel que le document le dit, ou retirez la ligne.'),
  /** id of the convention’s organisme, when it is known to be one */
  organisme: identifiant.nullable(),
  aDefinir: z.boolean(),
})

/** What the texts hold, each from its entry in the catalogue. */
const textes = mapTextesSelon(
  ({ longueur }) => ouNul(court(longueur)),
  ({ longueur, requis }) => court(longueur).min(1, requis),
)

/** The fields that are no text. */
const autres = {
  periode,
  statut: z.enum(STATUTS, 'Choisissez un statut de la liste.'),
  /** percent that somebody said, with the reason it is not what the étapes say; null: what the étapes say */
  avancement: z.strictObject({
    valeur: z
      .int('Écrivez un nombre entier de 0 à 100.')
      .min(0, 'L’avancement va de 0 à 100\u202F%.')
      .max(100, 'L’avancement va de 0 à 100\u202F%.')
      .nullable(),
    motif: ouNul(court(500)),
  }),
  enjeuCoordination: z.boolean().nullable(),
  /** announced and not yet written: why, until when, and the avenant (id) that is to bring it */
  redaction: z.strictObject({
    aRediger: z.boolean(),
    motif: ouNul(court(500)),
    echeance: date,
    avenant: identifiant.nullable(),
  }),
  /** codes of AFAS themes */
  themes: z.array(z.string().max(40)).max(10),
  /** ids of communes of the territory (`territoire_commune`) */
  communes: z.array(identifiant).max(500),
  pilotages: z.array(pilotage).max(40, 'Au plus 40 lignes.'),
} satisfies Record<ChampAutre, z.ZodType>

/** What each field holds, as it is typed in; null is « not known ». */
export const valeursFiche = z.strictObject({ ...textes, ...autres })

export type ValeursFiche = z.output<typeof valeursFiche>
export type SaisieFiche = z.input<typeof valeursFiche>
export type { ChampFiche } from './words/catalogue'

/** Changes of some fields: over what each was typed, and what it becomes. */
export type ChangementsFiche = { [C in ChampFiche]?: { avant: ValeursFiche[C]; apres: ValeursFiche[C] } }

type Change<S> = S extends z.ZodType ? z.ZodOptional<z.ZodObject<{ avant: S; apres: S }, z.core.$strict>> : never
type ShapeChangements = { [C in ChampFiche]: Change<(typeof valeursFiche.shape)[C]> }

const toChange = ([champ, valeur]: [string, z.ZodType]) =>
  [champ, z.strictObject({ avant: valeur, apres: valeur }).optional()] as const

export const changementsFiche = z.strictObject(
  Object.fromEntries(Object.entries<z.ZodType>(valeursFiche.shape).map(toChange)) as ShapeChangements,
)

export const updateFicheSchema = z.strictObject({
  convention: slugConvention,
  fiche: identifiant,
  champs: changementsFiche,
})
