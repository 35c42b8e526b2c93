import { z } from 'zod'
import {
  courrielOuNul,
  date,
  dateOuNulle,
  identifiant,
  slugConvention,
  texteOuNul,
  version,
} from '@/lib/platform/saisie'
import { codeTheme } from '@/lib/cooperation/schemas/schema/themes'
import { quotiteSaisie } from '@/lib/cooperation/schemas/schema/saisie'

/** What may come in about posts and the people who fill them. */

const intitule = z
  .string()
  .trim()
  .min(1, 'Donnez un intitulé au poste, par exemple « Chargée de coopération petite enfance ».')
  .max(200, 'Raccourcissez l’intitulé : 200 caractères au plus.')
const note = texteOuNul(1000, 'Raccourcissez la note : 1 000 caractères au plus.')

const premierJour = date('Indiquez le premier jour.')

/** Quotité of a post: known, and more than nothing. */
const quotite = quotiteSaisie.transform((centiemes, contexte): number => {
  if (centiemes !== null && centiemes > 0) return centiemes
  contexte.addIssue({ code: 'custom', message: 'Indiquez une quotité positive, par exemple 0,5.' })
  return z.NEVER
})

const TROP = 'Une personne occupe 1,00 ETP au plus : réduisez la quotité.'

/** One person works full time at most. Left empty, it is not known: the person may be, all the same. */
const quotiteOccupation = quotiteSaisie.transform((centiemes, contexte): number | null => {
  if (centiemes === null || (centiemes > 0 && centiemes <= 100)) return centiemes
  contexte.addIssue({
    code: 'custom',
    message: centiemes > 100 ? TROP : 'Indiquez une quotité positive, par exemple 0,5.',
  })
  return z.NEVER
})

const dansOrdre = ({ debut, fin }: { debut: string; fin: string | null }) => fin === null || debut <= fin
const ORDRE = { path: ['fin'], message: 'La fin précède le début : inversez les deux dates.' }

const champsPoste = {
  /** the line by porteur that the post is a part of; null for none */
  affectation: identifiant.nullable(),
  intitule,
  quotite,
  mode: z.enum(['DIRECT', 'EXTERNALISE', 'PARTAGE', 'NON_PRECISE']),
  themes: z
    .array(codeTheme)
    .max(5)
    .transform((codes) => [...new Set(codes)]),
  /** numbers of the reference missions */
  missions: z
    .array(z.int().min(1).max(12))
    .max(12)
    .transform((numeros) => [...new Set(numeros)]),
  note,
}

export const createPosteSchema = z.strictObject({ convention: slugConvention, schema: identifiant, ...champsPoste })
export const updatePosteSchema = z.strictObject({
  convention: slugConvention,
  poste: identifiant,
  version,
  ...champsPoste,
})
export const removePosteSchema = z.strictObject({ convention: slugConvention, poste: identifiant, version })

export const createOccupationSchema = z
  .strictObject({
    convention: slugConvention,
    poste: identifiant,
    version,
    /** somebody already in post in this convention; null for a person named below */
    charge: identifiant.nullable(),
    nom: z.string().trim().max(200, 'Raccourcissez le nom : 200 caractères au plus.'),
    /** professional address: what tells that another convention employs the same person */
    email: courrielOuNul('Cette adresse n’est pas complète : écrivez-la sous la forme prenom.nom@organisme.fr.'),
    quotite: quotiteOccupation,
    debut: premierJour,
    fin: dateOuNulle,
    /** the occupation it stands in for; null for whoever holds the post */
    remplace: identifiant.nullable(),
  })
  .refine(dansOrdre, ORDRE)
  .refine(({ charge, nom }) => charge !== null || nom !== '', {
    path: ['nom'],
    message: 'Indiquez le nom de la personne, ou choisissez-la dans la liste.',
  })

const cibleOccupation = { convention: slugConvention, occupation: identifiant, version }

export const updateOccupationSchema = z
  .strictObject({ ...cibleOccupation, quotite: quotiteOccupation, debut: premierJour, fin: dateOuNulle })
  .refine(dansOrdre, ORDRE)
/** From a day on, another quotité: what was before stays as it was. */
export const updateQuotiteSchema = z.strictObject({
  ...cibleOccupation,
  quotite: quotite.refine((centiemes) => centiemes <= 100, TROP),
  date: premierJour,
})
export const removeOccupationSchema = z.strictObject(cibleOccupation)
export const createAbsenceSchema = z
  .strictObject({ ...cibleOccupation, debut: premierJour, fin: dateOuNulle })
  .refine(dansOrdre, ORDRE)
export const updateAbsenceSchema = z
  .strictObject({ ...cibleOccupation, absence: identifiant, debut: premierJour, fin: dateOuNulle })
  .refine(dansOrdre, ORDRE)
export const removeAbsenceSchema = z.strictObject({ ...cibleOccupation, absence: identifiant })
/** Whether two people of one name are one: answered here, taken back by answering otherwise. */
export const recordHomonymeSchema = z.strictObject({
  convention: slugConvention,
  charge: identifiant,
  autre: identifiant,
  meme: z.boolean(),
})
export const removeIdentiteSchema = z.strictObject({ convention: slugConvention, charge: identifiant, version })
