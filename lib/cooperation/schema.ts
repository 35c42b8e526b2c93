import { z } from 'zod'
import { isDateCivile, parseDateSaisie } from '@/lib/platform/dates'
import { parseQuotite, type Centiemes } from '@/lib/platform/nombres'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { MOTIFS_ZERO } from './schema-motifs'

/** A quotité as typed, "1,6" or "1.6"; empty means not known. Gives hundredths. */
export const quotiteSaisie = z
  .string()
  .max(20, 'Écrivez une quotité courte, par exemple 1,6.')
  .transform((texte, contexte): Centiemes | null => {
    if (texte.trim() === '') return null
    const lu = parseQuotite(texte)
    if (lu.ok) return lu.centiemes
    contexte.addIssue({ code: 'custom', message: lu.message })
    return z.NEVER
  })

/** A date as typed or picked; empty means not known. */
const dateSaisie = z
  .string()
  .max(30, 'Écrivez la date sous la forme jj/mm/aaaa.')
  .transform((texte, contexte): string | null => {
    if (texte.trim() === '') return null
    const date = isDateCivile(texte) ? texte : parseDateSaisie(texte)
    if (date) return date
    contexte.addIssue({ code: 'custom', message: 'Cette date ne se lit pas : écrivez-la sous la forme jj/mm/aaaa.' })
    return z.NEVER
  })

const version = z.int().min(0)
const note = z
  .string()
  .trim()
  .max(500, 'Raccourcissez la note : 500 caractères au plus.')
  .transform((texte) => (texte === '' ? null : texte))
const libelle = z.string().trim().min(1, 'Donnez un nom à cette ligne.').max(200, 'Raccourcissez le nom : 200 caractères au plus.')

/** A change of schéma names it and the version it was read at. */
const cible = { convention: slugConvention, schema: identifiant, version }

export const changeEtatSchema = z.strictObject(cible)

export const updateSchemaSchema = z.strictObject({
  ...cible,
  total: quotiteSaisie,
  lignes: z
    .array(z.strictObject({ id: identifiant, quotite: quotiteSaisie, motifZero: z.enum(MOTIFS_ZERO).nullable(), note }))
    .max(500, 'Enregistrez en plusieurs fois : 500 lignes au plus.'),
})

export const createAffectationSchema = z.strictObject({ ...cible, marge: z.enum(['PORTEUR', 'THEMATIQUE']), libelle })
export const removeAffectationSchema = z.strictObject({ ...cible, affectation: identifiant })

export const createSchemaSchema = z
  .strictObject({
    convention: slugConvention,
    /** id of the schéma whose lines are taken over, or null to start from nothing */
    modele: identifiant.nullable(),
    libelle: z.string().trim().min(1, 'Donnez un nom au schéma, par exemple « Schéma 2027-2030 ».').max(200, 'Raccourcissez le nom : 200 caractères au plus.'),
    debut: dateSaisie,
    fin: dateSaisie,
    total: quotiteSaisie,
  })
  .refine((s) => s.debut === null || s.fin === null || s.debut <= s.fin, { path: ['fin'], message: 'La fin précède le début : inversez les deux dates.' })
