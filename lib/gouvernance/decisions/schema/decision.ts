import { z } from 'zod'
import { dateOuNulle, texteFacultatif, identifiant, slugConvention, version } from '@/lib/platform/saisie'
import { EFFETS, ETATS, LONGUEUR_DECISION, NATURES } from '../words'

/** What may come in about decisions, from their forms. */

/** A day that may be left empty. */
const jour = dateOuNulle.nullable().default(null)

const responsable = texteFacultatif(200, 'Le nom est trop long : 200 caractères au plus.')
const suivi = texteFacultatif(
  5000,
  'Le suivi est trop long : 5 000 caractères au plus. Gardez ce qui a été fait et ce qui reste.',
)

const contenu = {
  texte: z
    .string('Écrivez la décision.')
    .trim()
    .min(3, 'Écrivez la décision : une phrase suffit.')
    .max(
      LONGUEUR_DECISION,
      'La décision est trop longue : 2 000 caractères au plus. Les débats ont leur place dans les notes du point.',
    ),
  nature: z.enum(NATURES, 'Choisissez la nature de la décision dans la liste.'),
  etat: z.enum(ETATS, 'Choisissez ce qui a été décidé : prise, reportée, refusée ou attendue.'),
  responsable,
  echeance: jour,
  /** What it changes elsewhere; null: nothing. */
  effet: z.enum(EFFETS, 'Choisissez un effet de la liste.').nullable().default(null),
  /** What the effect bears on. */
  objet: identifiant.nullable().default(null),
  /** The new target, as typed. */
  cible: z.string().trim().max(500, 'La cible est trop longue : 500 caractères au plus.').default(''),
}

interface Vise {
  effet: (typeof EFFETS)[number] | null
  objet: number | null
  cible: string
}

const OBJET: Record<(typeof EFFETS)[number], string> = {
  REPORTER_FICHE: 'Choisissez la fiche à reporter.',
  ABANDONNER_FICHE: 'Choisissez la fiche à abandonner.',
  CHANGER_CIBLE: 'Choisissez l’indicateur dont la cible change.',
  VALIDER_SCHEMA: 'Choisissez le schéma à valider.',
  VALIDER_AVENANT: 'Choisissez l’avenant à valider.',
}

function checkEffet({ effet, objet, cible }: Vise, contexte: z.RefinementCtx): void {
  if (effet === null) return
  if (objet === null) contexte.addIssue({ code: 'custom', path: ['objet'], message: OBJET[effet] })
  if (effet === 'CHANGER_CIBLE' && cible === '')
    contexte.addIssue({ code: 'custom', path: ['cible'], message: 'Écrivez la nouvelle cible.' })
}

export const recordDecisionSchema = z
  .strictObject({ convention: slugConvention, point: identifiant, ...contenu })
  .superRefine(checkEffet)

const decisionVisee = { convention: slugConvention, decision: identifiant, version }

export const updateDecisionSchema = z.strictObject({ ...decisionVisee, ...contenu }).superRefine(checkEffet)

export const removeDecisionSchema = z.strictObject(decisionVisee)

/** What has been done since, and who does it: possible on validated minutes too. */
export const updateSuiviDecisionSchema = z.strictObject({ ...decisionVisee, responsable, suivi })

export const closeDecisionSchema = z.strictObject({
  ...decisionVisee,
  realiseeLe: jour.refine((date) => date !== null, 'Indiquez le jour où la décision a été réalisée.'),
  suivi,
})

export const reopenDecisionSchema = z.strictObject({ ...decisionVisee, suivi })

export type RecordDecision = z.input<typeof recordDecisionSchema>
export type UpdateDecision = z.input<typeof updateDecisionSchema>
export type ContenuDecision = Omit<z.output<typeof recordDecisionSchema>, 'convention' | 'point'>
