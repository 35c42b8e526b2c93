/** Hours of the day, as people type and read them; in code and in the database, 'HH:MM'. */
import { formatDate, formatDateCourte, todayParis } from './dates'

const FORME = /^(\d{1,2}):(\d{2})$/

/** Reads an hour as people type it: '14:30', '14h30', '14 h', '9:05'; null when it is not one. */
export function parseHeure(texte: string): string | null {
  const lue = /^(\d{1,2})\s*(?:[h:]\s*(\d{2})?)$/i.exec(texte.trim())
  const heures = Number(lue?.[1])
  const minutes = Number(lue?.[2] ?? 0)
  if (!lue || heures > 23 || minutes > 59) return null
  return `${String(heures).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** '14:30' → « 14 h 30 », '09:00' → « 9 h »; what is not an hour is left as written. */
export function formatHeure(heure: string): string {
  const [, heures, minutes] = FORME.exec(heure) ?? []
  if (heures === undefined) return heure
  return minutes === '00' ? `${Number(heures)} h` : `${Number(heures)} h ${minutes}`
}

/** '09:00' → « 09 h 00 »: the minute something was done, which a round hour is not. */
export const formatMinute = (heure: string): string => heure.replace(':', ' h ')

const PARIS = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' })

/** « 14 h 05 » in Europe/Paris: when something was saved. */
export const formatMinuteParis = (instant: Date): string => formatMinute(PARIS.format(instant))

/** 'YYYY-MM-DD HH:MM' → « 14 novembre 2026 à 14 h 05 ». */
export const formatInstant = (instant: string): string =>
  `${formatDateCourte(instant.slice(0, 10))} à ${formatMinute(instant.slice(11, 16))}`

/** « lundi 7 décembre 2026 à 7 h 02 », with spaces where a narrow column may cut the line. */
export const formatMoment = (instant: Date): string =>
  `${formatDate(todayParis(instant))} à ${PARIS.format(instant).replace(/^0/, '').replace(':', ' h ')}`

/** 45 → « 45 min », 60 → « 1 h », 65 → « 1 h 05 ». */
export function formatDuree(minutes: number): string {
  const [heures, reste] = [Math.floor(minutes / 60), minutes % 60]
  if (heures === 0) return `${reste} min`
  return reste === 0 ? `${heures} h` : `${heures} h ${String(reste).padStart(2, '0')}`
}
