import { createHmac } from 'node:crypto'
import { expect, test, type Page } from '@/tests/support/essai'
import { query, tabTo, visit } from '@/tests/support/gestes'
import { buildCookie, listDefauts, listViolations, ownerUrl } from '@/tests/support/navigateur'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const CONVENTION = 'demonstration'
const VEILLE = `/conventions/${CONVENTION}/veille`

/** What the link of a message carries (lib/veille/jeton, which only the server may load). */
const buildJetonArret = (personne: number): string =>
  `${personne}.${createHmac('sha256', process.env.NEXTAUTH_SECRET ?? '')
    .update(`veille-arret:${personne}`)
    .digest('base64url')}`

/** Somebody of this test alone, signed in: settings and messages are each person's own. */
async function enter(page: Page, type: 'CHARGE_COOPERATION' | 'ELU'): Promise<Personne> {
  const personne = await createPersonne(ownerUrl(), [{ type, convention: CONVENTION }])
  await page.context().addCookies([await buildCookie(personne.session)])
  return personne
}

/** A message that was sent to somebody, with what it told. */
const addEnvoi = (personne: Personne, phrases: string[], etat = 'ENVOYE') =>
  query(
    `WITH e AS (INSERT INTO envoi_veille (cle, utilisateur_id, jour, etat, sujet, texte, envoye_le)
       VALUES ('veille:' || $1::int || ':essai-' || $3::text, $1::int, '2026-03-02', $3::etat_envoi, 'Démonstration : 2 en retard', 'Bonjour', CASE WHEN $3::text = 'ENVOYE' THEN timestamptz '2026-03-02T06:02:00Z' END) RETURNING id)
     INSERT INTO signal_veille (convention_id, envoi_id, utilisateur_id, cle, phrase)
     SELECT c.id, e.id, $1::int, 'essai:' || $3::text || p, p FROM e, convention c, unnest($2::text[]) p WHERE c.slug = $4`,
    [personne.id, phrases, etat, CONVENTION],
  )

const readReglage = async (personne: Personne) =>
  (
    await query<{ frequence: string; jour: number | null; version: number }>(
      'SELECT frequence, jour, version FROM reglage_veille WHERE utilisateur_id = $1',
      [personne.id],
    )
  )[0]

