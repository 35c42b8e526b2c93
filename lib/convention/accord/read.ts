import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** What other rooms ask about a convention before they write. Each is one SQL statement, none when nothing is asked. */

/** The organisme that is the Caf of a convention: its id. @throws when there is no such convention */
export async function readCafId(tx: Tx, conventionId: number): Promise<number> {
  const { cafId } = await tx.convention.findUniqueOrThrow({ where: { id: conventionId }, select: { cafId: true } })
  return cafId
}

/** True when each of these is a party of the convention. @param parties ids, which may repeat */
export async function hasParties(tx: Tx, conventionId: number, parties: readonly number[]): Promise<boolean> {
  const ids = [...new Set(parties)]
  return (
    ids.length === 0 ||
    (await tx.conventionOrganisme.count({ where: { conventionId, id: { in: ids } } })) === ids.length
  )
}

/** True when the convention has this avenant, or when none is named. */
export async function hasAvenant(tx: Tx, conventionId: number, id: number | null): Promise<boolean> {
  return id === null || (await tx.avenant.count({ where: { id, conventionId } })) === 1
}
