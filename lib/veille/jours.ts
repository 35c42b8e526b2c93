import 'server-only'
import lireJoursFeries from '@socialgouv/jours-feries'
import { addDays, yearOf, type DateCivile } from '@/lib/platform/dates'
import { computeJourSemaine } from './rules-envoi'

const feries = new Map<number, ReadonlySet<DateCivile>>()

const pad = (valeur: number): string => String(valeur).padStart(2, '0')

/**
 * The library answers with instants at midnight of this machine, or an hour beside it when the clocks have changed
 * since Easter: twelve hours later, the day is the same everywhere.
 */
function toDate(instant: Date): DateCivile {
  const midi = new Date(instant.getTime() + 12 * 3_600_000)
  return `${midi.getFullYear()}-${pad(midi.getMonth() + 1)}-${pad(midi.getDate())}`
}

function readFeries(annee: number): ReadonlySet<DateCivile> {
  const connus = feries.get(annee) ?? new Set(Object.values(lireJoursFeries(annee)).map(toDate))
  feries.set(annee, connus)
  return connus
}

/**
 * True for a day on which people work: neither Saturday nor Sunday, nor a public holiday of the whole country. The two
 * more of Alsace and Moselle (Good Friday, 26 December) are not told apart: a message may leave there on these days.
 */
export const isJourOuvre = (date: DateCivile): boolean => computeJourSemaine(date) <= 5 && !readFeries(yearOf(date)).has(date)

/** The first open day from a date on. */
export function findJourOuvre(date: DateCivile): DateCivile {
  return isJourOuvre(date) ? date : findJourOuvre(addDays(date, 1))
}
