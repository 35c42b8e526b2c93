import { z } from 'zod'
import * as c from './schema-commun'

/** The plan of action: axes, fiches, étapes, indicators and their measures. */

export const statutFiche = z.enum(['A_ENGAGER', 'EN_COURS', 'REALISEE', 'REPORTEE', 'ABANDONNEE', 'A_PRECISER'])

export const mesure = z.strictObject({
  periode: c.texte,
  debut: c.dateOuNulle,
  fin: c.dateOuNulle,
  valeur: c.decimalOuNul,
  valeurPrevue: c.decimalOuNul,
  texte: c.texteOuNul,
  source: c.texteOuNul,
  ventilation: c.texteOuNul,
})

/** One line of indicators as written; it may hold several measures. */
export const indicateur = z.strictObject({
  ref: c.ref,
  libelle: c.texte,
  note: c.texteOuNul,
  /** `ref` of the étape it belongs to, or null when it is the fiche’s own. */
  etape: c.ref.nullable().default(null),
  nature: z.enum(['NOMBRE', 'POURCENTAGE', 'MONTANT', 'LIVRABLE', 'PREVU_REALISE', 'QUALITATIF', 'CARTE_DOCUMENT']),
  unite: c.texteOuNul,
  /** « et son évolution »: a series is asked for. */
  evolution: z.boolean().default(false),
  ventilation: c.texteOuNul,
  sens: c.texteOuNul,
  reference: c.decimalOuNul,
  cible: c.decimalOuNul,
  cibleTexte: c.texteOuNul,
  source: c.texteOuNul,
  fournisseur: c.texteOuNul,
  mesures: z.array(mesure).default([]),
})

export const etape = z.strictObject({
  ref: c.ref,
  numero: c.texteOuNul,
  titre: c.texte,
  description: c.texteOuNul,
  calendrier: c.periodeOuNulle,
  statut: statutFiche.default('A_PRECISER'),
})

export const pilotage = z.strictObject({
  role: z.enum(['PILOTE', 'PORTEUR', 'PARTENAIRE']),
  /** as written, « Selon les modalités » or « CCVA : facilitateur ? » included */
  texte: c.texte,
  organisme: c.ref.nullable().default(null),
  aDefinir: z.boolean().default(false),
})

/** Only an axe and a title are required of a fiche. */
export const fiche = z.strictObject({
  ref: c.ref,
  axe: c.ref,
  numero: c.texteOuNul,
  titre: c.texte,
  titreCourt: c.texteOuNul,
  contexte: c.texteOuNul,
  objectifs: c.texteOuNul,
  description: c.texteOuNul,
  publicVise: c.texteOuNul,
  calendrier: c.periodeOuNulle,
  statut: statutFiche.default('A_PRECISER'),
  avancement: z.int().min(0).max(100).nullable().default(null),
  enjeuCoordination: z.boolean().nullable().default(null),
  suivi: c.texteOuNul,
  themes: z.array(c.codeTheme).default([]),
  pilotages: z.array(pilotage).default([]),
  etapes: z.array(etape).default([]),
  indicateurs: z.array(indicateur).default([]),
})

export const axe = z.strictObject({
  ref: c.ref,
  parent: c.ref.nullable().default(null),
  numero: c.texteOuNul,
  titre: c.texte,
  description: c.texteOuNul,
  objectifs: z.array(c.texte).default([]),
  /** why this axe carries no fiche */
  absence: c.texteOuNul,
  theme: c.codeTheme.nullable().default(null),
})

export const plan = z.strictObject({
  titre: c.texteOuNul,
  /** the convention’s own names for the levels of axes, from the top (1 to 3) */
  niveaux: z.array(c.texte).min(1).max(3),
  nomFiche: c.texte.default('Fiche-action'),
  nomEtape: c.texte.default('Étape'),
  texte: c.texteOuNul,
  /** why the plan carries no fiche, when it carries none */
  raisonSansFiche: c.texteOuNul,
  axes: z.array(axe).default([]),
  fiches: z.array(fiche).default([]),
})
