import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client'
import { readEnv } from './env'
import { createNommage } from './serveur/instructions'

/** A transaction as queries and effects see it: it already carries who is asking. */
export type Tx = Prisma.TransactionClient

type Client = PrismaClient<'query'>

const partage = globalThis as typeof globalThis & { clientCopilote?: Client; instructionsCopilote?: number }

/** The one Prisma client of the process, connected as the application’s role. */
export function getClient(): Client {
  if (!partage.clientCopilote) {
    const env = readEnv()
    const nameStatement = createNommage()
    const adapter = new PrismaPg(
      { connectionString: env.APP_DATABASE_URL, max: env.COPILOTE_CONNEXIONS_BASE },
      { statementNameGenerator: ({ sql }) => nameStatement(sql) },
    )
    partage.clientCopilote = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
    partage.clientCopilote.$on('query', () => {
      partage.instructionsCopilote = (partage.instructionsCopilote ?? 0) + 1
    })
  }
  return partage.clientCopilote
}

/** How many SQL statements this process has sent, COMMIT included (Prisma does not report BEGIN): what cost tests read. */
export function countInstructions(): number {
  return partage.instructionsCopilote ?? 0
}

/** Closes the client: scripts and tests end with it. */
export async function closeClient(): Promise<void> {
  await partage.clientCopilote?.$disconnect()
  delete partage.clientCopilote
}

/**
 * Runs `travail` in one transaction.
 * READ COMMITTED is enough: what must not race takes a row lock, and the balance of schémas is
 * checked again by PostgreSQL at commit.
 */
export function runTransaction<T>(travail: (tx: Tx) => Promise<T>): Promise<T> {
  return getClient().$transaction(travail, { maxWait: 10_000, timeout: 60_000 })
}
