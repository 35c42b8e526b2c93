import { z } from 'zod'
import { identifiant, slugConvention, texte, version } from '@/lib/platform/saisie'
import { parsePeriodeMesure } from './rules/periode'
import { CELLULES_MAXIMUM } from '@/lib/plan-action/indicateurs/words'

/** What the forms and the grid of values may carry. */

const cellule = z.strictObject({
  indicateur: identifiant,
  /** part of the breakdown; null: the whole */
  ventilation: texte(200).nullable(),
  /** key of a period: '2024', '2024-S1', '2024-T3', '2024-03' */
  periode: z
    .string()
    .refine(
      (cle) => parsePeriodeMesure(cle) !== null,
      'Cette période n’en est pas une : choisissez une année, un semestre, un trimestre ou un mois.',
    ),
  /** as typed; empty takes the value away */
  valeur: z.string().trim().max(2000, 'Raccourcissez la valeur : 2 000 caractères au plus.'),
  /** the row typed over, null where nothing was */
  mesure: z.strictObject({ id: identifiant, version }).nullable(),
  /** left out: what was there, or the source the indicator must cite */
  source: texte(300).optional(),
  /** organismes of the convention that agreed to the value; left out: unchanged */
  accords: z.array(identifiant).max(100).optional(),
})

export const recordMesuresSchema = z.strictObject({
  convention: slugConvention,
  /** the fiche whose grid this is: a pilote names theirs; null: the grid of the whole convention */
  fiche: identifiant.nullable(),
  /** why a value that another side confirms is proposed */
  motif: texte(500).default(''),
  cellules: z
    .array(cellule)
    .min(1, 'Rien n’a changé.')
    .max(CELLULES_MAXIMUM, 'Au plus 2 000 valeurs à la fois : enregistrez en deux fois.'),
})
export type SaisieMesures = z.output<typeof recordMesuresSchema>
export type CelluleSaisie = SaisieMesures['cellules'][number]

const mesureVisee = { convention: slugConvention, mesure: identifiant, version }

export const validateMesureSchema = z.strictObject(mesureVisee)
export const cancelMesureSchema = z.strictObject({
  ...mesureVisee,
  motif: texte(500).min(1, 'Dites pourquoi cette valeur n’est pas retenue.'),
})
