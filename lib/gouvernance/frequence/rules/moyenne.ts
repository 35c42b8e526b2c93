/**
 * Judging a mean. It is read over the elapsed part of a sliding year, never month by month: what counts is what
 * was held in the twelve months that end today, or since the rule applies when that is shorter.
 */
import { addDays, addMonths, addYears, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { computeTemps, countReunions } from './etats'
import type { Tranche } from './periodes'
import type { DatesConvention, EtatFrequence, Jugement, RegleFrequence, ReunionRegle } from '../types'

const MOIS: Record<'MOIS' | 'BIMESTRE' | 'TRIMESTRE' | 'SEMESTRE' | 'AN_CIVIL' | 'AN_CONVENTION', number> = {
  MOIS: 1,
  BIMESTRE: 2,
  TRIMESTRE: 3,
  SEMESTRE: 6,
  AN_CIVIL: 12,
  AN_CONVENTION: 12,
}

/** Number of whole months in a span, counted from its first day (1 January to 31 July: 7). */
function countMoisEntiers({ debut, fin }: Bornes): number {
  const lendemain = addDays(fin, 1)
  let mois = 0
  while (addMonths(debut, mois + 1) <= lendemain) mois += 1
  return mois
}

/** Months in the period the mean is given for; null when it is a convention whose length is not known or under a month. */
function computeDuree(regle: RegleFrequence, { debut, fin }: DatesConvention): number | null {
  if (regle.periode === null) return null
  if (regle.periode !== 'CONVENTION') return MOIS[regle.periode]
  return debut === null || fin === null ? null : countMoisEntiers({ debut, fin }) || null
}

/**
 * How many meetings a mean asks over a number of whole months: floor, so that no obligation is invented for a
 * month under way. Worked in hundredths, to stay exact with a fractional mean. Null when it cannot be known.
 */
function computeAttendu(regle: RegleFrequence, convention: DatesConvention, mois: number): number | null {
  const duree = computeDuree(regle, convention)
  if (duree === null || regle.moyenne === null) return null
  return Math.floor((Math.round(regle.moyenne * 100) * mois) / (100 * duree))
}

interface ContexteMoyenne {
  regle: RegleFrequence
  convention: DatesConvention
  reunions: readonly ReunionRegle[]
  /** First and last days the rule can be read over. */
  application: Bornes
  today: DateCivile
}

/**
 * The next day by which a meeting is due while the mean is kept. In the first year the expected number grows
 * month by month; afterwards it stays, and a meeting is due when the oldest one that is needed leaves the year.
 */
function computeProchaine(contexte: ContexteMoyenne, glissante: Bornes, tenues: number): DateCivile | null {
  const { regle, convention, reunions, application, today } = contexte
  const attenduEn = (mois: number) => computeAttendu(regle, convention, mois) ?? 0
  const cible = attenduEn(12)
  let echeance: DateCivile | null = null
  if (glissante.debut === application.debut && tenues < cible) {
    let mois = 1
    while (attenduEn(mois) <= tenues) mois += 1
    echeance = addDays(addMonths(glissante.debut, mois), -1)
  } else if (cible > 0) {
    const dates = reunions
      .filter(({ etat, date }) => etat === 'TENUE' && date >= glissante.debut && date <= today)
      .map(({ date }) => date)
      .sort()
    const premiere = dates[tenues - cible]
    echeance = premiere === undefined ? null : addDays(addYears(addDays(premiere, 1), 1), -1)
  }
  return echeance !== null && echeance <= application.fin ? echeance : null
}

/**
 * The mean as it stands today. Behind in a first year that is not over, it can still be made up: A_PLANIFIER,
 * or PLANIFIEE when what is planned by the end of the month under way restores it. Behind over a whole sliding
 * year, that year is over: EN_DEFAUT, until meetings held bring it back.
 */
function judgeAujourdhui(contexte: ContexteMoyenne): Jugement {
  const { regle, convention, reunions, application, today } = contexte
  const fenetre = { debut: maxDate(addYears(addDays(today, 1), -1), application.debut), fin: today }
  const mois = countMoisEntiers(fenetre)
  const requis = computeAttendu(regle, convention, mois)
  const comptes = countReunions(reunions, fenetre, today)
  const limite = minDate(addDays(addMonths(fenetre.debut, mois + 1), -1), application.fin)
  const { prevues } = countReunions(reunions, { debut: today, fin: limite }, today)
  const base = { ...comptes, prevues, requis, maximum: null, incomplete: mois < 12, fenetre }
  if (requis === null) return { ...base, etat: 'SANS_REGLE', echeance: null }
  if (comptes.tenues >= requis) {
    return { ...base, etat: 'RESPECTEE', echeance: computeProchaine(contexte, fenetre, comptes.tenues) }
  }
  if (mois >= 12) return { ...base, etat: 'EN_DEFAUT', echeance: today }
  const voulu = computeAttendu(regle, convention, countMoisEntiers({ debut: fenetre.debut, fin: limite })) ?? requis
  return { ...base, etat: comptes.tenues + prevues >= voulu ? 'PLANIFIEE' : 'A_PLANIFIER', echeance: limite }
}

/** Judges one year of a mean: a year over or to come on its whole months, the current one over the sliding year. */
export function judgeMoyenne(contexte: ContexteMoyenne, tranche: Tranche): Jugement {
  const { regle, convention, reunions, today } = contexte
  const temps = computeTemps(tranche, today)
  if (temps === 'EN_COURS') return judgeAujourdhui(contexte)
  const fenetre = { debut: tranche.debut, fin: tranche.fin }
  const mois = countMoisEntiers(fenetre)
  const requis = computeAttendu(regle, convention, mois)
  const comptes = countReunions(reunions, fenetre, today)
  const assez = (nombre: number, oui: EtatFrequence, non: EtatFrequence) => (nombre >= (requis ?? 0) ? oui : non)
  const etat =
    temps === 'PASSEE'
      ? assez(comptes.tenues, 'RESPECTEE', 'EN_DEFAUT')
      : assez(comptes.tenues + comptes.prevues, 'PLANIFIEE', 'A_PLANIFIER')
  return {
    ...comptes,
    etat: requis === null ? 'SANS_REGLE' : etat,
    requis,
    maximum: null,
    incomplete: mois < 12,
    fenetre,
    echeance: temps === 'A_VENIR' && requis ? tranche.fin : null,
  }
}
