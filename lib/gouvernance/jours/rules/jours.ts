/** Days of the week, days on which nobody meets: pure, on the calendar of a territory given as data. */
import { addDays, addMonths, daysBetween, monthBounds, type Bornes, type DateCivile } from '@/lib/platform/dates'
import type { CalendrierJours, JourSemaine, Rang, Vacances } from '@/lib/gouvernance/calendrier/types'

const JOURS_SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** A Monday. */
const ORIGINE = '1970-01-05'

/** Monday is 1, Sunday 7. */
export function computeJourSemaine(date: DateCivile): JourSemaine {
  return ((((daysBetween(ORIGINE, date) % 7) + 7) % 7) + 1) as JourSemaine
}

/** 'mardi' */
export const formatJourSemaine = (jour: JourSemaine): string => JOURS_SEMAINE[jour - 1] ?? ''

/** The first days of the months that meet a span, in order. */
export function listMois({ debut, fin }: Bornes): DateCivile[] {
  const mois: DateCivile[] = []
  for (let premier = monthBounds(debut).debut; premier <= fin; premier = addMonths(premier, 1)) mois.push(premier)
  return mois
}

/** « Le deuxième mardi », « le dernier vendredi » of the month that contains the date. */
export function computeJourDuMois(date: DateCivile, rang: Rang, jour: JourSemaine): DateCivile {
  const { debut, fin } = monthBounds(date)
  if (rang === 'DERNIER') return addDays(fin, -((computeJourSemaine(fin) - jour + 7) % 7))
  return addDays(debut, ((jour - computeJourSemaine(debut) + 7) % 7) + 7 * (rang - 1))
}

export const isWeekEnd = (date: DateCivile): boolean => computeJourSemaine(date) >= 6

/** The name of the public holiday, or null. */
export const findFerie = (date: DateCivile, { feries }: CalendrierJours): string | null => feries[date] ?? null

/** The school holidays a day is in, or null. */
export const findVacances = (date: DateCivile, { vacances }: CalendrierJours): Vacances | null =>
  vacances.find(({ debut, fin }) => debut <= date && date <= fin) ?? null

/** 'vacances de Noël', in the middle of a sentence. */
export const formatVacances = ({ nom }: Vacances): string => nom.charAt(0).toLowerCase() + nom.slice(1)

/** True on a day when offices are open: neither week-end nor public holiday. */
export const isOuvert = (date: DateCivile, calendrier: CalendrierJours): boolean =>
  !isWeekEnd(date) && findFerie(date, calendrier) === null

/** What is worth knowing of a day before meeting on it: « week-end », « jour férié (Toussaint) », « vacances d’hiver ». */
export function listParticularites(date: DateCivile, calendrier: CalendrierJours): string[] {
  const ferie = findFerie(date, calendrier)
  const vacances = findVacances(date, calendrier)
  return [
    isWeekEnd(date) ? 'week-end' : null,
    ferie === null ? null : `jour férié (${ferie})`,
    vacances === null ? null : formatVacances(vacances),
  ].filter((mots) => mots !== null)
}

/** What to say of a day on which somebody plans a meeting; nothing on an ordinary one. */
export function listAvertissementsJour(date: DateCivile, calendrier: CalendrierJours): string[] {
  const ferie = findFerie(date, calendrier)
  const vacances = findVacances(date, calendrier)
  return [
    ferie !== null ? `Ce jour est férié : ${ferie}.` : isWeekEnd(date) ? 'Ce jour tombe un week-end.' : null,
    vacances === null ? null : `Ce jour est pendant les ${formatVacances(vacances)}.`,
  ].filter((phrase) => phrase !== null)
}
