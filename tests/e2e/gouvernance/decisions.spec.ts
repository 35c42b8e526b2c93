import { expect, test } from '@/tests/support/essai'
import { dialogue, query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'val-aigo'
const BASE = `/conventions/${CONVENTION}`
const FICHE = 'action-3'
const POINT = 'Fiches qui n’avancent pas'
const jour = (ecart: number): string => new Date(Date.now() + ecart * 86_400_000).toISOString().slice(0, 10)
/** Refs of this file’s own meetings. */
const COTECH = 'essai-decisions-cotech'
const COPIL = 'essai-decisions-copil'
const SEMINAIRE = 'essai-decisions-seminaire'

/** A meeting that took place, with one point on its agenda. */
async function addReunion(instance: string, ref: string, date: string): Promise<number> {
  const rows = await query<{ id: number }>(
    `WITH r AS (INSERT INTO reunion (convention_id, instance_id, ref, date, etat)
        SELECT i.convention_id, i.id, $3, $4::date, 'TENUE' FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref = $2
        RETURNING id, convention_id)
     INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, ordre) SELECT convention_id, id, $5, 0 FROM r RETURNING id`,
    [CONVENTION, instance, ref, date, POINT],
  )
  return rows[0]?.id ?? 0
}

// One person at a time: these tests tell one story.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  await query(
    `INSERT INTO competence (convention_id, instance_id, matiere, pouvoir, source)
     SELECT i.convention_id, i.id, m::matiere_decision, (CASE i.type WHEN 'COPIL' THEN 'DECIDE' ELSE 'PROPOSE' END)::pouvoir_instance, 'essai des décisions'
     FROM instance i JOIN convention c ON c.id = i.convention_id, unnest(ARRAY['FICHE', 'CIBLE', 'SCHEMA', 'AVENANT']) m
     WHERE c.slug = $1 AND i.type IN ('COPIL', 'COTECH') ON CONFLICT (instance_id, matiere) DO UPDATE SET pouvoir = excluded.pouvoir`,
    [CONVENTION],
  )
  await addReunion('cotech', COTECH, jour(-20))
  await addReunion('copil', COPIL, jour(-2))
})

test('the COTECH proposes to put off a fiche, by keyboard alone', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/reunions/${COTECH}`)
  await tabTo(page, /^Enregistrer une décision/)
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Décision/, 'textbox')
  await page.keyboard.type('Reporter l’action à la rentrée')
  await tabTo(page, /^Effet/, 'combobox')
  await page.keyboard.type('Reporter')
  await tabTo(page, /^Fiche à reporter/, 'combobox')
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Fiche à reporter').selectOption({ index: 3 })
  await expect(dialogue(page)).toContainText('Cette instance propose, le COPIL décide')
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Enregistrer la proposition$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /Décision enregistrée/)).toBeVisible()
  await expect(dialogue(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Enregistrer une décision/ })).toBeFocused()
  await expect(page.getByRole('list', { name: `Décisions, ${POINT}` })).toContainText('Proposée')
  // The rest of the story is about the fiche chosen for it.
  await query(
    `UPDATE decision SET fiche_action_id = (SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2)
    WHERE texte = 'Reporter l’action à la rentrée'`,
    [CONVENTION, FICHE],
  )
})

test('a gesture that the COPIL decides is refused on the fiche, with what to do', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/plan-action/${FICHE}`)
  await expect(page.getByText('Report proposé par le COTECH le')).toBeVisible()
  await page
    .getByRole('button', { name: /^Statut de/ })
    .first()
    .click()
  await page.getByRole('menuitemradio', { name: 'Reportée' }).click()
  await expect(toast(page, /c’est le COPIL qui décide du report ou de l’abandon des fiches/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Statut de/ }).first()).not.toContainText('Reportée')
})

