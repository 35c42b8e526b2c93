import { z } from 'zod'
import { annee, dateOuNulle, identifiant, slugConvention, texteOuNul, versionSysteme } from '@/lib/platform/saisie'
import { parseMontant, parseTaux, type LectureMontant } from './rules/argent'

/** What may come in about the money of posts. */

/** Reads a typed figure; the sentence of a refusal goes to its field. */
function readFigure(
  texte: string,
  parse: (texte: string) => LectureMontant,
  contexte: z.RefinementCtx,
  champ?: string,
): number {
  const lu = parse(texte)
  if (lu.ok) return lu.centiemes
  contexte.addIssue({ code: 'custom', message: lu.message, ...(champ === undefined ? {} : { path: [champ] }) })
  return z.NEVER
}

const figure = z.string().max(30, 'Écrivez un nombre plus court, par exemple 24 000.')
const montant = figure.transform((texte, contexte): number => readFigure(texte, parseMontant, contexte))
const montantOuInconnu = figure.transform((texte, contexte): number | null =>
  texte.trim() === '' ? null : readFigure(texte, parseMontant, contexte),
)

const source = z
  .string()
  .trim()
  .min(1, 'Indiquez la source : le document qui donne ce chiffre, sa page, sa date.')
  .max(500, 'Raccourcissez la source : 500 caractères au plus.')
const financeur = z
  .string()
  .trim()
  .min(1, 'Indiquez qui finance, par exemple la Caf ou la commune.')
  .max(200, 'Raccourcissez le nom : 200 caractères au plus.')
const note = texteOuNul(500, 'Raccourcissez la note : 500 caractères au plus.')

const champsCout = { montant, valableDu: dateOuNulle, indicatif: z.boolean(), source }

export const createCoutSchema = z.strictObject({ convention: slugConvention, ...champsCout })
export const updateCoutSchema = z.strictObject({
  convention: slugConvention,
  cout: identifiant,
  version: versionSysteme,
  ...champsCout,
})
export const removeCoutSchema = z.strictObject({
  convention: slugConvention,
  cout: identifiant,
  version: versionSysteme,
})

const champsReglage = {
  financeur,
  nature: z.enum(
    ['TAUX', 'MONTANT_PAR_ETP', 'FORFAIT'],
    'Choisissez ce que donne le document : un taux, un montant par ETP ou un forfait.',
  ),
  valeur: figure,
  valableDu: dateOuNulle,
  valableAu: dateOuNulle,
  source,
}

const ORDRE = { path: ['valableAu'], message: 'La fin précède le début : inversez les deux dates.' }
const dansOrdre = ({ valableDu, valableAu }: { valableDu: string | null; valableAu: string | null }) =>
  valableDu === null || valableAu === null || valableDu <= valableAu

/** A value is read once its nature is known: the refusal of a figure goes to its field, checked in the action’s input all the same. */
const valeurLisible = ({ nature, valeur }: { nature: string; valeur: string }, contexte: z.RefinementCtx): void => {
  readFigure(valeur, nature === 'TAUX' ? parseTaux : parseMontant, contexte, 'valeur')
}

export const createReglageSchema = z
  .strictObject({ convention: slugConvention, ...champsReglage })
  .superRefine(valeurLisible)
  .refine(dansOrdre, ORDRE)
export const updateReglageSchema = z
  .strictObject({ convention: slugConvention, reglage: identifiant, version: versionSysteme, ...champsReglage })
  .superRefine(valeurLisible)
  .refine(dansOrdre, ORDRE)
export const removeReglageSchema = z.strictObject({
  convention: slugConvention,
  reglage: identifiant,
  version: versionSysteme,
})

const champsMontant = {
  /** null: for no post in particular */
  poste: identifiant.nullable(),
  financeur,
  prevu: montantOuInconnu,
  realise: montantOuInconnu,
  note,
}
const VIDE = { path: ['prevu'], message: 'Indiquez au moins un montant : le prévu, le réalisé, ou les deux.' }
const nonVide = ({ prevu, realise }: { prevu: number | null; realise: number | null }) =>
  prevu !== null || realise !== null

export const recordMontantSchema = z
  .strictObject({ convention: slugConvention, annee, ...champsMontant })
  .refine(nonVide, VIDE)
export const updateMontantSchema = z
  .strictObject({ convention: slugConvention, montant: identifiant, version: versionSysteme, ...champsMontant })
  .refine(nonVide, VIDE)
export const removeMontantSchema = z.strictObject({
  convention: slugConvention,
  montant: identifiant,
  version: versionSysteme,
})
