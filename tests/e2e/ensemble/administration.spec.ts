import { expect, test } from '@/tests/support/essai'
import { createDossierExemple } from '@/tests/support/dossiers/exemple'
import { listViolations, ownerUrl, signIn } from '@/tests/support/navigateur'
import { createPersonne } from '@/tests/support/personnes'

const PERSONNES = '/administration/personnes'

test('a person is added by keyboard with a role, invited, and signs in with the password they chose', async ({
  page,
  browser,
}) => {
  await signIn(page, 'administration')
  await page.goto(PERSONNES)
  await page.getByRole('button', { name: 'Ajouter une personne' }).press('Enter')
  const tiroir = page.getByRole('dialog')
  await tiroir.getByRole('button', { name: 'Ajouter' }).click()
  await expect(tiroir.getByRole('alert')).toBeFocused()
  expect(await listViolations(page)).toEqual([])
  const email = `camille-${Date.now()}@caf.example`
  await tiroir.getByLabel('Prénom et nom').fill('Camille Nouvelle')
  await tiroir.getByLabel('Adresse e-mail professionnelle').fill('coordination@demonstration.example')
  await tiroir.getByLabel('Rôle', { exact: true }).selectOption({ label: 'Coordination d’une convention' })
  await tiroir.getByLabel('Chercher : Convention').fill('chatell')
  await tiroir.getByLabel('Chercher : Convention').press('Enter')
  await tiroir.getByRole('radio', { name: /Châtellerault/ }).press('Space')
  expect(await listViolations(page)).toEqual([])
  await tiroir.getByRole('button', { name: 'Ajouter' }).press('Enter')
  await tiroir.getByRole('link', { name: /déjà celle d’une personne/ }).press('Enter')
  await expect(tiroir.getByLabel('Adresse e-mail professionnelle')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Camille Nouvelle' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Retirer le rôle Coordination, .*Châtellerault/ })).toBeVisible()

  await page.getByRole('button', { name: 'Inviter' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Créer le lien' }).click()
  const lien = page.getByLabel('Lien d’invitation')
  await expect(lien).toBeFocused()
  expect(await listViolations(page)).toEqual([])
  const adresse = await lien.inputValue()
  expect(new URL(adresse).origin).toBe(new URL(page.url()).origin)

  const sienne = await (await browser.newContext()).newPage()
  await sienne.goto(adresse)
  await sienne.getByLabel('Mot de passe', { exact: true }).fill('une phrase assez longue')
  await sienne.getByLabel('Le même mot de passe').fill('une phrase assez longue')
  await sienne.getByRole('button', { name: 'Enregistrer' }).click()
  await sienne.getByRole('link', { name: 'Se connecter' }).click()
  await sienne.getByLabel(/adresse/i).fill(email)
  await sienne.getByLabel('Mot de passe', { exact: true }).fill('une phrase assez longue')
  await sienne.getByRole('button', { name: 'Se connecter' }).click()
  // Who coordinates begins with what waits.
  await expect(sienne.getByRole('heading', { level: 1, name: 'À faire' })).toBeVisible()
  await sienne.getByRole('link', { name: /^Mes conventions/ }).click()
  await expect(sienne.getByRole('link', { name: /Châtellerault/ }).first()).toBeVisible()
  await sienne.context().close()
})

test('a deactivated person is out at once, and an own account cannot be', async ({ page, browser }) => {
  const personne = await createPersonne(ownerUrl(), [{ type: 'LECTEUR', convention: 'demonstration' }])
  await signIn(page, 'administration')
  await page.goto(`${PERSONNES}/${personne.id}`)
  await page.getByRole('button', { name: 'Désactiver le compte' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Désactiver le compte' }).click()
  await expect(page.getByText('Compte désactivé', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Réactiver le compte' })).toBeVisible()
  expect(await listViolations(page)).toEqual([])

  const autre = await (await browser.newContext()).newPage()
  await signIn(autre, 'administration')
  await autre.goto(`${PERSONNES}?q=alix+bernard`)
  await autre.getByRole('link', { name: 'Alix Bernard' }).click()
  await autre.getByRole('button', { name: 'Désactiver le compte' }).click()
  await autre.getByRole('dialog').getByRole('button', { name: 'Désactiver le compte' }).click()
  await expect(autre.getByRole('dialog').getByRole('alert')).toContainText('propre compte')
  await autre.keyboard.press('Escape')
  await autre.getByRole('button', { name: 'Retirer le rôle Administration' }).click()
  await autre.getByRole('dialog').getByRole('button', { name: 'Retirer ce rôle' }).click()
  await expect(autre.getByRole('dialog').getByRole('alert')).toContainText('propre rôle d’administration')
  await autre.context().close()
})

test('two people change the same person: both versions are shown, nothing is lost', async ({ page, browser }) => {
  const personne = await createPersonne(ownerUrl(), [{ type: 'LECTEUR', convention: 'demonstration' }])
  const autre = await (await browser.newContext()).newPage()
  for (const [qui, fonction] of [
    [page, 'Premier'],
    [autre, 'Second'],
  ] as const) {
    await signIn(qui, 'administration')
    await qui.goto(`${PERSONNES}/${personne.id}`)
    await qui.getByLabel(/^Fonction/).fill(fonction)
  }
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Modification enregistrée.')).toBeVisible()
  await autre.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(autre.getByRole('row', { name: 'Fonction Second Premier' })).toBeVisible()
  expect(await listViolations(autre)).toEqual([])
  await autre.getByRole('button', { name: 'Enregistrer ma saisie par-dessus' }).click()
  await expect(autre.getByText('Modification enregistrée.')).toBeVisible()
  await autre.reload()
  await expect(autre.getByLabel(/^Fonction/)).toHaveValue('Second')
  await autre.context().close()
})

test('a search of people is in the address, and an unknown name says so', async ({ page }) => {
  await signIn(page, 'administration')
  await page.goto(PERSONNES)
  await page.getByRole('searchbox').fill('elise marchand')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/q=elise\+marchand/)
  await expect(page.getByRole('link', { name: 'Élise Marchand' })).toBeVisible()
  await page.goto(`${PERSONNES}?q=personne+de+ce+nom+la`)
  await expect(page.getByText('Personne ne correspond')).toBeVisible()
  await page.goto(`${PERSONNES}?page=999`)
  await expect(page.getByRole('link', { name: 'Voir toutes les personnes' })).toBeVisible()
})

test('a dossier is corrected line by line, place by place, then imported', async ({ page }) => {
  await signIn(page, 'administration')
  await page.goto('/importer')
  const importer = page.getByRole('button', { name: 'Importer' })
  await importer.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Choisissez le fichier' })).toBeFocused()

  const dossier = createDossierExemple(`importee-${Date.now()}`)
  const texte = JSON.stringify(dossier, null, 1)
  await page.locator('input[type=file]').setInputFiles({
    name: 'faux.json',
    mimeType: 'application/json',
    buffer: Buffer.from(texte.replace('"convention": {', '"convention" {')),
  })
  await importer.click()
  await expect(page.getByRole('alert').filter({ hasText: /Ligne \d+, colonne \d+/ })).toContainText('"convention" {')

  const sansCaf = { ...dossier, convention: { ...dossier.convention, caf: 'absente' } }
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'faux.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(sansCaf)) })
  await importer.click()
  await expect(page.getByRole('cell', { name: 'convention.caf' })).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await expect(page.getByText(/^faux\.json \(\d+ ko\)$/)).toBeVisible()

  await page.getByRole('radio', { name: 'Dans un texte à coller' }).check()
  await page.getByLabel('Texte du dossier').fill(texte)
  await importer.click()
  await expect(page).toHaveURL(new RegExp(`/conventions/${dossier.convention.slug}$`), { timeout: 20_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('an adviser is told which Caf they import for; nobody else finds the page', async ({ page, browser }) => {
  await signIn(page, 'conseillere')
  await page.goto('/importer')
  await expect(page.getByText(/Vous importez pour/)).toBeVisible()
  const autre = await (await browser.newContext()).newPage()
  await signIn(autre, 'coordination')
  for (const adresse of ['/importer', PERSONNES, `${PERSONNES}/2`, `${PERSONNES}/abc`])
    expect((await autre.goto(adresse))?.status(), adresse).toBe(404)
  await autre.context().close()
})
