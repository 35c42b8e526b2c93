import { z } from 'zod'
import { annee, identifiant, slugConvention, texte, texteOuNul, version } from '@/lib/platform/saisie'
import {
  COTES,
  ETATS_GRILLE,
  FREQUENCES,
  GENRES_VENTILATION,
  NATURES,
  PARTIES_MAXIMUM,
  PAS,
  VENTILES_MAXIMUM,
} from './words'

/** What the address of the grid and the forms of an indicator may carry. */

const libelle = texte(500).min(1, 'Écrivez ce qui est mesuré, tel que le document le dit.')
const nature = z.enum(NATURES, 'Choisissez ce que l’indicateur mesure.')

const definitionIndicateur = z.strictObject({
  libelle,
  note: texteOuNul(2000),
  nature,
  unite: texteOuNul(60),
  /** one of SENS, or the words that a document brought */
  sens: texteOuNul(100).nullable(),
  /** as typed: '12', '19,4 %', words */
  reference: texte(60),
  referenceTexte: texteOuNul(200),
  cible: texte(300),
  cibles: z
    .array(
      z.strictObject({
        periode: texte(60).min(1, 'Écrivez pour quand est cette cible, par exemple 2026.'),
        valeur: texte(300).min(1, 'Écrivez la cible, ou retirez la ligne.'),
      }),
    )
    .max(40, 'Au plus 40 cibles.'),
  frequence: z.enum(FREQUENCES, 'Choisissez une fréquence de la liste.').nullable(),
  fournisseur: texteOuNul(300),
  source: texteOuNul(300),
  confirmation: z.enum(COTES, 'Choisissez qui confirme.').nullable(),
  /** the breakdown as the document says it: « par type d’accueil (EAJE, MAM...) » */
  ventilation: texteOuNul(300),
  ventilationGenre: z.enum(GENRES_VENTILATION, 'Choisissez une ventilation de la liste.').nullable(),
  ventiles: z
    .array(texte(200).min(1))
    .max(VENTILES_MAXIMUM, 'Au plus 300 parts.')
    .transform((ventiles) => [...new Set(ventiles)]),
  evolution: z.boolean(),
})
export type DefinitionIndicateur = z.output<typeof definitionIndicateur>
export type SaisieIndicateur = z.input<typeof definitionIndicateur>

export const createIndicateurSchema = z.strictObject({
  convention: slugConvention,
  ficheVisee: identifiant.nullable(),
  etape: identifiant.nullable(),
  definition: definitionIndicateur,
})
export const updateIndicateurSchema = z.strictObject({
  convention: slugConvention,
  indicateur: identifiant,
  version,
  definition: definitionIndicateur,
})
export const removeIndicateurSchema = z.strictObject({ convention: slugConvention, indicateur: identifiant, version })

export const createPartiesSchema = z.strictObject({
  convention: slugConvention,
  indicateur: identifiant,
  version,
  parties: z
    .array(z.strictObject({ libelle, nature, unite: texteOuNul(60) }))
    .min(1, 'Écrivez au moins une mesure.')
    .max(PARTIES_MAXIMUM, 'Au plus 12 mesures par ligne.'),
  /** place, among these, of the measure that takes the values already entered for the line */
  valeursVers: z
    .int()
    .min(0)
    .max(PARTIES_MAXIMUM - 1)
    .nullable(),
})
export const removePartiesSchema = z.strictObject({ convention: slugConvention, indicateur: identifiant, version })

export const indicateurSchema = z.strictObject({ convention: slugConvention, ref: slugConvention })

/** Where a new indicator is to be: on a fiche, one of its étapes, or the convention. */
export const nouvelIndicateurSchema = z.strictObject({
  convention: slugConvention,
  fiche: slugConvention.nullable(),
  etape: slugConvention.nullable(),
})

export const filtresGrilleSchema = z.strictObject({
  convention: slugConvention,
  fiche: slugConvention.optional(),
  axe: slugConvention.optional(),
  fournisseur: z.string().max(300).optional(),
  etat: z.enum(ETATS_GRILLE).optional(),
  pas: z.enum(PAS).default('an'),
  annee: annee.optional(),
  page: z.int().min(1).max(1000).default(1),
})
export type FiltresGrille = Omit<z.input<typeof filtresGrilleSchema>, 'convention'>
