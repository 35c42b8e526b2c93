import { expect, test, type Locator, type Page } from '@/tests/support/essai'
import { dialogue, query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listDefauts, signIn } from '@/tests/support/navigateur'

const BASE = '/conventions/demonstration/plan-action'

const ligne = (page: Page, titre: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: titre, exact: true }) })

interface Etat {
  statut: string
  texte: string | null
  debut: string | null
  fin: string | null
  avancement: number | null
}

/** A fiche of the demonstration as it is kept. */
async function readFiche(ref: string): Promise<Etat> {
  const [lue] = await query<{ etat: Etat }>(
    `SELECT jsonb_build_object('statut', f.statut, 'texte', f.periode_texte, 'debut', f.periode_debut, 'fin', f.periode_fin, 'avancement', f.avancement) AS etat
     FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = 'demonstration' AND f.ref = $1`,
    [ref],
  )
  if (!lue) throw new Error(`no fiche ${ref}`)
  return lue.etat
}

/** The fiches of the demonstration that these tests change, to be put back; others write on the rest. */
const SAUVE = `SELECT f.id, f.statut, f.periode_texte, f.periode_debut::text, f.periode_fin::text, f.avancement, f.avancement_motif FROM fiche_action f JOIN convention c ON c.id = f.convention_id
  WHERE c.slug = 'demonstration' AND f.ref IN ('fiche-1-1', 'fiche-1-2', 'fiche-1-3', 'fiche-3-3')`

let avant: {
  id: number
  statut: string
  periode_texte: string | null
  periode_debut: string | null
  periode_fin: string | null
  avancement: number | null
  avancement_motif: string | null
}[] = []

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  avant = await query(SAUVE)
})
test.afterEach(async () => {
  for (const { id, statut, periode_texte, periode_debut, periode_fin, avancement, avancement_motif } of avant) {
    await query(
      'UPDATE fiche_action SET statut = $2::statut_fiche, periode_texte = $3, periode_debut = $4, periode_fin = $5, avancement = $6, avancement_motif = $7 WHERE id = $1',
      [id, statut, periode_texte, periode_debut, periode_fin, avancement, avancement_motif],
    )
  }
  await query(`DELETE FROM vue_plan WHERE nom LIKE 'Essai %'`)
})

test('filters combine in the address: pasted, gone back from, with one wrong letter', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, BASE)
  await page.getByLabel('Titre, pilote ou étape').fill('permanance')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(page).toHaveURL(/q=permanance/)
  await expect(page.getByRole('link', { name: 'Tenir des permanences itinérantes d’accès aux droits' })).toBeVisible()
  await expect(page.getByText('1 fiche-action sur 9')).toBeVisible()
  await page.getByRole('link', { name: /En cours/ }).click()
  await expect(page).toHaveURL(/statut=EN_COURS/)
  await page.goBack()
  await expect(page.getByRole('link', { name: /En cours/ })).not.toHaveAttribute('aria-current', 'true')
})

