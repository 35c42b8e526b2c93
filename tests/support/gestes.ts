import type { Locator, Page } from '@playwright/test'
import pg from 'pg'
import { openBase, ownerUrl } from './base'

/** What the browser tests do alike: look behind the walls, open a page, go without a mouse, read what is said. */

/** Runs one statement as the owner of the database. */
export async function query<T extends pg.QueryResultRow>(
  sql: string,
  valeurs: unknown[] = [],
  database?: string,
): Promise<T[]> {
  if (!database) await openBase()
  const owner = new pg.Client({ connectionString: database ?? ownerUrl() })
  await owner.connect()
  try {
    return (await owner.query<T>(sql, valeurs)).rows
  } finally {
    await owner.end()
  }
}

/**
 * Waits until the page answers: React holds each of its controls, and has done what it does as soon as it does. A quiet
 * network says neither, comes half a second later, and on a loaded machine sometimes never.
 */
export async function waitReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const commandes = [...document.querySelectorAll('a[href], button, input, select, textarea')]
    return (
      commandes.length > 0 &&
      commandes.every((commande) => Object.keys(commande).some((cle) => cle.startsWith('__reactProps$')))
    )
  })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

/** Opens a page and waits until its buttons answer: a key pressed before that goes nowhere. */
export async function visit(page: Page, adresse: string): Promise<void> {
  await page.goto(adresse)
  await waitReady(page)
}

/**
 * Opens a page and lets it ask for all that it asks for by itself. « networkidle » may never come: what ten seconds
 * have brought is then all.
 */
export async function visitWhole(page: Page, adresse: string): Promise<void> {
  await visit(page, adresse)
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {})
}

/**
 * Presses Tab until this is where one is: what a person without a mouse does.
 * @param nom words of the name, or the name itself
 */
export async function tabTo(
  page: Page,
  nom: RegExp | string,
  role: Parameters<Page['getByRole']>[0] = 'button',
): Promise<void> {
  const cible = page.getByRole(role, { name: nom, ...(typeof nom === 'string' ? { exact: true } : {}) })
  for (let pas = 0; pas < 120; pas += 1) {
    if (await cible.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(nom)} is out of reach of the keyboard`)
}

export const dialogue = (page: Page): Locator => page.getByRole('dialog')
export const toast = (page: Page, texte: RegExp): Locator => page.getByRole('status').filter({ hasText: texte })
