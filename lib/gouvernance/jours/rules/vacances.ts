/** Which school calendar applies to a territory, and how far it is known: unknown is said, never guessed. */
import { formatDateCourte, type Bornes, type DateCivile } from '@/lib/platform/dates'
import { CALENDRIER_CONNU, listVacancesZone, ZONE_PAR_DEPARTEMENT } from './vacances-connues'
import type { Vacances, VueZone, ZoneScolaire } from '@/lib/gouvernance/calendrier/types'

/** The one zone of these départements; null when they have none, or several. */
function findZone(departements: readonly string[]): ZoneScolaire | null {
  const zones = new Set(departements.map((code) => ZONE_PAR_DEPARTEMENT.get(code)))
  const [zone] = zones
  return zones.size === 1 && zone !== undefined ? zone : null
}

/** The zone in words, or why there is none. */
export function computeZone(departements: readonly string[]): VueZone {
  const zone = findZone(departements)
  if (zone !== null) return { zone, phrase: `zone ${zone}`, publieJusquau: CALENDRIER_CONNU.fin }
  const phrase =
    departements.length === 0
      ? 'Le département de la convention n’est pas connu : les vacances scolaires ne sont pas affichées.'
      : departements.some((code) => ZONE_PAR_DEPARTEMENT.has(code))
        ? 'Le territoire relève de plusieurs zones : les vacances scolaires ne sont pas affichées.'
        : 'La Corse et les outre-mer fixent leur propre calendrier scolaire : il n’est pas connu ici.'
  return { zone: null, phrase, publieJusquau: null }
}

/** The holidays of a zone that meet a span; none without a zone. */
export function listVacances(zone: ZoneScolaire | null, { debut, fin }: Bornes): Vacances[] {
  return zone === null
    ? []
    : listVacancesZone(zone).filter((vacances) => vacances.debut <= fin && debut <= vacances.fin)
}

/** What is not known of the school calendar over a span, in one sentence; null when all of it is. */
export function formatInconnu(
  { zone, phrase }: VueZone,
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
): string | null {
  if (zone === null) return phrase
  if (fin > CALENDRIER_CONNU.fin) {
    return `Le calendrier scolaire n’est pas encore publié après le ${formatDateCourte(CALENDRIER_CONNU.fin)} : les vacances suivantes ne sont ni affichées ni évitées.`
  }
  return debut < CALENDRIER_CONNU.debut
    ? `Les vacances scolaires d’avant le ${formatDateCourte(CALENDRIER_CONNU.debut)} ne sont pas affichées.`
    : null
}
