import { expect, test } from '@/tests/support/essai'
import { signIn } from '@/tests/support/navigateur'

test('equipments are filtered and counted, and the filter is in the address', async ({ page }) => {
  await signIn(page, 'conseillere')
  await page.goto('/conventions/provence-alpes-agglomeration/convention/equipements')
  await expect(page.getByRole('heading', { name: '64 équipements' })).toBeVisible()
  await page.getByRole('link', { name: /Multi-accueil\s*12/ }).click()
  await expect(page.getByRole('heading', { name: '12 équipements' })).toBeVisible()
  await expect(page).toHaveURL(/nature=EAJE_MULTI_ACCUEIL/)
  await page.goto('/conventions/provence-alpes-agglomeration/convention/equipements?commune=Digne-les-Bains')
  await expect(page.getByRole('heading', { name: '20 équipements' })).toBeVisible()
  await page.getByLabel('Nom ou adresse').fill('recre')
  await page.getByLabel('Nom ou adresse').press('Enter')
  await expect(page.getByRole('rowheader', { name: 'LAEP La Récré' })).toBeVisible()
})

test('a doubtful reading is confirmed with words, stays in sight, and the journal tells', async ({ page }) => {
  await signIn(page, 'coordination')
  const base = '/conventions/golfe-et-etangs'
  await page.goto(`${base}/convention/a-confirmer`)
  const premier = page.getByRole('button', { name: 'Confirmer cette lecture' }).first()
  await premier.click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialogue.getByRole('alert')).toContainText('Dites en quelques mots')
  await dialogue.getByLabel('Ce qui a été vérifié, et auprès de qui').fill('Vérifié auprès de la Caf.')
  await dialogue.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Vérifié auprès de la Caf.')).toBeVisible()
  await page.goto(`${base}/journal`)
  const fait = page
    .getByRole('listitem')
    .filter({ hasText: /La coordination \(.+\) a confirmé la lecture à confirmer/ })
    .first()
  await expect(fait).toBeVisible()
  await fait.getByText('Détail').click()
  await expect(fait.getByText('Vérifié auprès de la Caf.')).toBeVisible()
})

test('the exported dossier is the imported one, and an élue cannot take it out', async ({ page }) => {
  await signIn(page, 'conseillere')
  const reponse = await page.request.get('/api/conventions/val-aigo/dossier')
  expect(reponse.headers()['content-disposition']).toContain('dossier-val-aigo.json')
  const dossier = (await reponse.json()) as { plan: { fiches: unknown[] } }
  expect(dossier.plan.fiches).toHaveLength(20)
  await page.context().clearCookies()
  await signIn(page, 'elue')
  expect((await page.request.get('/api/conventions/val-aigo/dossier')).status()).toBe(404)
})
