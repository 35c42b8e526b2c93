import { expect, test } from '@/tests/support/essai'
import { query, toast, visit, waitReady } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'val-aigo'
const BASE = `/conventions/${CONVENTION}/mandats`

/** An instance of one’s own, with its seats: nobody else’s tests count its members. */
const INSTANCE = 'essai-des-mandats'

async function clear(): Promise<void> {
  await query(`DELETE FROM instance WHERE ref = $1 AND convention_id = (SELECT id FROM convention WHERE slug = $2)`, [
    INSTANCE,
    CONVENTION,
  ])
}

async function addSiege(libelle: string, personne: string | null, fonction: string): Promise<number> {
  const rows = await query<{ id: number }>(
    `INSERT INTO membre (convention_id, instance_id, libelle, personne, fonction, organisme_id, debut, ordre)
     SELECT i.convention_id, i.id, $3, $4, $5, (SELECT p.id FROM convention_organisme p JOIN organisme o ON o.id = p.organisme_id WHERE p.convention_id = i.convention_id AND o.type = 'COMMUNE' ORDER BY p.ordre LIMIT 1), '2026-01-15', 1
     FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref = $2 RETURNING id`,
    [CONVENTION, INSTANCE, libelle, personne, fonction],
  )
  return rows[0]?.id ?? 0
}

const listSieges = () =>
  query<{ libelle: string; personne: string | null; debut: string | null; fin: string | null }>(
    `SELECT m.libelle, m.personne, m.debut::text, m.fin::text FROM membre m JOIN instance i ON i.id = m.instance_id JOIN convention c ON c.id = i.convention_id
     WHERE c.slug = $1 AND i.ref = $2 ORDER BY m.id`,
    [CONVENTION, INSTANCE],
  )

test.describe.configure({ mode: 'serial' })

test.beforeEach(async () => {
  await clear()
  await query(
    `INSERT INTO instance (convention_id, ref, type, nom, ordre, missions) SELECT id, $2, 'AUTRE', 'Essai des mandats', 90, '{}' FROM convention WHERE slug = $1`,
    [CONVENTION, INSTANCE],
  )
  await addSiege('Maire de la commune', 'Claude ESSAI-MANDAT', 'Maire')
  await addSiege('Adjointe à l’enfance', 'Sacha ESSAI-MANDAT', 'Adjointe')
  await addSiege('Un représentant des parents', null, 'Parent')
})

test('a departure by keyboard: what will be written is said before, then it is, and is taken back', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?q=claude+essai`)
  await page.getByRole('link', { name: 'Mettre fin aux mandats, Claude ESSAI-MANDAT' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fin des mandats\u00A0: Claude ESSAI-MANDAT')
  await waitReady(page)
  await page.getByLabel('Dernier jour des mandats').fill('2026-11-30')
  await page.getByLabel('Motif').fill('Départ de la commune')
  const apercu = page.getByRole('status', { name: 'Ce qui sera enregistré' })
  await expect(apercu).toContainText('1 siège reste à pourvoir')
  await page.getByLabel(/^Nom du successeur/).fill('Dominique ESSAI-MANDAT')
  await expect(apercu).toContainText('1 mandat de Claude ESSAI-MANDAT se termine le 30 novembre 2026.')
  await expect(apercu).toContainText(
    'Dominique ESSAI-MANDAT prend la suite de Claude ESSAI-MANDAT le 1er décembre 2026, pour 1 siège.',
  )
  await page.getByRole('button', { name: 'Mettre fin aux mandats' }).press('Enter')
  await expect(toast(page, /1 mandat terminé au 30 novembre 2026/)).toBeVisible()
  await expect(page).toHaveURL(BASE)
  expect(await listSieges()).toContainEqual({
    libelle: 'Maire de la commune',
    personne: 'Dominique ESSAI-MANDAT',
    debut: '2026-12-01',
    fin: null,
  })
  await expect(
    page.getByText(/^Dernière fin de mandats.*Claude ESSAI-MANDAT, au 30\/11\/2026 \(Départ de la commune\)/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Annuler cette fin de mandats' }).press('Enter')
  await expect(toast(page, /1 mandat rétabli/)).toBeVisible()
  expect((await listSieges()).map(({ personne, fin }) => [personne, fin])).toEqual([
    ['Claude ESSAI-MANDAT', null],
    ['Sacha ESSAI-MANDAT', null],
    [null, null],
  ])
})

test('a refusal takes the focus, names the remedy, and loses nothing', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?personne=claude+essai-mandat`)
  await page.getByLabel('Dernier jour des mandats').fill('2026-01-01')
  await page.getByLabel(/^Nom du successeur/).fill('Dominique ESSAI-MANDAT')
  await page.getByRole('button', { name: 'Mettre fin aux mandats' }).click()
  const resume = page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' })
  await expect(resume).toBeFocused()
  await expect(resume).toContainText('Écrivez pourquoi ces mandats se terminent')
  await page.getByLabel('Motif').fill('Départ')
  await page.getByRole('button', { name: 'Mettre fin aux mandats' }).click()
  await expect(resume).toContainText('commence le 15 janvier 2026')
  expect(await listViolations(page)).toEqual([])
  await resume.getByRole('link').press('Enter')
  await expect(page.getByLabel('Dernier jour des mandats')).toBeFocused()
  await expect(page.getByLabel(/^Nom du successeur/)).toHaveValue('Dominique ESSAI-MANDAT')
})

