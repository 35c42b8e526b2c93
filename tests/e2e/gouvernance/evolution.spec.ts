import { expect, test } from '@/tests/support/essai'
import { query, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const BASE = '/conventions/demonstration/evolution'

/** Days of the convention of demonstration that its seed fills: the two tenses of the page hold whatever is added later. */
const PLEINES = '?depuis=2025-09-01&jusque=2026-11-15'

test('an élue reads what changed, and opens the facts behind a sentence, each with its address', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto(`${BASE}${PLEINES}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Depuis le dernier COPIL')
  await expect(
    page.getByRole('heading', { name: 'Ce qui a changé du 1er septembre 2025 au 15 novembre 2026' }),
  ).toBeVisible()
  const bref = page.getByRole('region', { name: /^Ce qui a changé/ })
  expect(await bref.getByRole('listitem').count()).toBeLessThanOrEqual(8)
  await expect(bref.getByText(/réunions ont été tenues/)).toBeVisible()
  const detail = page.getByRole('region', { name: 'Le détail' })
  const reunion = detail.getByRole('link', { name: 'Comité technique, 18 novembre 2025' })
  await expect(reunion).toBeHidden()
  await detail.getByText(/^Réunions \(\d+\)$/).click()
  await expect(reunion).toHaveAttribute('href', '/conventions/demonstration/reunions/cotech-2025-11-18')
  await expect(bref.getByRole('link', { name: 'Voir le calendrier' })).toHaveAttribute(
    'href',
    '/conventions/demonstration/reunions',
  )
})

test('a status changed by the pilote is told to the élue, who cannot read the journal', async ({ page }) => {
  await query(`UPDATE fiche_action SET statut = CASE statut WHEN 'REALISEE' THEN 'EN_COURS' ELSE 'REALISEE' END::statut_fiche
    WHERE ref = 'fiche-3-1' AND convention_id = (SELECT id FROM convention WHERE slug = 'demonstration')`)
  const aujourdhui = new Date().toISOString().slice(0, 10)
  await signIn(page, 'elue')
  await page.goto(`${BASE}?depuis=${aujourdhui}`)
  await page
    .getByRole('region', { name: 'Le détail' })
    .getByText(/^Fiches qui ont changé de statut/)
    .click()
  await expect(page.getByRole('link', { name: /^3\.1/ }).first()).toBeVisible()
  await page.goto('/conventions/demonstration/journal')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Journal')
  await query(`UPDATE fiche_action SET statut = CASE statut WHEN 'REALISEE' THEN 'EN_COURS' ELSE 'REALISEE' END::statut_fiche
    WHERE ref = 'fiche-3-1' AND convention_id = (SELECT id FROM convention WHERE slug = 'demonstration')`)
})

test('the two ends are chosen by keyboard, kept in the address, and a meeting gives up the day', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?depuis=2025-09-01`)
  const debut = page.getByRole('group', { name: 'Depuis' })
  await expect(debut.getByLabel('Ou une date')).toHaveValue('2025-09-01')
  await debut.getByLabel('Une réunion tenue').selectOption('cotech-2025-11-18')
  await expect(debut.getByLabel('Ou une date')).toHaveValue('')
  await page.getByRole('group', { name: 'Jusqu’à' }).getByLabel('Ou une date').fill('2026-06-30')
  await page.getByRole('button', { name: 'Comparer' }).press('Enter')
  await expect(page).toHaveURL(/\?reunion=cotech-2025-11-18&jusque=2026-06-30$/)
  await expect(
    page.getByRole('heading', { name: 'Ce qui a changé entre le COTECH du 18 novembre 2025 et le 30 juin 2026' }),
  ).toBeVisible()
  await page.reload()
  await expect(debut.getByLabel('Une réunion tenue')).toHaveValue('cotech-2025-11-18')
  await page.getByRole('link', { name: 'Revenir au dernier COPIL' }).click()
  await expect(page).toHaveURL(/\/evolution$/)
})

test('an address that makes no sense is answered in words', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto(`${BASE}?depuis=31%2F02%2F2026&fin=nulle-part`)
  await expect(page.getByText('n’est pas une date lisible')).toBeVisible()
  await expect(page.getByText('La réunion demandée n’existe pas')).toBeVisible()
  await page.goto(`${BASE}?depuis=2026-08-15&jusque=2026-08-15`)
  await expect(page.getByText('Rien n’a été enregistré le 15 août 2026.')).toBeVisible()
  await page.goto('/conventions/vallee-des-baux-alpilles/evolution?jusque=2026-01-02')
  await expect(page.getByText(/^Aucun COPIL tenu n’est enregistré avant cette date/)).toBeVisible()
})

test('the dashboard tells it in three sentences, and leads here', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto('/conventions/demonstration')
  const panneau = page.getByRole('region', { name: /^Depuis le (COPIL|début)/ })
  await expect(panneau).toBeVisible()
  expect(await panneau.getByRole('paragraph').count()).toBeLessThanOrEqual(4)
  await panneau.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/evolution$/)
})

test('at every width, light and dark, folded and open', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, 'elue')
  for (const adresse of [`${BASE}${PLEINES}`, `${BASE}?depuis=2026-08-15&jusque=2026-08-15`]) {
    await page.goto(adresse)
    expect(await listViolations(page)).toEqual([])
    for (const resume of await page.locator('main summary').all()) await resume.click()
    expect(await listDefauts(page)).toEqual([])
  }
})
