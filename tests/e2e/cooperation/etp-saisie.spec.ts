import { expect, test, type Page } from '@/tests/support/essai'
import { query } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'

/** Conventions of their own, with the territories of the documents and no schéma: nobody else’s figures move. */
const QUI = 'saisie-des-schemas'
const COPIES = { baux: 'essai-baux', golfe: 'essai-golfe', chatellerault: 'essai-chatellerault' }
const MODELES = [
  ['vallee-des-baux-alpilles', COPIES.baux],
  ['golfe-et-etangs', COPIES.golfe],
  ['grand-chatellerault', COPIES.chatellerault],
] as const

test.beforeAll(async () => {
  await query(`INSERT INTO organisme (cle, type, nom) VALUES ('CAF:ESSAI', 'CAF', 'Caf d’essai')`)
  await query(`INSERT INTO utilisateur (email, nom) VALUES ($1 || '@essai.example', 'Saisie des schémas')`, [QUI])
  for (const [modele, slug] of MODELES) {
    await query(
      `INSERT INTO convention (slug, nom, caf_id, territoire_nom, source, date_debut, date_fin)
       SELECT $2, nom || ' (essai)', (SELECT id FROM organisme WHERE cle = 'CAF:ESSAI'), territoire_nom, source, date_debut, date_fin FROM convention WHERE slug = $1`,
      [modele, slug],
    )
    const ids = `(SELECT id FROM convention WHERE slug = $1) AS de, (SELECT id FROM convention WHERE slug = $2) AS vers`
    await query(
      `INSERT INTO convention_organisme (convention_id, organisme_id, ref, nom, commune_code, ordre)
       SELECT i.vers, p.organisme_id, p.ref, p.nom, p.commune_code, p.ordre FROM convention_organisme p JOIN (SELECT ${ids}) i ON p.convention_id = i.de`,
      [modele, slug],
    )
    await query(
      `INSERT INTO territoire_commune (convention_id, code, nom, ordre)
       SELECT i.vers, t.code, t.nom, t.ordre FROM territoire_commune t JOIN (SELECT ${ids}) i ON t.convention_id = i.de`,
      [modele, slug],
    )
    await query(
      `INSERT INTO role (utilisateur_id, type, convention_id) SELECT u.id, 'CHARGE_COOPERATION', c.id FROM utilisateur u, convention c WHERE u.email LIKE $1 || '@%' AND c.slug = $2`,
      [QUI, slug],
    )
  }
})

const dialogue = (page: Page) => page.getByRole('dialog')

