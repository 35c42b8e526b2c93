import type { BrowserContext, Page } from '@playwright/test'
import { createSecret } from '@/lib/platform/identite/secret'
import { buildCookie, openBase, openSessions, ownerUrl, readCookie } from './base'

/** What the browser tests share: signing in, and asking axe. */

export { listDefauts, listViolations } from './axe'
export { buildCookie, ownerUrl } from './base'

/**
 * Signs in with a demonstration account, without the form (which has a test of its own): the session of that role was
 * opened with the base.
 * @param qui what its address starts with: conseillere, coordination, elue, pilote, administration, or somebody of the test
 * @param ou another application than the one of this worker: its address and its database
 */
export async function signIn(
  cible: Page | BrowserContext,
  qui: string,
  ou: { address?: string; database?: string } = {},
): Promise<void> {
  const contexte = 'context' in cible ? cible.context() : cible
  await openBase()
  const partage = ou.database ? undefined : await readCookie(qui)
  if (partage) return contexte.addCookies([partage])
  const secret = createSecret()
  await openSessions(ou.database ?? ownerUrl(), new Map([[qui, secret]]))
  await contexte.addCookies([await buildCookie(secret, ou.address)])
}
