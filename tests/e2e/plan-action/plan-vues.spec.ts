import { expect, test } from '@/tests/support/essai'
import { query, toast, visit } from '@/tests/support/gestes'
import { listDefauts, signIn } from '@/tests/support/navigateur'

const PLAN = '/conventions/val-aigo/plan-action'
const FICHE = `convention_id = (SELECT id FROM convention WHERE slug = 'val-aigo')`

async function readStatut(numero: string): Promise<string | undefined> {
  const [ligne] = await query<{ statut: string }>(
    `SELECT statut::text FROM fiche_action WHERE ${FICHE} AND numero = $1`,
    [numero],
  )
  return ligne?.statut
}

const restore = () =>
  query(
    `UPDATE fiche_action SET statut = CASE numero WHEN '14' THEN 'A_PRECISER' ELSE 'A_ENGAGER' END::statut_fiche, maj_le = NULL WHERE ${FICHE} AND numero IN ('14', '15', '16', '17')`,
  )
test.beforeAll(restore)
// All columns side by side: nothing is to be scrolled under a card on its way.
test.use({ viewport: { width: 1680, height: 1200 } })

test('the board: a card goes from one column to the next with the keyboard, keeps the focus, and comes back', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, `${PLAN}?vue=tableau`)
  await page.getByRole('link', { name: /^15 / }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(toast(page, /^15\s: en cours\. Enregistré à/)).toBeVisible()
  await expect(page.getByRole('region', { name: /En cours/ }).getByRole('link', { name: /^15 / })).toBeFocused()
  expect(await readStatut('15')).toBe('EN_COURS')
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByRole('region', { name: /À engager/ }).getByRole('link', { name: /^15 / })).toBeVisible()
  await expect.poll(() => readStatut('15')).toBe('A_ENGAGER')
})

test('the board: what an instance decides is refused with its name, and the card goes back', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${PLAN}?vue=tableau`)
  await page.getByRole('link', { name: /^14 / }).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText(/c’est le COPIL qui décide/).first()).toBeVisible()
  await expect(page.getByRole('region', { name: /À préciser/ }).getByRole('link', { name: /^14 / })).toBeVisible()
  expect(await readStatut('14')).toBe('A_PRECISER')
})

test('the board: a card is dragged with the mouse, and chosen by its menu with a finger', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${PLAN}?vue=tableau`)
  await page.getByRole('link', { name: /^16 / }).dragTo(page.getByRole('region', { name: /Réalisée/ }))
  await expect(page.getByRole('region', { name: /Réalisée/ }).getByRole('link', { name: /^16 / })).toBeVisible()
  await expect.poll(() => readStatut('16')).toBe('REALISEE')
  await page.getByRole('button', { name: /^Statut de 16/ }).click()
  await page.getByRole('menuitemradio', { name: 'En cours' }).click()
  await expect(page.getByRole('region', { name: /En cours/ }).getByRole('link', { name: /^16 / })).toBeVisible()
})

test('the board: somebody moved the card meanwhile, both statuses are said and one’s own may still be put', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, `${PLAN}?vue=tableau`)
  await query(`UPDATE fiche_action SET statut = 'REALISEE', version = version + 1 WHERE ${FICHE} AND numero = '17'`)
  await page.getByRole('link', { name: /^17 / }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(toast(page, /17 est passée entre-temps à «\sRéalisée\s»/)).toBeVisible()
  expect(await readStatut('17')).toBe('REALISEE')
  await page.getByRole('button', { name: /^Mettre «\sEn cours/ }).click()
  await expect.poll(() => readStatut('17')).toBe('EN_COURS')
})

test('the line of time says in its cells what its bars draw', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, '/conventions/demonstration/plan-action?vue=frise')
  const ligne = page.getByRole('row').filter({ hasText: 'Ouvrir douze places' })
  await expect(ligne).toContainText('De 2025 à la rentrée 2027')
  await expect(ligne).toContainText('En cours')
  await expect(page.getByText(/fiches datées sur \d+/)).toBeVisible()
  await page.getByRole('link', { name: /Ouvrir douze places/ }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ouvrir douze places')
})

for (const vue of ['tableau', 'frise']) {
  test(`the ${vue} fits every width and passes every rule of access`, async ({ page }) => {
    await signIn(page, 'coordination')
    await visit(page, `/conventions/demonstration/plan-action?vue=${vue}`)
    expect(await listDefauts(page)).toEqual([])
  })
}
