import { maxDate, minDate, yearOf, type DateCivile } from '@/lib/platform/dates'
import type { DatesConnues } from './suivi'

/** The year a convention is looked at for: today’s, kept inside its dates. */
export function computeAnneeVue({ debut, fin }: DatesConnues, today: DateCivile): number {
  const jour = minDate(today, fin ?? today)
  return yearOf(maxDate(jour, debut ?? jour))
}
