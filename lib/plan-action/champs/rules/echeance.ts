/**
 * Where a fiche or an étape stands against its last day. Pure; in SQL the same is said by `app.fiche_echeance`,
 * `app.fiche_en_retard`, `app.fiche_close` and `app.fiche_ecartee` (record 0041).
 */
import type { DateCivile } from '@/lib/platform/dates'
import type { StatutFiche } from '../words/statuts'

export type { StatutFiche }

export interface FicheRegle {
  statut: StatutFiche
  /** Last day of its period, included; null when it is not known. */
  fin: DateCivile | null
}

/** RETARD: its day is past and it is declared under way or to begin. PASSEE: its day is past and nobody gave its status. */
export type Echeance = 'RETARD' | 'PASSEE' | null

/** Put off or abandoned: an instance decided so. */
export const isEcartee = (statut: StatutFiche): boolean => statut === 'REPORTEE' || statut === 'ABANDONNEE'

/** Done, put off or abandoned: nothing is expected any more. */
export const isClose = (statut: StatutFiche): boolean => statut === 'REALISEE' || isEcartee(statut)

/**
 * Where a fiche or an étape stands against its last day, which still belongs to it. One whose status nobody gave is
 * never late: its period is over, and what came of it is not known. Lateness would accuse without knowing.
 */
export function computeEcheance({ statut, fin }: FicheRegle, today: DateCivile): Echeance {
  if (fin === null || fin >= today || isClose(statut)) return null
  return statut === 'A_PRECISER' ? 'PASSEE' : 'RETARD'
}

/** Late: past its last day, and somebody said that it is under way or to begin. */
export const isEnRetard = (fiche: FicheRegle, today: DateCivile): boolean => computeEcheance(fiche, today) === 'RETARD'

/** Announced, not yet written, and the day it was to be written for went by. */
export const isRedactionPassee = (
  { aRediger, redactionEcheance }: { aRediger: boolean; redactionEcheance: DateCivile | null },
  today: DateCivile,
): boolean => aRediger && redactionEcheance !== null && redactionEcheance < today
