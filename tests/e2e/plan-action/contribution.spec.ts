import { expect, test, type Browser, type Page } from '@/tests/support/essai'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'
import { dialogue, query, tabTo, toast, visit, waitReady } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'

const FICHE = '/conventions/demonstration/plan-action/fiche-2-3'
const FICHE_ID = `(SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = 'demonstration' AND f.ref = 'fiche-2-3')`

/** Its note, as the demonstration gives it. */
const NOTE = 'Report proposé par le comité technique du 12 novembre 2026 (suivi fictif).'

/** The fiche as it was, and no link left: the other tests count on it. */
async function restore(): Promise<void> {
  await query(`DELETE FROM invitation_fiche WHERE fiche_action_id = ${FICHE_ID}`)
  await query(`UPDATE fiche_action SET avancement = 10, avancement_motif = NULL, suivi = $1 WHERE id = ${FICHE_ID}`, [
    NOTE,
  ])
  await query(`UPDATE etape SET statut = 'REALISEE' WHERE fiche_action_id = ${FICHE_ID}`)
}
test.beforeEach(restore)

/** Makes a link on the fiche, as the coordination does. */
async function invite(page: Page, nom: string): Promise<string> {
  await visit(page, FICHE)
  await page.getByRole('button', { name: 'Inviter quelqu’un' }).click()
  await dialogue(page).getByLabel('Nom de la personne').fill(nom)
  await dialogue(page).getByRole('button', { name: 'Créer le lien' }).click()
  const lien = await dialogue(page).getByLabel('Lien d’invitation').inputValue()
  await dialogue(page).getByRole('button', { name: 'Terminer' }).click()
  return new URL(lien).pathname
}

/** Somebody without an account, on a telephone. */
async function openTelephone(browser: Browser): Promise<Page> {
  const contexte = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR', hasTouch: true })
  return contexte.newPage()
}

/** A link made behind the walls: the tests that are not about making one. */
async function openLien(nom: string): Promise<string> {
  const secret = createSecret()
  await query(
    `INSERT INTO invitation_fiche (id, convention_id, fiche_action_id, nom, expire_le, cree_par_id)
     SELECT $1, f.convention_id, f.id, $2, now() + interval '7 days', (SELECT id FROM utilisateur WHERE email LIKE 'coordination@%') FROM fiche_action f WHERE f.id = ${FICHE_ID}`,
    [hashSecret(secret), nom],
  )
  return `/contribution/${secret}`
}

test('somebody without an account sees one fiche on a telephone, is told what is wrong, and finds a draft again after a reload', async ({
  browser,
}) => {
  const telephone = await openTelephone(browser)
  await visit(telephone, await openLien('Sam EXEMPLE'))
  await expect(telephone.getByRole('heading', { level: 1 })).toContainText('Accueillir en horaires atypiques')
  // That fiche and nothing else: no way to another page of the product but the statements the law asks for.
  const adresses = await telephone.getByRole('link').evaluateAll((liens) => liens.map((a) => a.getAttribute('href')))
  expect(adresses.filter((href) => href?.startsWith('/conventions'))).toEqual([])
  await expect(telephone.getByText('Commune d’Essai-sur-Rivière')).toHaveCount(0)
  expect(await telephone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await listViolations(telephone)).toEqual([])

  await telephone.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await expect(telephone.getByRole('alert').filter({ hasText: 'Rien n’a changé' })).toBeVisible()
  await telephone.getByLabel('Avancement (%)').fill('140')
  await telephone.getByLabel('Note de suivi').fill('Trois employeurs sur cinq ont répondu.')
  await telephone.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await expect(telephone.getByLabel('Avancement (%)')).toHaveAttribute('aria-invalid', 'true')
  await telephone.getByLabel('Avancement (%)').fill('80')

  await telephone.reload()
  await waitReady(telephone)
  await expect(telephone.getByText('a été retrouvée sur cet appareil')).toBeVisible()
  await expect(telephone.getByLabel('Note de suivi')).toHaveValue('Trois employeurs sur cinq ont répondu.')
  await expect(telephone.getByLabel('Avancement (%)')).toHaveValue('80')
  await telephone.context().close()
})

