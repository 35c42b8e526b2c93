/** The follow-up of decisions: what may be followed, when it is done, when it is late. Pure. */
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import type { Refus, SeanceLue } from '@/lib/competences/rules/pouvoir'
import type { EtatDecision } from '@/lib/competences/types'

const refuse = (code: string, message: string): Refus => ({ ok: false, code, message: message })

/** Only what was decided is carried out; a proposal is followed in the decision that settled it. */
export function judgeSuivi({
  etat,
  decidee,
  reunion,
}: {
  etat: EtatDecision
  decidee: boolean
  reunion: Pick<SeanceLue, 'etat'>
}): { ok: true } | Refus {
  if (reunion.etat === 'ANNULEE')
    return refuse('ANNULEE', 'Cette réunion est annulée : ses décisions ne se suivent pas.')
  if (decidee)
    return refuse(
      'DEJA_TRANCHEE',
      'Cette proposition a été tranchée par l’instance qui décide : suivez la décision qui l’a tranchée.',
    )
  if (etat === 'PRISE') return { ok: true }
  return refuse(
    'PAS_PRISE',
    'Seule une décision prise se suit jusqu’à sa réalisation : indiquez d’abord qu’elle est prise.',
  )
}

/** The message that refuses a day of completion; null when it stands. */
export function judgeRealisation(jour: DateCivile, reunion: DateCivile, today: DateCivile): string | null {
  if (jour > today) return 'Ce jour n’est pas encore venu : indiquez le jour où la décision a été réalisée.'
  if (jour < reunion)
    return `La décision a été prise le ${formatDateCourte(reunion)} : elle n’a pas pu être réalisée avant.`
  return null
}

/** Followed until it is carried out: taken, and settled by nobody else, who would follow their own. */
export const isSuivie = ({ etat, decidee }: { etat: EtatDecision; decidee: boolean }): boolean =>
  etat === 'PRISE' && !decidee

/**
 * Followed, with a due date that is past and no day of completion. In SQL: `app.decision_en_retard`, `app.decision_suivie`
 * (record 0041).
 */
export function computeRetardDecision(
  {
    etat,
    echeance,
    realiseeLe,
    decidee,
  }: { etat: EtatDecision; echeance: DateCivile | null; realiseeLe: DateCivile | null; decidee: boolean },
  today: DateCivile,
): boolean {
  return isSuivie({ etat, decidee }) && realiseeLe === null && echeance !== null && echeance < today
}
