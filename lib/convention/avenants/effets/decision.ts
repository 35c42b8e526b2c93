import 'server-only'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'

/** Validates an avenant by the decision of an instance, in that decision’s transaction: its day is the meeting’s. */
export async function validateAvenantParDecision(
  tx: Tx,
  conventionId: number,
  id: number,
  jour: DateCivile,
): Promise<{ ok: true; avant: Record<string, string | null> } | Echec> {
  const [lu] = await tx.$queryRaw<{ valideLe: DateCivile | null }[]>`
    SELECT valide_le::text AS "valideLe" FROM avenant WHERE convention_id = ${conventionId} AND id = ${id} FOR NO KEY UPDATE`
  if (!lu) return echecs.introuvable()
  if (lu.valideLe !== null) {
    return echecs.regle(
      'AVENANT_DEJA',
      `Cet avenant est déjà validé, le ${formatDateCourte(lu.valideLe)} : enregistrez la décision sans effet, ou choisissez un autre avenant.`,
    )
  }
  await tx.$executeRaw`UPDATE avenant SET valide_le = ${jour}::date, version = version + 1 WHERE convention_id = ${conventionId} AND id = ${id}`
  return { ok: true, avant: { valideLe: null } }
}
