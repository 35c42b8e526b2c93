import { gzipSync } from 'node:zlib'
import { expect, test, type Page } from '@/tests/support/essai'
import { query, tabTo, visit } from '@/tests/support/gestes'
import { listViolations, signIn } from '@/tests/support/navigateur'

/** Pictures that one explores: fetched when asked for, under the content policy, by keyboard, at every width and theme. */

const CONVENTION = 'val-aigo'
const INDICATEUR = `/conventions/${CONVENTION}/indicateurs/explore`
const ETP = '/conventions/vallee-des-baux-alpilles/etp/vues?vue=temps'

/** Each picture: where it is, who looks, and what one reads first by the arrows. */
const GRAPHIQUES = [
  { adresse: INDICATEUR, qui: 'administration', lu: /Golfe et étangs.*1\s234\spersonnes/ },
  { adresse: ETP, qui: 'coordination', lu: /Convenu.*3,3\sETP/ },
  { adresse: '/portefeuille', qui: 'administration', lu: /convention/ },
] as const

const bouton = (page: Page) => page.getByRole('button', { name: /^Explorer/ })
const graphique = (page: Page) => page.locator('.graphique').getByRole('application')
const bulle = (page: Page) => page.locator('.infobulle')

/** What the content policy refused on the page. */
async function listenPolitique(page: Page): Promise<string[]> {
  const refus: string[] = []
  await page.exposeFunction('noteRefus', (texte: string) => refus.push(texte))
  await page.addInitScript(() => {
    const { noteRefus } = window as unknown as { noteRefus: (texte: string) => void }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) =>
      noteRefus(`${violatedDirective} ${blockedURI} ${sample}`),
    )
  })
  return refus
}

/** The programs that the page fetched, by address. */
function listenProgrammes(page: Page): Map<string, Buffer> {
  const programmes = new Map<string, Buffer>()
  page.on('response', async (reponse) => {
    if (/\.js(\?|$)/.test(reponse.url()) && reponse.ok()) programmes.set(reponse.url(), await reponse.body())
  })
  return programmes
}
const hasBibliotheque = (programmes: Map<string, Buffer>) =>
  [...programmes.values()].some((programme) => programme.includes('recharts-surface'))

test.beforeAll(async () => {
  await query(
    `WITH a AS (UPDATE convention SET predecesseur_id = (SELECT id FROM convention WHERE slug = 'golfe-et-etangs') WHERE slug = $1 RETURNING id, predecesseur_id),
       i AS (INSERT INTO indicateur (convention_id, ref, libelle, nature, unite, cible, reference, ordre)
         SELECT v.id, 'explore', 'Personnes accueillies', 'NOMBRE', 'personnes', 3000, 900, 0 FROM a, LATERAL (VALUES (a.id), (a.predecesseur_id)) v(id) RETURNING id, convention_id)
     INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur)
     SELECT i.convention_id, i.id, n.annee::text, make_date(n.annee, 1, 1), make_date(n.annee, 12, 31), n.valeur
     FROM i JOIN a ON true JOIN (VALUES (true, 2018, 1234), (true, 2019, 1500), (true, 2020, 1100), (false, 2021, 1300), (false, 2022, 1900.5), (false, 2025, 2700)) n(ancienne, annee, valeur)
       ON n.ancienne = (i.convention_id = a.predecesseur_id)`,
    [CONVENTION],
  )
  await query(
    `INSERT INTO cible_indicateur (convention_id, indicateur_id, periode_texte, debut, fin, valeur)
     SELECT i.convention_id, i.id, n::text, make_date(n, 1, 1), make_date(n, 12, 31), n - 2021 + 2000 FROM indicateur i JOIN convention c ON c.id = i.convention_id, generate_series(2022, 2027) n
     WHERE i.ref = 'explore' AND c.slug = $1`,
    [CONVENTION],
  )
})

