import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { Prisma } from '@/lib/generated/prisma/client'
import { openAccess, type Acces, type ConventionOuverte } from '@/lib/platform/identite/acces'
import type { Tx } from '@/lib/platform/db'
import type { Operation } from '@/lib/platform/identite/politique'

/** The rights of the application over the bare driver: the same statement opens, the same policy decides. */

/** A statement written for the application, sent by the driver. */
type Read = <T>(sql: Prisma.Sql) => Promise<T[]>

export interface Open {
  read: Read
  acces: Acces
}

export interface OpenConvention extends Open {
  convention: ConventionOuverte
}

/** Someone whom the database did not let through, or an object that is not theirs. */
export class Refused extends Error {}

/**
 * Runs `work` in one transaction opened for the holder of a session.
 * @param secret what the cookie carries
 */
export async function withAccess<T>(
  pool: Pool,
  demand: { secret: string; operation: Operation; slug: string | null; fiche?: number },
  work: (open: Open) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const read: Read = async <R>(sql: Prisma.Sql) =>
      (await client.query({ text: sql.text, values: sql.values })).rows as R[]
    const tx = {
      $queryRaw: (texts: TemplateStringsArray, ...values: unknown[]) => read(Prisma.sql(texts, ...values)),
    } as unknown as Tx
    const session = createHash('sha256').update(demand.secret).digest('hex')
    const opened = await openAccess(tx, { ...demand, session })
    if (!opened.ok) throw new Refused(opened.tag)
    const result = await work({ read, acces: opened.acces })
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** The same, on one convention. */
export function withConvention<T>(
  pool: Pool,
  demand: { secret: string; operation: Operation; slug: string; fiche?: number },
  work: (open: OpenConvention) => Promise<T>,
): Promise<T> {
  return withAccess(pool, demand, (open) => {
    if (!open.acces.convention) throw new Refused('INTROUVABLE')
    return work({ ...open, convention: open.acces.convention })
  })
}
