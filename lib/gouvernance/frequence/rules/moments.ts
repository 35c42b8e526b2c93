/**
 * The moments of a rule: what it promises inside its periods, apart from how many meetings (record 0052). Each moment
 * asks for a meeting of its own: « l’une avant le séminaire, l’autre avant le comité de pilotage ».
 */
import {
  addDays,
  addYears,
  isDateCivile,
  maxDate,
  minDate,
  yearOf,
  type Bornes,
  type DateCivile,
} from '@/lib/platform/dates'
import type {
  DatesConvention,
  EtatFrequence,
  EtatMoment,
  MomentFrequence,
  RegleFrequence,
  ReunionPreparee,
  ReunionRegle,
  SortMoment,
} from '../types'
import { computePire } from './etats'
import type { Tranche } from './periodes'
import { lengthOf } from './promesse'

/** A place for one meeting: between two days, both included. */
interface Place extends Bornes {
  moment: MomentFrequence
  /** The meeting to prepare; null for a window. */
  preparee: ReunionPreparee | null
}

/** A place with the meeting that fills it. */
interface PlaceLue extends Place {
  reunion: ReunionRegle | null
}

/** One period of a rule, in the convention it belongs to. */
export interface Periode {
  regle: RegleFrequence
  tranche: Tranche
  convention: DatesConvention
}

export interface MomentsLus {
  etats: EtatMoment[]
  /** Meetings of the period that fill a place. */
  utiles: ReadonlySet<number>
}

/** The window of a year; past its end it runs into the next one. A 29 February is the 28th of other years. */
function buildFenetre({ du, au }: { du: string; au: string }, annee: number): Bornes {
  const jour = (moisJour: string, an: number): DateCivile => {
    const date = `${an}-${moisJour}`
    return isDateCivile(date) ? date : `${an}-02-28`
  }
  return { debut: jour(du, annee), fin: jour(au, au < du ? annee + 1 : annee) }
}

/** True for the period that a window belongs to: where the longer part of it lies, the later of two equals. */
function checkSienne(fenetre: Bornes, { pleine }: Tranche): boolean {
  const part = clip(fenetre, pleine)
  if (part === null) return false
  const reste = 2 * lengthOf(part) - lengthOf(fenetre)
  return reste > 0 || (reste === 0 && fenetre.fin <= pleine.fin)
}

function clip(bornes: Bornes, { debut, fin }: DatesConvention): Bornes | null {
  const reste = { debut: maxDate(bornes.debut, debut ?? bornes.debut), fin: minDate(bornes.fin, fin ?? bornes.fin) }
  return reste.debut <= reste.fin ? reste : null
}

/**
 * The part of a window that is owed: one that the first or the last day of the convention, or of the rule, cuts in two
 * is owed where the longer part is left, and by the beginning of two equals, so that N years owe it N times (as the
 * promise of a figure, record 0048).
 */
function clipFenetre(fenetre: Bornes, regle: RegleFrequence, convention: DatesConvention): Bornes | null {
  const dedans = clip(fenetre, convention)
  const reste = dedans && clip(dedans, regle)
  if (reste === null) return null
  const part = 2 * lengthOf(reste) - lengthOf(fenetre)
  return part > 0 || (part === 0 && reste.fin === fenetre.fin) ? reste : null
}

/** The places of a window in a period. */
function listFenetres(moment: MomentFrequence, { regle, tranche, convention }: Periode): Place[] {
  const { du, au } = moment
  if (du === null || au === null) return []
  const premiere = yearOf(tranche.pleine.debut) - 1
  const annees = Array.from({ length: yearOf(tranche.pleine.fin) - premiere + 1 }, (_, rang) => premiere + rang)
  return annees.flatMap((annee) => {
    const fenetre = buildFenetre({ du, au }, annee)
    const place = checkSienne(fenetre, tranche) ? clipFenetre(fenetre, regle, convention) : null
    return place ? [{ ...place, moment, preparee: null }] : []
  })
}

/**
 * The places before each meeting of another instance in a period: after the one before it, a year before it at most. A
 * meeting held in the period before may prepare one of the beginning of this one.
 */
