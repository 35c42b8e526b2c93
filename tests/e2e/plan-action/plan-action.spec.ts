import { expect, test } from '@/tests/support/essai'
import { query } from '@/tests/support/gestes'
import { listDefauts, signIn } from '@/tests/support/navigateur'

const BASE = '/conventions/demonstration/plan-action'

test('a coordinator changes a status from the list in two clicks, and takes it back', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(BASE)
  const ligne = page.getByRole('listitem').filter({ hasText: 'Aller vers les adolescents' })
  await ligne.getByRole('button', { name: 'À préciser' }).click()
  await page.getByRole('menuitemradio', { name: 'En cours' }).click()
  await expect(page.getByRole('status').filter({ hasText: /en cours\. Enregistré à \d+\sh\s\d\d/ })).toBeVisible()
  await page.reload()
  await expect(ligne.getByRole('button', { name: 'En cours' })).toBeVisible()
  await ligne.getByRole('button', { name: 'En cours' }).click()
  await page.getByRole('menuitemradio', { name: 'Réalisée' }).click()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByRole('status').filter({ hasText: /\u00A0: en cours\. Enregistré/ })).toBeVisible()
  await page.reload()
  await expect(ligne.getByRole('button', { name: 'En cours' })).toBeVisible()
})

test('the status of a fiche, by keyboard alone', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(BASE)
  await page.getByRole('link', { name: 'Animer un café des parents dans chaque commune' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Animer un café')
  const bouton = page.getByRole('button', { name: /^Statut de fiche-action 3\.1/ })
  await bouton.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitemradio', { name: 'Réalisée' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Enregistré à' }).first()).toBeVisible()
  await page.reload()
  await expect(bouton).toContainText('En cours')
  await expect(
    page
      .getByRole('region', { name: 'Fil de la fiche' })
      .getByText(/réalisée\s*→\s*devient\s+en cours/)
      .first(),
  ).toBeVisible()
  // The tests that follow find it done.
  await query(
    `UPDATE fiche_action SET statut = 'REALISEE' WHERE ref = 'fiche-3-1' AND convention_id = (SELECT id FROM convention WHERE slug = 'demonstration')`,
  )
})

test('a note saves by itself when one leaves it', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(BASE)
  await page.getByRole('link', { name: 'Tenir des permanences itinérantes d’accès aux droits' }).click()
  await page.getByLabel('Note de suivi').fill('Deux permanences ouvertes.')
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByText(/^Enregistré à \d+\sh\s\d\d$/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Note de suivi')).toHaveValue('Deux permanences ouvertes.')
})

test('a pasted link restores the filters', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto(`${BASE}?statut=REALISEE&q=parents`)
  await expect(page.getByRole('link', { name: /Réalisée/ })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByLabel('Titre, pilote ou étape')).toHaveValue('parents')
  await expect(page.getByRole('link', { name: 'Animer un café des parents dans chaque commune' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Créer une ludothèque itinérante' })).toHaveCount(0)
  // An élue reads: nothing there is to be changed.
  await expect(page.getByRole('button', { name: /Statut de/ })).toHaveCount(0)
  await page.goto(`${BASE}?statut=N-IMPORTE-QUOI&page=-3&axe=%00&indicateurs=2026`)
  await expect(page.getByText(/lignes? d’indicateurs renseignées? en 2026/)).toBeVisible()
})

test('reads without sideways scroll nor violation', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const adresse of [
    BASE,
    `${BASE}?indicateurs=attendus`,
    '/conventions/grand-chatellerault/plan-action',
    '/conventions/golfe-et-etangs/plan-action',
    '/conventions/provence-alpes-agglomeration/plan-action/fiche-3-1',
  ]) {
    await page.goto(adresse)
    expect(await listDefauts(page), adresse).toEqual([])
  }
})