test('somebody saved first: both are shown, the list is taken again and what was typed stays', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `${BASE}?personne=claude+essai-mandat`)
  await page.getByLabel('Dernier jour des mandats').fill('2026-11-30')
  await page.getByLabel('Motif').fill('Départ')
  await query(
    `UPDATE membre SET suppleant = 'Une suppléante', version = version + 1 WHERE personne = 'Claude ESSAI-MANDAT'`,
  )
  await page.getByRole('button', { name: 'Mettre fin aux mandats' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Quelqu’un a enregistré entre-temps' })).toBeFocused()
  await expect(page.getByRole('table', { name: 'Ce qui a été enregistré entre-temps' })).toContainText(
    'Maire de la commune',
  )
  await page.getByRole('button', { name: /^Reprendre la liste à jour/ }).click()
  await expect(page.getByText(/Une suppléante/)).toBeVisible()
  await expect(page.getByLabel('Motif')).toHaveValue('Départ')
  await page.getByRole('button', { name: 'Mettre fin aux mandats' }).click()
  await expect(toast(page, /1 mandat terminé/)).toBeVisible()
})

test('after an election: all those of a commune at once', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, BASE)
  await page.getByRole('button', { name: 'Préparer la fin des mandats' }).click()
  await expect(page.getByText('Choisissez une commune, un organisme ou un ensemble.')).toBeVisible()
  await page.getByLabel('De qui').selectOption('college=COMMUNE')
  await page.getByRole('button', { name: 'Préparer la fin des mandats' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fin des mandats\u00A0: communes')
  await waitReady(page)
  await page.getByLabel('Dernier jour des mandats').fill('2026-11-30')
  await page.getByLabel('Motif').fill('Élections municipales')
  await page.getByLabel(/^Successeur de Sacha ESSAI-MANDAT/).fill('Camille ESSAI-MANDAT')
  // A seat where nobody is named has no mandate to end.
  await expect(
    page.getByRole('group', { name: /^Un représentant des parents/ }).getByRole('checkbox'),
  ).not.toBeChecked()
  await page.getByRole('button', { name: 'Mettre fin aux mandats' }).click()
  await expect(toast(page, /mandats terminés au 30 novembre 2026/)).toBeVisible()
  expect((await listSieges()).slice(3)).toEqual([
    { libelle: 'Maire de la commune', personne: null, debut: '2026-12-01', fin: null },
    { libelle: 'Adjointe à l’enfance', personne: 'Camille ESSAI-MANDAT', debut: '2026-12-01', fin: null },
  ])
  await visit(page, `${BASE}?etat=a-nommer&q=essai+des+mandats`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Maire de la commune' })).toContainText(
    'aucune personne nommée',
  )
})

test('200 people stay a page one reads, at 1440, 768 and 360 px, light and dark', async ({ page }) => {
  test.setTimeout(180_000)
  await query(
    `INSERT INTO membre (convention_id, instance_id, libelle, personne, fonction, debut, fin, ordre)
     SELECT i.convention_id, i.id, 'Siège ' || n, 'Personne ' || lpad(n::text, 3, '0') || ' ESSAI-MANDAT', 'Conseillère municipale déléguée à la petite enfance', '2026-01-15', CASE WHEN n % 3 = 0 THEN current_date + 20 END, n
     FROM instance i JOIN convention c ON c.id = i.convention_id, generate_series(1, 200) n WHERE c.slug = $1 AND i.ref = $2`,
    [CONVENTION, INSTANCE],
  )
  await signIn(page, 'coordination')
  for (const adresse of [
    BASE,
    `${BASE}?etat=bientot&q=personne`,
    `${BASE}?personne=claude+essai-mandat`,
    `${BASE}?college=COMMUNE`,
  ]) {
    await page.goto(adresse)
    expect(await page.getByRole('heading', { level: 3 }).count()).toBeLessThanOrEqual(24)
    expect(await listDefauts(page), adresse).toEqual([])
  }
  await page.goto(`${BASE}?q=personne+117`)
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Personne 117 ESSAI-MANDAT'])
})

test('an élue does not find this page', async ({ page }) => {
  await signIn(page, 'elue')
  expect((await page.goto(BASE))?.status()).toBe(404)
})
