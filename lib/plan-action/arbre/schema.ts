import { z } from 'zod'
import { dateOuNulle, identifiant, slugConvention, texte, texteOuNul, version } from '@/lib/platform/saisie'
import { LONGUEUR_TEXTE } from '@/lib/plan-action/champs/words/limites'
import { NIVEAUX_MAXIMUM, NUMEROTATIONS } from './words'

/** What the forms of the tree of a plan may carry. */

const long = texteOuNul(LONGUEUR_TEXTE)
const rang = z.int().min(0).max(10_000)
const numero = texteOuNul(20)
const prefixe = texteOuNul(10)
const numerotation = z.enum(NUMEROTATIONS, 'Choisissez une numérotation de la liste.')

const reglages = {
  titre: texteOuNul(200),
  niveaux: z
    .array(texte(40).min(1, 'Nommez ce niveau comme la convention le fait : « Axe », « Thématique »…'))
    .min(1, 'Nommez au moins un niveau.')
    .max(NIVEAUX_MAXIMUM, 'Un plan a trois niveaux au plus.'),
  nomFiche: texte(40).min(1, 'Dites comment la convention appelle une fiche : « Fiche-action », « Action »…'),
  nomEtape: texte(40).min(1, 'Dites comment la convention appelle une étape : « Étape », « Modalité »…'),
  texte: long,
  raisonSansFiche: texteOuNul(1000),
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
  absence: texteOuNul(1000),
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

export const createFicheSchema = z.strictObject({
  convention: slugConvention,
  version,
  axe: identifiant,
  titre: texte(500).min(1, 'Donnez un titre à la fiche.'),
  numero,
  /** announced and not yet written: why, until when, brought by which avenant; null: being written now */
  redaction: z
    .strictObject({
      motif: texte(500).min(1, 'Dites pourquoi elle n’est pas encore écrite, par exemple « attendue par avenant ».'),
      echeance: dateOuNulle,
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