test('shows what is due with its reason and the way to it, and who was told what', async ({ page }) => {
  test.setTimeout(120_000)
  const personne = await enter(page, 'CHARGE_COOPERATION')
  await addEnvoi(personne, ['Comité de pilotage : aucune réunion tenue.', 'Mandats : un mandat prend fin.'])
  await addEnvoi(personne, ['Indicateurs : 3 sans valeur.'], 'ABANDONNE')
  await visit(page, VEILLE)
  const aSuivre = page.getByRole('region', { name: 'À suivre' })
  await expect(aSuivre.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(aSuivre.getByText(/En retard|À risque|À faire/).first()).toBeVisible()
  const envois = page.getByRole('region', { name: 'Qui a été prévenu' })
  const remis = envois.getByRole('row').filter({ hasText: 'Remis' }).filter({ hasText: '2 points' }).first()
  await expect(remis).toContainText(/lundi 2 mars 2026 à 7 h 02/i)
  await remis.getByText('2 points').click()
  await expect(remis.getByText('Mandats : un mandat prend fin.')).toBeVisible()
  await expect(envois.getByRole('row').filter({ hasText: 'Non remis' }).first()).toContainText(
    'Indicateurs : 3 sans valeur.',
  )
  await expect(page.getByRole('region', { name: 'Votre prochain message' })).toContainText('chaque lundi')
  expect(await listDefauts(page), VEILLE).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  const premier = aSuivre.getByRole('link').first()
  const href = (await premier.getAttribute('href')) ?? ''
  expect(href).toContain(`/conventions/${CONVENTION}/`)
  await query('DELETE FROM envoi_veille WHERE utilisateur_id = $1', [personne.id])
})

test('is for those who coordinate: to an élu it does not exist', async ({ page }) => {
  await enter(page, 'ELU')
  expect((await page.goto(VEILLE))?.status()).toBe(404)
})

test('one chooses how often by keyboard, from the account menu, and is told what was saved', async ({ page }) => {
  test.setTimeout(120_000)
  const personne = await enter(page, 'CHARGE_COOPERATION')
  await visit(page, VEILLE)
  await page.getByRole('button', { name: /^Compte de/ }).click()
  await page.getByRole('link', { name: 'Mes messages', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mes messages' })).toBeVisible()
  await expect(page.getByText('Aucun serveur de messagerie n’y est configuré')).toBeVisible()
  await visit(page, '/compte/veille')
  await tabTo(page, /^Chaque semaine/, 'radio')
  await expect(page.getByRole('radio', { name: /^Chaque semaine/ })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Jour de la semaine')).toBeFocused()
  await page.getByLabel('Jour de la semaine').selectOption('Jeudi')
  await tabTo(page, /^Enregistrer$/, 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'un message chaque jeudi' })).toBeVisible()
  await expect(page.getByText(/Prochain message\u00A0: jeudi/)).toBeVisible()
  expect(await readReglage(personne)).toEqual({ frequence: 'HEBDOMADAIRE', jour: 4, version: 1 })
  expect(await listDefauts(page), '/compte/veille').toEqual([])
})

test('what a message’s link stopped meanwhile is shown beside one’s choice, and nothing is lost', async ({ page }) => {
  const personne = await enter(page, 'CHARGE_COOPERATION')
  await visit(page, '/compte/veille')
  await page.getByRole('radio', { name: /^Chaque mois/ }).check()
  await query(
    `INSERT INTO reglage_veille (utilisateur_id, frequence, arretee_le, version) VALUES ($1, 'JAMAIS', now(), 1)`,
    [personne.id],
  )
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const alerte = page.getByRole('alert').filter({ hasText: 'Votre réglage a changé entre-temps' })
  await expect(alerte).toContainText('Enregistré : jamais. Votre choix : une fois par mois')
  expect(await listViolations(page)).toEqual([])
  await alerte.getByRole('button', { name: 'Enregistrer mon choix' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'une fois par mois' })).toBeVisible()
  expect(await readReglage(personne)).toMatchObject({ frequence: 'MENSUELLE', version: 2 })
})

test('the link of a message stops it without signing in: one press, and looking stops nothing', async ({ page }) => {
  test.setTimeout(120_000)
  const personne = await createPersonne(ownerUrl(), [{ type: 'CHARGE_COOPERATION', convention: CONVENTION }])
  const adresse = `/veille/arret/${buildJetonArret(personne.id)}`
  await visit(page, adresse)
  expect(await listDefauts(page), '/veille/arret').toEqual([])
  await expect(page.locator('body')).not.toContainText(personne.email)
  expect(await readReglage(personne)).toBeUndefined()
  await tabTo(page, /^Arrêter les messages$/, 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  expect(await readReglage(personne)).toMatchObject({ frequence: 'JAMAIS' })
})

test('a link that is nobody’s answers the same, and stops nobody', async ({ page }) => {
  const [avant] = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM reglage_veille WHERE frequence = 'JAMAIS' AND arretee_le IS NOT NULL AND utilisateur_id = 1`,
  )
  await visit(page, `/veille/arret/1.${'A'.repeat(43)}`)
  await page.getByRole('button', { name: 'Arrêter les messages' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
  expect(
    await query(
      `SELECT count(*)::int AS n FROM reglage_veille WHERE frequence = 'JAMAIS' AND arretee_le IS NOT NULL AND utilisateur_id = 1`,
    ),
  ).toEqual([avant])
})

test('a mail program stops the messages in one click (RFC 8058), and is led to the page when it only looks', async ({
  request,
}) => {
  const personne = await createPersonne(ownerUrl(), [{ type: 'CHARGE_COOPERATION', convention: CONVENTION }])
  const adresse = `/api/veille/arret?jeton=${buildJetonArret(personne.id)}`
  const vue = await request.get(adresse)
  expect(vue.status()).toBe(200)
  expect(await vue.text()).toContain(`href="/veille/arret/${buildJetonArret(personne.id)}"`)
  expect(await readReglage(personne)).toBeUndefined()
  const unClic = await request.post(adresse, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 })
  expect(unClic.status()).toBe(200)
  expect(await readReglage(personne)).toMatchObject({ frequence: 'JAMAIS' })
  expect(
    (await request.post('/api/veille/arret?jeton=faux', { form: { 'List-Unsubscribe': 'One-Click' } })).status(),
  ).toBe(200)
})
