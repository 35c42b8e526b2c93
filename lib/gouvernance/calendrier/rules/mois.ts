/** From what was read to what the page « Calendrier » shows: weeks from Monday, months in words. */
import {
  addDays,
  addMonths,
  formatDate,
  formatIntervalle,
  formatMois,
  minDate,
  monthBounds,
  yearBounds,
  yearOf,
  type Bornes,
  type DateCivile,
} from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { computeJourSemaine, findFerie, findVacances, listMois } from '@/lib/gouvernance/jours/rules/jours'
import type { CalendrierJours, JourCalendrier, MoisListe, VueZone } from '../types'
import type { VueReunion } from '@/lib/gouvernance/instances/types/ecran'

/** '2027-03' */
export const formatCleMois = (date: DateCivile): string => date.slice(0, 7)

/** The whole weeks, from Monday, that a month meets. */
export function computeSemaines(mois: DateCivile): Bornes {
  const { debut, fin } = monthBounds(mois)
  return { debut: addDays(debut, 1 - computeJourSemaine(debut)), fin: addDays(fin, 7 - computeJourSemaine(fin)) }
}

const groupByDate = (reunions: readonly VueReunion[]): Map<DateCivile, VueReunion[]> => {
  const parJour = new Map<DateCivile, VueReunion[]>()
  for (const reunion of [...reunions].sort(compareReunions))
    parJour.set(reunion.date, [...(parJour.get(reunion.date) ?? []), reunion])
  return parJour
}

/** By day, then by hour; those without an hour first. */
function compareReunions(a: VueReunion, b: VueReunion): number {
  const [x, y] = [`${a.date} ${a.heureDebut ?? ''}`, `${b.date} ${b.heureDebut ?? ''}`]
  return x < y ? -1 : x > y ? 1 : a.id - b.id
}

/** The weeks of a month, each day with its meetings and its holidays. */
export function buildSemaines(
  mois: DateCivile,
  reunions: readonly VueReunion[],
  calendrier: CalendrierJours,
  today: DateCivile,
): JourCalendrier[][] {
  const parJour = groupByDate(reunions)
  const { debut, fin } = computeSemaines(mois)
  const semaines: JourCalendrier[][] = []
  for (let lundi = debut; lundi <= fin; lundi = addDays(lundi, 7)) {
    semaines.push(
      Array.from({ length: 7 }, (_, rang) => {
        const date = addDays(lundi, rang)
        return {
          date,
          numero: Number(date.slice(8)),
          dansLeMois: formatCleMois(date) === formatCleMois(mois),
          aujourdhui: date === today,
          ferie: findFerie(date, calendrier),
          vacances: findVacances(date, calendrier)?.nom ?? null,
          reunions: parJour.get(date) ?? [],
        }
      }),
    )
  }
  return semaines
}

/** The holidays of a month in words: what the table shows day by day, for whoever reads a list. */
function listJoursMois(mois: DateCivile, { feries, vacances }: CalendrierJours, { zone }: VueZone): string[] {
  const { debut, fin } = monthBounds(mois)
  const jours = Object.entries(feries)
    .filter(([date]) => debut <= date && date <= fin)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const periodes = vacances.filter((periode) => periode.debut <= fin && debut <= periode.fin)
  return [
    ...(jours.length === 0
      ? []
      : [
          `${jours.length > 1 ? 'Jours fériés' : 'Jour férié'} : ${formatListe(jours.map(([date, nom]) => `${formatDate(date)} (${nom})`))}`,
        ]),
    ...periodes.map(
      (periode) => `${periode.nom}${zone === null ? '' : `, zone ${zone}`} : ${formatIntervalle(periode)}`,
    ),
  ]
}

function formatResume(reunions: readonly VueReunion[]): string {
  const count = (choix: (reunion: VueReunion) => boolean) => reunions.filter(choix).length
  const aDeclarer = count((reunion) => reunion.aDeclarer)
  const parties = [
    [count(({ etat }) => etat === 'TENUE'), 'tenue', 'tenues'],
    [count(({ etat, aDeclarer: oubliee }) => etat === 'PREVUE' && !oubliee), 'prévue', 'prévues'],
    [aDeclarer, 'à déclarer', 'à déclarer'],
    [count(({ etat }) => etat === 'ANNULEE'), 'annulée', 'annulées'],
  ] as const
  const dites = parties
    .filter(([nombre]) => nombre > 0)
    .map(([nombre, un, plusieurs]) => formatCompte(nombre, un, plusieurs))
  if (reunions.length === 0) return 'aucune réunion'
  return `${formatCompte(reunions.length, 'réunion')} : ${formatListe(dites)}`
}

/** One month of the list. */
export function buildMois(
  mois: DateCivile,
  reunions: readonly VueReunion[],
  calendrier: CalendrierJours,
  zone: VueZone,
  ouvert: boolean,
): MoisListe {
  const siennes = reunions.filter(({ date }) => formatCleMois(date) === formatCleMois(mois)).sort(compareReunions)
  const titre = formatMois(mois)
  return {
    cle: formatCleMois(mois),
    titre: capitalise(titre),
    resume: formatResume(siennes),
    ouvert,
    jours: listJoursMois(mois, calendrier, zone),
    reunions: siennes,
  }
}

/** Beyond this, the months of a year are folded but those at hand. */
const PEU = 24

/** The months of a year that have meetings; those at hand are open, the others in a line each once there are many. */
export function buildAnnee(
  annee: number,
  reunions: readonly VueReunion[],
  calendrier: CalendrierJours,
  zone: VueZone,
  today: DateCivile,
): MoisListe[] {
  const occupes = new Set(reunions.map(({ date }) => formatCleMois(date)))
  const mois = listMois(yearBounds(annee)).filter((premier) => occupes.has(formatCleMois(premier)))
  const courant = monthBounds(today).debut
  const prochains = mois.filter((premier) => premier >= courant).slice(0, 2)
  return mois.map((premier) =>
    buildMois(premier, reunions, calendrier, zone, reunions.length <= PEU || prochains.includes(premier)),
  )
}

/** The years to choose from: those with meetings, of the convention, and today's. */
export function listAnnees(
  dates: readonly DateCivile[],
  convention: { debut: DateCivile | null; fin: DateCivile | null },
  today: DateCivile,
): number[] {
  const { debut, fin } = convention
  const duree = debut !== null && fin !== null ? listMois({ debut, fin: minDate(fin, addMonths(debut, 240)) }) : []
  return [...new Set([today, ...dates, ...duree].map(yearOf))].sort((a, b) => a - b)
}
