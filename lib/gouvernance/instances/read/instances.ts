import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { listInstancesLues } from '@/lib/gouvernance/frequence/rules/lecture'
import { readInstances } from './lignes'
import type { InstanceLue } from '../types/ecran'

/**
 * The instances of a convention as they stand at a date, for any screen that shows or counts them:
 * rule in words, state, reason, periods, what was missed. One SQL statement, inside the caller's transaction.
 */
export async function listInstances(
  tx: Tx,
  convention: { id: number; debut: DateCivile | null; fin: DateCivile | null },
  today: DateCivile,
): Promise<InstanceLue[]> {
  return listInstancesLues(await readInstances(tx, convention.id), convention, today)
}
