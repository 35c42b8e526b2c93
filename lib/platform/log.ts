import 'server-only'
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { Prisma } from '@/lib/generated/prisma/client'

/** JSON lines on stderr. Inputs, addresses and secrets are never passed to it. */
const journalTechnique = pino(
  { level: process.env.NODE_ENV === 'test' ? 'silent' : 'info', base: null },
  pino.destination(2),
)

/**
 * Logs an unexpected failure under a short id that the person can quote.
 * Only the kind of error and its place are kept: a database error’s message may hold what was typed.
 */
export function logInattendu(operation: string, erreur: unknown): string {
  const id = randomBytes(4).toString('hex')
  const connue = erreur instanceof Error ? erreur : undefined
  journalTechnique.error({
    id,
    operation,
    genre: connue?.name,
    code: erreur instanceof Prisma.PrismaClientKnownRequestError ? erreur.code : undefined,
    sqlstate: readSqlstate(erreur),
    ou: connue?.stack
      ?.split('\n')
      .filter((ligne) => ligne.trimStart().startsWith('at '))
      .slice(0, 6)
      .map((ligne) => ligne.trim()),
  })
  return id
}

interface CauseSql {
  originalCode?: unknown
  originalMessage?: unknown
}

function findCause(erreur: unknown): CauseSql | undefined {
  if (typeof erreur !== 'object' || erreur === null) return undefined
  const e = erreur as { cause?: unknown; meta?: { driverAdapterError?: { cause?: unknown } }; originalCode?: unknown }
  if (typeof e.originalCode === 'string') return e as CauseSql
  return findCause(e.meta?.driverAdapterError?.cause) ?? findCause(e.cause)
}

/** SQLSTATE behind a Prisma error, in a statement as at COMMIT (where the adapter’s error comes bare). */
export function readSqlstate(erreur: unknown): string | undefined {
  const code = findCause(erreur)?.originalCode
  return typeof code === 'string' ? code : undefined
}

/** Message written by our own SQL (codes CT0xx): a French sentence meant for people. */
export function readMessageRegle(erreur: unknown): string | undefined {
  const cause = findCause(erreur)
  if (typeof cause?.originalCode !== 'string' || !cause.originalCode.startsWith('CT0')) return undefined
  return typeof cause.originalMessage === 'string' ? cause.originalMessage : undefined
}
