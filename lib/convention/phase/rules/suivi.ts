/**
 * Reading a convention without accusing it of what nobody recorded. A convention may be loaded with its promises
 * and none of its life: a period over before its first recorded meeting is « aucune réunion enregistrée », whatever
 * the frequency rule concludes of it; and dates that are over or unknown raise no alarm.
 */
import { formatDateCourte } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'

export interface DatesConnues {
  debut: DateCivile | null
  fin: DateCivile | null
}

export type PhaseConvention = 'A_VENIR' | 'EN_COURS' | 'TERMINEE' | 'INCONNUE'

/** Where a convention stands; INCONNUE as soon as a date that would tell is missing. */
export function computePhase({ debut, fin }: DatesConnues, today: DateCivile): PhaseConvention {
  if (fin !== null && fin < today) return 'TERMINEE'
  if (debut !== null && debut > today) return 'A_VENIR'
  return debut === null || fin === null ? 'INCONNUE' : 'EN_COURS'
}

/** 'convention terminée le 31 décembre 2024', 'convention en cours jusqu’au…', 'dates de la convention non connues'… */
export function formatPhase(dates: DatesConnues, today: DateCivile): string {
  const { debut, fin } = dates
  switch (computePhase(dates, today)) {
    case 'TERMINEE':
      return `convention terminée le ${formatDateCourte(fin ?? today)}`
    case 'A_VENIR':
      return `convention à partir du ${formatDateCourte(debut ?? today)}`
    case 'EN_COURS':
      return `convention en cours jusqu’au ${formatDateCourte(fin ?? today)}`
    case 'INCONNUE':
      if (debut !== null) return `convention en cours depuis le ${formatDateCourte(debut)}, fin non connue`
      if (fin !== null) return `convention en cours jusqu’au ${formatDateCourte(fin)}, début non connu`
      return 'dates de la convention non connues'
  }
}

/** The states of a frequency rule (lib/gouvernance/rules-types), as a period is judged. */
type EtatJuge = 'RESPECTEE' | 'A_PLANIFIER' | 'PLANIFIEE' | 'A_DECLARER' | 'EN_DEFAUT' | 'DEPASSEE' | 'SANS_REGLE'

/** A judged state, or the admission that nothing was recorded to judge by. */
export type EtatSuivi = EtatJuge | 'NON_ENREGISTREE'

export interface PeriodeJugee extends Bornes {
  etat: EtatJuge
  temps: 'PASSEE' | 'EN_COURS' | 'A_VENIR'
  fenetre: Bornes
  /** The verdict is on the time elapsed, as that of a mean: not on what is left of the period. */
  ecoulee: boolean
  raison: string
}

export interface EvaluationJugee {
  etat: EtatJuge
  periodes: readonly PeriodeJugee[]
  courante: PeriodeJugee | null
  phrase: string
}

/**
 * The day the convention's life began to be recorded: its first meeting in any state; null when there is none. One
 * before its first day, under a dérogation, tells nothing of how the convention itself was followed.
 * @param debut first day of the convention, null when unknown
 */
export function computeDebutSuivi(dates: readonly DateCivile[], debut: DateCivile | null): DateCivile | null {
  return dates
    .filter((date) => debut === null || date >= debut)
    .reduce<DateCivile | null>((premiere, date) => (premiere === null || date < premiere ? date : premiere), null)
}

/**
 * The state of a period as it may honestly be shown. On the last day of a period there is still that day to meet; a
 * mean is judged on elapsed time, hence the second case.
 */
export function computeEtatPeriode({ etat, fenetre, ecoulee }: PeriodeJugee, debutSuivi: DateCivile | null): EtatSuivi {
  const manque = etat === 'EN_DEFAUT' || (etat === 'A_PLANIFIER' && ecoulee)
  return manque && (debutSuivi === null || fenetre.fin < debutSuivi) ? 'NON_ENREGISTREE' : etat
}

export interface Suivi {
  etat: EtatSuivi
  /** What a person needs to know, in one French sentence. */
  phrase: string
}

/**
 * The state of an instance now, with its sentence.
 * @param regle the rule in short words ('à minima 1 par an')
 * @param debutSuivi first recorded meeting of the whole convention
 */
export function computeSuivi(evaluation: EvaluationJugee, regle: string, debutSuivi: DateCivile | null): Suivi {
  const { periodes, courante, phrase } = evaluation
  const vue = courante ?? periodes.find(({ temps }) => temps === 'A_VENIR') ?? periodes.at(-1) ?? null
  if (vue === null) return { etat: 'SANS_REGLE', phrase }
  const etat = computeEtatPeriode(vue, debutSuivi)
  if (etat === 'NON_ENREGISTREE')
    return { etat, phrase: `Aucune réunion enregistrée ; la convention prévoit : ${regle}.` }
  const passees = periodes.filter((periode) => periode !== vue && periode.temps === 'PASSEE')
  const tues = passees.some((periode) => computeEtatPeriode(periode, debutSuivi) === 'NON_ENREGISTREE')
  return {
    etat,
    phrase: tues ? `${vue.raison.slice(0, -1)} ; aucune réunion enregistrée auparavant.` : phrase,
  }
}
