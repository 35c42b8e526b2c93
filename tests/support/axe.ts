import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

/** How a page looks to those who see little or use a small screen: axe, and the width of what is shown. */

/** A telephone, a tablet, a screen. */
const LARGEURS = [1440, 768, 360] as const
const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** `npm run test:axe`: every state at every width, in each theme, with every rule. Otherwise at the width the test is at. */
const ENTIER = process.env.E2E_AXE === 'entier'

const SOURCE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Violations are told whole; of what passes, axe would write half a megabyte that nobody reads. */
const COMMUN = { resultTypes: ['violations'] } satisfies axe.RunOptions
const TOUT: axe.RunOptions = {
  ...COMMUN,
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}
/** A theme is nothing but colours (`light-dark()`): the other one asks again what depends on them. */
const COULEURS: axe.RunOptions = {
  ...COMMUN,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** Asks axe about the page at rest: no colour halfway between two. */
async function ask(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  return page.evaluate(async (choix) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, choix)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
  }, options)
}

async function readTheme(page: Page): Promise<Theme> {
  return (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? 'dark' : 'light'
}

async function listAtWidth(page: Page): Promise<string[]> {
  const depart = await readTheme(page)
  const trouvees = (await ask(page, TOUT)).map((violation) => `${depart}, ${violation}`)
  for (const theme of THEMES.filter((candidat) => candidat !== depart)) {
    await page.emulateMedia({ colorScheme: theme })
    trouvees.push(...(await ask(page, ENTIER ? TOUT : COULEURS)).map((violation) => `${theme}, ${violation}`))
  }
  await page.emulateMedia({ colorScheme: depart })
  return trouvees
}

/**
 * Violations of the accessibility rules on the page as it is, in both themes, each with its first element. The page is
 * left as it was found.
 */
export async function listViolations(page: Page): Promise<string[]> {
  // Frames would each need axe: a page that gets one must be looked at otherwise.
  if (page.frames().length > 1) throw new Error(`axe looks at one document, ${page.url()} has several`)
  // The title of a page one comes to by a link follows its content by an instant; a page that never gets one fails here.
  await page.waitForFunction(() => document.title !== '')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  const taille = page.viewportSize()
  if (!ENTIER || !taille) return listAtWidth(page)
  const trouvees: string[] = []
  for (const width of LARGEURS) {
    await page.setViewportSize({ ...taille, width })
    trouvees.push(...(await listAtWidth(page)).map((violation) => `${width}, ${violation}`))
  }
  await page.setViewportSize(taille)
  return trouvees
}

/**
 * What is wrong with how a page looks: more than the screen holds at one of the three widths, or a violation. The page
 * is left at the smallest width, where axe was asked.
 */
export async function listDefauts(page: Page): Promise<string[]> {
  const defauts: string[] = []
  for (const width of LARGEURS) {
    await page.setViewportSize({ width, height: 900 })
    const large = await page.evaluate(() => document.documentElement.scrollWidth)
    if (large > width) defauts.push(`${large} px wide on a screen of ${width}`)
  }
  return [...defauts, ...(await listViolations(page))]
}
