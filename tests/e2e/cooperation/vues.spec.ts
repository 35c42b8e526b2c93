import { expect, test } from '@/tests/support/essai'
import { listDefauts, signIn } from '@/tests/support/navigateur'

const VUES = '/conventions/vallee-des-baux-alpilles/etp/vues'

test('somebody reads what each commune carries, gets, and what changed, and opens one', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(`${VUES}?schema=schema-2022-2025`)
  await expect(page.getByRole('row', { name: /^Mas-Blanc-des-Alpilles/ })).toContainText(
    'porté par la ville de Saint-Rémy-de-Provence',
  )
  await expect(page.getByText('communes 2,3, autres organismes 0, lignes sans commune désignée 1.')).toBeVisible()
  await page.getByRole('link', { name: 'Saint-Rémy-de-Provence' }).click()
  const section = page.getByRole('region', { name: 'Saint-Rémy-de-Provence' })
  await expect(section).toContainText('porte 0,7 ETP')
  await expect(section).toContainText('Son nom est cité sur la ligne')
  await expect(page).toHaveURL(/commune=saint-remy-de-provence/)
  await section.getByRole('link', { name: 'Toutes les communes' }).click()
  await expect(section).toHaveCount(0)
  await page.goto(`${VUES}?schema=schema-2026&commune=saint-remy-de-provence`)
  await expect(section).toContainText(/Saint-Rémy-de-Provence \+\s0,5/)
})

test('an élu finds their own collectivité first, and a convention that gives only a total says so', async ({
  page,
}) => {
  await signIn(page, 'elue')
  await page.goto(VUES)
  await expect(page.getByRole('region', { name: 'CCVBA' })).toContainText('Votre collectivité')
  await page.goto('/conventions/golfe-et-etangs/etp/vues')
  await expect(page.getByRole('region', { name: 'Fos-sur-Mer' })).toContainText('Votre commune')
  await expect(page.getByText('Répartition par commune non communiquée')).toBeVisible()
})

test('thématiques and years are read without adding what must not be', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(`${VUES}?vue=thematiques&schema=schema-2026`)
  await expect(page.getByRole('row', { name: /^Petite enfance/ })).toContainText('1,6')
  await expect(page.getByText('rien ne permet de la calculer')).toBeVisible()
  await page.getByRole('link', { name: 'Dans le temps' }).click()
  await expect(page.getByRole('img', { name: /Total de chaque schéma/ })).toBeVisible()
  const table = page.getByRole('table', { name: 'Schémas de coopération dans le temps, en ETP' })
  await expect(table.getByRole('row')).toHaveCount(4)
  await expect(page.locator('main')).not.toContainText('9,7')
})

test('at every width, nothing is cut and axe finds nothing', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const suite of ['?commune=mouries', '?vue=thematiques&schema=schema-2027-2030', '?vue=temps']) {
    await page.goto(VUES + suite)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    expect(await listDefauts(page), suite).toEqual([])
  }
})
