import { z } from 'zod'
import { parseDateSaisie } from '@/lib/platform/dates'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { FILTRES_MANDATS } from './rules'
import { COLLEGES, REPRISES } from './types'

/** What may come in about mandates: filters of an address, the end of mandates from a form. */

const refPartie = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

export const mandatsSchema = z.strictObject({
  convention: slugConvention,
  q: z.string().max(100).optional(),
  etat: z.enum(FILTRES_MANDATS).optional(),
  page: z.int().min(1).max(1000).default(1),
})

/** Whose mandates are to end: one person, one seat, one organisme, or a college. */
export const clotureSchema = z.strictObject({
  convention: slugConvention,
  personne: z.string().max(100).optional(),
  siege: identifiant.optional(),
  organisme: refPartie.optional(),
  college: z.enum(COLLEGES).optional(),
})

const dateFin = z
  .string('Indiquez le dernier jour des mandats.')
  .max(40, 'Écrivez la date comme 3/3/2026.')
  .transform((saisie, contexte) => {
    const refuse = (message: string) => {
      contexte.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (saisie.trim() === '') return refuse('Indiquez le dernier jour des mandats.')
    const date = parseDateSaisie(saisie)
    if (date === null)
      return refuse(
        `«\u00A0${saisie.trim()}\u00A0» n’est pas une date lisible\u00A0: écrivez-la comme 3/3/2026, ou choisissez-la dans le calendrier.`,
      )
    if (date < '1990-01-01' || date > '2100-12-31')
      return refuse('L’année paraît fausse\u00A0: vérifiez la date, qui doit être entre 1990 et 2100.')
    return date
  })

const texteOuNul = (maximum: number, remede: string) =>
  z
    .string()
    .trim()
    .max(maximum, remede)
    .transform((texte) => (texte === '' ? null : texte))
    .nullable()
    .default(null)

const version = z.int().min(0).max(2_147_483_647)
const MOTIF = 'Écrivez pourquoi ces mandats se terminent (élection, départ…)\u00A0: le motif est gardé avec eux.'

const siege = z
  .strictObject({
    membre: identifiant,
    version,
    reprise: z.enum(REPRISES),
    nom: texteOuNul(200, 'Le nom est trop long\u00A0: 200 caractères au plus.'),
    fonction: texteOuNul(200, 'La fonction est trop longue\u00A0: 200 caractères au plus.'),
  })
  .superRefine(({ reprise, nom }, contexte) => {
    if (reprise === 'SUCCESSEUR' && nom === null)
      contexte.addIssue({
        code: 'custom',
        path: ['nom'],
        message: 'Nommez le successeur, ou indiquez qu’il est à désigner.',
      })
  })

export const closeMandatsSchema = z.strictObject({
  convention: slugConvention,
  /** Last day of the mandates; those who take over begin the day after. */
  fin: dateFin,
  motif: z.string(MOTIF).trim().min(3, MOTIF).max(1000, 'Le motif est trop long\u00A0: 1\u202F000 caractères au plus.'),
  sieges: z.array(siege).min(1, 'Choisissez au moins un mandat.').max(400, 'Clôturez au plus 400 mandats à la fois.'),
  /** Decisions and agenda points that pass to the successor’s name. */
  decisions: z
    .array(z.strictObject({ id: identifiant, version }))
    .max(2000)
    .default([]),
  points: z
    .array(z.strictObject({ id: identifiant, version }))
    .max(2000)
    .default([]),
})

export const reopenMandatsSchema = z.strictObject({
  convention: slugConvention,
  /** The ending to take back, as the list of mandates names it. */
  cloture: identifiant,
})

export type CloseMandats = z.input<typeof closeMandatsSchema>
export type ReopenMandats = z.input<typeof reopenMandatsSchema>
