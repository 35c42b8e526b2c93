import { z } from 'zod'
import { date, texteFacultatif, identifiant, motif, slugConvention, version } from '@/lib/platform/saisie'
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

const siege = z
  .strictObject({
    membre: identifiant,
    version,
    reprise: z.enum(REPRISES),
    nom: texteFacultatif(200, 'Le nom est trop long : 200 caractères au plus.'),
    fonction: texteFacultatif(200, 'La fonction est trop longue : 200 caractères au plus.'),
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
  fin: date('Indiquez le dernier jour des mandats.'),
  motif: motif('Écrivez pourquoi ces mandats se terminent (élection, départ…) : le motif est gardé avec eux.'),
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
