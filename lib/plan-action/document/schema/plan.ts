import { z } from 'zod'
import { mapTextesSelon } from '@/lib/plan-action/champs/rules/catalogue'
import * as c from '@/lib/notation/schema'
import { appreciation, etape, lienFiche, ligneBudget, pilotage, redactionOuNulle, statutFiche } from './fiche'
import { indicateur } from './indicateur'

/** The plan of action: axes, fiches, and the versions of it that were closed. */

/** Only an axe and a title are required of a fiche. */
const fiche = z.strictObject({
  ref: c.ref,
  axe: c.ref,
  ...mapTextesSelon(
    () => c.texteOuNul,
    () => c.texte,
  ),
  calendrier: c.periodeOuNulle,
  statut: statutFiche.default('A_PRECISER'),
  avancement: z.int().min(0).max(100).nullable().default(null),
  /** why the progress is not what the étapes say */
  avancementMotif: c.texteOuNul,
  enjeuCoordination: z.boolean().nullable().default(null),
  /** announced by the document, not yet written */
  aRediger: z.boolean().default(false),
  redaction: redactionOuNulle,
  themes: z.array(c.codeTheme).default([]),
  /** names of communes of the territory */
  communes: z.array(c.texte).default([]),
  pilotages: z.array(pilotage).default([]),
  etapes: z.array(etape).default([]),
  indicateurs: z.array(indicateur).default([]),
  budget: z.array(ligneBudget).default([]),
  liens: z.array(lienFiche).default([]),
  /** ranks in `documents`, 1 for the first */
  documents: z.array(z.int().min(1).max(5_000)).default([]),
  appreciations: z.array(appreciation).max(2, 'Deux appréciations au plus : la Caf et la coordination.').default([]),
})

const axe = z.strictObject({
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

/** What a plan says: what a version keeps whole, and what one version is compared with another by. */
export const contenuPlan = z.strictObject({
  titre: c.texteOuNul,
  /** the convention’s own names for the levels of axes, from the top (1 to 3) */
  niveaux: z.array(c.texte).min(1).max(3),
  nomFiche: c.texte.default('Fiche-action'),
  nomEtape: c.texte.default('Étape'),
  texte: c.texteOuNul,
  /** why the plan carries no fiche, when it carries none */
  raisonSansFiche: c.texteOuNul,
  /** where the numbers of fiches come from: typed one by one, the axe and a rank, one sequence, none */
  numerotation: z.enum(['LIBRE', 'PAR_AXE', 'CONTINUE', 'AUCUNE']).default('LIBRE'),
  /** what stands before the number of a fiche: « FA » */
  prefixe: c.texteOuNul,
  axes: z.array(axe).default([]),
  fiches: z.array(fiche).default([]),
})

/** A version of the plan that was closed: whole, as it was that day. What it names may have gone since. */
const versionPlan = z.strictObject({
  numero: z.int().min(1).max(1_000),
  libelle: c.texte,
  motif: c.texteOuNul,
  /** `ref` of the avenant that closed it */
  avenant: c.ref.nullable().default(null),
  arreteeLe: c.date,
  contenu: contenuPlan,
})

export const plan = contenuPlan.extend({ versions: z.array(versionPlan).default([]) })

export type ContenuPlan = z.output<typeof contenuPlan>
/** The living plan of a convention, with its closed versions. */
export type PlanDossier = z.output<typeof plan>
export type FicheDossier = PlanDossier['fiches'][number]
export type IndicateurDossier = FicheDossier['indicateurs'][number]
export { pilotage, statutFiche } from './fiche'
