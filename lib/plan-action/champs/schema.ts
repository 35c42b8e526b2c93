import { z } from 'zod'
import { ANNEES, isAnnee, isDateCivile, yearOf } from '@/lib/platform/dates'
import { identifiant, slugConvention, texte, texteOuNul } from '@/lib/platform/saisie'
import { mapTextesSelon } from './rules/catalogue'
import type { ChampAutre, ChampFiche } from './words/catalogue'
import { ROLES_PILOTAGE } from './words/roles'
import { STATUTS } from './words/statuts'

/**
 * A fiche is edited field by field: each change says what it was typed over, so that two people who change different
 * fields both keep their work, and two who change the same one are shown both versions.
 */

const date = z.string().refine(isDateCivile, 'Écrivez une date, par exemple 03/03/2026.').nullable()

const periode = z
  .strictObject({ texte: texteOuNul(300).nullable(), debut: date, fin: date })
  .refine(({ debut, fin }) => debut === null || fin === null || debut <= fin, {
    message: 'La fin de la période précède son début : inversez les deux dates.',
    path: ['fin'],
  })

const isAnneeOuNulle = (jour: string | null): boolean => jour === null || isAnnee(yearOf(jour))
const ANNEE_FAUSSE = `L’année paraît fausse : vérifiez la date, qui doit être entre ${ANNEES.premiere} et ${ANNEES.derniere}.`

/** A period as it is typed now. One kept before may say another year: it is still what a change is typed over. */
export const periodeSaisie = periode
  .refine(({ debut }) => isAnneeOuNulle(debut), { message: ANNEE_FAUSSE, path: ['debut'] })
  .refine(({ fin }) => isAnneeOuNulle(fin), { message: ANNEE_FAUSSE, path: ['fin'] })

const pilotage = z.strictObject({
  role: z.enum(ROLES_PILOTAGE, 'Choisissez pilote, porteur ou partenaire.'),
  /** as written: « CCVA : facilitateur ? », « Selon les modalités » */
  texte: texte(300).min(1, 'Écrivez qui, tel que le document le dit, ou retirez la ligne.'),
  /** id of the convention’s organisme, when it is known to be one */
  organisme: identifiant.nullable(),
  aDefinir: z.boolean(),
})

/** What the texts hold, each from its entry in the catalogue. */
const textes = mapTextesSelon(
  ({ longueur }) => texteOuNul(longueur).nullable(),
  ({ longueur, requis }) => texte(longueur).min(1, requis),
)

/** The fields that are no text. */
const autres = {
  periode,
  statut: z.enum(STATUTS, 'Choisissez un statut de la liste.'),
  /** percent that somebody said, with the reason it is not what the étapes say; null: what the étapes say */
  avancement: z.strictObject({
    valeur: z
      .int('Écrivez un nombre entier de 0 à 100.')
      .min(0, 'L’avancement va de 0 à 100 %.')
      .max(100, 'L’avancement va de 0 à 100 %.')
      .nullable(),
    motif: texteOuNul(500).nullable(),
  }),
  enjeuCoordination: z.boolean().nullable(),
  /** announced and not yet written: why, until when, and the avenant (id) that is to bring it */
  redaction: z.strictObject({
    aRediger: z.boolean(),
    motif: texteOuNul(500).nullable(),
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
export type { ChampFiche } from './words/catalogue'

/** Changes of some fields: over what each was typed, and what it becomes. */
export type ChangementsFiche = { [C in ChampFiche]?: { avant: ValeursFiche[C]; apres: ValeursFiche[C] } }

type Change<S> = S extends z.ZodType ? z.ZodOptional<z.ZodObject<{ avant: S; apres: S }, z.core.$strict>> : never
type ShapeChangements = { [C in ChampFiche]: Change<(typeof valeursFiche.shape)[C]> }

/** What is typed now is judged more strictly than what it is typed over, which may have been kept before. */
const SAISIES: { [champ: string]: z.ZodType | undefined } = {
  periode: periodeSaisie,
  redaction: valeursFiche.shape.redaction.refine(({ echeance }) => isAnneeOuNulle(echeance), {
    message: ANNEE_FAUSSE,
    path: ['echeance'],
  }),
}

const toChange = ([champ, valeur]: [string, z.ZodType]) =>
  [champ, z.strictObject({ avant: valeur, apres: SAISIES[champ] ?? valeur }).optional()] as const

export const changementsFiche = z.strictObject(
  Object.fromEntries(Object.entries<z.ZodType>(valeursFiche.shape).map(toChange)) as ShapeChangements,
)

export const updateFicheSchema = z.strictObject({
  convention: slugConvention,
  fiche: identifiant,
  champs: changementsFiche,
})