test('the register puts it first, and the COPIL decides; what was typed survives a refusal', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/decisions`)
  await expect(page.getByRole('region', { name: 'À trancher' })).toContainText('Reporter l’action à la rentrée')
  // What the agenda of the COPIL proposes by itself.
  await query(
    `UPDATE point_ordre_du_jour SET proposition_id = (SELECT id FROM decision WHERE texte = 'Reporter l’action à la rentrée')
    WHERE reunion_id = (SELECT id FROM reunion WHERE ref = $1)`,
    [COPIL],
  )
  await visit(page, `${BASE}/reunions/${COPIL}`)
  await tabTo(page, /^Trancher la proposition/)
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toContainText('Dès l’enregistrement, la fiche passe en')
  expect(await listViolations(page)).toEqual([])
  await page.getByLabel(/^Échéance/).fill(jour(-5))
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  const resume = page.getByRole('alert').filter({ hasText: 'L’échéance est avant la réunion' })
  await expect(resume).toBeFocused()
  await expect(page.getByLabel('Décision', { exact: true })).toHaveValue('Reporter l’action à la rentrée')
  await resume.getByRole('link').press('Enter')
  await expect(page.getByLabel(/^Échéance/)).toBeFocused()
  await page.getByLabel(/^Échéance/).fill(jour(-1))
  await page.getByRole('button', { name: 'Enregistrer la décision' }).press('Enter')
  await expect(toast(page, /Décision enregistrée et appliquée/)).toBeVisible()
  const decisions = page.getByRole('list', { name: `Décisions, ${POINT}` })
  await expect(decisions).toContainText('Prise')
  await expect(decisions).toContainText('Sur proposition')
})

test('each meeting names the other, and the fiche says who put it off', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/reunions/${COPIL}`)
  const decisions = page.getByRole('list', { name: `Décisions, ${POINT}` })
  await decisions
    .getByRole('link', { name: new RegExp(String(Number(jour(-20).slice(8)))) })
    .first()
    .click()
  await expect(page.getByRole('list', { name: `Décisions, ${POINT}` })).toContainText('Proposition retenue')
  await expect(page.getByRole('list', { name: `Décisions, ${POINT}` })).toContainText('Tranchée par')
  await visit(page, `${BASE}/plan-action/${FICHE}`)
  await expect(page.getByText('Reportée par décision du COPIL du')).toBeVisible()
  expect(
    await query(
      `SELECT statut FROM fiche_action WHERE ref = $1 AND convention_id = (SELECT id FROM convention WHERE slug = $2)`,
      [FICHE, CONVENTION],
    ),
  ).toEqual([{ statut: 'REPORTEE' }])
  expect(await listViolations(page)).toEqual([])
})

test('a late decision is followed until done, from the register, by keyboard', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/decisions?etat=en-retard`)
  await expect(page.getByText('En retard').first()).toBeVisible()
  await tabTo(page, /^Actions, décision/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Déclarer réalisée' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Suivi/, 'textbox')
  await page.keyboard.type('Courrier envoyé aux partenaires')
  await tabTo(page, /^Déclarer réalisée$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /Décision réalisée/)).toBeVisible()
  await visit(page, `${BASE}/decisions?etat=realisees`)
  await expect(page.getByText('Suivi : Courrier envoyé aux partenaires')).toBeVisible()
})

test('an élue reads the register and changes nothing; filters live in the address', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, `${BASE}/decisions`)
  await expect(page.getByRole('heading', { level: 1, name: 'Décisions' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Actions/ })).toHaveCount(0)
  await page.getByRole('searchbox').fill('rentree')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(page).toHaveURL(/q=rentree/)
  await expect(page.getByRole('region', { name: 'Registre' })).toContainText('2 décisions')
  await page.getByRole('link', { name: /^Réalisées/ }).click()
  await expect(page).toHaveURL(/etat=realisees.*q=rentree|q=rentree.*etat=realisees/)
  await expect(page.getByRole('region', { name: 'Réalisées' })).toContainText('1 décision')
})

test('as calm with three hundred decisions', async ({ page }) => {
  const point = await addReunion('seminaire-partenarial', SEMINAIRE, jour(-400))
  await query(
    `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, echeance, ordre)
     SELECT p.convention_id, p.id, 'Résolution ' || n, 'ENGAGEMENT', 'PRISE', 'Le service ' || (n % 5), CASE WHEN n % 3 = 0 THEN $2::date END, n
     FROM point_ordre_du_jour p, generate_series(1, 300) n WHERE p.id = $1`,
    [point, jour(-30)],
  )
  await signIn(page, 'coordination')
  const reponse = await page.goto(`${BASE}/decisions`)
  expect((await reponse?.body())?.length ?? 0).toBeLessThan(200_000)
  await expect(
    page.getByRole('region', { name: 'Registre' }).getByRole('listitem').filter({ hasText: 'Résolution' }),
  ).toHaveCount(18)
  await page.getByRole('navigation', { name: /page/i }).getByRole('link', { name: /2$/ }).click()
  await expect(page).toHaveURL(/page=2/)
})

test('readable at each width, in both themes', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const adresse of [`${BASE}/decisions`, `${BASE}/reunions/${COPIL}`]) {
    await visit(page, adresse)
    expect(await listDefauts(page), adresse).toEqual([])
  }
})
