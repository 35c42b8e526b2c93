import { expect, test, type Page } from '@/tests/support/essai'
import pg from 'pg'
import { listDefauts, listViolations, ownerUrl, signIn } from '@/tests/support/navigateur'

const POSTES = '/conventions/vallee-des-baux-alpilles/etp/postes'
const SCHEMA = `${POSTES}?schema=schema-2027-2030`
const LIGNE = 'Saint-Rémy-de-Provence'

/** Each test describes its own posts: what an earlier run left is taken away. */
test.beforeEach(async () => {
  const owner = new pg.Client({ connectionString: ownerUrl() })
  await owner.connect()
  try {
    await owner.query(`DELETE FROM poste WHERE intitule LIKE '%(essai%'`)
  } finally {
    await owner.end()
  }
})

const tiroir = (page: Page) => page.getByRole('dialog')
const article = (page: Page, intitule: string) => page.getByRole('article', { name: intitule })

async function describePoste(
  page: Page,
  { ligne = LIGNE, intitule, quotite }: { ligne?: string; intitule: string; quotite: string },
): Promise<void> {
  await page.getByRole('button', { name: `Décrire un poste de ${ligne}` }).click()
  await tiroir(page).getByLabel('Intitulé du poste').fill(intitule)
  await tiroir(page).getByLabel('Quotité').fill(quotite)
  await tiroir(page).getByRole('button', { name: 'Ajouter le poste' }).click()
  await expect(tiroir(page)).toHaveCount(0)
  await expect(article(page, intitule)).toBeVisible()
}

async function openOccupation(page: Page, intitule: string, rang: number, geste: string): Promise<void> {
  await article(page, intitule)
    .getByRole('row')
    .nth(rang)
    .getByRole('button', { name: /^Modifier l’occupation/ })
    .click()
  await page.getByRole('menuitem', { name: geste }).click()
}

