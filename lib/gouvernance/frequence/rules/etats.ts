/** Judging one period by counting its meetings: minimum and maximum. Means have their own file. */
import { daysBetween } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Tranche } from './periodes'
import type { Comptes, EtatFrequence, Jugement, RegleFrequence, ReunionRegle, Temps } from '../types'

/** What a rule asks of one period; null where it gives no figure. */
export interface Exigence {
  minimum: number | null
  /** The minimum after pro rata. */
  requis: number | null
  maximum: number | null
  incomplete: boolean
}

/** False for a body whose meetings are as needed, not stated, or stated without enough to judge: never an alert. */
export function checkJugeable(regle: RegleFrequence): boolean {
  if (regle.periode === null) return false
  if (regle.mode === 'MOYENNE') return regle.moyenne !== null
  return regle.mode === 'MINIMUM' || regle.mode === 'FOURCHETTE'
}

/** Number of days of a span, both ends included. */
export const countJours = ({ debut, fin }: Bornes): number => daysBetween(debut, fin) + 1

/**
 * The figures of a period: the rule's, or those of the exception of its year.
 * A period shorter than a full one is asked floor(minimum × its days / full days), so that it is never asked
 * more than a full period and a short one owes nothing (rules.md: judged pro rata, and says so). The maximum is
 * not reduced: that would forbid what the convention does not.
 */
export function computeExigence(regle: RegleFrequence, tranche: Tranche): Exigence {
  const exception =
    regle.periode === 'CONVENTION' ? undefined : regle.exceptions.find(({ annee }) => annee === tranche.annee)
  const minimum = exception?.minimum ?? regle.minimum
  const maximum = exception?.maximum ?? regle.maximum
  const { debut, fin, pleine } = tranche
  const incomplete = debut !== pleine.debut || fin !== pleine.fin
  const requis =
    minimum !== null && incomplete ? Math.floor((minimum * countJours(tranche)) / countJours(pleine)) : minimum
  return { minimum, requis, maximum, incomplete }
}

/** Where a span stands relative to today. */
export function computeTemps({ debut, fin }: Bornes, today: DateCivile): Temps {
  if (fin < today) return 'PASSEE'
  return debut > today ? 'A_VENIR' : 'EN_COURS'
}

/**
 * Counts the meetings of a span as they stood at `today`: a meeting held later than today was still only
 * planned; cancelled ones never count.
 */
export function countReunions(reunions: readonly ReunionRegle[], bornes: Bornes, today: DateCivile): Comptes {
  const comptes: Comptes = { tenues: 0, prevues: 0, aConstater: 0, derogations: 0 }
  for (const { date, etat, derogation } of reunions) {
    if (etat === 'ANNULEE' || date < bornes.debut || date > bornes.fin) continue
    if (etat === 'TENUE' && date <= today) {
      comptes.tenues += 1
      if (derogation) comptes.derogations += 1
    } else if (date >= today) comptes.prevues += 1
    else comptes.aConstater += 1
  }
  return comptes
}

/** The state of a period from its figures and its counts (rules.md, states). */
function computeEtat(temps: Temps, { requis, maximum }: Exigence, { tenues, prevues }: Comptes): EtatFrequence {
  if (requis === null && maximum === null) return 'SANS_REGLE'
  if (maximum !== null && tenues > maximum) return 'DEPASSEE'
  const manque = (requis ?? 0) - tenues
  if (temps === 'PASSEE') return manque > 0 ? 'EN_DEFAUT' : 'RESPECTEE'
  if (temps === 'EN_COURS' && manque <= 0) return 'RESPECTEE'
  return prevues >= manque ? 'PLANIFIEE' : 'A_PLANIFIER'
}

/** Judges one period of a rule with a minimum, a maximum or both, on the given meetings. */
export function judgeTranche(
  regle: RegleFrequence,
  tranche: Tranche,
  reunions: readonly ReunionRegle[],
  today: DateCivile,
): Jugement {
  const exigence = computeExigence(regle, tranche)
  const comptes = countReunions(reunions, tranche, today)
  const temps = computeTemps(tranche, today)
  const due = temps !== 'PASSEE' && comptes.tenues < (exigence.requis ?? 0)
  return {
    ...comptes,
    etat: computeEtat(temps, exigence, comptes),
    requis: exigence.requis,
    maximum: exigence.maximum,
    incomplete: exigence.incomplete,
    fenetre: { debut: tranche.debut, fin: tranche.fin },
    echeance: due ? tranche.fin : null,
  }
}

const GRAVITE: readonly EtatFrequence[] = [
  'SANS_REGLE',
  'RESPECTEE',
  'PLANIFIEE',
  'A_PLANIFIER',
  'DEPASSEE',
  'EN_DEFAUT',
]

/** The state that deserves attention first; SANS_REGLE when there is none. */
export function computePire(etats: readonly EtatFrequence[]): EtatFrequence {
  return etats.reduce<EtatFrequence>(
    (pire, etat) => (GRAVITE.indexOf(etat) > GRAVITE.indexOf(pire) ? etat : pire),
    'SANS_REGLE',
  )
}
