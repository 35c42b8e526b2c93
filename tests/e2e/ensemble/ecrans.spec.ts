import { gzipSync } from 'node:zlib'
import { expect, test, type Page } from '@/tests/support/essai'
import { visitWhole } from '@/tests/support/gestes'
import { listDefauts, signIn } from '@/tests/support/navigateur'

/** Every screen, in both themes and at three widths: no axe violation, no sideways scroll, no refused content. */

const CONVENTIONS = [
  'vallee-des-baux-alpilles',
  'golfe-et-etangs',
  'grand-chatellerault',
  'provence-alpes-agglomeration',
  'val-aigo',
  'demonstration',
]
const SECTIONS = [
  '',
  '/gouvernance',
  '/plan-action',
  '/etp',
  '/convention',
  '/convention/equipements',
  '/convention/a-confirmer',
]
const PARTOUT = [
  '/portefeuille',
  '/portefeuille/comparer?c=demonstration&c=val-aigo&c=grand-chatellerault',
  '/a-faire',
  '/importer',
  '/administration/personnes',
  '/conventions/demonstration/journal',
  '/conventions/demonstration/gouvernance/copil',
  '/conventions/demonstration/etp?schema=schema-2027-2029',
  '/conventions/vallee-des-baux-alpilles/etp?vue=comparer',
  '/conventions/nulle-part',
  '/connexion',
  '/accessibilite',
]

/** Everything the browser refused or could not run while the page was open. */
function listIncidents(page: Page): string[] {
  const incidents: string[] = []
  page.on('pageerror', (erreur) => incidents.push(erreur.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) incidents.push(message.text())
  })
  return incidents
}

for (const convention of CONVENTIONS)
  test(`${convention}: each screen at 1440, 768 and 360 px, light and dark`, async ({ page }) => {
    test.setTimeout(180_000)
    const incidents = listIncidents(page)
    await signIn(page, 'administration')
    for (const section of SECTIONS) {
      const adresse = `/conventions/${convention}${section}`
      expect((await page.goto(adresse))?.status(), adresse).toBe(200)
      expect(await listDefauts(page), adresse).toEqual([])
    }
    expect(incidents).toEqual([])
  })

test('the other screens, light and dark', async ({ page }) => {
  test.setTimeout(120_000)
  const incidents = listIncidents(page)
  await signIn(page, 'administration')
  for (const adresse of PARTOUT) {
    await page.goto(adresse)
    expect(await listDefauts(page), adresse).toEqual([])
  }
  expect(incidents).toEqual([])
})

test('no page sends more than 190 kB of JavaScript', async ({ page }) => {
  await signIn(page, 'coordination')
  const poids = new Map<string, number>()
  page.on('response', async (reponse) => {
    if (!/\.js(\?|$)/.test(reponse.url())) return
    poids.set(reponse.url(), gzipSync(await reponse.body()).length)
  })
  for (const adresse of [
    '/portefeuille',
    ...SECTIONS.map((section) => `/conventions/demonstration${section}`),
    '/conventions/demonstration/etp?schema=schema-2027-2029',
  ]) {
    poids.clear()
    await visitWhole(page, adresse)
    const total = [...poids.values()].reduce((somme, n) => somme + n, 0)
    expect(total, `${adresse}: ${Math.round(total / 1000)} kB`).toBeLessThanOrEqual(190_000)
    expect(total, adresse).toBeGreaterThan(50_000)
  }
})

test('the dashboard of each convention prints on one A4 page', async ({ page }) => {
  await signIn(page, 'elue')
  for (const convention of CONVENTIONS) {
    await page.goto(`/conventions/${convention}`)
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page[^s]/g), convention).toHaveLength(1)
  }
})

test('no request leaves for anywhere else', async ({ page }) => {
  const ailleurs: string[] = []
  page.on('request', (requete) => {
    if (!requete.url().startsWith(process.env.E2E_BASE_URL ?? '') && !requete.url().startsWith('data:'))
      ailleurs.push(requete.url())
  })
  await signIn(page, 'elue')
  for (const section of SECTIONS) await visitWhole(page, `/conventions/val-aigo${section}`)
  expect(ailleurs).toEqual([])
})
