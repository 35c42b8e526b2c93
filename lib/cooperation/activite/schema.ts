import { z } from 'zod'
import { annee, identifiant, slugConvention, texteOuNul, version } from '@/lib/platform/saisie'
import { versionOuAbsente } from '@/lib/cooperation/afas/schema'

/** What may come in about the activity of a year and the appraisal of the function. */

const champs = {
  /** one of the people in post that year; null for all of them together */
  charge: identifiant.nullable(),
  texte: z
    .string()
    .trim()
    .min(1, 'Écrivez ce qui a été fait, en une ou deux phrases.')
    .max(2000, 'Raccourcissez : 2 000 caractères au plus.'),
}

/** @field mission number in the reference list */
export const createActiviteSchema = z.strictObject({
  convention: slugConvention,
  annee,
  mission: z.int().min(1).max(100),
  ...champs,
})
export const updateActiviteSchema = z.strictObject({
  convention: slugConvention,
  activite: identifiant,
  version,
  ...champs,
})
export const removeActiviteSchema = z.strictObject({ convention: slugConvention, activite: identifiant, version })

const rubrique = texteOuNul(5000, 'Raccourcissez : 5 000 caractères au plus.')

export const recordBilanFonctionSchema = z.strictObject({
  convention: slugConvention,
  annee,
  version: versionOuAbsente,
  effets: rubrique,
  objectifs: rubrique,
  moyens: rubrique,
  difficultes: rubrique,
  suites: rubrique,
})
