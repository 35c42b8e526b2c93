import { z } from 'zod'
import * as c from '@/lib/notation/schema'
import { cote } from './fiche'

/** Indicators, what is aimed at and what was measured. */

/** A party that agreed to a value. */
const accord = z.strictObject({ organisme: c.ref, le: c.dateOuNulle })

export const mesure = z.strictObject({
  periode: c.texte,
  debut: c.dateOuNulle,
  fin: c.dateOuNulle,
  valeur: c.decimalOuNul,
  valeurPrevue: c.decimalOuNul,
  texte: c.texteOuNul,
  source: c.texteOuNul,
  ventilation: c.texteOuNul,
  /** a proposed value counts once the side that confirms has said so */
  etat: z.enum(['CONFIRMEE', 'PROPOSEE']).default('CONFIRMEE'),
  /** why a proposed value is what it is */
  motif: c.texteOuNul,
  confirmeeLe: c.instantOuNul,
  accords: z.array(accord).default([]),
})

/** What is aimed at in one period. */
const cibleIndicateur = z.strictObject({
  periode: c.texte,
  debut: c.dateOuNulle,
  fin: c.dateOuNulle,
  valeur: c.decimalOuNul,
  texte: c.texteOuNul,
})

/** One line of indicators as written; it may hold several measures. */
export const indicateur = z.strictObject({
  ref: c.ref,
  libelle: c.texte,
  note: c.texteOuNul,
  /** `ref` of the étape it belongs to, or null when it is the fiche’s own. */
  etape: c.ref.nullable().default(null),
  /** `ref` of the line, as written, that this measure was split from */
  origine: c.ref.nullable().default(null),
  nature: z.enum(['NOMBRE', 'POURCENTAGE', 'MONTANT', 'LIVRABLE', 'PREVU_REALISE', 'QUALITATIF', 'CARTE_DOCUMENT']),
  unite: c.texteOuNul,
  /** « et son évolution »: a series is asked for. */
  evolution: z.boolean().default(false),
  frequence: z.enum(['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE', 'UNIQUE']).nullable().default(null),
  ventilation: c.texteOuNul,
  /** what it is broken down by when it is entered so, and the parts */
  ventilationGenre: z.enum(['COMMUNE', 'EMPLOYEUR', 'TYPE', 'AUTRE']).nullable().default(null),
  ventiles: z.array(c.texte).default([]),
  sens: c.texteOuNul,
  reference: c.decimalOuNul,
  /** when or what the baseline is of: « 2021 » */
  referenceTexte: c.texteOuNul,
  cible: c.decimalOuNul,
  cibleTexte: c.texteOuNul,
  source: c.texteOuNul,
  fournisseur: c.texteOuNul,
  /** the side that confirms its values */
  confirmation: cote.nullable().default(null),
  cibles: z.array(cibleIndicateur).default([]),
  mesures: z.array(mesure).default([]),
})
