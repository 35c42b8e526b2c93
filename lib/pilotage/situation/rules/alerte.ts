/** What the side navigation says of the meetings, in two words. */
import type { DateCivile } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { computePhase, type DatesConnues, type EtatSuivi } from '@/lib/convention/phase/rules/suivi'

export interface AlerteGouvernance {
  gravite: 'RETARD' | 'A_PLANIFIER'
  /** '1 retard', '1 à déclarer', '2 à tenir' */
  texte: string
}

/**
 * The alert on the meetings of a convention: those that were missed first, then those to declare, else those still to plan.
 * None for a convention that is over, not begun, or whose dates are unknown: nothing can be late there.
 */
export function computeAlerte(
  instances: readonly { etat: EtatSuivi }[],
  dates: DatesConnues,
  today: DateCivile,
): AlerteGouvernance | null {
  if (computePhase(dates, today) !== 'EN_COURS') return null
  const retards = instances.filter(({ etat }) => etat === 'EN_DEFAUT').length
  if (retards > 0) return { gravite: 'RETARD', texte: formatCompte(retards, 'retard') }
  const aDeclarer = instances.filter(({ etat }) => etat === 'A_DECLARER').length
  if (aDeclarer > 0) return { gravite: 'A_PLANIFIER', texte: `${aDeclarer} à déclarer` }
  const aPlanifier = instances.filter(({ etat }) => etat === 'A_PLANIFIER').length
  return aPlanifier > 0 ? { gravite: 'A_PLANIFIER', texte: `${aPlanifier} à tenir` } : null
}
