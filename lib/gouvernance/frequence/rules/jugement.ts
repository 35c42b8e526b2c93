/** Judging one period of a rule with a minimum, a maximum or both, by counting its meetings. */
import type { DateCivile } from '@/lib/platform/dates'
import { computeTemps, countReunions } from './etats'
import type { Tranche } from './periodes'
import { countReportees, type Exigence } from './promesse'
import type { Comptes, EtatFrequence, Jugement, ReunionRegle, Temps } from '../types'

/** The state of a period from its figures and its counts (rules.md, states). */
function computeEtat(
  temps: Temps,
  { requis, maximum }: Pick<Exigence, 'requis' | 'maximum'>,
  { tenues, prevues, aConstater }: Comptes,
): EtatFrequence {
  if (requis === null && maximum === null) return 'SANS_REGLE'
  if (maximum !== null && tenues > maximum) return 'DEPASSEE'
  const manque = (requis ?? 0) - tenues
  if (manque <= 0 && temps !== 'A_VENIR') return 'RESPECTEE'
  if (temps !== 'PASSEE' && prevues >= manque) return 'PLANIFIEE'
  // Nothing is missing before somebody says what became of the meetings that were to settle it.
  if (aConstater > 0 && prevues + aConstater >= manque) return 'A_DECLARER'
  return temps === 'PASSEE' ? 'EN_DEFAUT' : 'A_PLANIFIER'
}

/**
 * Judges a period on the given meetings.
 * @param exigence what it owes (`computeExigences`)
 */
export function judgeTranche(
  exigence: Exigence,
  tranche: Tranche,
  reunions: readonly ReunionRegle[],
  today: DateCivile,
): Jugement {
  const comptes = countReunions(reunions, tranche, today)
  const temps = computeTemps(tranche, today)
  const reportees = countReportees(exigence, reunions, today)
  const requis = exigence.requis === null ? null : exigence.requis - reportees
  const due = temps !== 'PASSEE' && comptes.tenues < (requis ?? 0)
  return {
    ...comptes,
    etat: computeEtat(temps, { requis, maximum: exigence.maximum }, comptes),
    requis,
    reportees,
    maximum: exigence.maximum,
    incomplete: exigence.incomplete,
    fenetre: { debut: tranche.debut, fin: tranche.fin },
    ecoulee: false,
    echeance: due ? tranche.fin : null,
  }
}
