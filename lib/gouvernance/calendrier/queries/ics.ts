import 'server-only'
import ical, { ICalEventStatus } from 'ical-generator'
import type { DateCivile } from '@/lib/platform/dates'
import type { EtatReunion } from '@/lib/gouvernance/frequence/types'

/** Meetings as a calendar program reads them (RFC 5545). */

export interface ReunionIcs {
  id: number
  ref: string
  version: number
  creeLe: Date
  /** When it last changed. */
  modifieeLe: Date
  date: DateCivile
  heureDebut: string | null
  heureFin: string | null
  lieu: string | null
  objet: string | null
  groupe: string | null
  etat: EtatReunion
  motifAnnulation: string | null
  instance: string
  convention: { slug: string; nom: string }
}

const PARIS = 'Europe/Paris'

/** The clocks of Paris as they have been set since 1996: an hour written as local stays the hour people read on the wall. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:Europe/Paris
X-LIC-LOCATION:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

/** How long a program may wait before it asks again. */
const RELECTURE_S = 6 * 3600

/** The note of an event: what it is about, then where its page is. */
function formatDescription({ objet, groupe, motifAnnulation, etat }: ReunionIcs, adresse: string): string {
  const annulation = etat === 'ANNULEE' && motifAnnulation !== null ? `Annulée : ${motifAnnulation}` : null
  return [annulation, objet, groupe, adresse].filter((ligne) => ligne !== null).join('\n')
}

const STATUTS: Record<EtatReunion, ICalEventStatus> = {
  PREVUE: ICalEventStatus.CONFIRMED,
  TENUE: ICalEventStatus.CONFIRMED,
  ANNULEE: ICalEventStatus.CANCELLED,
}

/**
 * A calendar file. The same meeting always has the same identifier, a higher number at each change, and its instant of
 * change as its stamp: asked twice, the file is the same to the byte.
 * @param origine « https://copilote.example »: where the pages of the meetings are
 */
export function formatCalendrier(
  reunions: readonly ReunionIcs[],
  { nom, origine }: { nom: string; origine: string },
): string {
  const calendrier = ical({
    name: nom,
    prodId: { company: 'Copilote CTG', product: 'Calendrier', language: 'FR' },
    // The zone is given meeting by meeting: given to the whole calendar, stamps would lose their universal time.
    timezone: { name: null, generator: () => VTIMEZONE },
    ttl: RELECTURE_S,
  })
  for (const reunion of reunions) {
    const { id, ref, version, date, heureDebut, heureFin, lieu, etat, instance, convention, creeLe, modifieeLe } =
      reunion
    const adresse = `${origine}/conventions/${convention.slug}/reunions/${ref}`
    const titre = `${instance} – ${convention.nom}`
    calendrier.createEvent({
      // Never changes, and no other installation of the product makes the same.
      id: `reunion-${id}-${creeLe.getTime()}@copilote-ctg`,
      sequence: version,
      stamp: modifieeLe,
      created: creeLe,
      lastModified: modifieeLe,
      ...(heureDebut === null
        ? { allDay: true, start: `${date}T00:00:00Z` }
        : {
            timezone: PARIS,
            start: `${date}T${heureDebut}:00`,
            ...(heureFin === null ? {} : { end: `${date}T${heureFin}:00` }),
          }),
      summary: etat === 'ANNULEE' ? `Annulée : ${titre}` : titre,
      description: formatDescription(reunion, adresse),
      location: lieu,
      url: adresse,
      status: STATUTS[etat],
    })
  }
  return `${calendrier.toString()}\r\n`
}
