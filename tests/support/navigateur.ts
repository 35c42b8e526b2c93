import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'

/** What the browser tests share: signing in, and asking axe. */

function readEnvironnement(nom: string): string {
  const valeur = process.env[nom]
  if (!valeur) throw new Error(`${nom} is missing: run \`npm run test:e2e\``)
  return valeur
}

export const ownerUrl = (): string => readEnvironnement('DATABASE_URL')

/** Cookie of an open session, as the sign-in form would have set it. */
export async function buildCookie(
  session: string,
  address = readEnvironnement('E2E_BASE_URL'),
): Promise<{ name: string; value: string; url: string }> {
  const value = await encode({ token: { session }, secret: readEnvironnement('NEXTAUTH_SECRET') })
  return { name: 'next-auth.session-token', value, url: address }
}

/**
 * Opens a session for a demonstration account, without the form (which has a test of its own).
 * @param qui what its address starts with: conseillere, coordination, elue, pilote, administration
 * @param ou another application than the one all tests share: its address and its database
 */
export async function signIn(
  cible: Page | BrowserContext,
  qui: string,
  ou: { address?: string; database?: string } = {},
): Promise<void> {
  const owner = new pg.Client({ connectionString: ou.database ?? ownerUrl() })
  await owner.connect()
  const session = createSecret()
  try {
    const { rowCount } = await owner.query(
      `INSERT INTO session (id, utilisateur_id, expire_le) SELECT $1, id, now() + interval '1 hour' FROM utilisateur WHERE email LIKE $2 || '@%'`,
      [hashSecret(session), qui],
    )
    if (rowCount !== 1) throw new Error(`no account ${qui}`)
  } finally {
    await owner.end()
  }
  const contexte = 'context' in cible ? cible.context() : cible
  await contexte.addCookies([await buildCookie(session, ou.address)])
}

/** Violations of the accessibility rules on the page at rest (no colour halfway between two, the title of a page one comes to by a link arrived), each with its first element. */
export async function listViolations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  // The title follows the content by an instant; a page that never gets one fails here.
  await page.waitForFunction(() => document.title !== '')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}
