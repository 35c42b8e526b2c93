import { expect, test, type Browser, type Page } from '@/tests/support/essai'
import { dialogue, query, toast, visit as open } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'golfe-et-etangs'
/** A meeting of an instance of its own, in a convention that no other test writes in. */
const INSTANCE = 'essai-releve'
const REF = `${INSTANCE}-2026-03-03`
const ADRESSE = `/conventions/${CONVENTION}/reunions/${REF}/releve`

async function addSeance(): Promise<void> {
  await query(
    `WITH i AS (INSERT INTO instance (convention_id, ref, type, nom, missions, ordre, quorum)
        SELECT id, $2, 'COPIL', 'Comité d’essai du relevé', '{}', 950, 1 FROM convention WHERE slug = $1 RETURNING id, convention_id),
      m AS (INSERT INTO membre (convention_id, instance_id, libelle, fonction, voix, ordre) SELECT convention_id, id, 'La commune d’essai', 'Le maire', 'DECISIVE', 0 FROM i RETURNING id),
      r AS (INSERT INTO reunion (convention_id, instance_id, ref, date, heure_debut, lieu, etat) SELECT convention_id, id, $3, '2026-03-03', '14:00', 'Salle du conseil', 'TENUE' FROM i RETURNING id, convention_id),
      q AS (INSERT INTO presence (convention_id, reunion_id, membre_id, etat, representant) SELECT r.convention_id, r.id, m.id, 'REPRESENTE', 'Mme Remplaçante' FROM r, m),
      p AS (INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, notes, etat, ordre)
        SELECT convention_id, id, 'Le lieu d’accueil', 'Les communes demandent un calendrier.', 'TRAITE'::etat_point, 0 FROM r RETURNING id, convention_id)
    SELECT id, convention_id FROM p`,
    [CONVENTION, INSTANCE, REF],
  )
  await query(
    `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, echeance, ordre)
     SELECT convention_id, id, 'Ouvrir le lieu d’accueil en septembre', 'ENGAGEMENT', 'PRISE', 'La commune', '2026-09-01', 0 FROM point_ordre_du_jour WHERE titre = 'Le lieu d’accueil'
       AND reunion_id = (SELECT id FROM reunion WHERE ref = $1)`,
    [REF],
  )
}

const visit = (page: Page) => open(page, ADRESSE)

/** The minutes as somebody else sees them, meanwhile. */
async function openAs(browser: Browser, qui: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, qui)
  await visit(page)
  return page
}

const situation = (page: Page) => page.getByRole('region', { name: 'Où en est ce relevé' })
const document = (page: Page) => page.getByRole('article', { name: /^Relevé de décisions/ })

async function validate(page: Page, cote: string): Promise<void> {
  await situation(page)
    .getByRole('button', { name: `Valider pour ${cote}` })
    .click()
  await dialogue(page).getByRole('button', { name: 'Valider ce relevé' }).click()
  await expect(dialogue(page)).toHaveCount(0)
}

// One meeting, from its first draft to its second version.
test.describe.configure({ mode: 'serial' })

test.beforeAll(addSeance)

test('the coordination prepares the minutes and submits them', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page)
  await expect(page.getByText('Pas de relevé de décisions à lire')).toBeVisible()
  await situation(page).getByRole('button', { name: 'Préparer le relevé' }).click()
  await expect(toast(page, /Relevé de décisions préparé/)).toBeVisible()
  await expect(situation(page)).toContainText('brouillon')
  for (const mot of [
    'mardi 3 mars 2026',
    'Salle du conseil',
    'représenté par Mme Remplaçante',
    'Quorum atteint',
    'Ouvrir le lieu d’accueil en septembre',
    '01/09/2026',
    'Les communes demandent un calendrier.',
  ])
    await expect(document(page)).toContainText(mot)
  expect(await listViolations(page)).toEqual([])
  await situation(page).getByRole('button', { name: 'Soumettre à validation' }).click()
  await expect(situation(page)).toContainText('à valider')
  await expect(page.locator('#etat-releve')).toBeFocused()
  await expect(situation(page)).toContainText('La Caf : validation attendue')
  // The coordination does not validate for the Caf.
  await expect(situation(page).getByRole('button', { name: 'Valider pour la Caf' })).toHaveCount(0)
})

test('nobody else reads a draft', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page)
  await expect(page.getByText('n’est pas encore validé par la Caf et la coordination')).toBeVisible()
  await expect(document(page)).toHaveCount(0)
  expect((await page.request.get(`/api${ADRESSE}?format=pdf`)).status()).toBe(404)
})

