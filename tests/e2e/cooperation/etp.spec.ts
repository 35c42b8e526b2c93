import { expect, test } from '@/tests/support/essai'
import { signIn } from '@/tests/support/navigateur'

const ETP = '/conventions/golfe-et-etangs/etp'

test('a coordinator prepares a schéma, sees the difference, corrects it, proposes and validates it', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await page.goto('/conventions/vallee-des-baux-alpilles/etp?schema=schema-2027-2030')
  await page.getByRole('button', { name: 'Remettre en brouillon' }).click()
  const aureille = page.getByLabel('Quotité de Aureille')
  await aureille.fill('0.10')
  await expect(page.getByText('il manque 0,10').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Proposer au COPIL' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(page.getByText(/Enregistré à \d+\sh\s\d+/)).toBeVisible()
  await page.reload()
  await expect(aureille).toHaveValue('0,10')
  await aureille.fill('0,123')
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(page.getByRole('link', { name: /^Aureille/ })).toBeVisible()
  await expect(aureille).toHaveValue('0,123')
  await aureille.fill('0,2')
  await page.getByRole('button', { name: 'Proposer au COPIL' }).click()
  await page.getByRole('button', { name: 'Valider le schéma' }).click()
  await expect(page.getByRole('link', { name: /2027-2030.*validé/ })).toBeVisible()
  await expect(page.getByLabel('Quotité de Aureille')).toHaveCount(0)
})

test('two coordinators edit the same draft: the second sees both versions and loses nothing', async ({ browser }) => {
  const adresse = '/conventions/demonstration/etp?schema=schema-2027-2029'
  const contextes = await Promise.all([browser.newContext(), browser.newContext()])
  const [une, autre] = await Promise.all(
    contextes.map(async (contexte) => {
      await signIn(contexte, 'coordination')
      const page = await contexte.newPage()
      await page.goto(adresse)
      return page
    }),
  )
  if (!une || !autre) throw new Error('two pages')
  const ligne = 'Quotité de Saint-Exemple'
  await une.getByLabel(ligne).fill('0,35')
  await une.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(une.getByText(/Enregistré à/)).toBeVisible()
  await autre.getByLabel(ligne).fill('0,4')
  await autre.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  const conflit = autre.getByRole('alert').filter({ hasText: 'pendant votre saisie' })
  await expect(conflit.getByRole('row', { name: /Saint-Exemple 0,4 0,35/ })).toBeVisible()
  await expect(autre.getByLabel(ligne)).toHaveValue('0,4')
  await conflit.getByRole('button', { name: 'Enregistrer ma saisie par-dessus' }).click()
  await expect(conflit).toHaveCount(0)
  await autre.reload()
  await expect(autre.getByLabel(ligne)).toHaveValue('0,40')
  for (const contexte of contextes) await contexte.close()
})

test('an élue reads what was agreed, and finds nothing to change', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto(ETP)
  await expect(page.getByText('3,8').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Développement.*Istres.*0,5/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Valider|Remettre|Préparer/ })).toHaveCount(0)
  await page.goto('/conventions/demonstration/etp')
  // What stands on the agenda of the COPIL is theirs to read before they vote.
  await expect(page.getByRole('link', { name: /brouillon/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /projet/ })).toHaveCount(1)
})
