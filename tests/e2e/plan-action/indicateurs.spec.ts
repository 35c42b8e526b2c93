import { expect, test, type Page } from '@/tests/support/essai'
import { formatTableau } from '@/lib/plan-action/mesures/rules/coller'
import { query, visit } from '@/tests/support/gestes'
import { listDefauts, signIn } from '@/tests/support/navigateur'

const CONVENTION = 'provence-alpes-agglomeration'
const GRILLE = `/conventions/${CONVENTION}/indicateurs`
const ANNEE = 2023

interface Ligne {
  id: number
  libelle: string
  nature: string
}

/** The lines of the plan in the order of the document. */
const listLignes = () =>
  query<Ligne>(
    `SELECT i.id, i.libelle, i.nature::text FROM indicateur i JOIN convention c ON c.id = i.convention_id JOIN fiche_action f ON f.id = i.fiche_action_id JOIN axe a ON a.id = f.axe_id
   WHERE c.slug = $1 AND i.origine_id IS NULL ORDER BY a.ordre, f.ordre, f.id, i.ordre, i.id`,
    [CONVENTION],
  )

const forget = () =>
  query(
    `DELETE FROM mesure m USING convention c WHERE c.id = m.convention_id AND c.slug = $1 AND m.debut = make_date($2, 1, 1)`,
    [CONVENTION, ANNEE],
  )

/** A value of the right kind for each line, as a spreadsheet would hold it. */
function buildValeur({ nature }: Ligne, rang: number): string {
  if (nature === 'MONTANT') return `${rang} 345,50 €`
  if (nature === 'LIVRABLE') return 'oui'
  if (nature === 'QUALITATIF' || nature === 'CARTE_DOCUMENT') return `Carte n° ${rang}\nmise à jour en juin`
  return rang % 7 === 0 ? `84 ${900 + rang}` : rang % 2 === 0 ? String(rang) : `${rang},5`
}

/** The same once it was saved: thousands apart by a narrow space. */
const formatLu = (valeur = ''): string => valeur.replace(/(?<=\d) (?=\d{3})/, '\u202F')

/** Pastes as the browser does: the clipboard of the machine is nobody’s business. */
async function paste(page: Page, nom: string, texte: string): Promise<void> {
  const champ = page.locator(`[name="${nom}"]`)
  await champ.focus()
  await champ.evaluate((element, contenu) => {
    const donnees = new DataTransfer()
    donnees.setData('text/plain', contenu)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }))
  }, texte)
}

const champ = (page: Page, id: number, periode: number | string = ANNEE) => page.locator(`[name="m-${id}-${periode}"]`)

/** The page is there and the device was read: cells answer. */
async function open(page: Page, adresse = GRILLE): Promise<void> {
  await visit(page, adresse)
  await expect(page.locator('input[name^="m-"]').first()).toBeEditable()
}

test.beforeEach(async ({ page }) => {
  await forget()
  await signIn(page, 'coordination')
})

