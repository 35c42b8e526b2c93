/** What the object of a decision says of it: « Reportée par décision du COPIL du 3 mars 2026 ». Pure. */
import { formatDateCourte } from '@/lib/platform/dates'
import { formatDeInstance, formatInstance } from './pouvoir'
import type { EffetDecision, TraceDecision } from '@/lib/competences/types'

const DECIDE: Record<EffetDecision, string> = {
  REPORTER_FICHE: 'Reportée',
  ABANDONNER_FICHE: 'Abandonnée',
  CHANGER_CIBLE: 'Cible fixée',
  VALIDER_SCHEMA: 'Validé',
  VALIDER_AVENANT: 'Validé',
}
const PROPOSE: Record<EffetDecision, string> = {
  REPORTER_FICHE: 'Report proposé',
  ABANDONNER_FICHE: 'Abandon proposé',
  CHANGER_CIBLE: 'Nouvelle cible proposée',
  VALIDER_SCHEMA: 'Validation proposée',
  VALIDER_AVENANT: 'Validation proposée',
}

/** The sentence before the date, and the date, which leads to the meeting. */
export function formatTrace({ effet, appliquee, instance, date }: TraceDecision): { phrase: string; date: string } {
  const phrase = appliquee
    ? `${DECIDE[effet]} par décision ${formatDeInstance(instance)} du`
    : `${PROPOSE[effet]} par ${formatInstance(instance)} le`
  return { phrase, date: formatDateCourte(date) }
}

const STATUTS: Partial<Record<EffetDecision, string>> = { REPORTER_FICHE: 'REPORTEE', ABANDONNER_FICHE: 'ABANDONNEE' }

/**
 * What still stands among the traces of one object: the last decision applied, as long as the object is as it left it,
 * and the proposals that wait.
 * @param traces those of the object, latest applied first
 * @param statut the status of a fiche as it is now; undefined for what has none
 */
export function listTracesUtiles<T extends TraceDecision>(traces: readonly T[], statut?: string): T[] {
  const derniere = traces.find(({ appliquee }) => appliquee)
  const tient = derniere !== undefined && (statut === undefined || STATUTS[derniere.effet] === statut)
  return [...(tient ? [derniere] : []), ...traces.filter(({ appliquee }) => !appliquee)]
}
