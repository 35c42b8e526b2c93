import { expect, request, test } from '@/tests/support/essai'
import ICAL from 'ical.js'
import { dialogue, query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'golfe-et-etangs'
const BASE = `/conventions/${CONVENTION}/reunions`
const AN = new Date().getFullYear() + 1
const COPIL = 'COPIL du calendrier'
const COTECH = 'COTECH du calendrier'
const GROUPE = 'Suivi mensuel du calendrier'

/** The day itself, or the Friday before it: nobody meets at a weekend. */
function findOuvrable(jour: string): string {
  const date = new Date(`${jour}T12:00:00Z`)
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

const listReunions = (nom: string) =>
  query<{ date: string; etat: string; heure: string | null }>(
    `SELECT r.date::text, r.etat::text, r.heure_debut AS heure FROM reunion r JOIN instance i ON i.id = r.instance_id WHERE i.nom = $1 ORDER BY r.date`,
    [nom],
  )

// Instances of its own, in a convention shared with other tests; one step after the other.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  await query(
    `INSERT INTO instance (convention_id, ref, type, nom, ordre)
     SELECT c.id, v.ref, v.type::type_instance, v.nom, 90 FROM convention c,
       (VALUES ('calendrier-copil', 'COPIL', $2), ('calendrier-cotech', 'COTECH', $3), ('calendrier-groupe', 'GROUPE_PROJET', $4)) AS v(ref, type, nom) WHERE c.slug = $1`,
    [CONVENTION, COPIL, COTECH, GROUPE],
  )
  await query(
    `INSERT INTO regle_frequence (convention_id, instance_id, mode, minimum, maximum, moyenne, periode, ordre)
     SELECT i.convention_id, i.id, (CASE i.ref WHEN 'calendrier-cotech' THEN 'FOURCHETTE' ELSE 'MOYENNE' END)::mode_frequence,
       CASE i.ref WHEN 'calendrier-cotech' THEN 1 END, CASE i.ref WHEN 'calendrier-cotech' THEN 2 END, CASE i.ref WHEN 'calendrier-groupe' THEN 1 END,
       (CASE i.ref WHEN 'calendrier-cotech' THEN 'AN_CIVIL' ELSE 'MOIS' END)::periode_frequence, 1
     FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref IN ('calendrier-cotech', 'calendrier-groupe')`,
    [CONVENTION],
  )
  await query(
    `INSERT INTO reunion (convention_id, instance_id, ref, date) SELECT i.convention_id, i.id, i.ref || '-' || d.jour, d.jour::date
     FROM instance i JOIN convention c ON c.id = i.convention_id, unnest($2::text[]) AS d(jour) WHERE c.slug = $1 AND i.ref = 'calendrier-copil'`,
    [CONVENTION, [`${AN}-03-24`, `${AN}-06-23`, `${AN}-11-24`]],
  )
})

test('plans a meeting a month for a year, by keyboard alone, and sees each date before saving', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, BASE)
  await tabTo(page, /^Prévoir une série$/)
  await page.keyboard.press('Enter')
  await expect(dialogue(page)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Instance$/, 'combobox')
  await page.keyboard.type(GROUPE)
  await expect(page.getByLabel('Instance', { exact: true }).locator('option:checked')).toHaveText(GROUPE)
  await page.getByLabel('Du', { exact: true }).fill(`${AN}-01-01`)
  await page.getByLabel('Au', { exact: true }).fill(`${AN}-12-31`)
  await page.getByLabel(/^Début/).fill('14:00')
  await tabTo(page, /^Voir les dates$/)
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: /^12 dates retenues sur 12.*le premier mardi de chaque mois$/ }),
  ).toBeFocused()
  await expect(page.getByRole('status', { name: 'Effet de la série' })).toContainText('Une fois enregistrées')
  expect(await listViolations(page)).toEqual([])
  await tabTo(page, /^Prévoir 12 réunions$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, /12 réunions prévues, du mardi/)).toBeVisible()
  await expect(dialogue(page)).toHaveCount(0)
  const reunions = await listReunions(GROUPE)
  expect(reunions).toHaveLength(12)
  expect(new Set(reunions.map(({ heure }) => heure))).toEqual(new Set(['14:00']))
  await expect(
    page.getByRole('row').filter({ hasText: GROUPE }).filter({ hasText: 'le premier mardi de chaque mois' }),
  ).toContainText('12 réunions')
})

