import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test, type Browser, type Page } from '@/tests/support/essai'
import type pg from 'pg'
import { dialogue, query as ask, toast, visit as open } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'
import { createServedDatabase, serveAt, type Serveur } from '@/tests/support/serveur'
import { startSmtp } from '@/tests/support/smtp'
import { checkVerdicts } from '@/tests/support/pilotage/verdicts'

/**
 * A whole year of Vallée des Baux-Alpilles, as its annexe 4 writes it, lived in the browser by the three kinds of
 * users: instances composed in January, meetings held through the year, a proposal of the COTECH settled by the COPIL,
 * minutes validated by two and frozen, and in the new year the digest that tells what is missing. At each step, what
 * the screens claim is read beside the rows that say it.
 */

const BASE = '/conventions/vallee-des-baux-alpilles'
const SCHEMA = 'schema-2027-2030'

let database: Awaited<ReturnType<typeof createServedDatabase>>
let serveur: Serveur | null = null

/** The application on another day, with the same database. */
async function moveTo(jour: string): Promise<void> {
  await serveur?.stop()
  serveur = await serveAt(jour, database.env)
}

const query = <T extends pg.QueryResultRow>(sql: string, valeurs: unknown[] = []): Promise<T[]> =>
  ask<T>(sql, valeurs, database.env.DATABASE_URL)

