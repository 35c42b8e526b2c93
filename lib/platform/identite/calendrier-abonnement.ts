import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { createSecret, hashSecret } from './secret'

/** How long an address lasts when nobody ends it. */
const DUREE_JOURS = 730

/** One’s own subscription, as far as it can be shown: its address is nowhere kept. */
export interface Abonnement {
  creeLe: Date
  expireLe: Date
}

/**
 * Opens a subscription for the person who asks, and ends the one before.
 * @returns the secret of its address, this once; null when nobody is asking
 */
export async function openAbonnement(tx: Tx): Promise<string | null> {
  const secret = createSecret()
  const expire = new Date(Date.now() + DUREE_JOURS * 86_400_000)
  const [ligne] = await tx.$queryRaw<
    { fait: boolean }[]
  >`SELECT app.creer_calendrier(${hashSecret(secret)}, ${expire}) AS fait`
  return ligne?.fait ? secret : null
}

/** Ends the subscription of the person who asks: its address opens nothing any more. False when there was none. */
export async function closeAbonnement(tx: Tx): Promise<boolean> {
  const [ligne] = await tx.$queryRaw<{ fait: boolean }[]>`SELECT app.revoquer_calendrier() AS fait`
  return ligne?.fait ?? false
}

/** The subscription of the person who asks, or null. */
export async function readAbonnement(tx: Tx): Promise<Abonnement | null> {
  const [ligne] = await tx.$queryRaw<
    Abonnement[]
  >`SELECT cree_le AS "creeLe", expire_le AS "expireLe" FROM app.lire_calendrier()`
  return ligne ?? null
}
