import { expect, test, type Page } from '@/tests/support/essai'
import pg from 'pg'
import { listDefauts, listViolations, ownerUrl, signIn } from '@/tests/support/navigateur'

const ACTIVITE = '/conventions/demonstration/etp/activite?annee=2026'

test.beforeEach(async () => {
  const owner = new pg.Client({ connectionString: ownerUrl() })
  await owner.connect()
  try {
    for (const table of ['activite_mission', 'bilan_fonction'])
      await owner.query(
        `DELETE FROM ${table} WHERE convention_id = (SELECT id FROM convention WHERE slug = 'demonstration')`,
      )
  } finally {
    await owner.end()
  }
})

const tiroir = (page: Page) => page.getByRole('dialog')

test('what was done of a mission is noted, changed, read by the élue, and the appraisal written', async ({
  page,
  browser,
}) => {
  await signIn(page, 'coordination')
  await page.goto(ACTIVITE)
  await expect(page.getByText(/aucune des 12 missions/)).toBeVisible()
  await page.getByRole('button', { name: 'Noter une activité de la mission 3' }).click()
  await tiroir(page).getByRole('button', { name: 'Enregistrer l’activité' }).click()
  await expect(tiroir(page).getByRole('alert')).toBeFocused()
  await tiroir(page).getByLabel('Ce qui a été fait').fill('Trois experts réunis')
  await tiroir(page).getByLabel('Par qui').selectOption({ label: 'Andrea FICTIVE' })
  await tiroir(page).getByRole('button', { name: 'Enregistrer l’activité' }).click()
  await expect(tiroir(page)).toHaveCount(0)
  const mission = page.getByRole('region', { name: /^3\. Mobilisation/ })
  await expect(mission).toContainText('Trois experts réunisAndrea FICTIVE')
  await expect(page.getByText(/1 mission sur 12 a une activité notée/)).toBeVisible()
  await page.getByRole('button', { name: 'Modifier l’activité 1 de la mission 3' }).click()
  await tiroir(page).getByLabel('Ce qui a été fait').fill('Quatre experts réunis')
  await tiroir(page).getByRole('button', { name: 'Enregistrer l’activité' }).click()
  await expect(mission).toContainText('Quatre experts réunis')
  await page.getByRole('button', { name: 'Écrire le bilan' }).click()
  await tiroir(page).getByLabel('Effets de la fonction').fill('Un réseau d’acteurs installé')
  await tiroir(page).getByRole('button', { name: 'Enregistrer le bilan' }).click()
  await expect(page.getByRole('region', { name: /^Bilan de la fonction/ })).toContainText(
    'Un réseau d’acteurs installé',
  )

  const contexte = await browser.newContext()
  await signIn(contexte, 'elue')
  const lecture = await contexte.newPage()
  await lecture.goto(ACTIVITE)
  await expect(lecture.getByText('Quatre experts réunis')).toBeVisible()
  await expect(lecture.getByRole('button', { name: /Noter|Modifier|Retirer|bilan/ })).toHaveCount(0)
  await contexte.close()

  await page.getByRole('button', { name: 'Retirer l’activité 1 de la mission 3' }).click()
  await tiroir(page).getByRole('button', { name: 'Retirer l’activité' }).click()
  await expect(mission).toContainText('Rien n’est noté en 2026')
})

test('the page and its forms are accessible, and fit, at every width', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(ACTIVITE)
  expect(await listDefauts(page)).toEqual([])
  await page.getByRole('button', { name: 'Écrire le bilan' }).click()
  expect(await listViolations(page), 'form').toEqual([])
})