test('plans the COTECH three weeks before each COPIL: the rule refuses the third, one is unticked', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?instance=calendrier-cotech`)
  await page.getByRole('button', { name: 'Prévoir une série' }).press('Enter')
  await expect(page.getByLabel('Instance', { exact: true }).locator('option:checked')).toHaveText(COTECH)
  await page.getByLabel('Rythme').selectOption({ label: 'Avant chaque réunion d’une autre instance' })
  await page.getByRole('button', { name: 'Voir les dates' }).press('Enter')
  const resume = page
    .getByRole('alert')
    .filter({ hasText: 'Choisissez l’instance dont ces réunions préparent les séances' })
  await expect(resume).toBeFocused()
  await page.getByLabel('Instance préparée').selectOption({ label: COPIL })
  await page.getByLabel('Du', { exact: true }).fill(`${AN}-01-01`)
  await page.getByLabel('Au', { exact: true }).fill(`${AN}-12-31`)
  await page.getByRole('button', { name: 'Voir les dates' }).press('Enter')
  await expect(
    page.getByRole('heading', { name: /^3 dates retenues sur 3.*3 semaines avant chaque réunion/ }),
  ).toBeFocused()
  await expect(page.getByRole('status', { name: 'Effet de la série' })).toContainText('La règle refuse 1 date sur 3')
  await expect(page.getByLabel('Motif de la dérogation')).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Prévoir 3 réunions' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'La série n’est pas enregistrée' })).toBeFocused()
  expect(await listReunions(COTECH)).toEqual([])
  // The second is left out, the third moved to the next day: what was typed above is still there.
  await page.getByRole('checkbox').nth(2).press('Space')
  await page
    .getByRole('button', { name: /^Déplacer la réunion du/ })
    .nth(2)
    .press('Enter')
  await page.getByLabel(/^Nouvelle date/).fill(`${AN}-11-04`)
  await expect(page.getByRole('heading', { name: /^2 dates retenues sur 3/ })).toBeVisible()
  await expect(page.getByText('La règle de la convention refuse des dates')).toHaveCount(0)
  await page.getByRole('button', { name: 'Prévoir 2 réunions' }).press('Enter')
  await expect(toast(page, /2 réunions prévues/)).toBeVisible()
  expect((await listReunions(COTECH)).map(({ date }) => date)).toEqual([findOuvrable(`${AN}-03-03`), `${AN}-11-04`])
})

test('skips one meeting of the series, and only that one', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?vue=liste&annee=${AN}&instance=calendrier-groupe`)
  await page
    .getByRole('button', { name: /^Actions, Suivi mensuel/ })
    .nth(7)
    .press('Enter')
  await page.getByRole('menuitem', { name: 'Annuler' }).press('Enter')
  await dialogue(page).getByLabel('Motif de l’annulation').fill('Congés de l’équipe')
  await dialogue(page).getByRole('button', { name: 'Annuler la réunion' }).press('Enter')
  await expect(toast(page, /annulée/)).toBeVisible()
  const etats = (await listReunions(GROUPE)).map(({ etat }) => etat)
  expect(etats.filter((etat) => etat === 'ANNULEE')).toHaveLength(1)
  expect(etats[7]).toBe('ANNULEE')
})

