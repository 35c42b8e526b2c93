import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { decode } from 'next-auth/jwt'
import { readEnv } from '@/lib/platform/env'
import { type DateCivile, todayParis } from '@/lib/platform/dates'
import { hashSecret } from './secret'

/** Eight hours: a working day. */
export const DUREE_SESSION_S = 8 * 3600

interface Demandeur {
  session: string
  today?: DateCivile
}

const demandeur = new AsyncLocalStorage<Demandeur>()

/**
 * Runs `travail` as the holder of a session: what scripts, background work and tests use, through
 * the same queries and actions as a browser.
 * @param session secret of the session (what the cookie would carry)
 */
export function runAs<T>(session: string, travail: () => Promise<T>, options: { today?: DateCivile } = {}): Promise<T> {
  return demandeur.run({ session, ...options }, travail)
}

/** True inside `runAs`: there is no browser to refresh. */
export const isArrierePlan = (): boolean => demandeur.getStore() !== undefined

/** Name of the session cookie: `__Secure-` wherever the address is https. */
const nomCookieSession = (): string =>
  readEnv().NEXTAUTH_URL?.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

/**
 * Hash of the session that is asking, or null. Whether it still opens anything is the database’s
 * answer, at each request.
 */
export async function readSession(): Promise<string | null> {
  const courant = demandeur.getStore()
  if (courant) return hashSecret(courant.session)
  const { cookies } = await import('next/headers')
  const jeton = (await cookies()).get(nomCookieSession())?.value
  if (!jeton) return null
  try {
    const contenu = await decode({ token: jeton, secret: readEnv().NEXTAUTH_SECRET })
    return typeof contenu?.session === 'string' ? hashSecret(contenu.session) : null
  } catch {
    return null // forged, or sealed with another secret: nobody
  }
}

/** Today in Europe/Paris; it enters here and is passed down. */
export function readToday(): DateCivile {
  const env = readEnv()
  return (
    demandeur.getStore()?.today ??
    (env.COPILOTE_DEMONSTRATION === '1' ? env.COPILOTE_AUJOURDHUI : undefined) ??
    todayParis(new Date())
  )
}