for (const { adresse, qui, lu } of GRAPHIQUES)
  test(`${adresse}: by keyboard alone, nothing fetched before it is asked for, nothing refused`, async ({ page }) => {
    const refus = await listenPolitique(page)
    const programmes = listenProgrammes(page)
    await signIn(page, qui)
    await visit(page, adresse)
    expect(hasBibliotheque(programmes)).toBe(false)
    const avant = [...programmes.values()].reduce((somme, programme) => somme + gzipSync(programme).length, 0)
    expect(avant).toBeLessThanOrEqual(190_000)
    await tabTo(page, /^Explorer/)
    await page.keyboard.press('Enter')
    await expect(graphique(page)).toBeVisible()
    expect(hasBibliotheque(programmes)).toBe(true)
    await graphique(page).focus()
    await expect(bulle(page)).toHaveText(lu)
    const premiere = await bulle(page).innerText()
    await page.keyboard.press('ArrowRight')
    await expect(bulle(page)).not.toHaveText(premiere)
    await expect(page.getByRole('table').first()).toBeAttached()
    // On paper, the picture and the table of the server are enough.
    await page.emulateMedia({ media: 'print' })
    await expect(graphique(page)).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: /^Refermer le graphique/ }).click()
    await expect(graphique(page)).toHaveCount(0)
    expect(refus).toEqual([])
  })

for (const largeur of [1440, 768, 360])
  test(`at ${largeur}, each picture is whole and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: largeur, height: 900 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const { adresse, qui } of GRAPHIQUES) {
      await signIn(page, qui)
      await visit(page, adresse)
      await bouton(page).click()
      await expect(graphique(page)).toBeVisible()
      const cadre = await graphique(page).boundingBox()
      expect(cadre && cadre.x >= 0 && cadre.x + cadre.width <= largeur, adresse).toBe(true)
      for (const point of [0.1, 0.5, 0.95]) {
        await page.mouse.move((cadre?.x ?? 0) + (cadre?.width ?? 0) * point, (cadre?.y ?? 0) + 90)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), adresse).toBeLessThanOrEqual(largeur)
      }
      expect(await listViolations(page), adresse).toEqual([])
    }
  })

test('one chooses the series and the years, and reads that nothing was measured', async ({ page }) => {
  await signIn(page, 'administration')
  await visit(page, INDICATEUR)
  await expect(page.getByText(/Même libellé, même nature et même unité dans la convention précédente/)).toBeVisible()
  await bouton(page).click()
  const traits = page.locator('.recharts-line-curve')
  await expect(graphique(page)).toBeVisible()
  await expect(traits).not.toHaveCount(0)
  const avant = await traits.count()
  await page.getByRole('checkbox', { name: /Cible de la période/ }).uncheck()
  await expect(traits).toHaveCount(avant - 1)
  await page.getByLabel('De', { exact: true }).selectOption('2021')
  // Where the pointer is comes before where the keyboard is.
  await page.mouse.move(0, 0)
  await graphique(page).focus()
  await expect(bulle(page)).toContainText('2021')
  await expect(bulle(page)).toContainText(/1\s300\spersonnes/)
})

test('an adviser opens a band of the portfolio and the convention in it', async ({ page }) => {
  await signIn(page, 'administration')
  await visit(page, '/portefeuille')
  await bouton(page).click()
  await page.getByLabel('Répartir', { exact: true }).selectOption({ label: 'Par part d’actions réalisées' })
  const ouvrir = page.getByLabel('Ouvrir', { exact: true })
  const choix = await ouvrir.locator('option').allInnerTexts()
  await ouvrir.selectOption({ index: 1 })
  const [, libelle, nombre] = /^(.+?)\s: (\d+) convention/.exec(choix[1] ?? '') ?? []
  const explorer = page.locator('.explorer')
  await expect(explorer.getByRole('listitem').filter({ has: page.getByRole('link') })).toHaveCount(Number(nombre))
  await expect(explorer).toContainText(libelle ?? '')
  const lien = explorer.getByRole('link').first()
  const nom = await lien.innerText()
  await lien.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(nom)
})

test('a cut line says so, keeps the table, and the next try brings the picture', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, ETP)
  await page.route(/\.js(\?|$)/, (route) => route.abort())
  await bouton(page).click()
  await expect(page.getByText('Le graphique n’a pas pu être chargé.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Schémas de coopération dans le temps, en ETP' })).toBeVisible()
  await page.unroute(/\.js(\?|$)/)
  await bouton(page).click()
  await expect(graphique(page)).toBeVisible()
})
