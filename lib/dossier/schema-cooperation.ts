import { z } from 'zod'
import * as c from './schema-commun'

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

export const occupation = z.strictObject({ personne: c.texte, quotite: c.quotite, debut: c.date, fin: c.dateOuNulle })

export const poste = z.strictObject({
  ref: c.ref,
  intitule: c.texte,
  quotite: c.quotite,
  organisme: c.ref.nullable().default(null),
  /** libellé of the PORTEUR affectation this post is a part of */
  affectation: c.texteOuNul,
  mode: z.enum(['DIRECT', 'EXTERNALISE', 'PARTAGE', 'NON_PRECISE']).default('NON_PRECISE'),
  note: c.texteOuNul,
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
    developpements: z.array(z.strictObject({ libelle: c.texte, organisme: c.ref.nullable().default(null), quotite: c.quotite })).default([]),
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
    message: 'Le schéma finit avant de commencer : vérifiez les deux dates.',
    path: ['fin'],
  })

/** A cost per ETP is a dated setting with its source; there is no default. */
export const coutEtp = z.strictObject({ montant: c.decimal, valableDu: c.dateOuNulle, indicatif: z.boolean().default(true), source: c.texte })
