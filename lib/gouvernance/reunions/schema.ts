import { z } from 'zod'
import { parseDateSaisie } from '@/lib/platform/dates'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { ANNEES, FILTRES_ETAT, FILTRES_REUNIONS } from '@/lib/gouvernance/frequence/words'

/** What may come in: filters of an address, meetings from a form, each message with its remedy. */

export const etatFiltre = z.enum(FILTRES_ETAT).optional()
export const reunionsFiltre = z.enum(FILTRES_REUNIONS).optional()
export const anneeFiltre = z.int().min(ANNEES.premiere).max(ANNEES.derniere).optional()
export const refInstance = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

/** Reads an hour as people type it: '14:30', '14h30', '14 h', '9:05'; null when it is not one. */
export function parseHeureSaisie(texte: string): string | null {
  const lue = /^(\d{1,2})\s*(?:[h:]\s*(\d{2})?)$/i.exec(texte.trim())
  const heures = Number(lue?.[1])
  const minutes = Number(lue?.[2] ?? 0)
  if (!lue || heures > 23 || minutes > 59) return null
  return `${String(heures).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const dateReunion = z
  .string('Indiquez la date de la réunion.')
  .max(40, 'Écrivez la date comme 3/3/2026.')
  .transform((saisie, contexte) => {
    const refuse = (message: string) => {
      contexte.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (saisie.trim() === '') return refuse('Indiquez la date de la réunion.')
    const date = parseDateSaisie(saisie)
    if (date === null)
      return refuse(
        `«\u00A0${saisie.trim()}\u00A0» n’est pas une date lisible\u00A0: écrivez-la comme 3/3/2026, ou choisissez-la dans le calendrier.`,
      )
    if (date < '1990-01-01' || date > '2100-12-31')
      return refuse('L’année paraît fausse\u00A0: vérifiez la date, qui doit être entre 1990 et 2100.')
    return date
  })

const heure = z
  .string()
  .max(20, 'Écrivez l’heure comme 14:30.')
  .transform((saisie, contexte) => {
    if (saisie.trim() === '') return null
    const lue = parseHeureSaisie(saisie)
    if (lue !== null) return lue
    contexte.addIssue({
      code: 'custom',
      message: `«\u00A0${saisie.trim()}\u00A0» n’est pas une heure lisible\u00A0: écrivez-la comme 14:30.`,
    })
    return z.NEVER
  })
  .nullable()
  .default(null)

/** A text that may be left empty: blank is unknown. */
const texteOuNul = (maximum: number, remede: string) =>
  z
    .string()
    .trim()
    .max(maximum, remede)
    .transform((texte) => (texte === '' ? null : texte))
    .nullable()
    .default(null)

const LONGUEUR = {
  lieu: 'Le lieu est trop long\u00A0: 200 caractères au plus. Gardez le nom de la salle et la commune.',
  objet: 'L’objet est trop long\u00A0: 300 caractères au plus. Le détail a sa place dans la note de la réunion.',
  groupe: 'Le nom est trop long\u00A0: 120 caractères au plus.',
  note: 'La note est trop longue\u00A0: 20\u202F000 caractères au plus. Résumez-la, le document complet peut être conservé ailleurs.',
  motif: 'Le motif est trop long\u00A0: 1\u202F000 caractères au plus.',
}

const motif = (absent: string) => z.string(absent).trim().min(3, absent).max(1000, LONGUEUR.motif)

/** Sets a rule aside, with the reason that is kept and shown. */
const derogation = z
  .strictObject({ motif: motif('Écrivez pourquoi la règle est écartée\u00A0: ce motif est gardé avec la réunion.') })
  .nullable()
  .default(null)

const quand = {
  date: dateReunion,
  heureDebut: heure,
  heureFin: heure,
  lieu: texteOuNul(200, LONGUEUR.lieu),
  objet: texteOuNul(300, LONGUEUR.objet),
  /** Thématique or commission, when the rule is counted per group. */
  groupe: texteOuNul(120, LONGUEUR.groupe),
}

const version = z.int().min(0).max(2_147_483_647)
const reunionVisee = { convention: slugConvention, reunion: identifiant, version }

function checkHeures(
  { heureDebut, heureFin }: { heureDebut: string | null; heureFin: string | null },
  contexte: z.RefinementCtx,
): void {
  const refuse = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
  if (heureFin !== null && heureDebut === null)
    refuse('heureDebut', 'Indiquez aussi l’heure de début, ou effacez l’heure de fin.')
  if (heureDebut !== null && heureFin !== null && heureFin <= heureDebut)
    refuse('heureFin', 'La réunion finirait avant de commencer\u00A0: corrigez l’heure de fin.')
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
  .strictObject({ ...reunionVisee, ...quand, compteRendu: texteOuNul(20_000, LONGUEUR.note), derogation })
  .superRefine(checkHeures)

export const holdReunionSchema = z.strictObject({
  ...reunionVisee,
  /** The day it took place, when it is not the one planned. */
  date: dateReunion,
  compteRendu: texteOuNul(20_000, LONGUEUR.note),
  derogation,
})

export const cancelReunionSchema = z.strictObject({
  ...reunionVisee,
  motif: motif('Écrivez pourquoi la réunion est annulée\u00A0: le motif est gardé avec elle.'),
  derogation,
})

export const reopenReunionSchema = z.strictObject({ ...reunionVisee, derogation })

/** What a form is about to do, to tell its effect before it is done. */
export const checkReunionSchema = z.strictObject({
  convention: slugConvention,
  operation: z.enum(['PLANIFIER', 'TENIR', 'ANNULER']),
  instance: identifiant,
  reunion: identifiant.nullable().default(null),
  date: dateReunion,
  groupe: texteOuNul(120, LONGUEUR.groupe),
})

export type PlanReunion = z.input<typeof planReunionSchema>
export type UpdateReunion = z.input<typeof updateReunionSchema>
export type HoldReunion = z.input<typeof holdReunionSchema>
export type CancelReunion = z.input<typeof cancelReunionSchema>
export type ReopenReunion = z.input<typeof reopenReunionSchema>
export type CheckReunion = z.input<typeof checkReunionSchema>