test('the coordination makes a link, what comes by it is accepted in part, and a closed link says what any other says', async ({
  page,
  browser,
}) => {
  await signIn(page, 'coordination')
  const lien = await invite(page, 'Sam EXEMPLE')
  const liens = page.getByRole('region', { name: 'Mise à jour par invitation' })
  await expect(liens.getByRole('listitem').filter({ hasText: 'Sam EXEMPLE' })).toContainText('Aucune proposition reçue')

  const telephone = await openTelephone(browser)
  await visit(telephone, lien)
  await telephone.getByLabel('Avancement (%)').fill('80')
  await telephone.getByLabel('Note de suivi').fill('Trois employeurs sur cinq ont répondu.')
  await telephone.getByLabel('Enquête auprès des employeurs').selectOption('EN_COURS')
  await telephone.getByLabel('Message à la coordination').fill('Dites-moi si la date convient.')
  await telephone.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await expect(telephone.getByRole('status').filter({ hasText: 'Votre proposition est reçue' })).toBeVisible()

  await visit(page, FICHE)
  const proposition = page.getByRole('article', { name: /^Sam EXEMPLE/ })
  await expect(proposition).toContainText('Dites-moi si la date convient.')
  await expect(proposition).toContainText('Trois employeurs sur cinq ont répondu.')
  expect(await listViolations(page)).toEqual([])
  await proposition.getByLabel('Note de suivi').uncheck()
  await proposition.getByRole('button', { name: 'Accepter 2 valeurs sur 3' }).click()
  await expect(toast(page, /2 valeurs acceptées sur 3/)).toBeVisible()
  await expect(proposition).toHaveCount(0)
  expect(await query(`SELECT avancement, suivi, avancement_motif FROM fiche_action WHERE id = ${FICHE_ID}`)).toEqual([
    { avancement: 80, suivi: NOTE, avancement_motif: 'D’après Sam EXEMPLE' },
  ])
  expect(await query(`SELECT statut FROM etape WHERE fiche_action_id = ${FICHE_ID}`)).toEqual([{ statut: 'EN_COURS' }])

  await liens.getByRole('button', { name: 'Fermer le lien de Sam EXEMPLE' }).click()
  await expect(toast(page, /n’ouvre plus rien/)).toBeVisible()
  await telephone.goto(lien)
  const ferme = await telephone.getByRole('main').innerText()
  await telephone.goto('/contribution/inconnu')
  expect(await telephone.getByRole('main').innerText()).toBe(ferme)
  expect(await listViolations(telephone)).toEqual([])
  await telephone.context().close()
})

test('the fiche moved meanwhile: it is shown, and accepted over what is there now; another is refused with its reason, by keyboard', async ({
  page,
  browser,
}) => {
  await signIn(page, 'coordination')
  const telephone = await openTelephone(browser)
  await visit(telephone, await openLien('Lou MODÈLE'))
  await telephone.getByLabel('Avancement (%)').fill('70')
  await telephone.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await telephone.getByRole('button', { name: 'Proposer autre chose' }).click()
  await telephone.getByLabel('Note de suivi').fill('Rien de plus.')
  await telephone.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await expect(telephone.getByRole('status').filter({ hasText: 'est reçue' })).toBeVisible()
  await telephone.context().close()

  await visit(page, FICHE)
  await expect(page.getByRole('heading', { name: '2 propositions reçues' })).toBeVisible()
  await query(`UPDATE fiche_action SET avancement = 50, version = version + 1 WHERE id = ${FICHE_ID}`)
  const avancement = page.getByRole('article', { name: /^Lou MODÈLE/ }).filter({ hasText: 'Avancement' })
  await avancement.getByRole('button', { name: 'Tout accepter' }).click()
  await expect(avancement.getByRole('alert').filter({ hasText: 'La fiche a changé entre-temps' })).toBeVisible()
  await expect(avancement).toContainText('a changé depuis')
  await avancement.getByRole('button', { name: 'Tout accepter' }).click()
  await expect(toast(page, /1 valeur acceptée sur 1/)).toBeVisible()
  expect(await query(`SELECT avancement FROM fiche_action WHERE id = ${FICHE_ID}`)).toEqual([{ avancement: 70 }])

  const note = page.getByRole('article', { name: /^Lou MODÈLE/ })
  await expect(note).toHaveCount(1)
  await tabTo(page, 'Ne pas retenir…')
  await page.keyboard.press('Enter')
  await expect(note.getByLabel('Pourquoi ne pas retenir la proposition de Lou MODÈLE')).toBeFocused()
  await page.keyboard.type('Déjà dit en comité.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(toast(page, /non retenue/)).toBeVisible()
  await expect(note).toHaveCount(0)
  await page.getByText('Dernières réponses (2)').click()
  await expect(page.getByText(/Proposition de Lou MODÈLE non retenue par .*: Déjà dit en comité\./)).toBeVisible()
})
