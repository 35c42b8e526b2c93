import { z } from 'zod'
import { isDateCivile, parseDateSaisie } from '@/lib/platform/dates'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { parseMontant, parseTaux, type LectureMontant } from './rules/argent'

/** What may come in about the money of posts. */

/** Versions of rows that carry none are 32-bit transaction numbers. */
const version = z.int().min(0).max(4_294_967_295)

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

/** A date as typed or picked; empty means that the document gives none. */
const dateOuInconnue = z
  .string()
  .max(30, 'Écrivez la date sous la forme jj/mm/aaaa.')
  .transform((texte, contexte): string | null => {
    if (texte.trim() === '') return null
    const date = isDateCivile(texte) ? texte : parseDateSaisie(texte)
    if (date) return date
    contexte.addIssue({ code: 'custom', message: 'Cette date ne se lit pas : écrivez-la sous la forme jj/mm/aaaa.' })
    return z.NEVER
  })

const source = z
  .string()
  .trim()
  .min(1, 'Indiquez la source : le document qui donne ce chiffre, sa page, sa date.')
  .max(500, 'Raccourcissez la source : 500 caractères au plus.')
const financeur = z
  .string()
  .trim()
  .min(1, 'Indiquez qui finance, par exemple la Caf ou la commune.')
  .max(200, 'Raccourcissez le nom : 200 caractères au plus.')
const note = z
  .string()
  .trim()
  .max(500, 'Raccourcissez la note : 500 caractères au plus.')
  .transform((texte) => (texte === '' ? null : texte))
const annee = z
  .int()
  .min(1990, 'Choisissez une année à partir de 1990.')
  .max(2100, 'Choisissez une année jusqu’à 2100.')

const champsCout = { montant, valableDu: dateOuInconnue, indicatif: z.boolean(), source }

export const createCoutSchema = z.strictObject({ convention: slugConvention, ...champsCout })
export const updateCoutSchema = z.strictObject({
  convention: slugConvention,
  cout: identifiant,
  version,
  ...champsCout,
})
export const removeCoutSchema = z.strictObject({ convention: slugConvention, cout: identifiant, version })

const champsReglage = {
  financeur,
  nature: z.enum(
    ['TAUX', 'MONTANT_PAR_ETP', 'FORFAIT'],
    'Choisissez ce que donne le document : un taux, un montant par ETP ou un forfait.',
  ),
  valeur: figure,
  valableDu: dateOuInconnue,
  valableAu: dateOuInconnue,
  source,
}

const ORDRE = { path: ['valableAu'], message: 'La fin précède le début : inversez les deux dates.' }
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
  .strictObject({ convention: slugConvention, reglage: identifiant, version, ...champsReglage })
  .superRefine(valeurLisible)
  .refine(dansOrdre, ORDRE)
export const removeReglageSchema = z.strictObject({ convention: slugConvention, reglage: identifiant, version })

const champsMontant = {
  /** null: for no post in particular */
  poste: identifiant.nullable(),
  financeur,
  prevu: montantOuInconnu,
  realise: montantOuInconnu,
  note,
}
const VIDE = { path: ['prevu'], message: 'Indiquez au moins un montant : le prévu, le réalisé, ou les deux.' }
const nonVide = ({ prevu, realise }: { prevu: number | null; realise: number | null }) =>
  prevu !== null || realise !== null

export const recordMontantSchema = z
  .strictObject({ convention: slugConvention, annee, ...champsMontant })
  .refine(nonVide, VIDE)
export const updateMontantSchema = z
  .strictObject({ convention: slugConvention, montant: identifiant, version, ...champsMontant })
  .refine(nonVide, VIDE)
export const removeMontantSchema = z.strictObject({ convention: slugConvention, montant: identifiant, version })