async function openNouveau(
  page: Page,
  forme: string,
  champs: { nom: string; total: string; debut?: string; fin?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Préparer un schéma' }).first().click()
  await dialogue(page).getByRole('radio', { name: forme }).check()
  await dialogue(page).getByLabel('Nom', { exact: true }).fill(champs.nom)
  if (champs.debut) await dialogue(page).getByLabel('Premier jour').fill(champs.debut)
  if (champs.fin) await dialogue(page).getByLabel('Dernier jour').fill(champs.fin)
  await dialogue(page).getByRole('textbox', { name: 'Total envisagé' }).fill(champs.total)
}

async function createBrouillon(page: Page): Promise<void> {
  await dialogue(page).getByRole('button', { name: 'Créer le brouillon' }).click()
  await expect(dialogue(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Enregistrer le brouillon' })).toBeVisible()
}

async function fillLignes(page: Page, quotites: Record<string, string>): Promise<void> {
  for (const [ligne, quotite] of Object.entries(quotites))
    await page.getByLabel(`Quotité de ${ligne}`, { exact: true }).fill(quotite)
}

async function addNotee(page: Page, ligne: string, note: string, situation?: string): Promise<void> {
  await page.getByText(`Situation et note de ${ligne}`).click()
  await page.getByLabel(`Note de ${ligne}`, { exact: true }).fill(note)
  if (situation) await page.getByLabel(`Situation de ${ligne}`, { exact: true }).selectOption({ label: situation })
}

const propose = async (page: Page) => {
  await page.getByRole('button', { name: 'Proposer au COPIL' }).click()
  await expect(page.getByRole('button', { name: 'Remettre en brouillon' })).toBeVisible()
}

const COMMUNES = {
  Eygalières: '0,2',
  Fontvieille: '0,3',
  'Les Baux-de-Provence': '0',
  'Mas-Blanc-des-Alpilles': '0',
  'Maussane-les-Alpilles': '0,2',
  Mouriès: '0,3',
  Paradou: '0.2',
  'Saint-Étienne-du-Grès': '0,2',
}

test('the three schémas of Vallée des Baux-Alpilles are entered from blank, and compared', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, QUI)
  await page.goto(`/conventions/${COPIES.baux}/etp`)
  await openNouveau(page, 'De rien', {
    nom: 'Schéma CTG VBA 2022-2025',
    total: '3,3',
    debut: '2022-01-01',
    fin: '2025-12-31',
  })
  await dialogue(page).getByRole('button', { name: 'Créer le brouillon' }).click()
  await expect(dialogue(page).getByRole('alert')).toContainText('précèdent la convention')
  await dialogue(page)
    .getByRole('checkbox', { name: /convention précédente/ })
    .check()
  await createBrouillon(page)

  await page.getByRole('button', { name: 'Ajouter des lignes' }).first().click()
  await dialogue(page).getByRole('button', { name: 'Choisir toutes les communes du territoire' }).click()
  await dialogue(page)
    .getByRole('checkbox', { name: /Vallée des Baux/ })
    .check()
  await dialogue(page)
    .getByLabel(/en toutes lettres/)
    .fill('Arles')
  await dialogue(page).getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(dialogue(page).getByRole('alert')).toContainText('n’est pas une commune du territoire')
  await dialogue(page)
    .getByLabel(/en toutes lettres/)
    .fill('Global')
  await dialogue(page).getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(dialogue(page)).toHaveCount(0)
  await expect(page.getByLabel('Quotité de Global')).toBeVisible()
  await fillLignes(page, { ...COMMUNES, Aureille: '0,2', 'Saint-Rémy-de-Provence': '0,7', Global: '0,9' })
  await addNotee(page, 'Aureille', 'jamais pourvu', 'Jamais pourvu')
  await addNotee(page, 'Les Baux-de-Provence', 'porté par Maussane')
  await page.getByLabel('Motif pour Les Baux-de-Provence').selectOption({ label: 'porté par une autre commune' })
  await page.getByLabel('Motif pour Mas-Blanc-des-Alpilles').selectOption({ label: 'porté par une autre commune' })
  await page.getByLabel(/^Motif pour CC/).selectOption({ label: 'néant' })
  await addNotee(page, 'Global', 'porté par la ville de Saint-Rémy-de-Provence')
  await expect(page.getByText('Il reste 0,10 ETP à répartir par commune.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Proposer au COPIL' })).toHaveAttribute('aria-disabled', 'true')
  await fillLignes(page, { Global: '1' })
  await expect(page.getByText('Rien ne reste à répartir')).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  await propose(page)
  await expect(page.getByRole('row', { name: /Aureille.*0,2.*jamais pourvu/ })).toBeVisible()

  await openNouveau(page, 'D’un schéma déjà saisi', {
    nom: 'Schéma transitoire 2026',
    total: '3,1',
    debut: '2026-01-01',
    fin: '2026-12-31',
  })
  await createBrouillon(page)
  await page.getByRole('button', { name: 'Ajouter des lignes' }).last().click()
  await dialogue(page).getByRole('button', { name: 'Choisir toutes les thématiques AFAS' }).click()
  await dialogue(page).getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(dialogue(page)).toHaveCount(0)
  await expect(page.getByLabel('Quotité de Parentalité')).toBeVisible()
  await fillLignes(page, {
    Aureille: '0',
    'Saint-Rémy-de-Provence': '1,2',
    Global: '0,5',
    'Petite enfance, inclusion': '1,6',
    Parentalité: '0,3',
    'Enfance, jeunesse': '0,4',
    'Accès aux droits, animation de la vie sociale, numérique, interventions sociales, logement': '0,3',
    'Chargé de coopération global': '0,5',
  })
  await page.getByLabel('Motif pour Aureille').selectOption({ label: 'à négocier' })
  await expect(page.getByText('Rien ne reste à répartir')).toBeVisible()
  await propose(page)

  await openNouveau(page, 'D’un schéma déjà saisi', {
    nom: 'Schéma 2027-2030',
    total: '3,3',
    debut: '2027-01-01',
    fin: '2030-12-31',
  })
  await createBrouillon(page)
  await expect(
    page.getByText('Il reste 0,20 ETP à répartir par commune et 0,20 ETP à répartir par thématique.'),
  ).toBeVisible()
  await fillLignes(page, { Aureille: '0,2', 'Petite enfance, inclusion': '1,7', 'Enfance, jeunesse': '0,5' })
  await propose(page)

  await page.goto(`/conventions/${COPIES.baux}/etp?vue=comparer&a=schema-ctg-vba-2022-2025&b=schema-2027-2030`)
  await expect(page.getByText('Saint-Rémy-de-Provence +\u00A00,5')).toBeVisible()
  expect(await listViolations(page)).toEqual([])
})

