/** Judging one period of a rule with a minimum, a maximum or both, by counting its meetings. */
import type { DateCivile } from '@/lib/platform/dates'
import { computeTemps, countReunions } from './etats'
import { countSansObjet, type MomentsLus } from './moments'
import type { Tranche } from './periodes'
import { countReportees, type Exigence } from './promesse'
import type { Comptes, EtatFrequence, Jugement, RegleFrequence, ReunionRegle, Temps } from '../types'

/** The state of a period from its figures and its counts (rules.md, states). */
function computeEtat(
  temps: Temps,
  { requis, maximum }: Pick<Exigence, 'requis' | 'maximum'>,
  { tenues, prevues, aConstater }: Comptes,
  { utiles, sansObjet }: { utiles: number; sansObjet: number },
): EtatFrequence {
  if (requis === null && maximum === null) return 'SANS_REGLE'
  if (maximum !== null && tenues - utiles > maximum) return 'DEPASSEE'
  // What prepares nothing yet settles nothing yet.
  const manque = (requis ?? 0) - tenues + sansObjet
  if (manque <= 0 && temps !== 'A_VENIR') return 'RESPECTEE'
  if (temps !== 'PASSEE' && prevues >= manque) return 'PLANIFIEE'
  // Nothing is missing before somebody says what became of the meetings that were to settle it.
  if (aConstater > 0 && prevues + aConstater >= manque) return 'A_DECLARER'
  return temps === 'PASSEE' ? 'EN_DEFAUT' : 'A_PLANIFIER'
}

interface DemandeTranche {
  regle: RegleFrequence
  /** What the period owes (`computeExigences`). */
  exigence: Exigence
  tranche: Tranche
  reunions: readonly ReunionRegle[]
  moments: MomentsLus
  /** Meetings that keep a moment of any period. */
  utiles: ReadonlySet<number>
  today: DateCivile
}

/** Judges how many meetings a period holds; its moments are judged apart, and a meeting that keeps one is above no maximum. */
export function judgeTranche({ regle, exigence, tranche, reunions, moments, utiles, today }: DemandeTranche): Jugement {
  const comptes = countReunions(reunions, tranche, today)
  const temps = computeTemps(tranche, today)
  const reportees = countReportees(exigence, reunions, today)
  const requis = exigence.requis === null ? null : exigence.requis - reportees
  const siennes = reunions.filter(
    ({ etat, date }) => etat !== 'ANNULEE' && tranche.debut <= date && date <= tranche.fin,
  )
  const enVue = siennes.filter(({ etat, date }) => (etat === 'TENUE' && date <= today) || date >= today)
  const sansObjet = temps === 'EN_COURS' ? countSansObjet(regle, moments, enVue, requis ?? 0) : 0
  const auDela = siennes.filter(({ id, etat, date }) => etat === 'TENUE' && date <= today && utiles.has(id)).length
  const due = temps !== 'PASSEE' && comptes.tenues - sansObjet < (requis ?? 0)
  return {
    ...comptes,
    etat: computeEtat(temps, { requis, maximum: exigence.maximum }, comptes, { utiles: auDela, sansObjet }),
    sansObjet,
    requis,
    reportees,
    maximum: exigence.maximum,
    incomplete: exigence.incomplete,
    fenetre: { debut: tranche.debut, fin: tranche.fin },
    ecoulee: false,
    echeance: due ? tranche.fin : null,
  }
}
