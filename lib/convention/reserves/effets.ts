import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** What readings to confirm are about, as `reserve.cible_type` names it, where another room may remove it. */
export type CibleReserve = 'INSTANCE' | 'REGLE' | 'AXE' | 'FICHE' | 'ETAPE' | 'INDICATEUR'

/**
 * Readings that were to confirm about what is no longer there: settled, and no longer pointing at it. One SQL statement.
 * @param conclusion what is written of those that nobody had settled
 */
export async function closeReserves(
  tx: Tx,
  conventionId: number,
  cibles: readonly { type: CibleReserve; ref: string }[],
  conclusion: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE reserve r SET cible_ref = NULL, levee_le = coalesce(levee_le, now()), conclusion = coalesce(conclusion, ${conclusion}), version = version + 1
    FROM jsonb_to_recordset(${JSON.stringify(cibles)}::jsonb) AS c(type text, ref text)
    WHERE r.convention_id = ${conventionId} AND r.cible_type = c.type AND r.cible_ref = c.ref`
}
