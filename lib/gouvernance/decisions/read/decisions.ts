import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { sqlColonnes, sqlDepuis, toVueDecision, type LigneDecision } from '../sql/decision'
import type { VueDecision } from '@/lib/competences/types'

/** The decisions of a meeting, in the order of its agenda. One SQL statement. */
export async function readDecisionsReunion(
  tx: Tx,
  conventionId: number,
  reunionId: number,
  slug: string,
  today: DateCivile,
): Promise<VueDecision[]> {
  const lignes = await tx.$queryRaw<LigneDecision[]>`
    SELECT ${sqlColonnes(conventionId)} ${sqlDepuis(conventionId)} AND p.reunion_id = ${reunionId} ORDER BY p.ordre, p.id, d.ordre, d.id`
  return lignes.map((ligne) => toVueDecision(ligne, slug, today))
}

/** One decision as it is now; null when the convention has no such one. */
export async function readDecision(
  tx: Tx,
  conventionId: number,
  id: number,
  slug: string,
  today: DateCivile,
): Promise<VueDecision | null> {
  const [ligne] = await tx.$queryRaw<
    LigneDecision[]
  >`SELECT ${sqlColonnes(conventionId)} ${sqlDepuis(conventionId)} AND d.id = ${id}`
  return ligne ? toVueDecision(ligne, slug, today) : null
}
