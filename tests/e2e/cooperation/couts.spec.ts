import { expect, test, type Page } from '@/tests/support/essai'
import pg from 'pg'
import { listDefauts, listViolations, ownerUrl, signIn } from '@/tests/support/navigateur'

const COUTS = '/conventions/vallee-des-baux-alpilles/etp/couts?annee=2026'
const DEMONSTRATION = '/conventions/demonstration/etp/couts?annee=2026'

/** Each test starts from what the documents give: what an earlier run left is taken away. */
test.beforeEach(async () => {
  const owner = new pg.Client({ connectionString: ownerUrl() })
  await owner.connect()
  try {
    await owner.query(`DELETE FROM cout_etp WHERE source LIKE '%(essai)%'`)
    await owner.query(`DELETE FROM reglage_financement WHERE financeur LIKE '%(essai)%'`)
    await owner.query(`DELETE FROM financement WHERE financeur LIKE '%(essai)%'`)
  } finally {
    await owner.end()
  }
})

const tiroir = (page: Page) => page.getByRole('dialog')
const CAF = 'Caf des Bouches-du-Rhône (essai)'

test('a coordinator gives a cost with its source, a rate, planned and actual amounts; a wrong amount is named and kept', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await page.goto(COUTS)
  await expect(page.getByText('Aucun coût par ETP', { exact: true })).toBeVisible()
  await expect(page.getByText('Non précisé, car aucun coût par ETP n’est donné')).toBeVisible()

  await page.getByRole('button', { name: 'Ajouter un coût par ETP' }).click()
  await tiroir(page).getByLabel('Coût d’un ETP sur une année').fill('48.000')
  await tiroir(page).getByLabel('Source').fill('Référentiel d’emploi (essai)')
  await tiroir(page).getByLabel('Le document le donne à titre indicatif').check()
  await tiroir(page).getByRole('button', { name: 'Ajouter le coût' }).click()
  await expect(tiroir(page).getByRole('alert')).toBeFocused()
  await expect(tiroir(page).getByLabel('Coût d’un ETP sur une année')).toHaveAccessibleDescription(
    /Deux décimales au plus/,
  )
  await expect(tiroir(page).getByLabel('Source')).toHaveValue('Référentiel d’emploi (essai)')
  await tiroir(page).getByLabel('Coût d’un ETP sur une année').fill('48 000')
  await tiroir(page).getByRole('button', { name: 'Ajouter le coût' }).click()
  await expect(tiroir(page)).toHaveCount(0)
  await expect(
    page.getByRole('row', { name: /^48.000.€ indicatif date non précisée Référentiel d’emploi \(essai\)/ }),
  ).toBeVisible()
  await expect(page.getByRole('row', { name: /^Total de ce qui est connu 3,1 proposés/ })).toContainText(/148.800.€/)

  await page.getByRole('button', { name: 'Ajouter un cofinancement' }).click()
  await tiroir(page).getByLabel('Financeur').fill(CAF)
  await tiroir(page).getByLabel('Valeur').fill('120')
  await tiroir(page).getByLabel('Source').fill('Courrier (essai)')
  await tiroir(page).getByRole('button', { name: 'Ajouter le cofinancement' }).click()
  await expect(tiroir(page).getByRole('alert')).toContainText('Choisissez ce que donne le document')
  await tiroir(page)
    .getByRole('radio', { name: /^Taux du coût/ })
    .check()
  await tiroir(page).getByRole('button', { name: 'Ajouter le cofinancement' }).click()
  await expect(tiroir(page).getByLabel('Valeur')).toHaveAccessibleDescription(/Un taux va de 0 à 100/)
  await tiroir(page).getByLabel('Valeur').fill('50')
  await tiroir(page).getByRole('button', { name: 'Ajouter le cofinancement' }).click()
  await expect(tiroir(page)).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Cofinancements' }).getByRole('row', { name: CAF })).toContainText(
    /74.400.€/,
  )

  await page.getByRole('button', { name: 'Ajouter des montants' }).click()
  await tiroir(page).getByLabel('Financeur').fill(CAF)
  await tiroir(page).getByLabel('Prévu').fill('74 400')
  await tiroir(page).getByLabel('Réalisé').fill('-3')
  await tiroir(page).getByRole('button', { name: 'Ajouter les montants' }).click()
  await expect(tiroir(page).getByLabel('Réalisé')).toHaveAccessibleDescription(/sous zéro/)
  await expect(tiroir(page).getByLabel('Réalisé')).toHaveValue('-3')
  await expect(tiroir(page).getByLabel('Prévu')).toHaveValue('74 400')
  await tiroir(page).getByLabel('Réalisé').fill('60000.50')
  await tiroir(page).getByRole('button', { name: 'Ajouter les montants' }).click()
  await expect(tiroir(page)).toHaveCount(0)
  await expect(
    page.getByRole('table', { name: 'Totaux par financeur en 2026' }).getByRole('row', { name: CAF }),
  ).toContainText(/74.400.€60.000,50.€/)
  await expect(page.getByRole('img', { name: /En 2026 : prévu 74.400.€, réalisé 60.000,50.€/ })).toBeVisible()

  await page.getByRole('button', { name: `Retirer les montants de ${CAF}` }).click()
  await tiroir(page).getByRole('button', { name: 'Retirer les montants' }).click()
  await expect(page.getByText('Aucun montant pour 2026')).toBeVisible()
})

test('the year is in the address, the file follows it, and an élue finds nothing to change', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto('/conventions/demonstration/etp/couts')
  await page.getByRole('navigation', { name: 'Année' }).getByRole('link', { name: '2025' }).click()
  await expect(page).toHaveURL(/annee=2025/)
  await expect(page.getByRole('heading', { name: 'Ce que coûtent les postes en 2025' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Ajouter|Corriger|Retirer/ })).toHaveCount(0)
  const reponse = await page.request.get('/api/conventions/demonstration/etp/couts?annee=2025')
  expect(reponse.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect((await reponse.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(await reponse.text()).toMatch(/^.Année;Genre;/)
})

test('the page and its forms are accessible, and fit, at every width', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(DEMONSTRATION)
  expect(await listDefauts(page)).toEqual([])
  for (const bouton of ['Ajouter un cofinancement', 'Ajouter des montants', 'Ajouter un coût par ETP']) {
    await page.getByRole('button', { name: bouton }).click()
    expect(await listViolations(page), bouton).toEqual([])
    await page.keyboard.press('Escape')
  }
})
