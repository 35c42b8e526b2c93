import { z } from 'zod'
import { identifiant, slugConvention, version } from '@/lib/platform/saisie'

/** What the import and the export of a plan by spreadsheet are asked. */

const table = z.enum([
  'PLAN',
  'AXES',
  'FICHES',
  'PILOTAGES',
  'ETAPES',
  'INDICATEURS',
  'CIBLES',
  'MESURES',
  'BUDGET',
  'LIENS',
])

/** The weight is told in words by the reading itself: a little more than it takes is let in. */
export const recordTableurSchema = z.strictObject({
  convention: slugConvention,
  fichier: z
    .file('Choisissez un fichier XLSX, ODS ou CSV.')
    .max(
      5_400_000,
      'Ce fichier pèse plus de 5 Mo : retirez-en les images et les feuilles inutiles, ou partagez-le en plusieurs fichiers.',
    ),
})

const correspondanceSchema = z.strictObject({
  feuilles: z
    .array(
      z.strictObject({
        feuille: z.int().min(0).max(100),
        table: table.nullable(),
        entete: z.int().min(0).max(5_000),
        colonnes: z.array(z.string().max(40).nullable()).max(200),
      }),
    )
    .max(40)
    .superRefine((feuilles, contexte) => {
      feuilles.forEach(({ table: celle, colonnes, feuille }, i) => {
        if (celle !== null && feuilles.findIndex((autre) => autre.table === celle) < i)
          contexte.addIssue({
            code: 'custom',
            path: [i, 'table'],
            message: 'Deux feuilles disent la même chose : n’en gardez qu’une.',
          })
        colonnes.forEach((cle, rang) => {
          if (cle !== null && colonnes.indexOf(cle) < rang)
            contexte.addIssue({
              code: 'custom',
              path: [i, 'colonnes', rang],
              message: `Deux colonnes de la feuille ${feuille + 1} disent la même chose : n’en gardez qu’une.`,
            })
        })
      })
      if (feuilles.every(({ table: celle }) => celle === null))
        contexte.addIssue({
          code: 'custom',
          path: [0, 'table'],
          message: 'Dites ce que contient au moins une feuille.',
        })
    }),
  axe: z.string().max(80).nullable(),
  creerAxes: z.boolean(),
})

const surImport = { convention: slugConvention, import: identifiant, version }
export const checkTableurSchema = z.strictObject({ ...surImport, correspondance: correspondanceSchema })
/** `sansRefusees`: the rows that cannot be read are knowingly left out */
export const importTableurSchema = z.strictObject({ ...surImport, sansRefusees: z.boolean() })
export const removeTableurSchema = z.strictObject(surImport)

export const VERDICTS = ['CREEE', 'CHANGEE', 'INCHANGEE', 'REFUSEE'] as const

export const tableurSchema = z.strictObject({
  convention: slugConvention,
  import: identifiant.optional(),
  verdict: z.enum(VERDICTS).optional(),
  page: z.int().min(1).max(1_000).default(1),
  colonnes: z.boolean().optional(),
})
export const surTableurSchema = z.strictObject({ convention: slugConvention, import: identifiant })
