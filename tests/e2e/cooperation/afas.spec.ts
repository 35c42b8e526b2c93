import { expect, test, type Page } from '@/tests/support/essai'
import pg from 'pg'
import { listDefauts, listViolations, ownerUrl, signIn } from '@/tests/support/navigateur'

const AFAS = '/conventions/demonstration/etp/afas'

/** Each test begins with nothing shared out. */
test.beforeEach(async () => {
  const owner = new pg.Client({ connectionString: ownerUrl() })
  await owner.connect()
  try {
    await owner.query(
      `DELETE FROM repartition_afas WHERE convention_id = (SELECT id FROM convention WHERE slug = 'demonstration')`,
    )
    await owner.query(`DELETE FROM echeance_afas WHERE libelle LIKE '%(essai)'`)
  } finally {
    await owner.end()
  }
})

const tiroir = (page: Page) => page.getByRole('dialog')
const champ = (page: Page, nom: RegExp) => tiroir(page).getByRole('textbox', { name: nom })
const enregistrer = (page: Page) => tiroir(page).getByRole('button', { name: 'Enregistrer la répartition' }).click()
const chacun = (page: Page) => page.getByRole('table', { name: /temps de chaque chargé/ })

async function repartit(page: Page, nom: string, parts: [RegExp, string][]): Promise<void> {
  await page.getByRole('button', { name: `Répartir le temps de ${nom}` }).click()
  for (const [theme, part] of parts) await champ(page, theme).fill(part)
  await enregistrer(page)
  await expect(tiroir(page)).toHaveCount(0)
}

test('a year is shared out to 100 %, 105 % is refused and kept, then copied and taken over', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'coordination')
  await page.goto(`${AFAS}?annee=2025`)
  await page.getByRole('button', { name: 'Répartir le temps de Andrea FICTIVE' }).click()
  await champ(page, /^Petite enfance/).fill('40')
  await champ(page, /^Enfance/).fill('30')
  await champ(page, /^Parentalité/).fill('17.5')
  await champ(page, /^Accès aux droits/).fill('12,5')
  await champ(page, /hors AFAS/).fill('5')
  await expect(tiroir(page).getByRole('status', { name: 'Total réparti' })).toContainText(/105\s%.*retirez 5\s%/)
  await enregistrer(page)
  await expect(tiroir(page).getByRole('alert')).toBeFocused()
  await tiroir(page).getByRole('alert').getByRole('link', { name: /105/ }).click()
  await expect(tiroir(page).getByRole('status', { name: 'Total réparti' })).toBeFocused()
  await expect(champ(page, /^Parentalité/)).toHaveValue('17,5')
  await champ(page, /hors AFAS/).fill('')
  await expect(tiroir(page).getByRole('status', { name: 'Total réparti' })).toContainText('est réparti')
  await enregistrer(page)
  await expect(tiroir(page)).toHaveCount(0)
  await expect(chacun(page).getByRole('row', { name: /^Andrea FICTIVE/ })).toContainText('réparti à 100')
  await expect(page.getByRole('table', { name: /par thème, face/ })).toContainText('convenu')

  await page.getByRole('button', { name: 'Copier le tableau' }).click()
  await expect(page.getByText('Tableau copié')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Andrea FICTIVE\t0,36\t')
  const fichier = await page.request.get(`/api/conventions/demonstration/etp/afas?annee=2025`)
  expect(fichier.headers()['content-type']).toContain('text/csv')
  expect(await fichier.text()).toContain('Andrea FICTIVE;0,36;')

  await page.getByRole('link', { name: 'Année 2026' }).click()
  await page.getByRole('button', { name: 'Reprendre la répartition de 2025' }).click()
  await expect(page.getByText(/1 répartition reprise de 2025/)).toBeVisible()
  await expect(chacun(page).getByRole('row', { name: /^Andrea FICTIVE/ })).toContainText('réparti à 100')
})

test('a stale distribution shows both versions and loses nothing', async ({ browser }) => {
  const contextes = await Promise.all([browser.newContext(), browser.newContext()])
  const [une, autre] = await Promise.all(
    contextes.map(async (contexte) => {
      await signIn(contexte, 'coordination')
      const page = await contexte.newPage()
      await page.goto(`${AFAS}?annee=2026`)
      return page
    }),
  )
  if (!une || !autre) throw new Error('two pages')
  await autre.getByRole('button', { name: 'Répartir le temps de Andrea FICTIVE' }).click()
  await repartit(une, 'Andrea FICTIVE', [[/^Parentalité/, '100']])
  await champ(autre, /^Petite enfance/).fill('100')
  await enregistrer(autre)
  await expect(tiroir(autre).locator('tr', { hasText: 'Petite enfance' })).toHaveText(/100–$/)
  await expect(champ(autre, /^Petite enfance/)).toHaveValue('100')
  await tiroir(autre).getByRole('button', { name: 'Enregistrer ma saisie par-dessus' }).click()
  await expect(tiroir(autre)).toHaveCount(0)
  await expect(chacun(autre).getByRole('row', { name: /^Andrea FICTIVE/ })).toContainText(
    /Petite enfance.*100\s%.*réparti à 100/,
  )
  for (const contexte of contextes) await contexte.close()
})

test('the adviser keeps the calendar of the Caf; the coordinator and the élue read it', async ({ page, browser }) => {
  await signIn(page, 'conseillere')
  await page.goto(`${AFAS}?annee=2026`)
  await page.getByRole('button', { name: 'Ajouter une échéance' }).click()
  await tiroir(page).getByLabel('Nom de l’échéance').fill('Déclaration du réel (essai)')
  await tiroir(page).getByRole('button', { name: 'Enregistrer l’échéance' }).click()
  await expect(tiroir(page).getByLabel('Date limite')).toHaveAccessibleDescription(/Indiquez la date limite/)
  await tiroir(page).getByLabel('Date limite').fill('2027-03-31')
  await tiroir(page).getByRole('button', { name: 'Enregistrer l’échéance' }).click()
  await expect(page.getByText('31 mars 2027', { exact: true })).toBeVisible()
  for (const qui of ['coordination', 'elue']) {
    const contexte = await browser.newContext()
    await signIn(contexte, qui)
    const lecture = await contexte.newPage()
    await lecture.goto(`${AFAS}?annee=2026`)
    await expect(lecture.getByText('31 mars 2027', { exact: true })).toBeVisible()
    await expect(lecture.getByRole('button', { name: /échéance/ })).toHaveCount(0)
    await expect(lecture.getByRole('button', { name: /Répartir|Modifier le temps/ })).toHaveCount(
      qui === 'elue' ? 0 : 3,
    )
    await contexte.close()
  }
})

test('the page and its form are accessible, and fit, at every width', async ({ page }) => {
  await signIn(page, 'coordination')
  await page.goto(`${AFAS}?annee=2026`)
  await repartit(page, 'Andrea FICTIVE', [
    [/^Petite enfance/, '60'],
    [/hors AFAS/, '40'],
  ])
  expect(await listDefauts(page)).toEqual([])
  await page.getByRole('button', { name: 'Modifier le temps de Andrea FICTIVE' }).click()
  expect(await listViolations(page), 'form').toEqual([])
})
