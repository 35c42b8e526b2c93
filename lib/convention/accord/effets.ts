import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'

/** What the writes of other rooms do to the convention itself. */

/**
 * Holds the convention until the transaction ends: those who add to it what must stay one of its kind (a plan, an
 * instance, a schéma) take turns. Readers, and those who write elsewhere in it, do not wait. One SQL statement.
 */
export async function lockConvention(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM convention WHERE id = ${id} FOR NO KEY UPDATE`
}

/** A document about to be written down beside the convention. */
export interface DocumentVoulu {
  titre: string
  nature: string
  reference: string | null
  date: DateCivile | null
}

/** Writes a document down, last of the convention’s. @returns its id. One SQL statement. */
export async function createDocument(
  tx: Tx,
  conventionId: number,
  { titre, nature, reference, date }: DocumentVoulu,
): Promise<number> {
  const [cree] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO document (convention_id, titre, nature, reference, date, ordre)
    SELECT ${conventionId}, ${titre}, ${nature}, ${reference}, ${date}::date, coalesce(max(d.ordre), -1) + 1 FROM document d WHERE d.convention_id = ${conventionId}
    RETURNING id`
  if (!cree) throw new Error('a document was inserted and not returned')
  return cree.id
}