test('a coordinator describes the posts of a commune, fills them, and sees the balance at each date', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  // What is said of somebody is said at a date: the first one, whatever today is.
  await page.goto(`${SCHEMA}&date=2027-01-01`)
  const petite = 'Coordination petite enfance (essai)'
  const jeunesse = 'Coordination jeunesse (essai)'

  // What cannot be read as a quotité is said on its field, and nothing typed is lost.
  await page.getByRole('button', { name: `Décrire un poste de ${LIGNE}` }).click()
  await tiroir(page).getByLabel('Intitulé du poste').fill(petite)
  await tiroir(page).getByLabel('Quotité').fill('0,123')
  await tiroir(page).getByRole('radio', { name: 'en direct' }).check()
  await tiroir(page).getByRole('checkbox', { name: 'Parentalité' }).check()
  await tiroir(page).getByText('Missions de la liste de référence').click()
  await tiroir(page)
    .getByRole('checkbox', { name: /^1\. Animation et suivi/ })
    .check()
  await tiroir(page).getByRole('button', { name: 'Ajouter le poste' }).click()
  await expect(tiroir(page).getByRole('alert')).toBeFocused()
  await expect(tiroir(page).getByLabel('Quotité')).toHaveAccessibleDescription(/Deux décimales au plus/)
  await expect(tiroir(page).getByLabel('Intitulé du poste')).toHaveValue(petite)
  await tiroir(page).getByLabel('Quotité').fill('0.7')
  await expect(tiroir(page).getByRole('status', { name: 'Ce qui reste' })).toContainText('0,5 ETP de')
  await tiroir(page).getByRole('button', { name: 'Ajouter le poste' }).click()
  await expect(article(page, petite)).toContainText('0,7 ETP, en direct')
  await describePoste(page, { intitule: jeunesse, quotite: '0,5' })

  // Somebody takes the post, then works more from a day on.
  await article(page, petite)
    .getByRole('button', { name: /^Prise de poste/ })
    .click()
  await tiroir(page).getByLabel('Prénom et nom').fill('Nour Essai')
  await tiroir(page).getByLabel('Adresse professionnelle').fill('nour.essai@commune.example')
  await tiroir(page).getByRole('textbox', { name: 'Quotité' }).fill('0,4')
  await tiroir(page).getByLabel('Premier jour').fill('2027-01-01')
  await expect(tiroir(page).getByRole('status', { name: 'Ce qui reste' })).toContainText(
    '0,3 ETP encore vacant sur ce poste',
  )
  await expect(tiroir(page).getByRole('status', { name: 'Ce qui reste' })).toContainText(
    '0,8 ETP encore vacant sur cette ligne',
  )
  await tiroir(page).getByRole('button', { name: 'Enregistrer la prise de poste' }).click()
  await expect(article(page, petite)).toContainText('0,3 sur 0,7 ETP vacant depuis le 1er janvier 2027')
  await openOccupation(page, petite, 1, 'Changer de quotité')
  await tiroir(page).getByLabel('Nouvelle quotité').fill('0,7')
  await tiroir(page).getByLabel('À partir du').fill('2028-09-01')
  await tiroir(page).getByRole('button', { name: 'Changer la quotité' }).click()
  await expect(
    article(page, petite).getByRole('row', { name: /Nour Essai 0,4 1er janvier 2027 31 août 2028/ }),
  ).toBeVisible()
  await expect(article(page, petite).getByRole('row', { name: /Nour Essai 0,7 1er septembre 2028/ })).toBeVisible()

  // The same person on the other post would be at 1,20 from September 2028.
  await article(page, jeunesse)
    .getByRole('button', { name: /^Prise de poste/ })
    .click()
  await tiroir(page)
    .getByRole('combobox', { name: 'Personne' })
    .selectOption({ label: 'Nour Essai (0,4 ETP ici à la date affichée)' })
  await tiroir(page).getByRole('textbox', { name: 'Quotité' }).fill('0,5')
  await tiroir(page).getByLabel('Premier jour').fill('2027-01-01')
  await tiroir(page).getByRole('button', { name: 'Enregistrer la prise de poste' }).click()
  await expect(tiroir(page).getByRole('alert')).toContainText(
    'Nour Essai atteindrait 1,20 ETP le 1er septembre 2028, au-delà de 1,00',
  )
  await expect(tiroir(page).getByRole('textbox', { name: 'Quotité' })).toHaveValue('0,5')
  await expect(tiroir(page).getByRole('combobox', { name: 'Personne' })).not.toHaveValue('')
  await tiroir(page).getByLabel('Dernier jour').fill('2028-08-31')
  await tiroir(page).getByRole('button', { name: 'Enregistrer la prise de poste' }).click()
  await expect(article(page, jeunesse)).toContainText('Nour Essai, 0,5 ETP')
  await expect(page.getByRole('row', { name: /^Nour Essai 0,9/ })).toBeVisible()

  // Away, then replaced inside the absence.
  await openOccupation(page, petite, 1, 'Noter une absence')
  await expect(tiroir(page)).toContainText('Seules les dates sont gardées')
  await tiroir(page).getByLabel('Premier jour d’absence').fill('2027-03-01')
  await tiroir(page).getByLabel('Dernier jour d’absence').fill('2027-06-30')
  await tiroir(page).getByRole('button', { name: 'Enregistrer l’absence' }).click()
  await expect(article(page, petite)).toContainText('du 1er mars 2027 au 30 juin 2027')
  await openOccupation(page, petite, 1, 'Remplacer pendant l’absence')
  await expect(tiroir(page).getByLabel('Premier jour')).toHaveValue('2027-03-01')
  await tiroir(page).getByLabel('Prénom et nom').fill('Sacha Relais')
  await tiroir(page).getByRole('textbox', { name: 'Quotité' }).fill('0,3')
  await tiroir(page).getByRole('button', { name: 'Enregistrer le remplacement' }).click()
  await expect(tiroir(page)).toHaveCount(0)

  // The date is in the address.
  await page.getByLabel('À la date du').fill('2027-04-15')
  await page.getByRole('button', { name: 'Afficher' }).click()
  await expect(page).toHaveURL(/date=2027-04-15/)
  await expect(article(page, petite)).toContainText(
    'absence jusqu’au 30 juin 2027, remplacement par Sacha Relais (0,3)',
  )
  await expect(page.getByRole('row', { name: /^Saint-Rémy-de-Provence 1,2 1,2 0,9 0,8 0,3/ })).toBeVisible()
})

test('a stale change of a post shows both versions and loses nothing', async ({ browser }) => {
  const contextes = await Promise.all([browser.newContext(), browser.newContext()])
  const intitule = 'Poste disputé (essai)'
  const [une, autre] = await Promise.all(
    contextes.map(async (contexte) => {
      await signIn(contexte, 'coordination')
      const page = await contexte.newPage()
      await page.goto(SCHEMA)
      return page
    }),
  )
  if (!une || !autre) throw new Error('two pages')
  await describePoste(une, { ligne: 'Mouriès', intitule, quotite: '0,3' })
  await autre.reload()
  for (const page of [une, autre]) {
    await page.getByRole('button', { name: `Modifier le poste ${intitule}` }).click()
    await page.getByRole('menuitem', { name: 'Modifier le poste' }).click()
  }
  await tiroir(une).getByLabel('Quotité').fill('0,2')
  await tiroir(une).getByRole('button', { name: 'Enregistrer le poste' }).click()
  await expect(tiroir(une)).toHaveCount(0)
  await tiroir(autre).getByLabel('Quotité').fill('0,1')
  await tiroir(autre).getByLabel('Note').fill('Recrutement au printemps')
  await tiroir(autre).getByRole('button', { name: 'Enregistrer le poste' }).click()
  await expect(tiroir(autre).locator('tr', { hasText: 'Quotité' })).toHaveText('Quotité0,10,2')
  await expect(tiroir(autre).getByLabel('Note')).toHaveValue('Recrutement au printemps')
  await tiroir(autre).getByRole('button', { name: 'Enregistrer ma saisie par-dessus' }).click()
  await expect(article(autre, intitule)).toContainText('0,1 ETP')
  await expect(article(autre, intitule)).toContainText('Recrutement au printemps')
  for (const contexte of contextes) await contexte.close()
})

