import 'server-only'
import { getClient } from './db'
import { logInattendu } from './log'

/** True when PostgreSQL answers the application’s role. */
export async function isReady(): Promise<boolean> {
  try {
    await getClient().$queryRaw`SELECT 1`
    return true
  } catch (erreur) {
    logInattendu('readyz', erreur)
    return false
  }
}
