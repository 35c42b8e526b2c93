import 'server-only'
import { addDays, yearOf, type DateCivile } from '@/lib/platform/dates'
import { listFeries } from '@/lib/platform/feries'
import { computeJourSemaine } from '../rules/envoi'

const feries = new Map<number, ReadonlySet<DateCivile>>()

function readFeries(annee: number): ReadonlySet<DateCivile> {
  const connus = feries.get(annee) ?? new Set(Object.keys(listFeries({ premiere: annee, derniere: annee }, [])))
  feries.set(annee, connus)
  return connus
}

/**
 * True for a day on which people work: neither Saturday nor Sunday, nor a public holiday of the whole country. The two
 * more of Alsace and Moselle (Good Friday, 26 December) are not told apart: a message may leave there on these days.
 */
export const isJourOuvre = (date: DateCivile): boolean =>
  computeJourSemaine(date) <= 5 && !readFeries(yearOf(date)).has(date)

/** The first open day from a date on. */
export function findJourOuvre(date: DateCivile): DateCivile {
  return isJourOuvre(date) ? date : findJourOuvre(addDays(date, 1))
}