test('a validation of minutes that were taken back meanwhile says so, and the page is read again', async ({
  browser,
  page,
}) => {
  await signIn(page, 'conseillere')
  await visit(page)
  const autre = await openAs(browser, 'coordination')
  await situation(autre).getByRole('button', { name: 'Reprendre en brouillon' }).click()
  await dialogue(autre).getByRole('button', { name: 'Reprendre en brouillon' }).click()
  await expect(dialogue(autre).getByRole('alert')).toBeFocused()
  expect(await listViolations(autre)).toEqual([])
  await dialogue(autre).getByLabel('Pourquoi le relevé repasse en brouillon').fill('Le responsable manquait')
  await dialogue(autre).getByRole('button', { name: 'Reprendre en brouillon' }).click()
  await expect(situation(autre)).toContainText('Le responsable manquait')

  await situation(page).getByRole('button', { name: 'Valider pour la Caf' }).click()
  await dialogue(page).getByRole('button', { name: 'Valider ce relevé' }).click()
  await expect(dialogue(page).getByRole('alert')).toContainText('Quelqu’un a modifié ce relevé entre-temps')
  await dialogue(page).getByRole('button', { name: 'Relire le relevé enregistré' }).click()
  await expect(situation(page)).toContainText('brouillon')

  await situation(autre).getByRole('button', { name: 'Soumettre à validation' }).click()
  await expect(situation(autre)).toContainText('à valider')
  await autre.context().close()
})

test('the two co-leads validate, and the meeting is frozen', async ({ browser, page }) => {
  await signIn(page, 'coordination')
  await visit(page)
  await validate(page, 'la coordination')
  await expect(situation(page)).toContainText('La coordination : validé par Dominique Ferrand')
  const caf = await openAs(browser, 'conseillere')
  await validate(caf, 'la Caf')
  await expect(situation(caf)).toContainText('La Caf : validé par Camille Roussel')
  await expect(document(caf)).toContainText('Validé par la Caf et la coordination.')
  await caf.context().close()
  expect(await query('SELECT figee FROM reunion WHERE ref = $1', [REF])).toEqual([{ figee: true }])
})

for (const { format, type, debut } of [
  { format: 'pdf', type: 'application/pdf', debut: '%PDF-1.7' },
  { format: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', debut: 'PK' },
])
  test(`an elected official reads the minutes and takes them as ${format}`, async ({ page }) => {
    await signIn(page, 'elue')
    await visit(page)
    await expect(document(page)).toContainText('Ouvrir le lieu d’accueil en septembre')
    await expect(situation(page).getByRole('button')).toHaveCount(0)
    const lien = page.getByRole('link', { name: `Télécharger en ${format.toUpperCase()}` })
    const reponse = await page.request.get((await lien.getAttribute('href')) ?? '')
    expect(reponse.status()).toBe(200)
    expect(reponse.headers()).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="releve-${REF}-v1.${format}"`,
      'cache-control': 'private, no-store',
    })
    expect((await reponse.body()).subarray(0, debut.length).toString('latin1')).toBe(debut)
  })

test('a correction is a new version that says why; the first stays official meanwhile', async ({ browser, page }) => {
  await signIn(page, 'coordination')
  await visit(page)
  await situation(page).getByRole('button', { name: 'Corriger par une nouvelle version' }).click()
  await dialogue(page).getByLabel('Pourquoi le relevé est corrigé').fill('L’échéance était fausse')
  await dialogue(page).getByRole('button', { name: 'Ouvrir la nouvelle version' }).click()
  await expect(situation(page)).toContainText('Corrige la version précédente : L’échéance était fausse')
  await expect(situation(page)).toContainText('La version 1, validée')
  const elue = await openAs(browser, 'elue')
  await expect(elue.locator('#etat-releve')).toContainText('Version 1')
  await elue.context().close()
  await page.getByRole('link', { name: 'Version 1, validée' }).click()
  await expect(page).toHaveURL(/version=1$/)
  await expect(situation(page)).toContainText('Cette version fait foi tant que la suivante n’est pas validée.')
  await expect(situation(page).getByRole('button')).toHaveCount(0)
})

test('the page is accessible and fits', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page)
  expect(await listDefauts(page)).toEqual([])
})

test('on paper, the document alone', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page)
  await page.emulateMedia({ media: 'print' })
  await expect(situation(page)).toBeHidden()
  await expect(page.getByRole('link', { name: 'Télécharger en PDF' })).toBeHidden()
  await expect(document(page)).toBeVisible()
})
