/**
 * The dates of a series between two days. Pure: the rhythm, the days on which nobody meets and what to do then are
 * given; every date that is moved or left out says why.
 */
import {
  addDays,
  addMonths,
  formatDate,
  maxDate,
  minDate,
  monthBounds,
  type Bornes,
  type DateCivile,
} from '@/lib/platform/dates'
import {
  computeJourDuMois,
  computeJourSemaine,
  findFerie,
  findVacances,
  formatVacances,
  isOuvert,
  isWeekEnd,
  listMois,
} from '@/lib/gouvernance/jours/rules/jours'
import type {
  CalendrierJours,
  ChoixSerie,
  DateEcartee,
  DateSerie,
  Rythme,
  Serie,
} from '@/lib/gouvernance/calendrier/types'

export interface DemandeSerie extends Bornes {
  rythme: Rythme
  choix: ChoixSerie
  calendrier: CalendrierJours
  /** The days of the meetings that these prepare, for « so many days before ». */
  evenements: readonly DateCivile[]
}

/** A day the rhythm gives, and the span it may be moved in without breaking the promise of the rhythm. */
interface Place extends Bornes {
  prevue: DateCivile
}

/** A holiday is left within a week; a holiday period within a few. */
const JOURS_AUTOUR = 7
const SEMAINES_AUTOUR = 8

/** Days « so many a month » stay in their month, « so many a quarter » in their quarter, « before » never comes nearer. */
function listPlaces({ rythme, debut, fin, evenements }: DemandeSerie): Place[] {
  const dansLeMois = (prevue: DateCivile): Place => ({ prevue, ...monthBounds(prevue) })
  const mois = listMois({ debut, fin })
  switch (rythme.genre) {
    case 'MENSUEL_JOUR':
      return mois.map((jour) => dansLeMois(computeJourDuMois(jour, rythme.rang, rythme.jour)))
    case 'MENSUEL_DATE':
      // Where a month has no such day, its last one.
      return mois.map((jour) => dansLeMois(minDate(addDays(jour, rythme.quantieme - 1), monthBounds(jour).fin)))
    case 'DEUX_PAR_MOIS':
      return mois.flatMap((jour) => rythme.rangs.map((rang) => dansLeMois(computeJourDuMois(jour, rang, rythme.jour))))
    case 'QUINZAINE':
      return listQuinzaine(rythme.jour, { debut, fin })
    case 'TRIMESTRIEL':
      return listTrimestres(rythme, { debut, fin })
    case 'AVANT_INSTANCE':
      return evenements.map((evenement) => {
        const prevue = addDays(evenement, -rythme.jours)
        return { prevue, debut, fin: prevue }
      })
  }
}

function listQuinzaine(jour: number, { debut, fin }: Bornes): Place[] {
  const places: Place[] = []
  const premiere = addDays(debut, (jour - computeJourSemaine(debut) + 7) % 7)
  for (let prevue = premiere; prevue <= fin; prevue = addDays(prevue, 14))
    places.push({ prevue, debut: addDays(prevue, -7), fin: addDays(prevue, 7) })
  return places
}

/** Every three months from the first month that still has its day. */
function listTrimestres({ rang, jour }: Extract<Rythme, { genre: 'TRIMESTRIEL' }>, { debut, fin }: Bornes): Place[] {
  const premier = monthBounds(debut).debut
  const depart = computeJourDuMois(premier, rang, jour) >= debut ? premier : addMonths(premier, 1)
  const places: Place[] = []
  for (let mois = depart; mois <= fin; mois = addMonths(mois, 3)) {
    places.push({ prevue: computeJourDuMois(mois, rang, jour), debut: mois, fin: monthBounds(addMonths(mois, 2)).fin })
  }
  return places
}

/** Why a day is avoided; null for a day one may meet on. */
function findRaison(date: DateCivile, { choix, calendrier }: DemandeSerie): string | null {
  if (choix.sansAout && date.slice(5, 7) === '08') return 'en août'
  const vacances = choix.siVacances === 'GARDER' ? null : findVacances(date, calendrier)
  if (vacances !== null) return `pendant les ${formatVacances(vacances)}`
  if (choix.siFerme === 'GARDER') return null
  const ferie = findFerie(date, calendrier)
  if (ferie !== null) return `un jour férié (${ferie})`
  return isWeekEnd(date) ? 'un week-end' : null
}

