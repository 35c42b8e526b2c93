/**
 * School holidays of the three zones, as the ministry publishes them, and the zone of each département.
 *
 * Source: « Calendrier scolaire », ministère de l’Éducation nationale, education.gouv.fr/calendrier-scolaire-100148 and
 * the open data set « fr-en-calendrier-scolaire » of data.education.gouv.fr; school years 2025-2026 and 2026-2027, copied
 * in November 2026 from several independent reprints that agree, not from the ministry's page itself. Those of
 * 2027-2028 did not agree and are left out. Lessons end after class on the first day written there and start again on
 * the morning of the last: the last day kept here is the eve of the return. Nothing is guessed beyond.
 */
import type { DateCivile } from '@/lib/platform/dates'
import type { Vacances, ZoneScolaire } from '@/lib/gouvernance/calendrier/types'

/** The first and last days that this calendar covers. The return of September 2027 is not in it: August never has lessons. */
export const CALENDRIER_CONNU: { debut: DateCivile; fin: DateCivile } = { debut: '2025-09-01', fin: '2027-08-31' }

const COMMUNES: readonly Vacances[] = [
  { nom: 'Vacances de la Toussaint', debut: '2025-10-18', fin: '2025-11-02' },
  { nom: 'Vacances de Noël', debut: '2025-12-20', fin: '2026-01-04' },
  { nom: 'Vacances d’été', debut: '2026-07-04', fin: '2026-08-31' },
  { nom: 'Vacances de la Toussaint', debut: '2026-10-17', fin: '2026-11-01' },
  { nom: 'Vacances de Noël', debut: '2026-12-19', fin: '2027-01-03' },
  { nom: 'Vacances d’été', debut: '2027-07-03', fin: '2027-08-31' },
]

const HIVER = 'Vacances d’hiver'
const PRINTEMPS = 'Vacances de printemps'

const PROPRES: Readonly<Record<ZoneScolaire, readonly Vacances[]>> = {
  A: [
    { nom: HIVER, debut: '2026-02-07', fin: '2026-02-22' },
    { nom: PRINTEMPS, debut: '2026-04-04', fin: '2026-04-19' },
    { nom: HIVER, debut: '2027-02-13', fin: '2027-02-28' },
    { nom: PRINTEMPS, debut: '2027-04-10', fin: '2027-04-25' },
  ],
  B: [
    { nom: HIVER, debut: '2026-02-14', fin: '2026-03-01' },
    { nom: PRINTEMPS, debut: '2026-04-11', fin: '2026-04-26' },
    { nom: HIVER, debut: '2027-02-20', fin: '2027-03-07' },
    { nom: PRINTEMPS, debut: '2027-04-17', fin: '2027-05-02' },
  ],
  C: [
    { nom: HIVER, debut: '2026-02-21', fin: '2026-03-08' },
    { nom: PRINTEMPS, debut: '2026-04-18', fin: '2026-05-03' },
    { nom: HIVER, debut: '2027-02-06', fin: '2027-02-21' },
    { nom: PRINTEMPS, debut: '2027-04-03', fin: '2027-04-18' },
  ],
}

/** The holidays of a zone, in order. */
export const listVacancesZone = (zone: ZoneScolaire): Vacances[] =>
  [...COMMUNES, ...PROPRES[zone]].sort((a, b) => (a.debut < b.debut ? -1 : 1))

/**
 * Départements by académie, académies by zone (as since 2016). Corsica and overseas set their own calendars: they
 * are in no zone.
 */
const DEPARTEMENTS: Readonly<Record<ZoneScolaire, readonly string[]>> = {
  A: [
    '25 39 70 90',
    '24 33 40 47 64',
    '03 15 43 63',
    '21 58 71 89',
    '07 26 38 73 74',
    '19 23 87',
    '01 42 69',
    '16 17 79 86',
  ],
  B: [
    '04 05 13 84',
    '02 60 80',
    '14 27 50 61 76',
    '59 62',
    '54 55 57 88',
    '44 49 53 72 85',
    '06 83',
    '18 28 36 37 41 45',
    '08 10 51 52',
    '22 29 35 56',
    '67 68',
  ],
  C: ['77 93 94', '11 30 34 48 66', '75', '09 12 31 32 46 65 81 82', '78 91 92 95'],
}

/** The zone of each département that has one. */
export const ZONE_PAR_DEPARTEMENT: ReadonlyMap<string, ZoneScolaire> = new Map(
  (['A', 'B', 'C'] as const).flatMap((zone) =>
    DEPARTEMENTS[zone].flatMap((academie) => academie.split(' ').map((code) => [code, zone] as const)),
  ),
)
