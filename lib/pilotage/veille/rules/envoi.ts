/** Who is due a message on a day, and how much it tells. Which days are open is given: it depends on the country. */
import { addDays, formatDate, monthBounds, type DateCivile } from '@/lib/platform/dates'
import { GRAVITES } from './signaux'
import type { Signal } from './faits'

export type Frequence = 'JAMAIS' | 'QUOTIDIENNE' | 'HEBDOMADAIRE' | 'MENSUELLE'

export interface Reglage {
  frequence: Frequence
  /** ISO day of the week of a weekly message, 1 to 5. */
  jour: number
}

/** True for a day on which people work. */
export type JourOuvre = (date: DateCivile) => boolean

export const JOURS_SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'] as const

/** A Monday, from which days of the week are counted. */
const LUNDI = '2024-01-01'

/** ISO day of the week, 1 for Monday. */
export function computeJourSemaine(date: DateCivile): number {
  const jours = Math.round((Date.parse(date) - Date.parse(LUNDI)) / 86_400_000)
  return (((jours % 7) + 7) % 7) + 1
}

/** Longest run of closed days that is looked over. */
const FERMETURE_MAXIMUM = 10

/** Whether `today` is the first open day from `jour` on: a message due on a closed day leaves on the next open one. */
function isReporte(jour: DateCivile, today: DateCivile, isOuvre: JourOuvre): boolean {
  for (let date = jour; date < today; date = addDays(date, 1)) if (isOuvre(date)) return false
  return isOuvre(today)
}

export interface Dus {
  quotidienne: boolean
  /** Days of the week whose weekly message leaves today. */
  jours: number[]
  mensuelle: boolean
}

/** Which messages leave on a day: none on a closed one; what would have left on a closed day leaves on the next open one. */
export function computeDus(today: DateCivile, isOuvre: JourOuvre): Dus {
  if (!isOuvre(today)) return { quotidienne: false, jours: [], mensuelle: false }
  const passes = Array.from({ length: FERMETURE_MAXIMUM }, (_, recul) => addDays(today, -recul)).filter((jour) =>
    isReporte(jour, today, isOuvre),
  )
  return {
    quotidienne: true,
    jours: [...new Set(passes.map(computeJourSemaine).filter((jour) => jour <= JOURS_SEMAINE.length))].sort(),
    mensuelle: isReporte(monthBounds(today).debut, today, isOuvre),
  }
}

/** Whether this person is due a message on a day. */
export function isDu({ frequence, jour }: Reglage, today: DateCivile, isOuvre: JourOuvre): boolean {
  const dus = computeDus(today, isOuvre)
  switch (frequence) {
    case 'JAMAIS':
      return false
    case 'QUOTIDIENNE':
      return dus.quotidienne
    case 'HEBDOMADAIRE':
      return dus.jours.includes(jour)
    case 'MENSUELLE':
      return dus.mensuelle
  }
}

/** The next day after `today` on which a message may leave; null for never. */
export function computeProchain(reglage: Reglage, today: DateCivile, isOuvre: JourOuvre): DateCivile | null {
  if (reglage.frequence === 'JAMAIS') return null
  for (let avance = 1; avance <= 45; avance += 1) {
    const date = addDays(today, avance)
    if (isDu(reglage, date, isOuvre)) return date
  }
  return null
}

/** 'chaque jour ouvré', 'chaque lundi', 'une fois par mois', 'jamais'. */
export function formatFrequence({ frequence, jour }: Reglage): string {
  switch (frequence) {
    case 'JAMAIS':
      return 'jamais'
    case 'QUOTIDIENNE':
      return 'chaque jour ouvré'
    case 'HEBDOMADAIRE':
      return `chaque ${JOURS_SEMAINE[jour - 1] ?? 'semaine'}`
    case 'MENSUELLE':
      return 'une fois par mois, le premier jour ouvré'
  }
}

/** 'Prochain message : lundi 7 décembre 2026, s’il y a du nouveau.' */
export const formatProchain = (date: DateCivile): string =>
  `Prochain message : ${formatDate(date)}, s’il y a du nouveau.`

/** What one convention has to tell somebody who was not told yet. */
export interface Nouvelles {
  convention: { id: number; slug: string; nom: string }
  signaux: Signal[]
  /** How many more there are than the message holds: they are told next time, or read on the page. */
  reste: number
}

/** Lines of a message about one convention, and in all. */
export const LIGNES_PAR_CONVENTION = 10
export const LIGNES = 40

/**
 * What a message tells: the gravest first, ten lines for each convention and forty in all, so that it is read. What is
 * left out is not held as told.
 */
export function selectNouvelles(nouvelles: readonly Omit<Nouvelles, 'reste'>[]): Nouvelles[] {
  const candidats = nouvelles.flatMap(({ convention, signaux }) =>
    signaux.slice(0, LIGNES_PAR_CONVENTION).map((signal) => ({ convention: convention.id, signal })),
  )
  const retenus = new Map<number, Set<string>>()
  for (const { convention, signal } of GRAVITES.flatMap((gravite) =>
    candidats.filter(({ signal }) => signal.gravite === gravite),
  ).slice(0, LIGNES)) {
    retenus.set(convention, (retenus.get(convention) ?? new Set()).add(signal.cle))
  }
  return nouvelles.flatMap(({ convention, signaux }) => {
    const siens = signaux.filter(({ cle }) => retenus.get(convention.id)?.has(cle))
    return siens.length === 0 ? [] : [{ convention, signaux: siens, reste: signaux.length - siens.length }]
  })
}
