import { expect, test, type Page } from '@/tests/support/essai'
import { query, tabTo, toast, visit, waitReady } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'demonstration'
const BASE = `/conventions/${CONVENTION}`
const NOM_COPIL = 'Comité de pilotage à composer'
const NOM_GROUPE = 'Groupe projet à composer'
const REF_COPIL = 'comite-de-pilotage-a-composer'
const REF_GROUPE = 'groupe-projet-a-composer'

/** Types over what a field holds. */
async function type(page: Page, nom: RegExp, texte: string, role: 'textbox' | 'combobox' = 'textbox'): Promise<void> {
  await tabTo(page, nom, role)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(texte)
}

const effet = (page: Page) => page.getByRole('status', { name: 'Effet de la règle' })
const lecture = (page: Page) => page.getByRole('status', { name: 'Lecture de la règle' })
const choose = (page: Page, nom: string, mots: string) =>
  page.getByRole('combobox', { name: nom }).selectOption({ label: mots })

/** From the list of instances to the page that composes one. */
async function compose(page: Page, type_: string, nom: string): Promise<void> {
  await visit(page, `${BASE}/gouvernance`)
  await tabTo(page, /^Composer une instance$/, 'link')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${BASE}/instances/nouvelle`)
  await waitReady(page)
  await choose(page, 'Type d’instance', type_)
  await type(page, /^Nom$/, nom)
  await tabTo(page, /^Composer l’instance$/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/modifier')
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(nom) })).toBeVisible()
  await waitReady(page)
}

test.describe.configure({ mode: 'serial' })

test('composes the COPIL by keyboard: identity, missions, who decides, a member, its frequency with its preview', async ({
  page,
}) => {
  test.slow()
  await signIn(page, 'coordination')
  await compose(page, 'Comité de pilotage (COPIL)', NOM_COPIL)
  expect(await listViolations(page)).toEqual([])

  await type(page, /^Missions/, 'Valide le plan d’action')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Arbitre les priorités')
  await choose(page, 'Reporter ou abandonner une fiche-action', 'Décide')
  await type(page, /^Phrase de la convention/, 'Le comité de pilotage valide les reports')
  await tabTo(page, /^Enregistrer les missions$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /Missions et décisions enregistrées/)).toBeVisible()

  await tabTo(page, /^Ajouter un membre$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await type(page, /^Membre$/, 'La communauté de communes')
  await type(page, /^Personne/, 'Camille EXEMPLE')
  await type(page, /^Suppléant/, 'Dominique EXEMPLE')
  await choose(page, 'Voix', 'Décisive')
  await tabTo(page, /^Co-anime/, 'checkbox')
  await page.keyboard.press('Space')
  // A mandate that ends before it starts is refused; what was typed stays.
  await page.getByLabel(/^Début du mandat/).fill('2026-03-20')
  await page.getByLabel(/^Fin du mandat/).fill('2026-03-01')
  await tabTo(page, /^Enregistrer le membre$/)
  await page.keyboard.press('Enter')
  const refus = page.getByRole('alert').filter({ hasText: 'Le mandat finirait avant de commencer' })
  await expect(refus).toBeFocused()
  await expect(page.getByLabel(/^Personne/)).toHaveValue('Camille EXEMPLE')
  await refus.getByRole('link').press('Enter')
  await expect(page.getByLabel(/^Fin du mandat/)).toBeFocused()
  await page.getByLabel(/^Fin du mandat/).fill('')
  await tabTo(page, /^Enregistrer le membre$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /siège dans l’instance/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'Camille EXEMPLE' })).toContainText('Dominique EXEMPLE')

  await type(page, /^Nombre de réunions$/, '1')
  await expect(lecture(page)).toContainText('À minima 1 par an.')
  await expect(effet(page)).toContainText(/1 demandée/)
  await expect(page.getByRole('region', { name: 'Aperçu avant d’enregistrer' }).getByRole('figure')).toBeVisible()
  // Nothing is written yet.
  expect(
    await query(`SELECT r.id FROM regle_frequence r JOIN instance i ON i.id = r.instance_id WHERE i.nom = $1`, [
      NOM_COPIL,
    ]),
  ).toEqual([])
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Enregistrer la fréquence$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /Fréquence enregistrée/)).toBeVisible()
  await expect(page.getByRole('group', { name: 'Règles de fréquence' })).toContainText('En vigueur')

  await visit(page, `${BASE}/gouvernance/${REF_COPIL}`)
  await expect(page.getByRole('table', { name: 'Membres de l’instance' })).toContainText('Co-anime')
  const missions = page.getByRole('region', { name: 'Missions et décisions' })
  await expect(missions).toContainText('Arbitre les priorités')
  await expect(missions).toContainText('Le comité de pilotage valide les reports')
  expect(await listViolations(page)).toEqual([])
})

test('composes the groupe projet with a monthly mean; a rule that contradicts itself keeps what was typed', async ({
  page,
}) => {
  test.slow()
  await signIn(page, 'coordination')
  await compose(page, 'Groupe projet', NOM_GROUPE)
  const regle = page.getByRole('form', { name: 'Règle de fréquence' })
  await regle.getByRole('radio', { name: 'De … à …' }).check()
  await type(page, /^De$/, '3')
  await type(page, /^à$/, '1')
  await expect(effet(page)).toContainText('se contredit')
  await type(page, /^Phrase de la convention/, 'Se réunit 1 fois tous les mois en moyenne', 'textbox')
  await tabTo(page, /^Enregistrer la fréquence$/)
  await page.keyboard.press('Enter')
  const refus = page.getByRole('alert').filter({ hasText: 'se contredit' })
  await expect(refus).toBeFocused()
  expect(await listViolations(page)).toEqual([])
  await expect(page.getByLabel('De', { exact: true })).toHaveValue('3')
  await refus.getByRole('link').press('Enter')
  await expect(page.getByLabel('à', { exact: true })).toBeFocused()

  await regle.getByRole('radio', { name: 'En moyenne' }).check()
  await type(page, /^Nombre de réunions$/, '1')
  await regle.getByRole('combobox', { name: 'Sur quelle durée' }).selectOption({ label: 'par mois' })
  await expect(lecture(page)).toContainText('1 par mois en moyenne.')
  await tabTo(page, /^Enregistrer la fréquence$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /Fréquence enregistrée/)).toBeVisible()
  expect(
    await query(
      `SELECT r.mode, r.moyenne, r.periode, r.source FROM regle_frequence r JOIN instance i ON i.id = r.instance_id WHERE i.ref = $1`,
      [REF_GROUPE],
    ),
  ).toEqual([{ mode: 'MOYENNE', moyenne: 1, periode: 'MOIS', source: 'Se réunit 1 fois tous les mois en moyenne' }])
})

test('a rule changes at a date: the preview says from when, the past keeps its rule, and a second thought gives it up', async ({
  page,
}) => {
  test.slow()
  await signIn(page, 'coordination')
  const [convention] = await query<{ fin: string }>('SELECT date_fin::text AS fin FROM convention WHERE slug = $1', [
    CONVENTION,
  ])
  const annee = Number(convention?.fin.slice(0, 4))
  await visit(page, `${BASE}/gouvernance/${REF_COPIL}/modifier`)
  await tabTo(page, /^Changer la règle à partir d’une date$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Changer la règle à partir d’une date' })).toBeFocused()
  await page.getByLabel('À partir du', { exact: true }).fill(`${annee + 1}-06-01`)
  await type(page, /^Nombre de réunions$/, '2')
  await expect(effet(page)).toContainText('La convention finit le')
  await tabTo(page, /^Enregistrer la fréquence$/)
  await page.keyboard.press('Enter')
  const refus = page.getByRole('alert').filter({ hasText: 'La convention finit le' })
  await expect(refus).toBeFocused()
  await expect(page.getByLabel('Nombre de réunions')).toHaveValue('2')
  await page.getByLabel('À partir du', { exact: true }).fill(`${annee}-01-01`)
  await expect(effet(page)).toContainText(`Après le changement\u00A0: 2 réunions demandées en ${annee}`)
  await tabTo(page, /^Enregistrer la fréquence$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, new RegExp(`La règle change à partir du 1er janvier ${annee}`))).toBeVisible()
  const regles = page.getByRole('group', { name: 'Règles de fréquence' })
  await expect(regles).toBeFocused()
  await expect(regles.getByRole('listitem')).toHaveCount(2)
  await expect(regles).toContainText(new RegExp(`Jusqu’au 31 décembre ${annee - 1}`, 'i'))
  expect(await listViolations(page)).toEqual([])
  await regles.getByRole('button', { name: 'Retirer' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer la règle' }).press('Enter')
  await expect(toast(page, /La règle à venir est retirée/)).toBeVisible()
  await expect(regles.getByRole('listitem')).toHaveCount(1)
})

test('a stale save shows both versions; another part of the page goes on untroubled', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/gouvernance/${REF_COPIL}/modifier`)
  await page.getByLabel(/^Animation/).fill('La présidente et la Caf')
  await query(`UPDATE instance SET animation = 'Le maire', version = version + 1 WHERE ref = $1`, [REF_COPIL])
  // The missions did not change elsewhere: saving them asks nothing.
  await page.getByRole('textbox', { name: /^Missions/ }).fill('Valide et arbitre')
  await page.getByRole('button', { name: 'Enregistrer les missions' }).press('Enter')
  await expect(toast(page, /Missions et décisions enregistrées/)).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer l’identité' }).press('Enter')
  const versions = page.getByRole('table', { name: /Ce qui diffère/ })
  await expect(versions).toContainText('La présidente et la Caf')
  await expect(versions).toContainText('Le maire')
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Garder ma saisie' }).press('Enter')
  await expect(toast(page, /Identité enregistrée/)).toBeVisible()
  expect(await query(`SELECT animation, missions FROM instance WHERE ref = $1`, [REF_COPIL])).toEqual([
    { animation: 'La présidente et la Caf', missions: ['Valide et arbitre'] },
  ])
})

test('an instance composed by mistake is removed; a reader composes nothing', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}/gouvernance/${REF_GROUPE}/modifier`)
  await page.getByRole('button', { name: 'Retirer l’instance' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer définitivement' }).press('Enter')
  await page.waitForURL(`**${BASE}/gouvernance`)
  await expect(page.getByRole('heading', { name: NOM_GROUPE })).toHaveCount(0)
  await page.context().clearCookies()
  await signIn(page, 'elue')
  await visit(page, `${BASE}/gouvernance/${REF_COPIL}`)
  await expect(page.getByRole('link', { name: /^Modifier|^Composer/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Mandats' })).toHaveCount(0)
})