test('a year of the 46 lines by one paste: the wrong cell is told in its place, corrected, all is saved, then taken back', async ({
  page,
}) => {
  const lignes = await listLignes()
  expect(lignes).toHaveLength(46)
  const valeurs = lignes.map(buildValeur)
  const fautive = lignes.findIndex(({ nature }) => nature === 'LIVRABLE')
  const [premiere, derniere, livrable] = [lignes[0]?.id ?? 0, lignes.at(-1)?.id ?? 0, lignes[fautive]?.id ?? 0]
  await open(page)
  await paste(
    page,
    `m-${premiere}-${ANNEE}`,
    formatTableau(valeurs.map((valeur, rang) => [rang === fautive ? '12' : valeur])),
  )
  await expect(page.getByText('46 valeurs collées.')).toBeVisible()
  await expect(champ(page, livrable)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('region', { name: 'Valeurs non enregistrées' })).toContainText(
    '46 valeurs modifiées, 1 à corriger',
  )
  await page.getByRole('button', { name: 'Enregistrer 46 valeurs' }).click()
  const resume = page.getByRole('alert').filter({ hasText: 'à revoir avant d’enregistrer' })
  await expect(resume).toContainText('Répondez par oui ou par non.')
  await resume.getByRole('link').click()
  await expect(champ(page, livrable)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('oui')
  await page.getByRole('button', { name: 'Enregistrer 46 valeurs' }).click()
  await expect(page.getByText(/46 valeurs enregistrées à \d+\sh\s\d\d/)).toBeVisible()
  const ecrites = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM mesure m JOIN convention c ON c.id = m.convention_id WHERE c.slug = $1 AND m.periode_texte = $2`,
    [CONVENTION, String(ANNEE)],
  )
  expect(ecrites[0]?.n).toBe(46)
  await open(page)
  await expect(champ(page, premiere)).toHaveValue(formatLu(valeurs[0]))
  await expect(champ(page, livrable)).toHaveValue('oui')
  await expect(champ(page, derniere)).toHaveValue(formatLu(valeurs.at(-1)))
  await page.goto(`${GRILLE}?annee=${ANNEE}&etat=renseignes`)
  await expect(page.getByText(`46 lignes d’indicateurs, 46 renseignées pour ${ANNEE}`)).toBeVisible()
})

test('a saving is taken back, a paste too, and a draft outlives a reload', async ({ page }) => {
  const [a, b] = (await listLignes()).filter(({ nature }) => nature === 'NOMBRE').map(({ id }) => id)
  await open(page)
  await champ(page, a ?? 0).fill('12')
  await page.getByRole('button', { name: 'Enregistrer 1 valeur' }).click()
  await page.getByRole('button', { name: 'Annuler cet enregistrement' }).click()
  await expect(page.getByText('Enregistrement annulé')).toBeVisible()
  await expect(champ(page, a ?? 0)).toHaveValue('')
  await paste(page, `m-${a}-${ANNEE}`, '1\n2')
  await expect(champ(page, b ?? 0)).toHaveValue('2')
  await page.getByRole('button', { name: 'Annuler la dernière saisie' }).click()
  await expect(champ(page, b ?? 0)).toHaveValue('')
  await champ(page, a ?? 0).fill('31')
  await page.reload()
  await expect(champ(page, a ?? 0)).toHaveValue('31')
  await expect(page.getByRole('button', { name: 'Enregistrer 1 valeur' })).toBeVisible()
  await page.getByRole('button', { name: 'Tout abandonner' }).click()
  await expect(champ(page, a ?? 0)).toHaveValue('')
})

test('by keyboard alone, as in a spreadsheet', async ({ page }) => {
  const [a, b] = (await listLignes()).map(({ id }) => id)
  await open(page)
  await champ(page, a ?? 0).focus()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(champ(page, b ?? 0)).toBeFocused()
  await page.keyboard.type('6')
  await page.keyboard.press('ArrowUp')
  await expect(champ(page, a ?? 0)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await expect(champ(page, a ?? 0, ANNEE + 1)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(champ(page, a ?? 0)).toBeFocused()
  await page.getByRole('button', { name: 'Enregistrer 2 valeurs' }).press('Enter')
  await expect(page.getByText('2 valeurs enregistrées')).toBeVisible()
})

test('what somebody else saved meanwhile is shown at its cell, and one chooses', async ({ page }) => {
  const [a] = (await listLignes()).map(({ id }) => id)
  await open(page)
  await champ(page, a ?? 0).fill('12')
  await query(
    `INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur) SELECT convention_id, id, $2::text, make_date($2::int, 1, 1), make_date($2::int, 12, 31), 40 FROM indicateur WHERE id = $1`,
    [a, ANNEE],
  )
  await page.getByRole('button', { name: 'Enregistrer 1 valeur' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'enregistré entre-temps par quelqu’un d’autre' }),
  ).toBeVisible()
  await expect(champ(page, a ?? 0)).toHaveValue('12')
  await page.getByRole('button', { name: 'Remplacer' }).click()
  await page.getByRole('button', { name: 'Enregistrer 1 valeur' }).click()
  await expect(page.getByText('1 valeur enregistrée')).toBeVisible()
  const [ecrite] = await query<{ valeur: string }>(
    'SELECT trim_scale(valeur)::text AS valeur FROM mesure WHERE indicateur_id = $1 AND periode_texte = $2',
    [a, String(ANNEE)],
  )
  expect(ecrite?.valeur).toBe('12')
})

test('a line is split into its measures and made whole again; the line is not lost', async ({ page }) => {
  await visit(page, `${GRILLE}/indicateur-2-1-1`)
  await page.getByRole('button', { name: 'Séparer en plusieurs mesures' }).click()
  await expect(page.getByLabel('Ce qui est mesuré').nth(2)).toHaveValue('La diversité des structures')
  await page.getByRole('button', { name: 'Séparer en 3 mesures' }).click()
  await expect(page.getByRole('heading', { name: 'Mesures de cette ligne' })).toBeVisible()
  await open(page, `${GRILLE}?fiche=fiche-2-1`)
  await expect(page.getByText('séparée en plusieurs mesures')).toBeVisible()
  await expect(page.getByText('46 lignes d’indicateurs')).toBeVisible()
  await visit(page, `${GRILLE}/indicateur-2-1-1`)
  await page.getByRole('button', { name: 'Réunir la ligne' }).click()
  await expect(page.getByRole('button', { name: 'Séparer en plusieurs mesures' })).toBeVisible()
})

test('a value that the Caf confirms is proposed with its reason, then confirmed by the Caf', async ({
  page,
  browser,
}) => {
  await query(
    `UPDATE indicateur i SET confirmation = 'CAF' FROM convention c WHERE c.id = i.convention_id AND c.slug = $1 AND i.ref = 'indicateur-2-1-2'`,
    [CONVENTION],
  )
  try {
    const [vise] = await query<Ligne>(
      `SELECT i.id, i.libelle, i.nature::text FROM indicateur i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref = 'indicateur-2-1-2'`,
      [CONVENTION],
    )
    await open(page)
    await champ(page, vise?.id ?? 0).fill('18')
    await page.getByRole('button', { name: 'Enregistrer 1 valeur' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Dites pourquoi vous proposez' })).toBeVisible()
    await page.getByLabel('Raison des valeurs proposées').fill('Décompte de l’animatrice.')
    await page.getByRole('button', { name: 'Enregistrer 1 valeur' }).click()
    await expect(page.getByText('1 valeur enregistrée')).toBeVisible()
    const autre = await browser.newContext()
    await signIn(autre, 'conseillere')
    const caf = await autre.newPage()
    await visit(caf, `${GRILLE}/indicateur-2-1-2`)
    await expect(caf.getByText('Décompte de l’animatrice.')).toBeVisible()
    await caf.getByRole('button', { name: 'Confirmer' }).click()
    await expect(caf.getByText(`Valeur confirmée pour ${ANNEE}.`)).toBeVisible()
    await expect(caf.getByText('Une seule valeur').first()).toBeVisible()
    await autre.close()
  } finally {
    await query(
      `UPDATE indicateur i SET confirmation = NULL FROM convention c WHERE c.id = i.convention_id AND c.slug = $1 AND i.ref = 'indicateur-2-1-2'`,
      [CONVENTION],
    )
  }
})

test('reads at every width, light and dark, without a fault of access', async ({ page }) => {
  for (const adresse of [
    GRILLE,
    '/conventions/demonstration/indicateurs/indicateur-places',
    '/conventions/demonstration/indicateurs/nouveau',
  ]) {
    await visit(page, adresse)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    expect(await listDefauts(page), adresse).toEqual([])
  }
})
