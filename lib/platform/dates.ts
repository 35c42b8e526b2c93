/**
 * Civil dates (no hour, no zone), as strings 'YYYY-MM-DD'. Their order is the order of the strings, so
 * `<`, `<=` and sorting are safe. Arithmetic goes through Temporal's calendar; the function flavour of the
 * polyfill is used because this file also reaches the browser (6 kB instead of 19).
 */
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'

/** A day of the calendar in Europe/Paris, 'YYYY-MM-DD', years 0001 to 9999. */
export type DateCivile = string

/** A span of days, both ends included. */
export interface Bornes {
  debut: DateCivile
  fin: DateCivile
}

/** The calendar spans a date can be placed in; a bimestre is January-February, March-April… */
export type UniteCivile = 'MOIS' | 'BIMESTRE' | 'TRIMESTRE' | 'SEMESTRE' | 'AN'

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/
const MOIS_PAR_UNITE: Record<UniteCivile, number> = { MOIS: 1, BIMESTRE: 2, TRIMESTRE: 3, SEMESTRE: 6, AN: 12 }

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const build = (annee: number, mois: number, jour: number): DateCivile =>
  `${pad(annee, 4)}-${pad(mois, 2)}-${pad(jour, 2)}`

/** The day after which a month of a leap or common year has no more days. */
function computeJoursDuMois(annee: number, mois: number): number {
  if (mois === 2) return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28
  return mois === 4 || mois === 6 || mois === 9 || mois === 11 ? 30 : 31
}

const exists = (annee: number, mois: number, jour: number): boolean =>
  annee >= 1 && mois >= 1 && mois <= 12 && jour >= 1 && jour <= computeJoursDuMois(annee, mois)

function toParts(date: DateCivile): [annee: number, mois: number, jour: number] {
  const match = FORME.exec(date)
  if (!match) throw new RangeError(`Date attendue au format AAAA-MM-JJ, reçu « ${date} »`)
  return [Number(match[1]), Number(match[2]), Number(match[3])]
}

const toRecord = (date: DateCivile): PlainDate.Record => PlainDate.create(...toParts(date))

/** True for a string 'YYYY-MM-DD' that names a day that exists (29 February only in leap years). */
export function isDateCivile(value: unknown): value is DateCivile {
  const match = typeof value === 'string' ? FORME.exec(value) : null
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The years of a convention: another one is a slip of the keyboard (« 0206 », « 2206 »), wherever it is typed. */
export const ANNEES = { premiere: 1990, derniere: 2100 } as const

/** True for a year that may be typed. */
export const isAnnee = (annee: number): boolean =>
  Number.isInteger(annee) && annee >= ANNEES.premiere && annee <= ANNEES.derniere

/** Order of two dates: negative, zero or positive, for sorting. */
export function compareDates(a: DateCivile, b: DateCivile): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The earliest of the given dates (at least one). */
export function minDate(premiere: DateCivile, ...autres: DateCivile[]): DateCivile {
  return autres.reduce((least, date) => (date < least ? date : least), premiere)
}

/** The latest of the given dates (at least one). */
export function maxDate(premiere: DateCivile, ...autres: DateCivile[]): DateCivile {
  return autres.reduce((most, date) => (date > most ? date : most), premiere)
}

/** The date `jours` days later (earlier when negative). Throws RangeError on a date that does not exist. */
export function addDays(date: DateCivile, jours: number): DateCivile {
  return PlainDate.toString(PlainDate.addDays(toRecord(date), jours))
}

/** The date `mois` months later; a day that does not exist there becomes the month's last (31 January + 1 = 28 or 29 February). */
export function addMonths(date: DateCivile, mois: number): DateCivile {
  return PlainDate.toString(PlainDate.addMonths(toRecord(date), mois))
}

/** The date `annees` years later; 29 February becomes 28 February in a common year. */
export function addYears(date: DateCivile, annees: number): DateCivile {
  return PlainDate.toString(PlainDate.addYears(toRecord(date), annees))
}

/** Number of days from `debut` to `fin`: 0 on the same day, negative when `fin` comes first. Add 1 to count a span with both ends. */
export function daysBetween(debut: DateCivile, fin: DateCivile): number {
  return PlainDate.diffDays(toRecord(debut), toRecord(fin))
}

/** Place of a date in time: days since 1 January 1970. */
export function toJour(date: DateCivile): number {
  return daysBetween('1970-01-01', date)
}

/** The year of a date, as a number. */
export function yearOf(date: DateCivile): number {
  return toParts(date)[0]
}

/** First and last day of a civil year. */
export function yearBounds(annee: number): Bornes {
  return { debut: build(annee, 1, 1), fin: build(annee, 12, 31) }
}

/** First and last day of the calendar month, bimestre, trimestre, semestre or year that contains the date. */
export function boundsContaining(date: DateCivile, unite: UniteCivile): Bornes {
  const [annee, mois] = toParts(date)
  const duree = MOIS_PAR_UNITE[unite]
  const premier = mois - ((mois - 1) % duree)
  const dernier = premier + duree - 1
  return { debut: build(annee, premier, 1), fin: build(annee, dernier, computeJoursDuMois(annee, dernier)) }
}

/** Bounds of the calendar month that contains the date. */
export const monthBounds = (date: DateCivile): Bornes => boundsContaining(date, 'MOIS')

const PARIS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The civil date in Paris at an instant: the one place where a clock becomes `today`. */
export function todayParis(instant: Date): DateCivile {
  const parts = new Map(PARIS.formatToParts(instant).map(({ type, value }) => [type, value]))
  return build(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day')))
}

/** Reads a date as people type it: '3/3/2026', '03-03-2026', '03.03.2026', '2026-03-03'; null when it is not one. Two-figure years are refused rather than guessed. */
export function parseDateSaisie(texte: string): DateCivile | null {
  const saisie = texte.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(saisie)
  const francais = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(saisie)
  const [annee, mois, jour] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(francais?.[3]), Number(francais?.[2]), Number(francais?.[1])]
  return exists(annee, mois, jour) ? build(annee, mois, jour) : null
}

// Written out rather than asked of Intl: the same words on every server and browser, a hundred times faster.
const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** 'mardi 3 mars 2026', 'dimanche 1er mars 2026'. */
export function formatDate(date: DateCivile): string {
  return `${JOURS[PlainDate.dayOfWeek(toRecord(date)) - 1]} ${formatDateCourte(date)}`
}

/** '3 mars 2026', '1er mars 2026': French writes the first of a month as an ordinal. */
export function formatDateCourte(date: DateCivile): string {
  const [annee, mois, jour] = toParts(date)
  return `${jour === 1 ? '1er' : jour} ${MOIS[mois - 1]} ${annee}`
}

/** 'mars 2026'. */
export function formatMois(date: DateCivile): string {
  const [annee, mois] = toParts(date)
  return `${MOIS[mois - 1]} ${annee}`
}

/** 'du 1er au 15 janvier 2026', 'du 1er mars au 31 mai 2026', 'du 1er mai 2025 au 30 avril 2026'; one day reads 'le 3 mars 2026'. */
export function formatIntervalle({ debut, fin }: Bornes): string {
  if (debut === fin) return `le ${formatDateCourte(debut)}`
  // What the two ends share is said once.
  const partage =
    debut.slice(0, 7) === fin.slice(0, 7)
      ? formatMois(fin)
      : debut.slice(0, 4) === fin.slice(0, 4)
        ? String(yearOf(fin))
        : ''
  const depart = formatDateCourte(debut)
  return `du ${depart.slice(0, depart.length - partage.length).trimEnd()} au ${formatDateCourte(fin)}`
}
