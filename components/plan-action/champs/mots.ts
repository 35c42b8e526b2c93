import { formatDateCourte } from '@/lib/platform/dates'

/** Said when nothing could be sent. */
export const COUPURE = 'Connexion interrompue\u00A0: votre saisie est gardée et s’enregistrera à son retour.'

/** '14 h 05' from 'HH:MI'. */
export const formatHeureSauvegarde = (heure: string): string => heure.replace(':', '\u00A0h\u00A0')

/** '14 novembre 2026 à 14 h 05' from 'YYYY-MM-DD HH:MI'. */
export function formatInstant(instant: string): string {
  return `${formatDateCourte(instant.slice(0, 10))} à ${formatHeureSauvegarde(instant.slice(11))}`
}
