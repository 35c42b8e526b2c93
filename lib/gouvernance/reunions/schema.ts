import { z } from 'zod'
import {
  annee,
  date,
  texteFacultatif,
  heureOuNulle,
  identifiant,
  motif,
  slugConvention,
  version,
} from '@/lib/platform/saisie'
import { FILTRES_ETAT, FILTRES_REUNIONS } from '@/lib/gouvernance/frequence/words'

/** What may come in: filters of an address, meetings from a form, each message with its remedy. */

export const etatFiltre = z.enum(FILTRES_ETAT).optional()
export const reunionsFiltre = z.enum(FILTRES_REUNIONS).optional()
export const anneeFiltre = annee.optional()
export const refInstance = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

const heure = heureOuNulle.nullable().default(null)

const LONGUEUR = {
  lieu: 'Le lieu est trop long : 200 caractères au plus. Gardez le nom de la salle et la commune.',
  objet: 'L’objet est trop long : 300 caractères au plus. Le détail a sa place dans la note de la réunion.',
  groupe: 'Le nom est trop long : 120 caractères au plus.',
  note: 'La note est trop longue : 20 000 caractères au plus. Résumez-la, le document complet peut être conservé ailleurs.',
}

/** Sets a rule aside, with the reason that is kept and shown. */
const derogation = z
  .strictObject({ motif: motif('Écrivez pourquoi la règle est écartée : ce motif est gardé avec la réunion.') })
  .nullable()
  .default(null)

const quand = {
  date: date('Indiquez la date de la réunion.'),
  heureDebut: heure,
  heureFin: heure,
  lieu: texteFacultatif(200, LONGUEUR.lieu),
  objet: texteFacultatif(300, LONGUEUR.objet),
  /** Thématique or commission, when the rule is counted per group. */
  groupe: texteFacultatif(120, LONGUEUR.groupe),
}

const reunionVisee = { convention: slugConvention, reunion: identifiant, version }

function checkHeures(
  { heureDebut, heureFin }: { heureDebut: string | null; heureFin: string | null },
  contexte: z.RefinementCtx,
): void {
  const refuse = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
  if (heureFin !== null && heureDebut === null)
    refuse('heureDebut', 'Indiquez aussi l’heure de début, ou effacez l’heure de fin.')
  if (heureDebut !== null && heureFin !== null && heureFin <= heureDebut)
    refuse('heureFin', 'La réunion finirait avant de commencer : corrigez l’heure de fin.')
}

export const planReunionSchema = z
  .strictObject({
    convention: slugConvention,
    instance: identifiant,
    ...quand,
    /** It took place already: recorded as held at once. */
    tenue: z.boolean().default(false),
    derogation,
  })
  .superRefine(checkHeures)

export const updateReunionSchema = z
  .strictObject({ ...reunionVisee, ...quand, compteRendu: texteFacultatif(20_000, LONGUEUR.note), derogation })
  .superRefine(checkHeures)

export const holdReunionSchema = z.strictObject({
  ...reunionVisee,
  /** The day it took place, when it is not the one planned. */
  date: date('Indiquez la date de la réunion.'),
  compteRendu: texteFacultatif(20_000, LONGUEUR.note),
  derogation,
})

export const cancelReunionSchema = z.strictObject({
  ...reunionVisee,
  motif: motif('Écrivez pourquoi la réunion est annulée : le motif est gardé avec elle.'),
  derogation,
})

export const reopenReunionSchema = z.strictObject({ ...reunionVisee, derogation })

/** What a form is about to do, to tell its effect before it is done. */
export const checkReunionSchema = z.strictObject({
  convention: slugConvention,
  operation: z.enum(['PLANIFIER', 'TENIR', 'ANNULER']),
  instance: identifiant,
  reunion: identifiant.nullable().default(null),
  date: date('Indiquez la date de la réunion.'),
  groupe: texteFacultatif(120, LONGUEUR.groupe),
})

export type PlanReunion = z.input<typeof planReunionSchema>
export type CheckReunion = z.input<typeof checkReunionSchema>
