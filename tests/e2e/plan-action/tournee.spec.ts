import { expect, test } from '@/tests/support/essai'
import { query, tabTo, visit } from '@/tests/support/gestes'
import { listDefauts, signIn } from '@/tests/support/navigateur'

const PAA = 'provence-alpes-agglomeration'
const ADRESSE = `/mes-fiches?convention=${PAA}`

/** The usual time of one press of a key, in seconds, of an average typist (keystroke-level model). */
const TOUCHE_S = 0.28

const NOTES = ['Groupe réuni en mars', 'Charte signée', 'Trois communes de plus', 'Rien de bloquant', 'Relance envoyée']

async function restore() {
  await query(
    `UPDATE fiche_action SET statut = 'A_PRECISER', avancement = NULL, suivi = NULL, maj_le = NULL WHERE convention_id = (SELECT id FROM convention WHERE slug = $1)`,
    [PAA],
  )
}
test.beforeAll(restore)

test('the coordinator goes round five fiches with the keyboard alone, in less than a minute of keys, and finds it all saved', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, ADRESSE)
  const titres = await page.getByRole('listitem').getByRole('heading', { level: 2 }).allTextContents()
  expect(titres.length).toBeGreaterThanOrEqual(5)
  let touches = 0
  const press = async (touche: string) => {
    touches += 1
    await page.keyboard.press(touche)
  }
  const debut = Date.now()
  await page
    .getByRole('combobox', { name: /^Statut –/ })
    .first()
    .focus()
  for (const [rang, note] of NOTES.entries()) {
    const fiche = page
      .getByRole('list')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2 }) })
      .nth(rang)
    await expect(fiche.getByRole('combobox')).toBeFocused()
    await press('E')
    await press('Tab')
    for (const chiffre of String((rang + 1) * 10)) await press(chiffre)
    await press('Tab')
    touches += note.length
    await page.keyboard.type(note)
    await press('Tab')
    await expect(fiche.getByText(/Enregistré à/)).toBeVisible()
    if (rang < NOTES.length - 1) {
      for (
        let pas = 0;
        pas < 5 &&
        !(await page
          .getByRole('combobox', { name: /^Statut –/ })
          .nth(rang + 1)
          .evaluate((element) => element === document.activeElement));
        pas += 1
      )
        await press('Tab')
    }
  }
  const secondes = (Date.now() - debut) / 1000
  expect(touches * TOUCHE_S).toBeLessThan(60)
  expect(secondes).toBeLessThan(60)
  await expect(page.getByText('5 sur 8 à jour cette semaine')).toBeVisible()

  const lignes = await query<{ statut: string; avancement: number; suivi: string }>(
    `SELECT statut::text, avancement, suivi FROM fiche_action WHERE suivi = ANY ($1) AND convention_id = (SELECT id FROM convention WHERE slug = $2) ORDER BY avancement`,
    [NOTES, PAA],
  )
  expect(lignes).toEqual(NOTES.map((suivi, rang) => ({ statut: 'EN_COURS', avancement: (rang + 1) * 10, suivi })))

  // Opened again, the five are done and three remain.
  await page.reload()
  await expect(page.getByRole('heading', { level: 2, name: /./ })).toHaveCount(3)
})

test('one fiche has nothing new, another’s last change is undone', async ({ page }) => {
  await restore()
  await signIn(page, 'coordination')
  await visit(page, ADRESSE)
  const fiches = page
    .getByRole('list')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2 }) })
  await tabTo(page, /^Rien de neuf pour 1\.1/)
  await page.keyboard.press('Enter')
  await expect(fiches.first().getByText('à jour cette semaine')).toBeVisible()
  const statut = fiches.nth(1).getByRole('combobox')
  await statut.selectOption('REALISEE')
  await expect(fiches.nth(1).getByText(/Enregistré à/)).toBeVisible()
  await fiches
    .nth(1)
    .getByRole('button', { name: /^Annuler/ })
    .click()
  await expect(statut).toHaveValue('A_PRECISER')
  await expect(fiches.nth(1).getByText(/Enregistré à/)).toBeVisible()
  const [ligne] = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM fiche_action WHERE statut = 'REALISEE' AND convention_id = (SELECT id FROM convention WHERE slug = $1)`,
    [PAA],
  )
  expect(ligne?.n).toBe(0)
})

test('a percent that is none is named and kept, and nothing of it is saved', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, ADRESSE)
  const champ = page.getByRole('textbox', { name: /^Avancement/ }).first()
  await champ.fill('cent vingt')
  await champ.blur()
  await expect(page.getByText('Écrivez un nombre entier de 0 à 100.')).toBeVisible()
  await expect(champ).toHaveValue('cent vingt')
})

test('it fits a phone and a tablet, and passes every rule of access, light and dark', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, ADRESSE)
  expect(await listDefauts(page)).toEqual([])
})

test('an élue keeps no fiche: the page says so and where to go', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, '/mes-fiches')
  await expect(page.getByText('Aucune fiche à votre charge')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mes fiches à mettre à jour' })).toHaveCount(0)
})
