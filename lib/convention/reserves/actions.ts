'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type Echec } from '@/lib/platform/resultat'
import { closeReserveSchema, reopenReserveSchema } from './schema'

/** A doubtful reading as somebody else left it. */
interface ReserveActuelle {
  version: number
  leveeLe: string | null
  conclusion: string | null
}

/** Why an update touched no row: not in this convention, or changed meanwhile. */
async function explainReserve(tx: Tx, conventionId: number, id: number): Promise<Echec<ReserveActuelle>> {
  const actuel = await tx.reserve.findFirst({
    where: { id, conventionId },
    select: { version: true, leveeLe: true, conclusion: true },
  })
  return actuel ? echecs.conflit({ ...actuel, leveeLe: actuel.leveeLe?.toISOString() ?? null }) : echecs.introuvable()
}

/** Closes a doubtful reading with what was found out; it stays in the list, as settled. */
export const closeReserve = defineAction({
  nom: 'closeReserve',
  operation: 'reserve.lever',
  portee: 'CONVENTION',
  input: closeReserveSchema,
  effet: async ({ tx, convention }, input) => {
    const { count } = await tx.reserve.updateMany({
      where: { id: input.reserve, conventionId: convention.id, version: input.version, leveeLe: null },
      data: { leveeLe: new Date(), conclusion: input.conclusion, version: { increment: 1 } },
    })
    return count === 1 ? succeed({ version: input.version + 1 }) : explainReserve(tx, convention.id, input.reserve)
  },
  revalidate: refreshConvention,
})

/** Opens it again: the doubt was not settled after all. What was concluded stays in the journal. */
export const reopenReserve = defineAction({
  nom: 'reopenReserve',
  operation: 'reserve.lever',
  portee: 'CONVENTION',
  input: reopenReserveSchema,
  effet: async ({ tx, convention }, input) => {
    const { count } = await tx.reserve.updateMany({
      where: { id: input.reserve, conventionId: convention.id, version: input.version, leveeLe: { not: null } },
      data: { leveeLe: null, conclusion: null, version: { increment: 1 } },
    })
    return count === 1 ? succeed({ version: input.version + 1 }) : explainReserve(tx, convention.id, input.reserve)
  },
  revalidate: refreshConvention,
})