function listAvant(moment: MomentFrequence, { debut, fin }: Bornes): Place[] {
  const preparees = [...(moment.reunions ?? [])]
    .filter(({ etat }) => etat !== 'ANNULEE')
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return preparees.flatMap((preparee, rang) => {
    if (preparee.date < debut || preparee.date > fin) return []
    const unAn = addYears(preparee.date, -1)
    const avant = preparees[rang - 1]?.date
    const depart = avant === undefined ? unAn : maxDate(unAn, avant)
    return [{ debut: depart, fin: addDays(preparee.date, -1), moment, preparee }]
  })
}

const isAvant = ({ avant }: MomentFrequence): boolean => avant !== null

/** The places of a rule in a period, in the order they close. */
function listPlaces(periode: Periode): Place[] {
  return periode.regle.moments
    .flatMap((moment) => (isAvant(moment) ? listAvant(moment, periode.tranche) : listFenetres(moment, periode)))
    .sort((a, b) => (a.fin < b.fin ? -1 : a.fin > b.fin ? 1 : a.debut < b.debut ? -1 : 1))
}

/** In the order that says the best of a moment: held, planned, past and undeclared. */
function rankReunion({ etat, date }: ReunionRegle, today: DateCivile): number {
  if (etat === 'TENUE' && date <= today) return 0
  return date >= today ? 1 : 2
}

/**
 * Fills as many places as meetings can, each in one place at most: those held first, then by day, each in the place that
 * closes first unless it must leave it to another meeting that fits nowhere else (a matching, by augmenting paths).
 */
function fillPlaces(places: readonly Place[], reunions: readonly ReunionRegle[], today: DateCivile): PlaceLue[] {
  const lues: PlaceLue[] = places.map((place) => ({ ...place, reunion: null }))
  const seat = (reunion: ReunionRegle, vues: Set<PlaceLue>): boolean => {
    for (const place of lues) {
      if (vues.has(place) || reunion.date < place.debut || reunion.date > place.fin) continue
      vues.add(place)
      if (place.reunion !== null && !seat(place.reunion, vues)) continue
      place.reunion = reunion
      return true
    }
    return false
  }
  const ordre = reunions
    .filter(({ etat }) => etat !== 'ANNULEE')
    .sort((a, b) => rankReunion(a, today) - rankReunion(b, today) || (a.date < b.date ? -1 : 1))
  for (const reunion of ordre) seat(reunion, new Set())
  return lues
}

const SORTS = ['TENU', 'PREVU', 'A_DECLARER'] as const satisfies readonly SortMoment[]

function readSort({ reunion, preparee, fin }: PlaceLue, today: DateCivile): SortMoment {
  if (reunion) return SORTS[rankReunion(reunion, today)] ?? 'A_DECLARER'
  if (fin >= today) return 'A_PLANIFIER'
  // Whether the meeting to prepare was held is not known yet.
  return preparee !== null && preparee.etat !== 'TENUE' ? 'A_DECLARER' : 'MANQUE'
}

/**
 * Reads the moments of a rule in one of its periods.
 * @param reunions of the instance, or of one of its groups, those of other periods included
 */
export function readMoments(
  periode: Periode,
  { reunions, groupe, today }: { reunions: readonly ReunionRegle[]; groupe: string | null; today: DateCivile },
): MomentsLus {
  const { regle } = periode
  if (regle.moments.length === 0) return { etats: [], utiles: new Set() }
  const places = fillPlaces(listPlaces(periode), reunions, today)
  const etats = places.map(
    (place): EtatMoment => ({
      mots: place.moment.mots,
      sort: readSort(place, today),
      groupe,
      reunion: place.reunion?.date ?? null,
      limite: place.fin,
    }),
  )
  const vides = regle.moments
    .filter((moment) => isAvant(moment) && !places.some((place) => place.moment === moment))
    .map((moment): EtatMoment => ({ mots: moment.mots, sort: 'SANS_OBJET', groupe, reunion: null, limite: null }))
  return {
    etats: [...etats, ...vides],
    utiles: new Set(places.flatMap(({ reunion }) => (reunion ? [reunion.id] : []))),
  }
}

