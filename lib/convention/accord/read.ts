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

/** What a document about a convention may cite of it, each list in the order of the convention. */
export interface Cites {
  parties: { id: number; ref: string }[]
  avenants: { id: number; ref: string }[]
  documents: { id: number }[]
  communes: { id: number; nom: string }[]
}

/** What a document about a convention may cite of it. */
export async function readCites(tx: Tx, conventionId: number): Promise<Cites> {
  const [cites] = await tx.$queryRaw<Cites[]>`
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'ref', p.ref) ORDER BY p.ordre, p.id), '[]') FROM convention_organisme p WHERE p.convention_id = ${conventionId}) AS parties,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'ref', a.ref) ORDER BY a.ordre, a.id), '[]') FROM avenant a WHERE a.convention_id = ${conventionId}) AS avenants,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id) ORDER BY d.ordre, d.id), '[]') FROM document d WHERE d.convention_id = ${conventionId}) AS documents,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'nom', t.nom) ORDER BY t.ordre, t.id), '[]') FROM territoire_commune t WHERE t.convention_id = ${conventionId}) AS communes`
  if (!cites) throw new Error('lists without a row')
  return cites
}