test('subscribes: the feed is what a calendar program reads, until the address is ended', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, BASE)
  await page.getByRole('button', { name: /^Compte de/ }).click()
  await page.getByRole('link', { name: 'Mon calendrier' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mon calendrier' })).toBeVisible()
  const creer = page.getByRole('button', { name: 'Créer mon adresse privée' })
  await expect(creer.or(page.getByRole('button', { name: 'Renouveler l’adresse' })).first()).toBeVisible()
  if (await creer.isVisible()) await creer.press('Enter')
  else {
    await page.getByRole('button', { name: 'Renouveler l’adresse' }).press('Enter')
    await dialogue(page).getByRole('button', { name: 'Renouveler l’adresse' }).press('Enter')
  }
  const champ = page.getByLabel('Adresse privée de votre calendrier')
  await expect(champ).toBeFocused()
  expect(await listViolations(page)).toEqual([])
  const adresse = await champ.inputValue()

  // A program: no cookie, nothing but the address.
  const programme = await request.newContext()
  const reponse = await programme.get(adresse)
  expect(reponse.status()).toBe(200)
  expect(reponse.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  const racine = new ICAL.Component(ICAL.parse(await reponse.text()) as unknown[])
  const miens = racine
    .getAllSubcomponents('vevent')
    .map((composant) => new ICAL.Event(composant))
    .filter(({ summary }) => summary.includes(GROUPE))
  expect(miens).toHaveLength(12)
  for (const { startDate, component } of miens) {
    expect([startDate.hour, startDate.minute, component.getFirstProperty('dtstart')?.getParameter('tzid')]).toEqual([
      14,
      0,
      'Europe/Paris',
    ])
  }
  expect(miens.filter(({ component }) => component.getFirstPropertyValue('status') === 'CANCELLED')).toHaveLength(1)
  expect((await programme.get(adresse, { headers: { 'if-none-match': reponse.headers().etag ?? '' } })).status()).toBe(
    304,
  )

  // Shown once: a page opened again does not know it.
  await page.reload()
  await expect(page.getByText(/Votre adresse est active depuis/)).toBeVisible()
  expect(await page.content()).not.toContain(adresse.split('/').at(-1)?.slice(0, 20))
  await page.getByRole('button', { name: 'Fermer l’adresse' }).press('Enter')
  await dialogue(page).getByRole('button', { name: 'Fermer l’adresse' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Créer mon adresse privée' })).toBeVisible()
  const fermee = await programme.get(adresse)
  expect([fermee.status(), await fermee.text()]).toEqual([404, ''])
  expect((await programme.get(`${adresse.slice(0, -8)}AAAA.ics`)).status()).toBe(404)
  await programme.dispose()
})

test('one meeting is a file, for whoever is signed in', async ({ page }) => {
  await signIn(page, 'elue')
  const adresse = `/api/conventions/${CONVENTION}/reunions/calendrier-copil-${AN}-03-24/ics`
  const reponse = await page.request.get(adresse)
  expect(reponse.headers()['content-disposition']).toBe(`attachment; filename="calendrier-copil-${AN}-03-24.ics"`)
  const [evenement] = new ICAL.Component(ICAL.parse(await reponse.text()) as unknown[]).getAllSubcomponents('vevent')
  expect(evenement && new ICAL.Event(evenement).startDate.toString()).toBe(`${AN}-03-24`)
  const anonyme = await request.newContext({ baseURL: process.env.E2E_BASE_URL ?? '' })
  expect((await anonyme.get(adresse)).status()).toBe(401)
  await anonyme.dispose()
})

test('gives up the rest of a series, with a reason for all', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?instance=calendrier-groupe`)
  await page.getByRole('button', { name: /^Annuler la suite de la série/ }).press('Enter')
  await expect(dialogue(page)).toContainText('11 réunions prévues seront annulées')
  await dialogue(page).getByRole('button', { name: 'Annuler 11 réunions' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez pourquoi la réunion est annulée' })).toBeFocused()
  await dialogue(page).getByLabel('Motif de l’annulation').fill('Le groupe change de rythme')
  expect(await listViolations(page)).toEqual([])
  await dialogue(page).getByRole('button', { name: 'Annuler 11 réunions' }).press('Enter')
  await expect(toast(page, /11 réunions annulées/)).toBeVisible()
  expect(new Set((await listReunions(GROUPE)).map(({ etat }) => etat))).toEqual(new Set(['ANNULEE']))
  await expect(page.getByRole('heading', { name: 'Séries en cours' })).toHaveCount(0)
})

test('the calendar is readable at each width, in both themes', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const adresse of [`${BASE}?mois=${AN}-05`, `${BASE}?vue=liste&annee=${AN}`, '/compte/calendrier']) {
    await visit(page, adresse)
    expect(await listDefauts(page), adresse).toEqual([])
  }
})
