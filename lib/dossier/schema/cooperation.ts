import { z } from 'zod'
import { ANNEES } from '@/lib/platform/dates'
import * as c from '@/lib/notation/schema'

/** Schémas de coopération: agreed ETP, two margins of one total, posts and people. */

export const affectation = z.strictObject({
  marge: z.enum(['PORTEUR', 'THEMATIQUE']),
  organisme: c.ref.nullable().default(null),
  theme: c.codeTheme.nullable().default(null),
  libelle: c.texte,
  /** null: the document gives no figure (« Néant » is a null with its reason) */
  quotite: c.quotiteOuNulle,
  motifZero: z.enum(['PORTE_PAR_AUTRE', 'A_NEGOCIER', 'SANS_ETP', 'NEANT', 'NON_PRECISE']).nullable().default(null),
  note: c.texteOuNul,
  situation: z.enum(['POURVU', 'VACANT', 'JAMAIS_POURVU', 'EXTERNALISE', 'NON_PRECISE']).default('NON_PRECISE'),
  /** thématiques written beside the line, without any split between them */
  themesTexte: z.array(c.texte).default([]),
})

/** Days without the person; never why. */
const absence = z.strictObject({ debut: c.date, fin: c.dateOuNulle })

const occupation = z.strictObject({
  personne: c.texte,
  /** null: the person is known, the quotité is not */
  quotite: c.quotite.nullable(),
  debut: c.date,
  fin: c.dateOuNulle,
  /** rank, in the occupations of the same post, of the one it stands in for */
  remplace: z.int().min(0).max(500).nullable().default(null),
  absences: z.array(absence).default([]),
})

export const poste = z.strictObject({
  ref: c.ref,
  intitule: c.texte,
  quotite: c.quotite,
  organisme: c.ref.nullable().default(null),
  /** libellé of the PORTEUR affectation this post is a part of */
  affectation: c.texteOuNul,
  mode: z.enum(['DIRECT', 'EXTERNALISE', 'PARTAGE', 'NON_PRECISE']).default('NON_PRECISE'),
  note: c.texteOuNul,
  themes: z.array(c.codeTheme).default([]),
  /** numbers of the reference missions */
  missions: z.array(z.int().min(1).max(12)).default([]),
  occupations: z.array(occupation).default([]),
})

export const schemaCooperation = z
  .strictObject({
    ref: c.ref,
    libelle: c.texte,
    debut: c.dateOuNulle,
    fin: c.dateOuNulle,
    periodeTexte: c.texteOuNul,
    total: c.quotiteOuNulle,
    existant: c.quotiteOuNulle,
    developpements: z
      .array(z.strictObject({ libelle: c.texte, organisme: c.ref.nullable().default(null), quotite: c.quotite }))
      .default([]),
    etat: z.enum(['BROUILLON', 'PROPOSE', 'VALIDE', 'CLOS']),
    /** belongs to the previous convention */
    anterieur: z.boolean().default(false),
    note: c.texteOuNul,
    source: c.texteOuNul,
    affectations: z.array(affectation).default([]),
    /** cross table, only where the document gives it: libellés of a PORTEUR and of a THEMATIQUE line */
    croisements: z.array(z.strictObject({ porteur: c.texte, thematique: c.texte, quotite: c.quotite })).default([]),
    postes: z.array(poste).default([]),
  })
  .refine((s) => s.debut === null || s.fin === null || s.debut <= s.fin, {
    message: 'Le schéma finit avant de commencer : vérifiez les deux dates.',
    path: ['fin'],
  })

/** A cost per ETP is a dated setting with its source; there is no default. */
export const coutEtp = z.strictObject({
  montant: c.decimal,
  valableDu: c.dateOuNulle,
  indicatif: z.boolean().default(true),
  source: c.texte,
})

const annee = z.int().min(ANNEES.premiere).max(ANNEES.derniere)

/** What a financer pays: percent of the cost, euros per ETP and year, or euros per year. No default. */
export const reglageFinancement = z.strictObject({
  financeur: c.texte,
  organisme: c.ref.nullable().default(null),
  nature: z.enum(['TAUX', 'MONTANT_PAR_ETP', 'FORFAIT']),
  valeur: c.decimal,
  valableDu: c.dateOuNulle,
  valableAu: c.dateOuNulle,
  source: c.texte,
})

/** What was planned and paid in a year, for a post (its ref) or for all of them. */
export const financement = z.strictObject({
  annee,
  poste: c.ref.nullable().default(null),
  organisme: c.ref.nullable().default(null),
  financeur: c.texte,
  prevu: c.decimalOuNul,
  realise: c.decimalOuNul,
  note: c.texteOuNul,
})

/** Percent of a person's time in this convention that went to a theme in a year. */
export const repartitionAfas = z.strictObject({ annee, personne: c.texte, theme: c.codeTheme, part: c.decimal })

/** What was done of a reference mission (its number) in a year, by one person or by all. */
export const activite = z.strictObject({
  annee,
  mission: z.int().min(1).max(12),
  personne: c.texteOuNul,
  texte: c.texte,
})

export const bilanFonction = z.strictObject({
  annee,
  effets: c.texteOuNul,
  objectifs: c.texteOuNul,
  moyens: c.texteOuNul,
  difficultes: c.texteOuNul,
  suites: c.texteOuNul,
})