test('the posts of a schéma go on in the next one, once', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(`${POSTES}?schema=schema-2026`)
  const intitule = 'Coordination Fontvieille (essai)'
  await describePoste(page, { ligne: 'Fontvieille', intitule, quotite: '0,3' })
  await article(page, intitule)
    .getByRole('button', { name: /^Prise de poste/ })
    .click()
  await tiroir(page).getByLabel('Prénom et nom').fill('Camille Suite')
  await tiroir(page).getByRole('textbox', { name: 'Quotité' }).fill('0,3')
  await tiroir(page).getByLabel('Premier jour').fill('2026-02-01')
  await tiroir(page).getByRole('button', { name: 'Enregistrer la prise de poste' }).click()
  await expect(article(page, intitule)).toContainText('Camille Suite')
  await page.goto(SCHEMA)
  for (const attendu of [/poste.* repris.* de «\sSchéma CTG VBA transitoire 2026\s»/, /^Rien à reprendre/]) {
    await page.getByRole('button', { name: 'Reprendre les postes du schéma précédent' }).click()
    await tiroir(page).getByRole('button', { name: 'Reprendre les postes' }).click()
    await expect(tiroir(page).getByRole('status')).toHaveText(attendu)
    await tiroir(page).getByRole('button', { name: 'Fermer' }).last().click()
  }
  await expect(article(page, intitule)).toHaveCount(1)
  await expect(article(page, intitule).getByRole('row', { name: /Camille Suite 0,3 1er janvier 2027/ })).toBeVisible()
})

test('a name is forgotten once the person has left, and the figures stay', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(`${POSTES}?schema=schema-2026`)
  const intitule = 'Coordination Eygalières (essai)'
  await describePoste(page, { ligne: 'Eygalières', intitule, quotite: '0,2' })
  await article(page, intitule)
    .getByRole('button', { name: /^Prise de poste/ })
    .click()
  await tiroir(page).getByLabel('Prénom et nom').fill('Dominique Partie')
  await tiroir(page).getByRole('textbox', { name: 'Quotité' }).fill('0,2')
  await tiroir(page).getByLabel('Premier jour').fill('2026-02-01')
  await tiroir(page).getByLabel('Dernier jour').fill('2026-03-31')
  await tiroir(page).getByRole('button', { name: 'Enregistrer la prise de poste' }).click()
  await page.getByRole('button', { name: 'Rendre anonyme Dominique Partie' }).click()
  await expect(tiroir(page)).toContainText('ne peut pas être annulé')
  await tiroir(page).getByRole('button', { name: 'Rendre anonyme' }).click()
  await expect(
    article(page, intitule).getByRole('row', { name: /Personne anonymisée n° \d+ 0,2 1er février 2026 31 mars 2026/ }),
  ).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Dominique')
})

test('everything is reached by keyboard, and focus comes back', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(SCHEMA)
  const bouton = page.getByRole('button', { name: 'Décrire un poste de Paradou' })
  await bouton.focus()
  await page.keyboard.press('Enter')
  await expect(tiroir(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(tiroir(page).getByLabel('Ligne du schéma')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Au clavier (essai)')
  await page.keyboard.press('Tab')
  await page.keyboard.type('0,2')
  await page.keyboard.press('Enter')
  await expect(tiroir(page)).toHaveCount(0)
  const menu = page.getByRole('button', { name: 'Modifier le poste Au clavier (essai)' })
  await menu.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Modifier le poste' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await tiroir(page).getByRole('button', { name: 'Retirer le poste' }).press('Enter')
  await expect(article(page, 'Au clavier (essai)')).toHaveCount(0)
  await bouton.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(tiroir(page)).toHaveCount(0)
  await expect(bouton).toBeFocused()
})

test('an élue reads who is in post, and finds nothing to change', async ({ page }) => {
  await signIn(page, 'elue')
  await page.goto('/conventions/demonstration/etp/postes')
  await expect(page.getByText('Andrea FICTIVE').first()).toBeVisible()
  await expect(
    page.getByRole('button', { name: /Décrire|Prise de poste|Modifier|Rendre anonyme|Reprendre/ }),
  ).toHaveCount(0)
})

test('the page and its forms are accessible, and fit, at every width', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto('/conventions/demonstration/etp/postes?schema=schema-2025-2026&date=2026-09-15')
  expect(await listDefauts(page)).toEqual([])
  await page
    .getByRole('button', { name: /^Prise de poste/ })
    .first()
    .click()
  expect(await listViolations(page), 'form').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Décrire un poste', exact: true }).click()
  expect(await listViolations(page), 'post').toEqual([])
})
