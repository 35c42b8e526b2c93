/** Cutting the convention's time into the periods a frequency rule speaks of. */
import { addDays, addYears, boundsContaining, maxDate, minDate, yearBounds, yearOf } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { DatesConvention, PeriodeFrequence, RegleFrequence, ReunionRegle } from '../types'

/** A period as it meets the convention: its own bounds, and those of the full period it is a part of. */
export interface Tranche extends Bornes {
  pleine: Bornes
  /** The year whose exceptions apply: the one in which the full period begins. */
  annee: number
}

interface Contexte {
  regle: RegleFrequence
  convention: DatesConvention
  reunions: readonly ReunionRegle[]
  today: DateCivile
}

/**
 * The unit actually used. A mean is drawn year by year, since it is never judged month by month; convention
 * years need the day the convention starts, and fall back to civil years without it.
 */
export function computeUnite(regle: RegleFrequence, convention: DatesConvention): PeriodeFrequence {
  const { mode, periode } = regle
  if (periode === 'AN_CONVENTION') return convention.debut === null ? 'AN_CIVIL' : 'AN_CONVENTION'
  return mode === 'MOYENNE' || periode === null ? 'AN_CIVIL' : periode
}

/** The convention year (from one anniversary of its first day to the eve of the next) that contains the date. */
function anneeDeConvention(date: DateCivile, debut: DateCivile): Bornes {
  const rang = yearOf(date) - yearOf(debut)
  const anniversaire = addYears(debut, rang) <= date ? rang : rang - 1
  return { debut: addYears(debut, anniversaire), fin: addDays(addYears(debut, anniversaire + 1), -1) }
}

/** Meetings that took place or may: the only ones that can witness a period when dates are unknown. */
const datesUtiles = (reunions: readonly ReunionRegle[]): DateCivile[] =>
  reunions.filter(({ etat }) => etat !== 'ANNULEE').map(({ date }) => date)

/**
 * The spans of time to judge before they are cut into periods.
 * Both dates known: the convention. Otherwise nothing is invented: the civil year of today, those that contain
 * meetings, and those between today and the one date that is known.
 */
function computeEtendues({ convention, reunions, today }: Contexte, unite: PeriodeFrequence): Bornes[] {
  const { debut, fin } = convention
  if (debut !== null && fin !== null) return [{ debut, fin }]
  const connue = debut ?? fin
  const jours = [today, ...datesUtiles(reunions)]
  const premier = minDate(connue ?? today, ...jours)
  const dernier = maxDate(connue ?? today, ...jours)
  if (unite === 'CONVENTION') {
    return [{ debut: debut ?? yearBounds(yearOf(premier)).debut, fin: fin ?? yearBounds(yearOf(dernier)).fin }]
  }
  if (unite === 'AN_CONVENTION' && debut !== null) return [{ debut, fin: anneeDeConvention(dernier, debut).fin }]
  const annees = new Set(jours.map(yearOf))
  if (connue !== null) {
    for (let annee = yearOf(minDate(connue, today)); annee <= yearOf(maxDate(connue, today)); annee++) annees.add(annee)
  }
  return [...annees].sort((a, b) => a - b).map(yearBounds)
}

/** The part of a span inside bounds of which either may be unknown; null when nothing is left. */
function clip(bornes: Bornes, debut: DateCivile | null, fin: DateCivile | null): Bornes | null {
  const reste = { debut: maxDate(bornes.debut, debut ?? bornes.debut), fin: minDate(bornes.fin, fin ?? bornes.fin) }
  return reste.debut <= reste.fin ? reste : null
}

/**
 * The periods of a rule, in order, from the convention's first day (or the rule's, when later) to its last:
 * first and last ones may be shorter than a full one. Empty when the rule never meets the convention.
 */
export function computeTranches(contexte: Contexte): Tranche[] {
  const { regle, convention } = contexte
  const unite = computeUnite(regle, convention)
  return computeEtendues(contexte, unite).flatMap((etendue) => {
    const pleineA = (jour: DateCivile): Bornes => {
      if (unite === 'CONVENTION') return etendue
      if (unite === 'AN_CONVENTION') return anneeDeConvention(jour, convention.debut ?? jour)
      return boundsContaining(jour, unite === 'AN_CIVIL' ? 'AN' : unite)
    }
    const dansConvention = clip(etendue, convention.debut, convention.fin)
    const reste = dansConvention && clip(dansConvention, regle.debut, regle.fin)
    const tranches: Tranche[] = []
    for (let jour = reste?.debut; reste && jour !== undefined && jour <= reste.fin; ) {
      const pleine = pleineA(jour)
      tranches.push({ debut: jour, fin: minDate(pleine.fin, reste.fin), pleine, annee: yearOf(pleine.debut) })
      jour = addDays(pleine.fin, 1)
    }
    return tranches
  })
}

/** The unbroken run of periods around one of them: a mean is not read across years nothing is known of. */
export function computeApplication(tranches: readonly Tranche[], tranche: Tranche): Bornes {
  const rang = tranches.indexOf(tranche)
  const { debut } = tranches
    .slice(0, rang)
    .reduceRight((run, before) => (addDays(before.fin, 1) === run.debut ? before : run), tranche)
  const { fin } = tranches
    .slice(rang + 1)
    .reduce((run, after) => (addDays(run.fin, 1) === after.debut ? after : run), tranche)
  return { debut, fin }
}

/** The rule in force on a day among the successive rules of an instance: the latest to start; null when none covers it. */
export function computeRegleApplicable(regles: readonly RegleFrequence[], date: DateCivile): RegleFrequence | null {
  return regles
    .filter(({ debut, fin }) => (debut ?? date) <= date && date <= (fin ?? date))
    .reduce<RegleFrequence | null>(
      (choisie, regle) => (choisie && (choisie.debut ?? '') >= (regle.debut ?? '') ? choisie : regle),
      null,
    )
}
