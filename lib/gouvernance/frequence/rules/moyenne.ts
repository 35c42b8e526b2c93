/**
 * Judging a mean. It is read over the elapsed part of a sliding year, never month by month: what counts is what
 * was held in the twelve months that end today, or since the rule applies when that is shorter.
 */
import { addDays, addMonths, addYears, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { computeTemps, countReunions } from './etats'
import type { Tranche } from './periodes'
import type { Comptes, DatesConvention, EtatFrequence, Jugement, RegleFrequence, ReunionRegle } from '../types'

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

/** The part of the sliding year that ends on a day. */
const slidingAt = (jour: DateCivile, { debut }: Bornes): Bornes => ({
  debut: maxDate(addYears(addDays(jour, 1), -1), debut),
  fin: jour,
})

/**
 * True when, on the day of one of the meetings planned by then, what is held and planned makes up the mean of that day.
 * @param declarees whether meetings past and undeclared are taken as held
 */
function checkRattrapage(contexte: ContexteMoyenne, limite: DateCivile, declarees: boolean): boolean {
  const { regle, convention, reunions, application, today } = contexte
  const jours = reunions
    .filter(({ etat, date }) => etat !== 'ANNULEE' && date >= today && date <= limite)
    .map(({ date }) => date)
  return jours.some((jour) => {
    const glissante = slidingAt(jour, application)
    const { tenues, prevues, aConstater } = countReunions(reunions, glissante, today)
    return (
      tenues + prevues + (declarees ? aConstater : 0) >=
      (computeAttendu(regle, convention, countMoisEntiers(glissante)) ?? 0)
    )
  })
}

/**
 * The mean as it stands today. Behind, it is still PLANIFIEE when a meeting planned within the month under way
 * restores it on its day, today’s included; A_DECLARER when meetings that have passed undeclared would. Otherwise a
 * first year that is not over can still make up for it, A_PLANIFIER, and a whole sliding year is over: EN_DEFAUT,
 * until meetings held bring it back.
 */
function judgeAujourdhui(contexte: ContexteMoyenne): Jugement {
  const { regle, convention, reunions, application, today } = contexte
  const fenetre = slidingAt(today, application)
  const mois = countMoisEntiers(fenetre)
  const requis = computeAttendu(regle, convention, mois)
  const comptes = countReunions(reunions, fenetre, today)
  const limite = minDate(addDays(addMonths(fenetre.debut, mois + 1), -1), application.fin)
  const { prevues } = countReunions(reunions, { debut: today, fin: limite }, today)
  const base = {
    ...comptes,
    prevues,
    requis,
    reportees: 0,
    sansObjet: 0,
    maximum: null,
    incomplete: mois < 12,
    fenetre,
    ecoulee: true,
  }
  if (requis === null) return { ...base, etat: 'SANS_REGLE', echeance: null }
  if (comptes.tenues >= requis) {
    return { ...base, etat: 'RESPECTEE', echeance: computeProchaine(contexte, fenetre, comptes.tenues) }
  }
  if (checkRattrapage(contexte, limite, false)) return { ...base, etat: 'PLANIFIEE', echeance: limite }
  if (
    comptes.tenues + comptes.aConstater >= requis ||
    (comptes.aConstater > 0 && checkRattrapage(contexte, limite, true))
  )
    return { ...base, etat: 'A_DECLARER', echeance: limite }
  return mois >= 12
    ? { ...base, etat: 'EN_DEFAUT', echeance: today }
    : { ...base, etat: 'A_PLANIFIER', echeance: limite }
}

/** The state of a year that is over, or to come. */
function computeEtatAnnee(requis: number, { tenues, prevues, aConstater }: Comptes, passee: boolean): EtatFrequence {
  if (!passee) return tenues + prevues >= requis ? 'PLANIFIEE' : 'A_PLANIFIER'
  if (tenues >= requis) return 'RESPECTEE'
  return tenues + aConstater >= requis ? 'A_DECLARER' : 'EN_DEFAUT'
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
  return {
    ...comptes,
    etat: requis === null ? 'SANS_REGLE' : computeEtatAnnee(requis, comptes, temps === 'PASSEE'),
    requis,
    reportees: 0,
    sansObjet: 0,
    maximum: null,
    incomplete: mois < 12,
    fenetre,
    ecoulee: false,
    echeance: temps === 'A_VENIR' && requis ? tranche.fin : null,
  }
}
