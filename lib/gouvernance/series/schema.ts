import { z } from 'zod'
import { addYears, isDateCivile } from '@/lib/platform/dates'
import { date, identifiant, slugConvention } from '@/lib/platform/saisie'
import { cancelReunionSchema, planReunionSchema } from '@/lib/gouvernance/reunions/schema'
import type { ChoixSerie, JourSemaine, Rang, Rythme } from '@/lib/gouvernance/calendrier/types'

/** A series of meetings as a form gives it; each message names the remedy. */

const GENRES_RYTHME = [
  'MENSUEL_JOUR',
  'MENSUEL_DATE',
  'DEUX_PAR_MOIS',
  'QUINZAINE',
  'TRIMESTRIEL',
  'AVANT_INSTANCE',
] as const
const RANGS = ['1', '2', '3', '4', 'DERNIER'] as const
const JOURS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Twice a month for six years: what a convention and its renewal can ask. */
const DATES_MAXIMUM = 150
const ANNEES_MAXIMUM = 6

/** What a single meeting takes, a series takes too. */
const { heureDebut, heureFin, lieu, objet, groupe, derogation } = planReunionSchema.shape

/** A whole number as people type it; null when the field is left empty. */
const entier = (minimum: number, maximum: number, remede: string) =>
  z
    .string()
    .max(10, remede)
    .transform((saisie, contexte) => {
      if (saisie.trim() === '') return null
      const nombre = Number(saisie.trim())
      if (Number.isInteger(nombre) && nombre >= minimum && nombre <= maximum) return nombre
      contexte.addIssue({ code: 'custom', message: remede })
      return z.NEVER
    })
    .nullable()
    .default(null)

const serie = {
  instance: identifiant,
  rythme: z.enum(GENRES_RYTHME, 'Choisissez le rythme de la série.'),
  rang: z.enum(RANGS).default('1'),
  rang2: z.enum(RANGS).default('3'),
  jour: z.enum(JOURS).default('2'),
  quantieme: entier(1, 31, 'Indiquez un jour du mois, de 1 à 31.'),
  /** The instance whose meetings these prepare. */
  evenement: identifiant.nullable().default(null),
  avance: entier(1, 52, 'Indiquez un nombre entier, de 1 à 52.'),
  unite: z.enum(['SEMAINES', 'JOURS']).default('SEMAINES'),
  debut: date('Indiquez le premier jour de la série.'),
  fin: date('Indiquez le dernier jour de la série.'),
  siFerme: z.enum(['SUIVANT', 'PRECEDENT', 'OTER', 'GARDER']).default('SUIVANT'),
  siVacances: z.enum(['GARDER', 'DECALER', 'OTER']).default('GARDER'),
  sansAout: z.boolean().default(false),
  groupe,
}

const datesSerie = z
  .array(z.string().refine(isDateCivile, 'Cette date n’existe pas : corrigez-la.'))
  .max(DATES_MAXIMUM, `Une série compte au plus ${DATES_MAXIMUM} réunions : rapprochez ses deux bornes.`)

interface Bornee {
  rythme: (typeof GENRES_RYTHME)[number]
  instance: number
  rang: string
  rang2: string
  quantieme: number | null
  evenement: number | null
  avance: number | null
  debut: string
  fin: string
}

function checkSerie(lue: Bornee, contexte: z.RefinementCtx): void {
  const refuse = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
  if (lue.fin < lue.debut) refuse('fin', 'La série finirait avant de commencer : corrigez le dernier jour.')
  else if (lue.fin > addYears(lue.debut, ANNEES_MAXIMUM))
    refuse('fin', `Une série dure au plus ${ANNEES_MAXIMUM} ans : rapprochez le dernier jour.`)
  if (lue.rythme === 'MENSUEL_DATE' && lue.quantieme === null)
    refuse('quantieme', 'Indiquez un jour du mois, de 1 à 31.')
  const semaines = [lue.rang, lue.rang2].sort().join()
  if (lue.rythme === 'DEUX_PAR_MOIS' && (lue.rang === lue.rang2 || semaines === '4,DERNIER')) {
    refuse('rang2', 'Certains mois, ce serait le même jour : choisissez deux semaines différentes.')
  }
  if (lue.rythme !== 'AVANT_INSTANCE') return
  if (lue.evenement === null) refuse('evenement', 'Choisissez l’instance dont ces réunions préparent les séances.')
  if (lue.evenement === lue.instance)
    refuse('evenement', 'Une instance ne se prépare pas elle-même : choisissez-en une autre.')
  if (lue.avance === null) refuse('avance', 'Indiquez combien de temps avant, de 1 à 52.')
}