/** A browser of one’s own, signed in. */
async function openAs(browser: Browser, qui: string): Promise<Page> {
  const contexte = await browser.newContext({
    baseURL: serveur?.address ?? '',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  await signIn(contexte, qui, { address: serveur?.address ?? '', database: database.env.DATABASE_URL })
  return contexte.newPage()
}

const visit = (page: Page, chemin: string) => open(page, `${BASE}${chemin}`)

async function addMembre(page: Page, membre: { libelle: string; personne: string }): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un membre' }).click()
  await dialogue(page).getByLabel('Membre', { exact: true }).fill(membre.libelle)
  await dialogue(page)
    .getByLabel(/^Personne/)
    .fill(membre.personne)
  await dialogue(page).getByLabel('Voix').selectOption({ label: 'Décisive' })
  await dialogue(page)
    .getByLabel(/^Co-anime/)
    .check()
  await dialogue(page).getByRole('button', { name: 'Enregistrer le membre' }).click()
  await expect(toast(page, new RegExp(`${membre.personne}|siège dans l’instance`))).toBeVisible()
  await expect(dialogue(page)).toHaveCount(0)
}

/** Plans a series from its form, once its dates have been seen. */
async function planSerie(
  page: Page,
  { instance, rythme, preparee }: { instance: string; rythme: string; preparee?: string },
  combien: string,
): Promise<void> {
  await visit(page, '/reunions')
  await page.getByRole('button', { name: 'Prévoir une série' }).click()
  await page.getByLabel('Instance', { exact: true }).selectOption({ label: instance })
  await page.getByLabel('Rythme').selectOption({ label: rythme })
  if (preparee) await page.getByLabel('Instance préparée').selectOption({ label: preparee })
  await page.getByLabel('Du', { exact: true }).fill('2026-01-13')
  await page.getByLabel('Au', { exact: true }).fill('2026-12-31')
  await page.getByLabel(/^Début/).fill('14:00')
  await page.getByRole('button', { name: 'Voir les dates' }).click()
  await page.getByRole('button', { name: `Prévoir ${combien}`, exact: true }).click()
  await expect(toast(page, new RegExp(`^.*${combien} prévue`))).toBeVisible()
}

/** Says that a meeting took place, from its own page. */
async function hold(page: Page, ref: string): Promise<void> {
  await visit(page, `/reunions/${ref}`)
  await page.getByRole('button', { name: 'Marquer comme tenue' }).first().click()
  await dialogue(page).getByRole('button', { name: 'Marquer comme tenue' }).click()
  await expect(toast(page, /marquée comme tenue/)).toBeVisible()
}

const listRefs = async (instance: string, avant: string): Promise<string[]> =>
  (
    await query<{ ref: string }>(
      `SELECT r.ref FROM reunion r JOIN instance i ON i.id = r.instance_id JOIN convention c ON c.id = r.convention_id
     WHERE c.slug = 'vallee-des-baux-alpilles' AND i.nom = $1 AND r.date <= $2::date AND r.etat = 'PREVUE' ORDER BY r.date`,
      [instance, avant],
    )
  ).map(({ ref }) => ref)

// One year, in its order.
test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

test.beforeAll(async () => {
  database = await createServedDatabase()
})
test.afterAll(async () => {
  await serveur?.stop()
  await database.drop()
})

test('January: the coordinator composes the instances, and plans the year that the convention asks for', async ({
  browser,
}) => {
  await moveTo('2026-01-12')
  const page = await openAs(browser, 'coordination')
  await visit(page, '/gouvernance')
  for (const phrase of ['à minima 1 par an', '1 à 2 par an', '1 par mois en moyenne'])
    await expect(page.getByText(phrase).first()).toBeVisible()

  await visit(page, '/gouvernance/copil/modifier')
  await page.getByRole('combobox', { name: 'Valider un schéma de coopération' }).selectOption({ label: 'Décide' })
  await page.getByRole('button', { name: 'Enregistrer les missions' }).click()
  await expect(toast(page, /Missions et décisions enregistrées/)).toBeVisible()
  await addMembre(page, { libelle: 'La communauté de communes', personne: 'Camille EXEMPLE' })
  await addMembre(page, { libelle: 'La Caf', personne: 'Dominique EXEMPLE' })
  await visit(page, '/gouvernance/cotech/modifier')
  await page.getByRole('combobox', { name: 'Valider un schéma de coopération' }).selectOption({ label: 'Propose' })
  await page.getByRole('button', { name: 'Enregistrer les missions' }).click()
  await expect(toast(page, /Missions et décisions enregistrées/)).toBeVisible()

  await visit(page, '/gouvernance/copil')
  await page.getByRole('button', { name: 'Prévoir une réunion', exact: true }).first().click()
  await page.getByLabel('Date', { exact: true }).fill('2026-11-24')
  await expect(page.getByRole('status', { name: 'Effet sur la fréquence' })).toContainText(
    'aucune réunion tenue en 2026 sur 1 demandée\u00A0: la réunion prévue suffit',
  )
  await page.getByRole('button', { name: 'Enregistrer la réunion' }).click()
  await expect(toast(page, /Réunion prévue le mardi 24 novembre 2026/)).toBeVisible()
  await planSerie(
    page,
    {
      instance: 'Comité technique',
      rythme: 'Avant chaque réunion d’une autre instance',
      preparee: 'Comité de pilotage',
    },
    '1 réunion',
  )
  await planSerie(page, { instance: 'Groupe projet', rythme: 'Chaque mois, un jour de la semaine' }, '11 réunions')
  await planSerie(page, { instance: 'Rencontre CDC', rythme: 'Deux fois par mois' }, '23 réunions')
  await visit(page, '/reunions?vue=liste&annee=2026')
  expect(await listViolations(page)).toEqual([])
  expect(
    (
      await query<{ date: string }>(
        `SELECT r.date::text FROM reunion r JOIN instance i ON i.id = r.instance_id JOIN convention c ON c.id = r.convention_id WHERE c.slug = 'vallee-des-baux-alpilles' AND i.ref = 'cotech'`,
      )
    ).map(({ date }) => date),
  ).toEqual(['2026-11-03'])
  await checkVerdicts(page, BASE)
  await page.context().close()
})

test('through the year, meetings are held one after the other; some are left undeclared', async ({ browser }) => {
  await moveTo('2026-11-04')
  const page = await openAs(browser, 'coordination')
  for (const ref of await listRefs('Groupe projet', '2026-11-04')) await hold(page, ref)
  for (const ref of await listRefs('Rencontre CDC', '2026-02-28')) await hold(page, ref)
  await visit(page, '/gouvernance')
  await expect(page.getByText('la moyenne est respectée').filter({ visible: true }).first()).toBeVisible()
  await checkVerdicts(page, BASE)
  await page.context().close()
})

test('the COTECH proposes to validate the schéma, and does not decide of it', async ({ browser }) => {
  const page = await openAs(browser, 'coordination')
  const [cotech] = await listRefs('Comité technique', '2026-11-04')
  await hold(page, cotech ?? '')
  await page.getByRole('button', { name: 'Ajouter un point' }).first().click()
  await dialogue(page).getByLabel('Titre', { exact: true }).fill('Schéma de coopération 2027-2030')
  await dialogue(page).getByRole('button', { name: 'Ajouter le point' }).click()
  await expect(toast(page, /Point ajouté/)).toBeVisible()
  await page.getByRole('button', { name: /^Enregistrer une décision/ }).click()
  await dialogue(page).getByLabel('Décision', { exact: true }).fill('Valider le schéma 2027-2030 à 3,3 ETP')
  await dialogue(page)
    .getByLabel(/^Effet/)
    .selectOption({ label: 'Valider un schéma de coopération' })
  const schemas = dialogue(page).getByLabel(/^Schéma à valider/)
  await schemas.selectOption((await schemas.getByRole('option', { name: /2027-2030/ }).getAttribute('value')) ?? '')
  await expect(dialogue(page)).toContainText('Cette instance propose, le COPIL décide')
  await dialogue(page).getByRole('button', { name: 'Enregistrer la proposition' }).click()
  await expect(toast(page, /Décision enregistrée/)).toBeVisible()
  expect(await query('SELECT etat FROM schema_cooperation WHERE ref = $1', [SCHEMA])).toEqual([{ etat: 'PROPOSE' }])
  await checkVerdicts(page, BASE)
  await page.context().close()
})

test('the COPIL finds the proposal on its agenda, decides, and the schéma is validated with its trace', async ({
  browser,
}) => {
  await moveTo('2026-11-24')
  const page = await openAs(browser, 'coordination')
  const [copil] = await listRefs('Comité de pilotage', '2026-11-24')
  await visit(page, `/reunions/${copil}`)
  const propositions = page.getByRole('region', { name: 'À mettre à l’ordre du jour' })
  await propositions.getByRole('checkbox', { name: /Valider le schéma 2027-2030/ }).check()
  await page.getByRole('button', { name: 'Ajouter 1 point', exact: true }).click()
  await expect(toast(page, /1 point ajouté à l’ordre du jour/)).toBeVisible()
  const presences = page.getByRole('region', { name: 'Présences' })
  for (const personne of [/Camille EXEMPLE/, /Dominique EXEMPLE/])
    await presences.getByRole('group', { name: personne }).getByRole('radio', { name: 'Présent', exact: true }).check()
  await expect(presences.getByText(/Enregistré à/)).toBeVisible()
  await hold(page, copil ?? '')
  await page.getByRole('button', { name: /^Trancher la proposition/ }).click()
  await dialogue(page).getByRole('button', { name: 'Enregistrer la décision' }).click()
  await expect(toast(page, /Décision enregistrée et appliquée/)).toBeVisible()
  expect(await query('SELECT etat FROM schema_cooperation WHERE ref = $1', [SCHEMA])).toEqual([{ etat: 'VALIDE' }])
  await visit(page, `/etp?schema=${SCHEMA}`)
  await expect(page.getByText(/décision du COPIL du/)).toBeVisible()
  await checkVerdicts(page, BASE)
  await page.context().close()
})

test('minutes are prepared by the coordination, validated by both, frozen, and read by an elected official', async ({
  browser,
}) => {
  const [seance] = await query<{ ref: string }>(
    `SELECT r.ref FROM reunion r JOIN instance i ON i.id = r.instance_id JOIN convention c ON c.id = r.convention_id WHERE c.slug = 'vallee-des-baux-alpilles' AND i.ref = 'copil'`,
  )
  const adresse = `/reunions/${seance?.ref}/releve`
  const coordination = await openAs(browser, 'coordination')
  await visit(coordination, adresse)
  const situation = (page: Page) => page.getByRole('region', { name: 'Où en est ce relevé' })
  await situation(coordination).getByRole('button', { name: 'Préparer le relevé' }).click()
  await expect(coordination.getByRole('article', { name: /^Relevé de décisions/ })).toContainText(
    'Valider le schéma 2027-2030 à 3,3 ETP',
  )
  await situation(coordination).getByRole('button', { name: 'Soumettre à validation' }).click()
  const validate = async (page: Page, cote: string) => {
    await situation(page)
      .getByRole('button', { name: `Valider pour ${cote}` })
      .click()
    await dialogue(page).getByRole('button', { name: 'Valider ce relevé' }).click()
    await expect(dialogue(page)).toHaveCount(0)
  }
  await validate(coordination, 'la coordination')
  const conseillere = await openAs(browser, 'conseillere')
  await visit(conseillere, adresse)
  await validate(conseillere, 'la Caf')
  await expect(situation(conseillere)).toContainText('validé par Camille Roussel')
  expect(await query('SELECT figee FROM reunion WHERE ref = $1', [seance?.ref])).toEqual([{ figee: true }])
  await conseillere.context().close()
  await coordination.context().close()

  const elue = await openAs(browser, 'elue')
  await visit(elue, adresse)
  await expect(elue.getByRole('article', { name: /^Relevé de décisions/ })).toContainText('Camille EXEMPLE')
  const pdf = await elue.request.get(`${serveur?.address}/api${BASE}${adresse}?format=pdf`)
  expect([pdf.status(), (await pdf.body()).subarray(0, 4).toString('latin1')]).toEqual([200, '%PDF'])
  await visit(elue, '/evolution')
  expect(await listViolations(elue)).toEqual([])
  await elue.context().close()
})

test('around the turn of the year, no screen claims what its rows contradict', async ({ browser }) => {
  for (const jour of ['2026-02-15', '2026-12-31', '2027-01-01', '2027-03-01']) {
    await moveTo(jour)
    const page = await openAs(browser, 'coordination')
    await checkVerdicts(page, BASE)
    await page.context().close()
  }
})

test('in the new year, the digest tells what is missing, once', async () => {
  await serveur?.stop()
  serveur = null
  const boite = await startSmtp()
  const work = async () => {
    const travail = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/travail.ts', '--une-fois'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          ...database.env,
          NODE_ENV: 'production',
          COPILOTE_DEMONSTRATION: '1',
          COPILOTE_AUJOURDHUI: '2027-01-04',
          NEXTAUTH_URL: 'https://copilote.example',
          SMTP_URL: boite.url,
          SMTP_EXPEDITEUR: 'Copilote CTG <veille@copilote.example>',
        },
      },
    )
    const [code] = (await once(travail, 'exit')) as [number]
    expect(code).toBe(0)
  }
  try {
    await work()
    const message = boite.recus.find(({ pour }) => pour.some((adresse) => adresse.startsWith('coordination@')))
    expect(message?.text).toContain('Vallée des Baux')
    expect(message?.text).toMatch(/Rencontre CDC.*déclarer|déclarer.*Rencontre CDC/s)
    const combien = boite.recus.length
    await work()
    expect(boite.recus).toHaveLength(combien)
  } finally {
    await boite.close()
  }
})
