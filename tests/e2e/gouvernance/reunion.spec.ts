import { expect, test, type Page } from '@/tests/support/essai'
import { query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'vallee-des-baux-alpilles'
const BASE = `/conventions/${CONVENTION}/reunions`
const ANNEE = new Date().getFullYear()
/** Meetings of an instance of its own: other tests plan and cancel those of the others. */
const INSTANCE = 'essai-seance'
const HIER = `${ANNEE}-01-12`
const DEMAIN = `${ANNEE + 1}-01-12`

const seance = (date: string) => `${BASE}/${INSTANCE}-${date}`
const readPoints = () =>
  query<{ titre: string; notes: string | null }>(
    `SELECT p.titre, p.notes FROM point_ordre_du_jour p JOIN reunion r ON r.id = p.reunion_id WHERE r.ref = $1 ORDER BY p.ordre, p.id`,
    [`${INSTANCE}-${DEMAIN}`],
  )

const ordre = (page: Page) => page.getByRole('region', { name: 'Ordre du jour', exact: true })
const titres = (page: Page) => ordre(page).getByRole('heading', { level: 3 }).allTextContents()

// One meeting, from its agenda to its notes.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const [instance] = await query<{ id: number; convention_id: number }>(
    `INSERT INTO instance (convention_id, ref, type, nom, missions, ordre, quorum, quorum_texte)
     SELECT id, $2, 'COTECH', 'Comité d’essai', '{}', 900, 2, 'La moitié des membres au moins' FROM convention WHERE slug = $1 RETURNING id, convention_id`,
    [CONVENTION, INSTANCE],
  )
  const [id, convention] = [instance?.id, instance?.convention_id]
  await query(
    `INSERT INTO membre (convention_id, instance_id, libelle, personne, suppleant, voix, ordre, organisme_id)
    SELECT $1, $2, 'La Caf', 'Dominique ESSAI', NULL, 'DECISIVE', 1, c.id FROM convention_organisme c JOIN organisme o ON o.id = c.organisme_id WHERE c.convention_id = $1 AND o.type = 'CAF' LIMIT 1`,
    [convention, id],
  )
  await query(
    `INSERT INTO membre (convention_id, instance_id, libelle, personne, suppleant, voix, ordre) VALUES
    ($1, $2, 'La communauté de communes', 'Camille TEST', 'Sacha TEST', 'DECISIVE', 2), ($1, $2, 'Une association', NULL, NULL, 'CONSULTATIVE', 3)`,
    [convention, id],
  )
  for (const [date, etat] of [
    [HIER, 'TENUE'],
    [DEMAIN, 'PREVUE'],
  ]) {
    await query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat, heure_debut, lieu) VALUES ($1, $2, $3, $4, $5::etat_reunion, '14:30', 'Mairie d’Essai')`,
      [convention, id, `${INSTANCE}-${date}`, date, etat],
    )
  }
  await query(
    `INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, etat, presentateur, ordre)
    SELECT r.convention_id, r.id, t.titre, t.etat::etat_point, 'La coordination', t.ordre FROM reunion r,
      (VALUES ('Calendrier des accueils', 'REPORTE', 1), ('Bilan', 'TRAITE', 2)) t(titre, etat, ordre) WHERE r.ref = $1`,
    [`${INSTANCE}-${HIER}`],
  )
})

test('prepares an agenda from what is due, by keyboard alone', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`12 janvier ${ANNEE + 1}`)
  await expect(page.getByText('À 14 h 30, Mairie d’Essai')).toBeVisible()
  const propositions = page.getByRole('region', { name: 'À mettre à l’ordre du jour' })
  await expect(propositions).toContainText('1 point à reprendre')
  await expect(propositions.getByText('Bilan', { exact: true })).toHaveCount(0)
  await tabTo(page, 'Calendrier des accueils', 'checkbox')
  await page.keyboard.press('Space')
  await tabTo(page, 'Ajouter 1 point')
  await page.keyboard.press('Enter')
  await expect(toast(page, /1 point ajouté à l’ordre du jour/)).toBeVisible()
  await expect(ordre(page).getByText('Reprise du point de la réunion du')).toBeVisible()
  await expect(propositions.getByRole('checkbox', { name: 'Calendrier des accueils' })).toHaveCount(0)
  await expect(ordre(page).getByRole('heading', { name: /Calendrier des accueils/ })).toBeFocused()
})

test('adds a point with a duration and a document; a wrong duration is named, and nothing typed is lost', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await tabTo(page, 'Ajouter un point')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await page.getByLabel('Titre', { exact: true }).fill('Tarifs des centres de loisirs')
  await page.getByLabel(/^Durée/).fill('longtemps')
  await page.getByLabel(/^Document présenté/).selectOption({ label: 'Un autre document…' })
  await page.getByLabel('Titre du document').fill('Grille des tarifs')
  await page.getByRole('button', { name: 'Ajouter le point' }).click()
  const resume = page.getByRole('alert').filter({ hasText: 'Écrivez la durée en minutes' })
  await expect(resume).toBeFocused()
  await expect(page.getByLabel('Titre du document')).toHaveValue('Grille des tarifs')
  await page.getByLabel(/^Durée/).fill('1 h 15')
  await page.getByRole('button', { name: 'Ajouter le point' }).press('Enter')
  await expect(toast(page, /Point ajouté/)).toBeVisible()
  await expect(ordre(page).getByRole('heading', { name: /Tarifs des centres/ })).toBeFocused()
  await expect(ordre(page)).toContainText('2 points, 1 h 15 au total')
  await expect(ordre(page)).toContainText('Document : Grille des tarifs')
})

test('moves a point by keyboard, focus staying on it; changes its state in two presses, with a way back', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await tabTo(page, /^Monter « Tarifs/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /rang 1 sur 2/)).toBeVisible()
  await expect.poll(async () => (await titres(page))[0]).toContain('Tarifs')
  await expect(page.getByRole('button', { name: /^Monter « Tarifs/ })).toBeFocused()
  await page.getByRole('button', { name: /État de « Tarifs/ }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Reporté' }).press('Enter')
  await expect(toast(page, /Point reporté\. Enregistré à/)).toBeVisible()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(page.getByRole('button', { name: /État de « Tarifs.*À traiter/ })).toBeVisible()
})

test('notes save by themselves, and a reload keeps them', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await tabTo(page, /^Prendre des notes : Tarifs/)
  await page.keyboard.press('Enter')
  const notes = page.getByRole('textbox', { name: /^Notes : Tarifs/ })
  await expect(notes).toBeFocused()
  await page.keyboard.type('Les communes demandent un tarif unique.')
  await expect(ordre(page).getByText(/Enregistré à \d{1,2}\sh\s\d{2}/)).toBeVisible()
  expect((await readPoints())[0]).toEqual({
    titre: 'Tarifs des centres de loisirs',
    notes: 'Les communes demandent un tarif unique.',
  })
  // Reloaded before the pause: the draft is on the device, and goes on its way.
  await page.keyboard.type(' Vote en mars.')
  await page.reload()
  await expect(notes).toHaveValue('Les communes demandent un tarif unique. Vote en mars.')
  await expect
    .poll(async () => (await readPoints())[0]?.notes)
    .toBe('Les communes demandent un tarif unique. Vote en mars.')
})

test('notes survive a lost connection, and go off when it comes back', async ({ page, context }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  const notes = page.getByRole('textbox', { name: /^Notes : Tarifs/ })
  await context.setOffline(true)
  await notes.press('End')
  await page.keyboard.type(' Sans réseau.')
  await expect(ordre(page).getByText('Votre texte est gardé sur cet appareil')).toBeVisible()
  expect((await readPoints())[0]?.notes).not.toContain('Sans réseau')
  await context.setOffline(false)
  await expect.poll(async () => (await readPoints())[0]?.notes, { timeout: 15_000 }).toContain('Sans réseau')
})

test('notes changed by somebody else meanwhile: both are shown, both can be kept', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await query(
    `UPDATE point_ordre_du_jour SET notes = 'Écrit par un collègue.', version = version + 1 WHERE titre = 'Tarifs des centres de loisirs'`,
  )
  const notes = page.getByRole('textbox', { name: /^Notes : Tarifs/ })
  await notes.fill('Écrit par moi.')
  const versions = page.getByRole('alert').filter({ hasText: 'Notes enregistrées entre-temps' })
  await expect(versions).toContainText('Écrit par un collègue.')
  await expect(notes).toHaveValue('Écrit par moi.')
  expect(await listViolations(page)).toEqual([])
  await versions.getByRole('button', { name: /Garder les deux/ }).press('Enter')
  await expect.poll(async () => (await readPoints())[0]?.notes).toBe('Écrit par un collègue.\n\nÉcrit par moi.')
  await expect(versions).toHaveCount(0)
})

test('a state changed by somebody else does not stand in the way of notes', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await query(
    `UPDATE point_ordre_du_jour SET etat = 'TRAITE', version = version + 1 WHERE titre = 'Tarifs des centres de loisirs'`,
  )
  await page.getByRole('textbox', { name: /^Notes : Tarifs/ }).fill('Suite.')
  await expect.poll(async () => (await readPoints())[0]?.notes).toBe('Suite.')
})

test('calls the roll by keyboard: the quorum follows, presences are kept', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  const presences = page.getByRole('region', { name: 'Présences' })
  await expect(presences.getByRole('status').filter({ hasText: 'Quorum non atteint' })).toContainText('il en manque 2')
  const caf = presences.getByRole('group', { name: /Dominique ESSAI/ })
  await caf.getByRole('radio', { name: 'Présent', exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(presences.getByRole('status').filter({ hasText: 'Quorum non atteint' })).toContainText('il en manque 1')
  await presences
    .getByRole('group', { name: /Camille TEST/ })
    .getByRole('radio', { name: 'Représenté', exact: true })
    .check()
  await expect(presences.getByRole('textbox', { name: /Représenté par/ })).toHaveValue('Sacha TEST')
  await expect(presences.getByRole('status').filter({ hasText: 'Quorum atteint' })).toBeVisible()
  await expect(presences.getByText(/Enregistré à/)).toBeVisible()
  await page.reload()
  await expect(caf.getByRole('radio', { name: 'Présent', exact: true })).toBeChecked()
  await expect(presences).toContainText('2 présents ou représentés sur 3, 1 à relever')
})

test('retires a point after saying what goes with it', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, seance(DEMAIN))
  await page.getByRole('button', { name: /^Actions, point 1/ }).click()
  await page.getByRole('menuitem', { name: 'Retirer de l’ordre du jour' }).click()
  await expect(page.getByRole('dialog')).toContainText('avec les notes qui y ont été prises')
  await page.getByRole('button', { name: 'Retirer le point' }).press('Enter')
  await expect(toast(page, /Point retiré/)).toBeVisible()
  await expect.poll(async () => (await titres(page)).length).toBe(1)
  await expect(page.getByRole('button', { name: 'Ajouter un point' })).toBeFocused()
})

test('a frozen meeting is read, and says why; an élue reads without a form', async ({ page }) => {
  const figee = '/conventions/demonstration/reunions/copil-2025-06-17'
  await signIn(page, 'coordination')
  await visit(page, figee)
  await expect(page.getByText('son contenu ne change plus')).toBeVisible()
  await expect(page.getByRole('button', { name: /Ajouter un point|Modifier la réunion|^Monter/ })).toHaveCount(0)
  await page.context().clearCookies()
  await signIn(page, 'elue')
  for (const adresse of [figee, '/conventions/demonstration/reunions/copil-2026-12-08']) {
    await visit(page, adresse)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Comité de pilotage')
    await expect(page.locator('main').getByRole('textbox')).toHaveCount(0)
    await expect(page.locator('main').getByRole('radio')).toHaveCount(0)
    await expect(page.locator('main').getByRole('button', { name: /Ajouter un point|Marquer|Modifier/ })).toHaveCount(0)
  }
})

test('each listed meeting leads to its page', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, '/conventions/demonstration/gouvernance/copil?annee=2025')
  await page
    .getByRole('row')
    .getByRole('link', { name: /17 juin 2025/i })
    .click()
  await expect(page).toHaveURL(/\/reunions\/copil-2025-06-17$/)
  await expect(page.getByRole('region', { name: 'Ordre du jour', exact: true })).toBeVisible()
})

test('is accessible and never wider than the screen', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const adresse of [seance(DEMAIN), seance(HIER), '/conventions/demonstration/reunions/copil-2025-06-17']) {
    await visit(page, adresse)
    expect(await listDefauts(page), adresse).toEqual([])
  }
})