/** Both directions, the preferred one first; towards an event that is prepared, never. */
function* listDecalages(pas: number, nombre: number, sens: 1 | -1, unSeulSens: boolean): Generator<number> {
  for (let rang = 1; rang <= nombre; rang += 1) yield rang * pas * sens
  if (!unSeulSens) for (let rang = 1; rang <= nombre; rang += 1) yield -rang * pas * sens
}

/** The days to try instead of the one the rhythm gives, best first. */
function* listCandidates(place: Place, demande: DemandeSerie): Generator<DateCivile> {
  const { choix, calendrier, rythme } = demande
  const { prevue } = place
  const avant = rythme.genre === 'AVANT_INSTANCE'
  const sens = avant || choix.siFerme === 'PRECEDENT' ? -1 : 1
  const enPeriode =
    (choix.sansAout && prevue.slice(5, 7) === '08') ||
    (choix.siVacances !== 'GARDER' && findVacances(prevue, calendrier) !== null)
  if (!enPeriode) {
    if (choix.siFerme === 'OTER') return
    for (const jours of listDecalages(1, JOURS_AUTOUR, sens, avant)) yield addDays(prevue, jours)
    return
  }
  if (choix.siVacances === 'OTER' && findVacances(prevue, calendrier) !== null) return
  // The nearest week first, and the same day of the week.
  for (let semaines = 1; semaines <= SEMAINES_AUTOUR; semaines += 1) {
    yield addDays(prevue, 7 * semaines * sens)
    if (!avant) yield addDays(prevue, -7 * semaines * sens)
  }
}

function placeDate(place: Place, demande: DemandeSerie): { date: DateSerie } | { ecartee: DateEcartee } {
  const { prevue } = place
  const debut = maxDate(place.debut, demande.debut)
  const fin = minDate(place.fin, demande.fin)
  const raison = findRaison(prevue, demande)
  if (raison === null) return { date: { date: prevue, prevue, motif: null } }
  for (const date of listCandidates(place, demande)) {
    const libre =
      findRaison(date, demande) === null && (demande.choix.siFerme === 'GARDER' || isOuvert(date, demande.calendrier))
    if (debut <= date && date <= fin && libre)
      return { date: { date, prevue, motif: `déplacée : le ${formatDate(prevue)} tombe ${raison}` } }
  }
  return { ecartee: { prevue, motif: `tombe ${raison}` } }
}

/** The same day twice would be one meeting: the second is left out, and says so. */
function mergeDates(dates: readonly DateSerie[]): Serie {
  const gardees: DateSerie[] = []
  const ecartees: DateEcartee[] = []
  for (const date of [...dates].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.prevue < b.prevue ? -1 : 1,
  )) {
    if (gardees.at(-1)?.date === date.date)
      ecartees.push({ prevue: date.prevue, motif: `tombe le même jour qu’une autre date de la série` })
    else gardees.push(date)
  }
  return { dates: gardees, ecartees }
}

/**
 * Computes a series: sorted, without duplicates, within its bounds. A date that falls on a day to avoid is moved as
 * chosen, inside its month (or its quarter), or left out; each change says why.
 */
export function computeSerie(demande: DemandeSerie): Serie {
  const { debut, fin } = demande
  const hors: DateEcartee[] = []
  const dedans: Place[] = []
  for (const place of listPlaces(demande)) {
    if (debut <= place.prevue && place.prevue <= fin) dedans.push(place)
    // The rhythm starts at the first day and stops at the last; only « before » can miss a meeting by it.
    else if (demande.rythme.genre === 'AVANT_INSTANCE')
      hors.push({
        prevue: place.prevue,
        motif: place.prevue < debut ? 'est avant le début de la série' : 'est après la fin de la série',
      })
  }
  const placees = dedans.map((place) => placeDate(place, demande))
  const fusion = mergeDates(placees.flatMap((placee) => ('date' in placee ? [placee.date] : [])))
  const ecartees = [
    ...hors,
    ...placees.flatMap((placee) => ('ecartee' in placee ? [placee.ecartee] : [])),
    ...fusion.ecartees,
  ]
  return { dates: fusion.dates, ecartees: ecartees.sort((a, b) => (a.prevue < b.prevue ? -1 : 1)) }
}
