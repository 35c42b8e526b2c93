import { expect, test } from '@/tests/support/essai'
import { dialogue, query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'vallee-des-baux-alpilles'
const BASE = `/conventions/${CONVENTION}/gouvernance`
const ANNEE = new Date().getFullYear()
/** A day that is over, whatever the clock of the machine says in Paris. */
const AVANT_HIER = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)

/** A meeting that is already there when the test begins. */
async function addReunion(instance: string, date: string): Promise<number> {
  const rows = await query<{ id: number }>(
    `INSERT INTO reunion (convention_id, instance_id, ref, date, lieu) SELECT i.convention_id, i.id, i.ref || '-' || $3, $3::date, 'Mairie'
     FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref = $2 RETURNING id`,
    [CONVENTION, instance, date],
  )
  return rows[0]?.id ?? 0
}

// One person at a time: these tests share the meetings of one convention.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  await query(`DELETE FROM reunion WHERE convention_id = (SELECT id FROM convention WHERE slug = $1)`, [CONVENTION])
})

test('plans a meeting by keyboard alone, and is told its effect before saving', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/cotech`)
  await tabTo(page, /^Prévoir une réunion$/)
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await page.getByLabel('Date', { exact: true }).fill(`${ANNEE + 1}-03-02`)
  await expect(page.getByRole('status', { name: 'Effet sur la fréquence' })).toContainText(
    `1 réunion demandée en ${ANNEE + 1}, 1 prévue`,
  )
  await tabTo(page, /^Lieu/, 'textbox')
  await page.keyboard.type('Mairie d’Eygalières')
  await tabTo(page, /^Enregistrer la réunion$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, new RegExp(`Réunion prévue le .* 2 mars ${ANNEE + 1}`))).toBeVisible()
  await expect(dialogue(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Prévoir une réunion', exact: true }).first()).toBeFocused()
  await expect(page.getByText('Mairie d’Eygalières')).toBeVisible()
})

test('refuses above the maximum with the remedy, keeps what was typed, and shows the dérogation', async ({ page }) => {
  await addReunion('cotech', `${ANNEE + 1}-09-07`)
  await signIn(page, 'coordination')
  await visit(page, BASE)
  await page.getByRole('button', { name: 'Prévoir une réunion', exact: true }).first().click()
  await page.getByLabel('Instance', { exact: true }).selectOption({ label: 'Comité technique' })
  await page.getByLabel('Date', { exact: true }).fill(`${ANNEE + 1}-11-09`)
  await page.getByLabel(/^Objet/).fill('Bilan des fiches')
  await page.getByRole('button', { name: 'Enregistrer la réunion' }).click()
  const resume = page.getByRole('alert').filter({ hasText: 'La réunion n’est pas enregistrée' })
  await expect(resume).toContainText('donnez le motif d’une dérogation')
  await expect(resume).toBeFocused()
  expect(await listViolations(page)).toEqual([])
  await expect(page.getByLabel(/^Objet/)).toHaveValue('Bilan des fiches')
  await resume.getByRole('link').press('Enter')
  await expect(page.getByLabel('Motif de la dérogation')).toBeFocused()
  await page.keyboard.type('Année de renouvellement')
  await page.getByRole('button', { name: 'Enregistrer la réunion' }).press('Enter')
  await expect(toast(page, /Réunion prévue le/)).toBeVisible()
  await visit(page, `${BASE}/cotech?annee=${ANNEE + 1}`)
  const ligne = page.getByRole('row').filter({ hasText: 'Bilan des fiches' })
  await expect(ligne).toContainText('Dérogation')
  await expect(ligne).toContainText('maximum de réunions dépassé\u00A0: Année de renouvellement')
})

test('marks a past meeting held by keyboard; focus comes back to the meeting', async ({ page }) => {
  const id = await addReunion('commissions', AVANT_HIER)
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/commissions?reunions=a-declarer`)
  await tabTo(page, /^Marquer comme tenue/)
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Note ou relevé/, 'textbox')
  await page.keyboard.type('Douze participants')
  await tabTo(page, /^Marquer comme tenue$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /marquée comme tenue/)).toBeVisible()
  expect(await query('SELECT etat, compte_rendu FROM reunion WHERE id = $1', [id])).toEqual([
    { etat: 'TENUE', compte_rendu: 'Douze participants' },
  ])
  // The meeting left the filtered list: focus is not lost at the top of the page.
  await expect(page.getByText(`Aucune réunion dans cet état en ${AVANT_HIER.slice(0, 4)}`)).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.closest('#reunions') !== null)).toBe(true)
  await visit(page, `${BASE}/commissions`)
  await expect(page.getByRole('row').filter({ hasText: 'Tenue' })).toHaveCount(1)
})

