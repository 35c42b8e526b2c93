import { expect, test } from '@/tests/support/essai'
import pg from 'pg'
import { listViolations, ownerUrl, signIn } from '@/tests/support/navigateur'

interface Compte {
  email: string
  motDePasse: string
  nom: string
}
const comptes = JSON.parse(process.env.TEST_COMPTES ?? '[]') as Compte[]
const readCompte = (qui: string): Compte => {
  const compte = comptes.find(({ email }) => email.startsWith(`${qui}@`))
  if (!compte) throw new Error(`no account ${qui}`)
  return compte
}

test('a person signs in by keyboard, lands where they were going, and signs out for good', async ({
  page,
  context,
}) => {
  const { email, motDePasse } = readCompte('coordination')
  await page.goto('/conventions/vallee-des-baux-alpilles/etp')
  await expect(page).toHaveURL(/\/connexion\?suite=/)
  expect(await listViolations(page)).toEqual([])
  await page.getByLabel('Adresse électronique').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(motDePasse)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/conventions\/vallee-des-baux-alpilles\/etp$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ETP de coopération')
  const [cookie] = (await context.cookies()).filter(({ name }) => name.includes('session-token'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.getByRole('button', { name: /^Compte de/ }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page).toHaveURL(/\/connexion/)
  // The old cookie, put back, opens nothing: the session was ended on the server.
  if (cookie) await context.addCookies([cookie])
  await page.goto('/conventions/vallee-des-baux-alpilles/etp')
  await expect(page).toHaveURL(/\/connexion/)
})

test('a known and an unknown address get the same answer, and empty fields their remedy', async ({ page }) => {
  const reponses: string[] = []
  for (const email of [readCompte('elue').email, 'personne@inconnue.example']) {
    await page.goto('/connexion')
    await page.getByLabel('Adresse électronique').fill(email)
    await page.getByLabel('Mot de passe').fill('faux mot de passe')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    const alerte = page.getByRole('alert').filter({ hasText: 'Connexion refusée' })
    await expect(alerte).toBeFocused()
    reponses.push(await alerte.innerText())
    await expect(page.getByLabel('Adresse électronique')).toHaveValue(email)
  }
  expect(reponses[0]).toBe(reponses[1])
  expect(await listViolations(page)).toEqual([])
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('link', { name: 'Indiquez votre adresse électronique.' })).toBeVisible()
})

test('five failures close the door for a while, even to the right password', async ({ request }) => {
  const { email, motDePasse } = readCompte('pilote')
  const essai = async (mot: string) => {
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
    return (
      await request.post('/api/auth/callback/credentials', {
        form: { csrfToken, email, motDePasse: mot, json: 'true' },
      })
    ).status()
  }
  for (let n = 0; n < 5; n++) expect(await essai('faux')).toBe(401)
  expect(await essai(motDePasse)).toBe(401)
  const owner = new pg.Client({ connectionString: ownerUrl() })
  await owner.connect()
  await owner.query('DELETE FROM tentative_connexion')
  await owner.end()
  expect(await essai(motDePasse)).toBe(200)
})

test('the way back after signing in never leaves the application', async ({ page }) => {
  const { email, motDePasse } = readCompte('conseillere')
  await page.goto('/connexion?suite=//ailleurs.example/piege')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
  expect(new URL(page.url()).origin).toBe(process.env.E2E_BASE_URL)
})

test('a menu opened before the page’s program runs is filled when it does', async ({ page }) => {
  await signIn(page, 'coordination')
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\.js(\?|$)/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/portefeuille', { waitUntil: 'commit' })
  await page.getByRole('button', { name: /^Compte de/ }).click()
  const sortir = page.getByRole('button', { name: 'Se déconnecter' })
  await expect(sortir).toBeHidden()
  release()
  await expect(sortir).toBeVisible()
})
