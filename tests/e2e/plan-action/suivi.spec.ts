import { expect, test, type Browser, type Page } from '@/tests/support/essai'
import { dialogue, query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const SLUG = 'val-aigo'

/** A fiche of one’s own for each test: comments and appraisals stay. */
const adresse = (ref: string) => `/conventions/${SLUG}/plan-action/${ref}`

async function reset(ref: string): Promise<void> {
  await query(
    `DELETE FROM commentaire c USING fiche_action f JOIN convention k ON k.id = f.convention_id WHERE c.fiche_action_id = f.id AND f.ref = $1 AND k.slug = $2`,
    [ref, SLUG],
  )
  await query(
    `DELETE FROM appreciation c USING fiche_action f JOIN convention k ON k.id = f.convention_id WHERE c.fiche_action_id = f.id AND f.ref = $1 AND k.slug = $2`,
    [ref, SLUG],
  )
}

async function open(browser: Browser, qui: string, ou: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await signIn(page, qui)
  await visit(page, ou)
  return page
}

const readMention = async (ref: string) =>
  (
    await query<{ id: number; lue: boolean }>(
      `SELECT m.commentaire_id AS id, m.lu_le IS NOT NULL AS lue FROM mention m JOIN commentaire c ON c.id = m.commentaire_id JOIN fiche_action f ON f.id = c.fiche_action_id
     JOIN convention k ON k.id = f.convention_id WHERE f.ref = $1 AND k.slug = $2 ORDER BY m.commentaire_id DESC LIMIT 1`,
      [ref, SLUG],
    )
  )[0]

const fil = (page: Page) => page.getByRole('region', { name: 'Fil de la fiche' })
const avis = (page: Page) => page.getByRole('region', { name: 'Comment la fiche avance' })

test('two voices, each written by its side: the disagreement is said to all', async ({ browser }) => {
  const ref = 'action-17'
  await reset(ref)
  const coordination = await open(browser, 'coordination', adresse(ref))
  const conseillere = await open(browser, 'conseillere', adresse(ref))
  await expect(avis(coordination).getByRole('button', { name: 'La Caf' })).toHaveCount(0)
  await avis(coordination).getByRole('button', { name: 'Donner son avis : La coordination' }).click()
  await avis(coordination).getByLabel('Avance comme prévu').check()
  await expect(avis(coordination).getByText(/^Enregistré à/)).toBeVisible()
  await avis(conseillere).getByRole('button', { name: 'Donner son avis : La Caf' }).click()
  await avis(conseillere).getByLabel('En difficulté').check()
  await avis(conseillere).getByLabel('En quelques mots').fill('Le local n’est pas trouvé.')
  await avis(conseillere).getByLabel('En quelques mots').blur()
  await expect
    .poll(async () => (await query(`SELECT FROM appreciation WHERE texte = 'Le local n’est pas trouvé.'`)).length)
    .toBe(1)
  await avis(conseillere).getByRole('button', { name: 'Terminer' }).click()
  await expect(avis(conseillere).getByRole('button', { name: 'Modifier : La Caf' })).toBeFocused()

  const elue = await open(browser, 'elue', adresse(ref))
  await expect(avis(elue)).toContainText(
    'avis différents « Avance comme prévu » pour la coordination, « En difficulté » pour la Caf.',
  )
  await expect(avis(elue)).toContainText('Le local n’est pas trouvé.')
  await expect(avis(elue).getByRole('button')).toHaveCount(0)
  expect(await listViolations(elue)).toEqual([])
})

test('somebody of the same side saved meanwhile: both are shown, nothing is lost', async ({ page }) => {
  const ref = 'action-12'
  await reset(ref)
  await signIn(page, 'coordination')
  await visit(page, adresse(ref))
  await avis(page).getByRole('button', { name: 'Donner son avis : La coordination' }).click()
  await avis(page).getByLabel('Points de vigilance').check()
  await expect(avis(page).getByText(/^Enregistré à/)).toBeVisible()
  // PostgreSQL lets nobody speak for a side but its own, save what a dossier brings.
  await query(
    `WITH s AS MATERIALIZED (SELECT set_config('app.operation', 'dossier.importer', true))
    UPDATE appreciation a SET niveau = 'DIFFICULTE', texte = 'Vu hier avec la mairie', version = a.version + 1 FROM s, fiche_action f JOIN convention k ON k.id = f.convention_id
    WHERE a.fiche_action_id = f.id AND f.ref = $1 AND k.slug = $2`,
    [ref, SLUG],
  )
  await avis(page).getByLabel('Avance comme prévu').check()
  await expect(avis(page).getByText('Avis enregistré entre-temps')).toBeVisible()
  await expect(avis(page)).toContainText('Vu hier avec la mairie')
  expect(await listViolations(page)).toEqual([])
  await avis(page).getByRole('button', { name: 'Enregistrer le mien' }).click()
  await expect(avis(page).getByText(/^Enregistré à/)).toBeVisible()
  await page.reload()
  await expect(avis(page).getByText('Avance comme prévu')).toBeVisible()
})

test('a comment for some, that names only those who may read it', async ({ browser }) => {
  const ref = 'action-19'
  await reset(ref)
  const conseillere = await open(browser, 'conseillere', adresse(ref))
  await fil(conseillere).getByRole('button', { name: 'Écrire un commentaire' }).click()
  const champ = fil(conseillere).getByRole('textbox', { name: 'Commentaire' })
  await champ.pressSequentially('Qu’en pense @domi')
  await expect(fil(conseillere).getByRole('option', { name: /Dominique Ferrand/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  expect(await listViolations(conseillere)).toEqual([])
  await champ.press('Enter')
  await expect(champ).toHaveValue('Qu’en pense @Dominique Ferrand ')
  await champ.pressSequentially('?')
  await expect(fil(conseillere).getByText('Cite Dominique Ferrand.')).toBeVisible()
  await fil(conseillere).getByLabel('Qui le lit').selectOption('La Caf seulement')
  await expect(fil(conseillere).getByText(/Dominique Ferrand ne lira pas ce commentaire/)).toBeVisible()
  await fil(conseillere).getByRole('button', { name: 'Publier' }).click()
  await expect(fil(conseillere).getByRole('alert')).toBeFocused()
  expect(await listViolations(conseillere)).toEqual([])
  await fil(conseillere).getByLabel('Qui le lit').selectOption('La Caf et la coordination')
  await fil(conseillere).getByRole('button', { name: 'Publier' }).click()
  await expect(toast(conseillere, /Commentaire publié/)).toBeVisible()
  await fil(conseillere).getByRole('button', { name: 'Écrire un commentaire' }).click()
  await champ.fill('Entre nous : à surveiller de près.')
  await fil(conseillere).getByLabel('Qui le lit').selectOption('La Caf seulement')
  await fil(conseillere).getByRole('button', { name: 'Publier' }).click()
  await expect(fil(conseillere).getByText('à surveiller de près')).toBeVisible()

  const mention = await readMention(ref)
  expect(mention?.lue).toBe(false)
  const coordination = await open(
    browser,
    'coordination',
    `${adresse(ref)}?mention=${mention?.id}#commentaire-${mention?.id}`,
  )
  await expect(fil(coordination).getByText('Qu’en pense @Dominique Ferrand')).toBeVisible()
  await expect(fil(coordination).getByText('vous cite')).toBeVisible()
  await expect(fil(coordination).getByText('à surveiller de près')).toHaveCount(0)
  await expect.poll(async () => (await readMention(ref))?.lue).toBe(true)
  await expect(fil(coordination).getByRole('button', { name: 'Retirer ce commentaire' })).toHaveCount(0)

  const elue = await open(browser, 'elue', adresse(ref))
  await expect(fil(elue)).not.toContainText('Dominique')
  await fil(conseillere).getByRole('button', { name: 'Retirer ce commentaire' }).first().click()
  await dialogue(conseillere).getByRole('button', { name: 'Le retirer' }).click()
  await expect(fil(conseillere).getByText('à surveiller de près')).toHaveCount(0)
})

test('a comment begun outlives a lost connection and a reload', async ({ page, context }) => {
  const ref = 'action-16'
  await reset(ref)
  await signIn(page, 'coordination')
  await visit(page, adresse(ref))
  await fil(page).getByRole('button', { name: 'Écrire un commentaire' }).click()
  await fil(page).getByRole('textbox', { name: 'Commentaire' }).fill('Le car passera à 9 h.')
  await context.setOffline(true)
  await fil(page).getByRole('button', { name: 'Publier' }).click()
  await expect(fil(page).getByRole('alert')).toContainText('rien de votre saisie n’est perdu')
  await context.setOffline(false)
  await visit(page, adresse(ref))
  await expect(fil(page).getByText('Vous aviez commencé ce commentaire')).toBeVisible()
  await expect(fil(page).getByRole('textbox', { name: 'Commentaire' })).toHaveValue('Le car passera à 9 h.')
  await fil(page).getByRole('button', { name: 'Publier' }).click()
  await expect(fil(page).getByRole('button', { name: 'Écrire un commentaire' })).toBeVisible()
  await expect(fil(page).getByText('Le car passera à 9 h.')).toBeVisible()
  await visit(page, adresse(ref))
  await expect(fil(page).getByText('Vous aviez commencé')).toHaveCount(0)
})

test('a field put back from the thread, by keyboard; what changed since is shown first', async ({ page }) => {
  const ref = 'action-15'
  await query(
    `UPDATE fiche_action f SET suivi = NULL FROM convention k WHERE k.id = f.convention_id AND f.ref = $1 AND k.slug = $2`,
    [ref, SLUG],
  )
  await signIn(page, 'coordination')
  await visit(page, adresse(ref))
  for (const note of ['Première note.', 'Deuxième note.']) {
    await page.getByLabel('Note de suivi').fill(note)
    await page.getByLabel('Note de suivi').blur()
    await expect(fil(page).getByText(note).first()).toBeVisible()
  }
  const rangs = fil(page).getByRole('button', { name: 'Rétablir : Note de suivi' })
  await tabTo(page, /^Écrire un commentaire$/)
  await rangs.first().focus()
  await page.keyboard.press('Enter')
  await expect(toast(page, /Note de suivi\s: valeur rétablie/)).toBeVisible()
  await expect(fil(page).getByText('Deuxième note.').first()).toBeVisible()
  await visit(page, adresse(ref))
  await expect(page.getByLabel('Note de suivi')).toHaveValue('Première note.')
  // From the line of the second note, to what was there before the first.
  await rangs.nth(2).click()
  await expect(toast(page, /Note de suivi\s: valeur rétablie/)).toBeVisible()
  await expect(dialogue(page)).toHaveCount(0)
  await visit(page, adresse(ref))
  await page.getByLabel('Note de suivi').fill('Une autre encore.')
  await page.getByLabel('Note de suivi').blur()
  await expect(fil(page).getByText('Une autre encore.').first()).toBeVisible()
  await visit(page, adresse(ref))
  await rangs.nth(1).click()
  await expect(dialogue(page)).toContainText('Une autre encore.')
  expect(await listViolations(page)).toEqual([])
  await dialogue(page).getByRole('button', { name: 'Rétablir l’ancienne' }).click()
  await expect(toast(page, /valeur rétablie/)).toBeVisible()
})

test('the thread reads without sideways scroll nor violation', async ({ page }) => {
  const ref = 'action-14'
  await reset(ref)
  await query(
    `UPDATE fiche_action f SET contexte = repeat('Un mot après l’autre, la fiche dit ce qu’elle veut. ', 5), periode_texte = 'courant 2026' || random() FROM convention k WHERE k.id = f.convention_id AND f.ref = $1 AND k.slug = $2`,
    [ref, SLUG],
  )
  await query(
    `INSERT INTO commentaire (convention_id, fiche_action_id, auteur_id, visibilite, texte) SELECT f.convention_id, f.id, u.id, 'TOUS', 'https://exemple.fr/' || repeat('tres-longue-adresse-', 12)
    FROM fiche_action f JOIN convention k ON k.id = f.convention_id, utilisateur u WHERE f.ref = $1 AND k.slug = $2 AND u.email LIKE 'coordination@%'`,
    [ref, SLUG],
  )
  await signIn(page, 'coordination')
  await visit(page, adresse(ref))
  await fil(page).getByRole('button', { name: 'Écrire un commentaire' }).click()
  for (const repli of await fil(page).locator('summary').all()) await repli.click()
  expect(await listDefauts(page)).toEqual([])
})