test('the evolution of Golfe et étangs, 3,1 + 0,2 + 0,5 = 3,8, is entered with the keyboard; 3,7 is not proposed', async ({
  page,
}) => {
  await signIn(page, QUI)
  await page.goto(`/conventions/${COPIES.golfe}/etp`)
  await openNouveau(page, 'En évolution', { nom: 'Pilotage du projet de territoire', total: '3,7' })
  await dialogue(page).getByLabel('Existant', { exact: true }).fill('3,1')
  for (const [rang, [commune, quotite]] of [
    ['Fos-sur-Mer', '0,2'],
    ['Istres', '0.5'],
  ].entries()) {
    await dialogue(page).getByRole('button', { name: 'Ajouter un développement' }).press('Enter')
    await dialogue(page)
      .getByLabel(`Développement ${rang + 1} : pour qui`)
      .selectOption({ label: commune ?? '' })
    await dialogue(page)
      .getByLabel(`Développement ${rang + 1} : quotité`)
      .fill(quotite ?? '')
  }
  await expect(dialogue(page).getByRole('status')).toContainText('3,80 ETP, 0,10 de trop')
  expect(await listViolations(page)).toEqual([])
  await dialogue(page).getByRole('button', { name: 'Créer le brouillon' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Proposer au COPIL' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('textbox', { name: 'Total envisagé' }).fill('3,8')
  await page.getByRole('button', { name: 'Proposer au COPIL' }).press('Enter')
  await expect(page.getByRole('row', { name: /Développement : Istres/ })).toContainText('0,5')
  await expect(page.getByRole('row', { name: /^Total.*3,8/ })).toBeVisible()
})

test('the single post of Grand Châtellerault, 0,7 + 0,3 = 1, is entered in free words', async ({ page }) => {
  await signIn(page, QUI)
  await page.goto(`/conventions/${COPIES.chatellerault}/etp`)
  await openNouveau(page, 'De rien', { nom: 'Schéma 2020-2024', total: '1', debut: '2019-12-31', fin: '2024-12-31' })
  await createBrouillon(page)
  for (const ligne of ['Politiques éducatives', 'Autres actions']) {
    await page.getByRole('button', { name: 'Ajouter des lignes' }).last().click()
    await dialogue(page)
      .getByLabel(/en toutes lettres/)
      .fill(ligne)
    await dialogue(page)
      .getByLabel(/en toutes lettres/)
      .press('Enter')
    await expect(dialogue(page)).toHaveCount(0)
    await expect(page.getByLabel(`Quotité de ${ligne}`)).toBeVisible()
  }
  await fillLignes(page, { 'Politiques éducatives': '0,7', 'Autres actions': '0,4' })
  await expect(page.getByText('Il y a 0,10 ETP de trop par thématique.')).toBeVisible()
  await fillLignes(page, { 'Autres actions': '0.3' })
  await propose(page)
  await expect(page.getByRole('row', { name: /Politiques éducatives.* 0,7/ })).toBeVisible()
})