test('nothing found says so; a pasted link shows its filters, and all may be let go', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?q=chaussette`)
  await expect(page.getByText('Aucune fiche-action ne correspond')).toBeVisible()
  await visit(page, `${BASE}?pilote=${encodeURIComponent('Association L’Exemple')}&groupe=statut`)
  await expect(page.getByRole('heading', { name: 'Réalisée' })).toBeVisible()
  await expect(page.getByLabel('Pilote', { exact: true })).toHaveValue('Association L’Exemple')
  await page.getByRole('link', { name: 'Tout effacer' }).click()
  await expect(page.getByRole('link', { name: 'Ouvrir douze places au multi-accueil Le Prototype' })).toBeVisible()
})

test('each figure of the dashboard leads to the rows it counts', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, '/conventions/demonstration')
  const lien = page.getByRole('link').filter({ hasText: 'Actions réalisées' }).first()
  const realisees = Number(/(\d+)/.exec((await lien.textContent())?.replace('Actions réalisées', '') ?? '')?.[1])
  await lien.click()
  await expect(page).toHaveURL(/statut=REALISEE/)
  await expect(page.locator('.rang')).toHaveCount(realisees)
})

test('rows are grouped and ordered by menus, with the keyboard', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, BASE)
  await tabTo(page, /^Regrouper par/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('e')
  await expect(page.getByRole('menuitem', { name: 'Échéance' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Échéance' }).press('Enter')
  await expect(page).toHaveURL(/groupe=echeance/)
  await expect(page.getByRole('heading', { level: 2, name: 'En retard' })).toBeVisible()
  // An élue reads: nothing there is to be changed nor chosen.
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Période de/ })).toHaveCount(0)
})

test('a view is named, opened from its link, renamed and removed', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, `${BASE}?statut=REALISEE`)
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click()
  await dialogue(page).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialogue(page).getByLabel('Nom de la vue')).toHaveAccessibleDescription(/Donnez un nom à cette vue\./)
  await dialogue(page).getByLabel('Nom de la vue').fill('Essai COPIL')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Essai COPIL' })).toHaveAttribute('aria-current', 'true')
  await visit(page, BASE)
  await page.getByRole('link', { name: 'Essai COPIL' }).click()
  await expect(page).toHaveURL(/statut=REALISEE/)
  await page.getByRole('button', { name: /Vue « Essai COPIL »/ }).click()
  await page.getByRole('menuitem', { name: 'Renommer' }).click()
  await dialogue(page).getByLabel('Nom de la vue').fill('Essai réalisées')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Essai réalisées' })).toBeVisible()
  await page.getByRole('button', { name: /Vue « Essai réalisées »/ }).click()
  await page.getByRole('menuitem', { name: 'Retirer cette vue' }).click()
  await expect(toast(page, /retirée/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Essai réalisées' })).toHaveCount(0)
})

test('a period and a progress are edited in their row, by keyboard alone, and taken back', async ({ page }) => {
  await signIn(page, 'coordination')
  const depart = await readFiche('fiche-3-3')
  await visit(page, BASE)
  const rangee = ligne(page, 'Créer une ludothèque itinérante')
  await rangee.getByRole('button', { name: /^Période de/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Période, en toutes lettres')).toBeFocused()
  await page.getByLabel('Période, en toutes lettres').fill('fin 2026')
  await expect(page.getByText(/^Lu\s:/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(toast(page, /période\s: enregistré à \d+\sh\s\d\d/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rangee.getByRole('button', { name: /^Période de/ })).toBeFocused()
  expect(await readFiche('fiche-3-3')).toMatchObject({ texte: 'fin 2026', fin: '2026-12-31' })
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect.poll(() => readFiche('fiche-3-3')).toEqual(depart)

  await rangee.getByRole('button', { name: /^Avancement de/ }).press('Enter')
  await page.getByLabel('Avancement (%)').fill('145')
  await expect(page.getByText('Écrivez un nombre entier de 0 à 100.')).toBeVisible()
  await page.getByLabel('Avancement (%)').fill('45')
  await page.getByRole('button', { name: 'Terminer' }).click()
  await expect(toast(page, /avancement\s: enregistré à/)).toBeVisible()
  await expect(rangee.getByRole('button', { name: /^Avancement de/ })).toContainText('45')
  expect((await readFiche('fiche-3-3')).avancement).toBe(45)
})

test('many are changed at once: what failed says why, and all is taken back', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?axe=axe-1`)
  const cases = page.getByRole('checkbox', { name: /^Sélectionner/ })
  await cases.nth(0).check()
  await cases.nth(2).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 fiches-actions choisies')).toBeVisible()
  // Somebody else changes one of them meanwhile.
  await query(
    `UPDATE fiche_action SET statut = 'A_ENGAGER' WHERE ref = 'fiche-1-2' AND convention_id = (SELECT id FROM convention WHERE slug = 'demonstration')`,
  )
  const barre = page.getByRole('region', { name: 'Fiches choisies' })
  await barre.getByRole('button', { name: 'Statut' }).click()
  await page.getByRole('menuitem', { name: 'À préciser' }).click()
  await expect(
    dialogue(page).getByRole('heading', { name: /2 fiches-actions modifiées, 1 non modifiée/ }),
  ).toBeVisible()
  await expect(dialogue(page).getByText(/Modifiée entre-temps.*statut/)).toBeVisible()
  await expect(dialogue(page).getByRole('link', { name: /Ouvrir un guichet unique/ })).toBeVisible()
  expect((await readFiche('fiche-1-1')).statut).toBe('A_PRECISER')
  await dialogue(page).getByRole('button', { name: 'Annuler les modifications' }).click()
  await expect(toast(page, /Annulé\s: 2 fiches-actions modifiées/)).toBeVisible()
  expect((await readFiche('fiche-1-1')).statut).toBe(avant.length > 0 ? 'EN_COURS' : '')
  expect((await readFiche('fiche-1-2')).statut).toBe('A_ENGAGER')
})

test('an open row and chosen rows read at every width', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const adresse of [BASE, `${BASE}?groupe=pilote&enjeu=inconnu`]) {
    await visit(page, adresse)
    await page
      .getByRole('checkbox', { name: /^Sélectionner/ })
      .first()
      .check()
    await page
      .getByRole('button', { name: /^Pilotage de/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: 'Terminer' })).toBeVisible()
    expect(await listDefauts(page), adresse).toEqual([])
  }
})
