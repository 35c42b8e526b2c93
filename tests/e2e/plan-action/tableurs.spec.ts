import fs from 'node:fs/promises'
import { expect as attend, test, type Page } from '@/tests/support/essai'
import { readTableur } from '@/lib/tableurs/read'
import { writeTableur } from '@/lib/tableurs/write'
import { tabTo, query, visit } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'

/** A file is read, judged and written on the server: longer than a click where everything is built on demand. */
const expect = attend.configure({ timeout: 45_000 })
const PLAN = '/conventions/demonstration/plan-action'
const IMPORTER = `${PLAN}/importer`

/** Chooses a file and has it read. */
async function choose(page: Page, nom: string, octets: Uint8Array): Promise<void> {
  await visit(page, IMPORTER)
  await page
    .getByTestId('fichier-tableur')
    .setInputFiles({ name: nom, mimeType: 'application/octet-stream', buffer: Buffer.from(octets) })
  await expect(page.getByRole('status').filter({ hasText: nom })).toBeVisible()
  await page.getByRole('button', { name: 'Lire ce fichier' }).click()
}

test.describe.configure({ timeout: 240_000 })

test('a coordinator takes the plan out, changes a cell, brings it back, and sees it in the list', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, IMPORTER)
  const attente = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Excel (XLSX)' }).click()
  const telecharge = await attente
  expect(telecharge.suggestedFilename()).toBe('plan-action-demonstration.xlsx')
  const lecture = await readTableur(new Uint8Array(await fs.readFile(await telecharge.path())))
  if (!lecture.ok) throw new Error(lecture.message)
  const fiches = lecture.feuilles.find(({ nom }) => nom === 'Fiches')?.lignes ?? []
  const [entetes = [], ligne = []] = fiches
  const note = `Note du tableur ${Date.now()}`
  ligne[entetes.indexOf('Note de suivi')] = note

  await choose(page, 'plan-corrige.xlsx', await writeTableur('xlsx', [{ nom: 'Fiches', lignes: fiches }]))
  await expect(page.getByRole('heading', { name: 'Ce que dit chaque colonne' })).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
  await expect(page.getByRole('heading', { name: 'Ce qui changera' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: note })).toContainText('Changée')
  await expect(page).toHaveTitle(/Copilote CTG/)
  expect(await listViolations(page)).toEqual([])
  // Nothing is written before the last word.
  expect(await query('SELECT id FROM fiche_action WHERE suivi = $1', [note])).toHaveLength(0)
  await page.getByRole('button', { name: 'Importer 1 ligne' }).click()
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible()
  expect(await query('SELECT id FROM fiche_action WHERE suivi = $1', [note])).toHaveLength(1)

  // The same file again changes nothing.
  await choose(page, 'plan-corrige.xlsx', await writeTableur('xlsx', [{ nom: 'Fiches', lignes: fiches }]))
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
  await expect(page.getByText('Ce fichier ne change rien')).toBeVisible()
})

test('a spreadsheet from elsewhere, by its columns, with an error named by its cell, at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await signIn(page, 'coordination')
  const csv =
    'Nom de l’action;Machin;Quand;Où en est-on\r\nEssai de tableur A;Caf;rentrée 2025;en cours\r\nEssai de tableur B;;;peut-être\r\n'
  await choose(page, 'ailleurs.csv', new TextEncoder().encode(csv))
  await page.getByLabel('Ce que dit la colonne B', { exact: false }).selectOption({ label: 'Pilotes' })
  await page.getByLabel('Ce que dit la colonne C', { exact: false }).selectOption({ label: 'Calendrier' })
  await page.getByLabel('Ce que dit la colonne D', { exact: false }).selectOption({ label: 'Statut' })
  await page.getByLabel('Axe des nouvelles fiches', { exact: false }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
  await expect(page.getByText('1 ligne refusée')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Essai de tableur B' })).toContainText('D3')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('checkbox', { name: /laisser de côté/ }).check()
  await page.getByRole('button', { name: 'Importer 1 ligne' }).click()
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible()
  await visit(page, `${PLAN}?q=tableur`)
  await expect(page.getByText('Essai de tableur A').first()).toBeVisible()
})

test('a hostile file is refused in words, by keyboard alone', async ({ page }) => {
  await signIn(page, 'coordination')
  await choose(page, 'bombe.csv', Buffer.from('a;b\n'.repeat(1_000_000)))
  const resume = page.getByRole('alert').filter({ hasText: 'Ce fichier n’a pas été lu' })
  await expect(resume).toContainText('5 000 lignes')
  await expect(resume).toBeFocused()
  await tabTo(page, 'Choisir un fichier')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Lire ce fichier' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(resume).toBeVisible()
})
