import { z } from 'zod'
import { isDateCivile } from '@/lib/platform/dates'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { LONGUEUR_TEXTE } from '@/lib/plan-action/champs/words/limites'
import { NIVEAUX_MAXIMUM, NUMEROTATIONS } from './words'

/** What the forms of the tree of a plan may carry. */

const texte = (longueur: number) =>
  z.string().trim().max(longueur, `Raccourcissez ce texte\u00A0: ${longueur} caractères au plus.`)
const ouNul = (schema: z.ZodString) => schema.transform((valeur) => valeur || null)
const long = ouNul(
  z.string().trim().max(LONGUEUR_TEXTE, 'Raccourcissez ce texte\u00A0: 20\u202F000 caractères au plus.'),
)
const version = z.int().min(0)
const rang = z.int().min(0).max(10_000)
const numero = ouNul(texte(20))
const prefixe = ouNul(texte(10))
const numerotation = z.enum(NUMEROTATIONS, 'Choisissez une numérotation de la liste.')

const reglages = {
  titre: ouNul(texte(200)),
  niveaux: z
    .array(
      texte(40).min(
        1,
        'Nommez ce niveau comme la convention le fait\u00A0: «\u00A0Axe\u00A0», «\u00A0Thématique\u00A0»…',
      ),
    )
    .min(1, 'Nommez au moins un niveau.')
    .max(NIVEAUX_MAXIMUM, 'Un plan a trois niveaux au plus.'),
  nomFiche: texte(40).min(
    1,
    'Dites comment la convention appelle une fiche\u00A0: «\u00A0Fiche-action\u00A0», «\u00A0Action\u00A0»…',
  ),
  nomEtape: texte(40).min(
    1,
    'Dites comment la convention appelle une étape\u00A0: «\u00A0Étape\u00A0», «\u00A0Modalité\u00A0»…',
  ),
  texte: long,
  raisonSansFiche: ouNul(texte(1000)),
}

export const createPlanSchema = z.strictObject({ convention: slugConvention, ...reglages, numerotation, prefixe })
/** The numbering is settled where its effect is shown. */
export const updatePlanSchema = z.strictObject({ convention: slugConvention, version, ...reglages })

const champsAxe = {
  titre: texte(500).min(1, 'Donnez un titre.'),
  numero,
  description: long,
  objectifs: z.array(texte(2000).min(1)).max(30, 'Au plus 30 objectifs.'),
  theme: z.string().max(40).nullable(),
  absence: ouNul(texte(1000)),
}

export const createAxeSchema = z.strictObject({
  convention: slugConvention,
  version,
  parent: identifiant.nullable(),
  ...champsAxe,
})
/** `version` is the axe’s own: two people may reword two axes at once. */
export const updateAxeSchema = z.strictObject({ convention: slugConvention, axe: identifiant, version, ...champsAxe })
export const removeAxeSchema = z.strictObject({ convention: slugConvention, version, axe: identifiant })
/** `rang`: place among those of the same parent, from 0, once it is there. */
export const moveAxeSchema = z.strictObject({
  convention: slugConvention,
  version,
  axe: identifiant,
  parent: identifiant.nullable(),
  rang,
})

const echeance = z
  .string()
  .transform((saisie) => saisie || null)
  .refine((date) => date === null || isDateCivile(date), 'Écrivez une date, par exemple 31/03/2027.')

export const createFicheSchema = z.strictObject({
  convention: slugConvention,
  version,
  axe: identifiant,
  titre: texte(500).min(1, 'Donnez un titre à la fiche.'),
  numero,
  /** announced and not yet written: why, until when, brought by which avenant; null: being written now */
  redaction: z
    .strictObject({
      motif: texte(500).min(
        1,
        'Dites pourquoi elle n’est pas encore écrite, par exemple «\u00A0attendue par avenant\u00A0».',
      ),
      echeance,
      avenant: identifiant.nullable(),
    })
    .nullable(),
})
export const removeFicheSchema = z.strictObject({ convention: slugConvention, version, fiche: identifiant })
export const moveFicheSchema = z.strictObject({
  convention: slugConvention,
  version,
  fiche: identifiant,
  axe: identifiant,
  rang,
})

export const updateNumerotationSchema = z.strictObject({
  convention: slugConvention,
  version,
  numerotation,
  prefixe,
  axes: z.boolean(),
})

export const arbreSchema = z.strictObject({ convention: slugConvention })

export type SaisieReglages = Omit<z.input<typeof createPlanSchema>, 'convention'>
export type SaisieAxe = { [C in keyof typeof champsAxe]: z.input<(typeof champsAxe)[C]> }
