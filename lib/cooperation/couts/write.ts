import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { foldMots } from '@/lib/platform/texte'
import { readArgent, type ArgentLu } from './read'

/** Any number: the lock of money, apart from others of the same convention. */
const VERROU = 5_104

/** Takes the lock of a convention’s money until the transaction ends, then reads it: two people who save at once wait for each other. */
export async function lockArgent(tx: Tx, conventionId: number): Promise<ArgentLu> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${VERROU}::int, ${conventionId}::int)::text`
  return readArgent(tx, conventionId)
}

/** The organisme that a financer’s name stands for; null for one that the convention does not list. */
export const findOrganisme = (organismes: ArgentLu['organismes'], financeur: string): number | null =>
  organismes.find(({ nom }) => foldMots(nom) === foldMots(financeur))?.id ?? null

export const toJour = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`))