function checkHeures(
  { heureDebut: debut, heureFin: fin }: { heureDebut: string | null; heureFin: string | null },
  contexte: z.RefinementCtx,
): void {
  const refuse = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
  if (fin !== null && debut === null)
    refuse('heureDebut', 'Indiquez aussi l’heure de début, ou effacez l’heure de fin.')
  if (debut !== null && fin !== null && fin <= debut)
    refuse('heureFin', 'Les réunions finiraient avant de commencer : corrigez l’heure de fin.')
}

/** What is about to be planned: the dates the rhythm gives, or those the person kept. */
export const checkSerieSchema = z
  .strictObject({ ...serie, dates: datesSerie.nullable().default(null) })
  .superRefine(checkSerie)

export const planSerieSchema = z
  .strictObject({
    convention: slugConvention,
    ...serie,
    heureDebut,
    heureFin,
    lieu,
    objet,
    /** The dates kept, as the person saw them. */
    dates: datesSerie.min(1, 'Gardez au moins une date.'),
    /** One reason for all the dates that the rule refuses. */
    derogation,
  })
  .superRefine((lue, contexte) => {
    checkSerie(lue, contexte)
    checkHeures(lue, contexte)
    if (new Set(lue.dates).size < lue.dates.length) {
      contexte.addIssue({
        code: 'custom',
        path: ['dates'],
        message: 'Une même date est gardée deux fois : décochez l’une des deux.',
      })
    }
  })

const { motif } = cancelReunionSchema.shape

/** Gives up what is left of a series. */
export const cancelSerieSchema = z.strictObject({
  convention: slugConvention,
  serie: identifiant,
  /** How many meetings the person saw: a series that changed since is shown again first. */
  nombre: z.int().min(1).max(1000),
  motif,
  derogation,
})

export type CheckSerie = z.input<typeof checkSerieSchema>
export type PlanSerie = z.input<typeof planSerieSchema>
type SerieLue = z.output<typeof checkSerieSchema>

const toRang = (rang: (typeof RANGS)[number]): Rang => (rang === 'DERNIER' ? rang : (Number(rang) as Rang))

/** The rhythm that the fields of the form describe; those of other rhythms are left aside. */
export function toRythme(
  lue: Pick<SerieLue, 'rythme' | 'rang' | 'rang2' | 'jour' | 'quantieme' | 'avance' | 'unite'>,
): Rythme {
  const jour = Number(lue.jour) as JourSemaine
  const rang = toRang(lue.rang)
  switch (lue.rythme) {
    case 'MENSUEL_JOUR':
    case 'TRIMESTRIEL':
      return { genre: lue.rythme, rang, jour }
    case 'MENSUEL_DATE':
      return { genre: lue.rythme, quantieme: lue.quantieme ?? 1 }
    case 'DEUX_PAR_MOIS':
      return { genre: lue.rythme, rangs: [rang, toRang(lue.rang2)], jour }
    case 'QUINZAINE':
      return { genre: lue.rythme, jour }
    case 'AVANT_INSTANCE':
      return { genre: lue.rythme, jours: (lue.avance ?? 1) * (lue.unite === 'SEMAINES' ? 7 : 1) }
  }
}

export const toChoix = ({
  siFerme,
  siVacances,
  sansAout,
}: Pick<SerieLue, 'siFerme' | 'siVacances' | 'sansAout'>): ChoixSerie => ({ siFerme, siVacances, sansAout })

/** What the table keeps of a rhythm. */
export const RYTHME_ENREGISTRE = {
  MENSUEL_JOUR: 'MENSUEL',
  MENSUEL_DATE: 'MENSUEL',
  DEUX_PAR_MOIS: 'BIMENSUEL',
  QUINZAINE: 'BIMENSUEL',
  TRIMESTRIEL: 'TRIMESTRIEL',
  AVANT_INSTANCE: 'AVANT_INSTANCE',
} as const satisfies Record<Rythme['genre'], string>
