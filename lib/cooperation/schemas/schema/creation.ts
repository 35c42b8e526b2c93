import { z } from 'zod'
import { date, dateOuNulle, identifiant, slugConvention, texteOuNul } from '@/lib/platform/saisie'
import { cibleSchema, evolutionSaisie, quotiteSaisie } from './saisie'

/** What may come in about a schéma as a whole: its name, its dates, where it comes from. */

const libelle = z
  .string()
  .trim()
  .min(1, 'Donnez un nom au schéma, par exemple « Schéma 2027-2030 ».')
  .max(200, 'Raccourcissez le nom : 200 caractères au plus.')
const periodeTexte = texteOuNul(300, 'Raccourcissez la période : 300 caractères au plus.')
const source = texteOuNul(2000, 'Raccourcissez la source : 2 000 caractères au plus.')
const note = texteOuNul(4000, 'Raccourcissez la note : 4 000 caractères au plus.')

const dansLOrdre = { path: ['fin'], message: 'La fin précède le début : inversez les deux dates.' }
const hasDatesInOrder = ({ debut, fin }: { debut: string | null; fin: string | null }): boolean =>
  debut === null || fin === null || debut <= fin

export const createSchemaSchema = z
  .strictObject({
    convention: slugConvention,
    /** id of the schéma whose lines are taken over, or null to start from nothing */
    modele: identifiant.nullable(),
    libelle,
    debut: dateOuNulle,
    fin: dateOuNulle,
    total: quotiteSaisie,
    periodeTexte: periodeTexte.default(null),
    source: source.default(null),
    note: note.default(null),
    /** belongs to the previous convention: kept as history */
    anterieur: z.boolean().default(false),
    /** written as existing + developments = total */
    evolution: evolutionSaisie.nullable().default(null),
  })
  .refine(hasDatesInOrder, dansLOrdre)

export const updateIdentiteSchema = z
  .strictObject({
    ...cibleSchema,
    libelle,
    debut: dateOuNulle,
    fin: dateOuNulle,
    periodeTexte,
    source,
    note,
    anterieur: z.boolean(),
  })
  .refine(hasDatesInOrder, dansLOrdre)

/** The last day of a schéma that had none. */
export const updateFinSchema = z.strictObject({ ...cibleSchema, fin: date('Indiquez le dernier jour du schéma.') })

export const removeSchemaSchema = z.strictObject(cibleSchema)