/**
 * Meetings of a period under way that prepare nothing yet, where the rule says what its meetings prepare: those beyond
 * what it asks apart from that wait for the instance to plan a meeting. Once the period is over they count for what they are.
 * @param enVue those of the period, held or planned
 * @param requis what the period owes
 */
export function countSansObjet(
  { moments }: RegleFrequence,
  { etats, utiles }: MomentsLus,
  enVue: readonly ReunionRegle[],
  requis: number,
): number {
  const libres = Math.max(0, requis - moments.filter(isAvant).length)
  const sansObjet = etats.filter(({ sort }) => sort === 'SANS_OBJET').length
  const autres = enVue.filter(({ id }) => !utiles.has(id)).length
  return Math.min(sansObjet, Math.max(0, autres - libres))
}

const ETATS: Readonly<Record<SortMoment, EtatFrequence>> = {
  TENU: 'RESPECTEE',
  PREVU: 'PLANIFIEE',
  A_PLANIFIER: 'A_PLANIFIER',
  A_DECLARER: 'A_DECLARER',
  MANQUE: 'EN_DEFAUT',
  SANS_OBJET: 'SANS_REGLE',
}

/** The state of a period that has moments: the one that deserves attention first, its count's or one of theirs. */
export const combineMoments = (etat: EtatFrequence, moments: readonly EtatMoment[]): EtatFrequence =>
  computePire([etat, ...moments.map(({ sort }) => ETATS[sort])])

/** The next last day to meet that a moment sets; null when none is due. */
export const findLimite = (moments: readonly EtatMoment[]): DateCivile | null =>
  moments.flatMap(({ sort, limite }) => (sort === 'A_PLANIFIER' && limite !== null ? [limite] : [])).sort()[0] ?? null

/** Rules with the meetings that their moments prepare, out of the instances of the convention. */
export const withPreparees = <R extends RegleFrequence>(
  regles: readonly R[],
  instances: readonly { ref: string; nom: string; reunions: readonly ReunionPreparee[] }[],
): R[] =>
  regles.map((regle) => ({
    ...regle,
    moments: regle.moments.map((moment) => {
      const preparee = instances.find(({ ref }) => ref === moment.avant)
      return { ...moment, nom: preparee?.nom, reunions: preparee?.reunions ?? [] }
    }),
  }))

const countFilled = (places: readonly PlaceLue[]): number => places.filter(({ reunion }) => reunion !== null).length

/**
 * True when a meeting would fill one more place, in any period: no maximum refuses it. What it prepares, or the window
 * it falls in, may belong to the period before or after its own.
 * @param autres the other meetings of the instance, or of the group
 */
export function checkAttendue(
  periodes: readonly Periode[],
  visee: ReunionRegle,
  { autres, today }: { autres: readonly ReunionRegle[]; today: DateCivile },
): boolean {
  return periodes.some((periode) => {
    const places = listPlaces(periode)
    const avec = fillPlaces(places, [...autres, { ...visee, etat: 'PREVUE' }], today)
    return countFilled(avec) > countFilled(fillPlaces(places, autres, today))
  })
}

/**
 * The meetings of a period that no maximum counts: as many as fill places, whichever period a place belongs to. Those of
 * other periods have no say: a meeting there may fill the same place without what was accepted here becoming too much.
 * @param periodes all those of the rule
 * @param reunions of the instance, or of one of its groups
 */
export function listUtiles(
  periodes: readonly Periode[],
  { debut, fin }: Bornes,
  reunions: readonly ReunionRegle[],
  today: DateCivile,
): ReadonlySet<number> {
  const places = periodes.flatMap((periode) => (periode.regle.moments.length > 0 ? listPlaces(periode) : []))
  const siennes = reunions.filter(({ date }) => date >= debut && date <= fin)
  return new Set(fillPlaces(places, siennes, today).flatMap(({ reunion }) => (reunion ? [reunion.id] : [])))
}
