import { z } from 'zod'
import { parseQuotite, type Centiemes } from '@/lib/platform/nombres'
import { identifiant, slugConvention, texteOuNul, version } from '@/lib/platform/saisie'
import { MOTIFS_ZERO, SITUATIONS_POSTE } from '../words'
import { codeTheme } from './themes'

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

const note = texteOuNul(500, 'Raccourcissez la note : 500 caractères au plus.')
const libelle = z
  .string()
  .trim()
  .min(1, 'Donnez un nom à cette ligne.')
  .max(200, 'Raccourcissez le nom : 200 caractères au plus.')

/** A part that is added to what exists: who it is for, and how much; known, and more than nothing. */
const developpement = z.strictObject({
  /** null for a new one */
  id: identifiant.nullable(),
  libelle: z
    .string()
    .trim()
    .min(1, 'Dites pour qui est ce développement.')
    .max(200, 'Raccourcissez le nom : 200 caractères au plus.'),
  organisme: identifiant.nullable(),
  quotite: quotiteSaisie.transform((centiemes, contexte): Centiemes => {
    if (centiemes !== null && centiemes > 0) return centiemes
    contexte.addIssue({ code: 'custom', message: 'Indiquez la quotité du développement, par exemple 0,2.' })
    return z.NEVER
  }),
})

/** Evolution form: existing + developments = total. Without an existing part, no development either. */
export const evolutionSaisie = z
  .strictObject({
    existant: quotiteSaisie,
    developpements: z.array(developpement).max(100, 'Regroupez : 100 développements au plus.'),
  })
  .refine(({ existant, developpements }) => existant !== null || developpements.length === 0, {
    path: ['existant'],
    message: 'Indiquez l’existant auquel ces développements s’ajoutent.',
  })

/** A change of schéma names it and the version it was read at. */
export const cibleSchema = { convention: slugConvention, schema: identifiant, version }

export const changeEtatSchema = z.strictObject(cibleSchema)

export const updateSchemaSchema = z.strictObject({
  ...cibleSchema,
  total: quotiteSaisie,
  lignes: z
    .array(
      z.strictObject({
        id: identifiant,
        quotite: quotiteSaisie,
        motifZero: z.enum(MOTIFS_ZERO).nullable(),
        note,
        situation: z.enum(SITUATIONS_POSTE).optional(),
      }),
    )
    .max(500, 'Enregistrez en plusieurs fois : 500 lignes au plus.'),
  /** existing + developments, when they change */
  evolution: evolutionSaisie.optional(),
  /** cells of the cross table that change; one left empty is removed */
  croise: z
    .array(z.strictObject({ porteur: identifiant, thematique: identifiant, quotite: quotiteSaisie }))
    .max(2000, 'Enregistrez en plusieurs fois : 2 000 cases au plus.')
    .optional(),
})

export const createAffectationSchema = z.strictObject({
  ...cibleSchema,
  marge: z.enum(['PORTEUR', 'THEMATIQUE']),
  libelle,
})
export const removeAffectationSchema = z.strictObject({ ...cibleSchema, affectation: identifiant })

/** Several lines at once: parties and communes of the territory (by porteur), reference themes (by thématique). */
export const createAffectationsSchema = z.strictObject({
  ...cibleSchema,
  organismes: z.array(identifiant).max(300),
  communes: z.array(z.string().regex(/^[0-9AB]{5}$/, 'Choisissez la commune dans la liste du territoire.')).max(1000),
  themes: z.array(codeTheme).max(10),
})
