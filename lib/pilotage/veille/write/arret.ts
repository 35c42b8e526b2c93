import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { getClient } from '@/lib/platform/db'
import { readEnv } from '@/lib/platform/env'

const sign = (personne: number): Buffer =>
  createHmac('sha256', readEnv().NEXTAUTH_SECRET).update(`veille-arret:${personne}`).digest()

/** What the link that stops somebody’s messages carries: it opens nothing else, and nobody can make another’s. */
export const buildJetonArret = (personne: number): string => `${personne}.${sign(personne).toString('base64url')}`

/** Whose link this is, or null. */
export function readJetonArret(jeton: string): number | null {
  const lu = /^([1-9]\d{0,9})\.([\w-]{43})$/.exec(jeton)
  const personne = Number(lu?.[1])
  if (!lu?.[2] || personne > 2_147_483_647) return null
  const donne = Buffer.from(lu[2], 'base64url')
  const attendu = sign(personne)
  return donne.length === attendu.length && timingSafeEqual(donne, attendu) ? personne : null
}

/** Stops somebody’s messages. A link that is nobody’s stops nothing, and nobody is told so. */
export async function stopVeille(jeton: string): Promise<void> {
  const personne = readJetonArret(jeton)
  if (personne !== null) await getClient().$executeRaw`SELECT app.arreter_veille(${personne})`
}
