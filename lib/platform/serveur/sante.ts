import 'server-only'
import { getClient } from '@/lib/platform/db'
import { logInattendu } from '@/lib/platform/log'

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