test('takes back a wrong « tenue » from the menu, by keyboard', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/commissions`)
  await tabTo(page, /^Actions, Commissions de travail/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Modifier la note et le lieu' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toContainText('La réunion redevient prévue')
  await tabTo(page, /^Remettre en/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /de nouveau prévue/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'À déclarer' })).toHaveCount(1)
})

test('cancels the meeting a minimum rests on: the effect is said, then a reason is asked', async ({ page }) => {
  await addReunion('copil', `${ANNEE + 1}-05-18`)
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/copil?annee=${ANNEE + 1}`)
  await tabTo(page, /^Actions, Comité de pilotage/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Marquer comme tenue' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'Effet sur la fréquence' })).toContainText('n’est plus assuré')
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Annuler la réunion$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez pourquoi la réunion est annulée' })).toBeFocused()
  await page.getByLabel('Motif de l’annulation').fill('Élections municipales')
  await page.getByLabel('Motif de la dérogation').fill('Report décidé avec la Caf')
  await tabTo(page, /^Annuler la réunion$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /annulée/)).toBeVisible()
  const ligne = page.getByRole('row').filter({ hasText: 'Annulée' })
  await expect(ligne).toContainText('Motif de l’annulation\u00A0: Élections municipales')
  await expect(ligne).toContainText('minimum de réunions non assuré\u00A0: Report décidé avec la Caf')
})

test('a stale save shows both versions and loses nothing', async ({ page }) => {
  const id = await addReunion('groupe-projet', `${ANNEE + 1}-02-15`)
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/groupe-projet?annee=${ANNEE + 1}`)
  await page.getByRole('button', { name: /^Actions, Groupe projet/ }).click()
  await page.getByRole('menuitem', { name: 'Modifier ou déplacer' }).click()
  await page.getByLabel(/^Lieu/).fill('Médiathèque')
  await query(`UPDATE reunion SET lieu = 'Salle des fêtes', version = version + 1 WHERE id = $1`, [id])
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const versions = page.getByRole('table', { name: /Ce qui diffère/ })
  await expect(versions).toContainText('Médiathèque')
  await expect(versions).toContainText('Salle des fêtes')
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Garder ma saisie' }).click()
  await expect(toast(page, /Réunion mise à jour/)).toBeVisible()
  await expect(page.getByText('Médiathèque')).toBeVisible()
})

test('the address keeps the filters; the figure of the dashboard leads to the rows it counts', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, '/conventions/demonstration')
  const figure = page.getByRole('link', { name: /Fréquences respectées/ })
  const compte = Number(/(\d+) sur/.exec((await figure.textContent()) ?? '')?.[1])
  await figure.click()
  await expect(page).toHaveURL(/gouvernance\?etat=respectees/)
  await expect(page.getByRole('region', { name: 'Instances' }).getByRole('heading', { level: 3 })).toHaveCount(compte)
  // An élue reads: nothing there is to be changed.
  await expect(page.getByRole('button', { name: /Prévoir|Actions|Marquer/ })).toHaveCount(0)
  await visit(page, '/conventions/demonstration/gouvernance?annee=2025&reunions=annulees&etat=n-importe-quoi')
  await expect(page.getByRole('link', { name: /^Annulées/ })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('table', { name: 'Réunions de 2025' }).getByRole('row')).toHaveCount(2)
})

test('says why nothing is signalled where the convention gives no frequency', async ({ page }) => {
  await signIn(page, 'elue')
  for (const slug of ['grand-chatellerault', 'provence-alpes-agglomeration']) {
    await visit(page, `/conventions/${slug}/gouvernance`)
    const instances = page.getByRole('region', { name: 'Instances' })
    await expect(instances.getByText('Fréquence non précisée').first()).toBeVisible()
    await expect(instances.getByText(/ne peut donc signaler aucun retard/).first()).toBeVisible()
    await expect(instances.getByText('Sans fréquence à suivre').first()).toBeVisible()
  }
})

test('a doubtful frequency says what is written, how it is read, and why', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, BASE)
  const ligne = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Rencontre CDC' }) })
    .last()
  await expect(ligne).toContainText('bimensuelle\u00A0»')
  await ligne.getByRole('button', { name: /À confirmer/ }).press('Enter')
  await expect(page.getByText(/on l’écrit souvent pour/)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
})
