import { expect, test, type Browser, type Page } from '@/tests/support/essai'
import { query, tabTo, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const FICHES = ['action-18', 'action-19', 'action-20'] as const
const CONVENTION = 'val-aigo'
const adresse = (ref: (typeof FICHES)[number]) => `/conventions/${CONVENTION}/plan-action/${ref}`

/** The fiches of these tests say nothing yet. */
async function reset(): Promise<void> {
  await query(
    `UPDATE fiche_action f SET contexte = NULL, objectifs = NULL, description = NULL, moyens = NULL, titre_court = NULL, territoire_texte = NULL, suivi = NULL, statut = 'A_PRECISER',
       enjeu_coordination = NULL, a_rediger = false, redaction_motif = NULL, redaction_echeance = NULL
     FROM convention c WHERE c.id = f.convention_id AND c.slug = $1 AND f.ref = ANY ($2)`,
    [CONVENTION, FICHES],
  )
}

async function readFiche(ref: string) {
  const [lue] = await query<
    Record<'contexte' | 'objectifs' | 'moyens' | 'suivi' | 'statut' | 'motif', string | null> & {
      rediger: boolean
      enjeu: boolean | null
    }
  >(
    `SELECT f.contexte, f.objectifs, f.moyens, f.suivi, f.statut, f.a_rediger AS rediger, f.redaction_motif AS motif, f.enjeu_coordination AS enjeu
     FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2`,
    [CONVENTION, ref],
  )
  return lue
}

async function open(browser: Browser, qui: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, qui)
  return page
}

const section = (page: Page, titre: string) => page.getByRole('region', { name: titre, exact: true })
const openSection = (page: Page, titre: string) =>
  section(page, titre)
    .getByRole('button', { name: /^(Ajouter|Modifier)/ })
    .click()
const expectSaved = (page: Page) => expect(page.getByText(/^Enregistré à \d+\sh\s\d\d$/).first()).toBeVisible()

test.beforeEach(reset)

test('a text is read, edited in place with bold and a link, saved by itself, and read again', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, adresse('action-18'))
  await openSection(page, 'Contexte')
  const texte = page.getByRole('textbox', { name: 'Contexte' })
  await expect(texte).toBeFocused()
  await texte.fill('Un territoire rural.\nDes familles isolées')
  await texte.press('Control+A')
  await texte.press('End')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('Control+B')
  await expect(texte).toHaveValue(/\*\*isolées\*\*$/)
  await texte.press('End')
  await page.keyboard.type(' ')
  await section(page, 'Contexte').getByRole('button', { name: 'Lien' }).click()
  await page.getByLabel('Adresse du lien').fill('exemple.fr/etude')
  await page.keyboard.press('Enter')
  await expect(texte).toHaveValue(/\[https:\/\/exemple\.fr\/etude\]\(https:\/\/exemple\.fr\/etude\)$/)
  await expectSaved(page)
  await section(page, 'Contexte')
    .getByRole('button', { name: /^Terminer/ })
    .click()
  await expect(section(page, 'Contexte').getByRole('strong')).toHaveText('isolées')
  await expect(section(page, 'Contexte').getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(section(page, 'Contexte').getByRole('button', { name: /^Modifier/ })).toBeFocused()
})

test('two people on different fields both keep their work, without a word', async ({ browser }) => {
  const [a, b] = [await open(browser, 'coordination'), await open(browser, 'conseillere')]
  for (const page of [a, b]) await visit(page, adresse('action-18'))
  await openSection(a, 'Contexte')
  await openSection(b, 'Objectifs')
  await a.getByRole('textbox', { name: 'Contexte' }).fill('Le contexte de la coordination.')
  await b.getByRole('textbox', { name: 'Objectifs' }).fill('Les objectifs de la Caf.')
  await Promise.all([a, b].map((page) => page.keyboard.press('Escape')))
  await expect
    .poll(() => readFiche('action-18'))
    .toMatchObject({ contexte: 'Le contexte de la coordination.', objectifs: 'Les objectifs de la Caf.' })
  for (const page of [a, b]) await expect(page.getByText('Modifié entre-temps')).toHaveCount(0)
  await Promise.all([a, b].map((page) => page.context().close()))
})

test('two people on the same field: both versions are shown, merged by hand, nothing is lost', async ({ browser }) => {
  const [a, b] = [await open(browser, 'coordination'), await open(browser, 'conseillere')]
  for (const page of [a, b]) await visit(page, adresse('action-19'))
  await a.getByLabel('Note de suivi').fill('Deux ateliers tenus.')
  await a.getByRole('heading', { level: 1 }).click()
  await expectSaved(a)
  await openSection(b, 'Moyens')
  await b.getByRole('textbox', { name: 'Moyens' }).fill('Un poste partagé.')
  await b.getByLabel('Note de suivi').fill('Réunion avec la Caf.')
  await b.getByRole('heading', { level: 1 }).click()
  const alerte = b.getByRole('alert').filter({ hasText: 'Modifié entre-temps' })
  await expect(alerte).toContainText('Deux ateliers tenus.')
  await expect(alerte).toContainText('Réunion avec la Caf.')
  await expect(alerte).toContainText(/, le \d.* à \d+\sh\s\d\d/)
  // What nobody else touched is saved, whatever becomes of the note.
  await expect
    .poll(() => readFiche('action-19'))
    .toMatchObject({ moyens: 'Un poste partagé.', suivi: 'Deux ateliers tenus.' })
  expect(await listViolations(b)).toEqual([])
  await alerte.getByRole('button', { name: /^Fusionner/ }).click()
  await expect(alerte.getByLabel('Texte à garder')).toHaveValue('Réunion avec la Caf.')
  await alerte.getByLabel('Texte à garder').fill('Deux ateliers tenus. Réunion avec la Caf.')
  await alerte.getByRole('button', { name: /^Enregistrer ce texte/ }).click()
  await expect(alerte).toHaveCount(0)
  await expect.poll(() => readFiche('action-19')).toMatchObject({ suivi: 'Deux ateliers tenus. Réunion avec la Caf.' })
  await Promise.all([a, b].map((page) => page.context().close()))
})

test('the line is cut while one types: what is typed is kept, found after a reload, and saved when it is back', async ({
  page,
  context,
}) => {
  await signIn(page, 'coordination')
  await visit(page, adresse('action-20'))
  await context.setOffline(true)
  await page.getByLabel('Note de suivi').fill('Écrit sans connexion.')
  await expect(page.getByText('Connexion interrompue')).toBeVisible()
  expect(await readFiche('action-20')).toMatchObject({ suivi: null })
  // The page comes back, what it sends does not leave yet.
  const refuser = (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
    route.request().method() === 'POST' ? route.abort() : route.continue()
  await page.route('**/*', refuser)
  await context.setOffline(false)
  await page.reload()
  await expect(page.getByText('Vous aviez commencé à modifier « Note de suivi »')).toBeVisible()
  await expect(page.getByLabel('Note de suivi')).toHaveValue('Écrit sans connexion.')
  await page.unroute('**/*', refuser)
  await context.setOffline(true)
  await context.setOffline(false)
  await expectSaved(page)
  expect(await readFiche('action-20')).toMatchObject({ suivi: 'Écrit sans connexion.' })
  await page.reload()
  await expect(page.getByText('Vous aviez commencé')).toHaveCount(0)
})

test('one takes back what was just saved', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, adresse('action-20'))
  await page.getByLabel('Note de suivi').fill('Une erreur.')
  await page.getByRole('heading', { level: 1 }).click()
  await expectSaved(page)
  await page.getByRole('button', { name: /^Annuler/ }).click()
  await expect.poll(() => readFiche('action-20')).toMatchObject({ suivi: null })
  await expect(page.getByLabel('Note de suivi')).toHaveValue('')
})

test('a fiche still to be written says why and until when; whether it is a matter of coordination may be unknown', async ({
  page,
}) => {
  await signIn(page, 'coordination')
  await visit(page, adresse('action-18'))
  await page.getByRole('button', { name: /^Modifier le titre/ }).click()
  await page.getByLabel('Fiche annoncée, encore à rédiger').check()
  await page.getByLabel('Pourquoi').fill('Attend le diagnostic')
  await page.getByLabel('À rédiger pour le').fill('2027-06-30')
  await page.getByLabel('Titre court').click()
  await expect(page.getByText('À rédiger pour le 30 juin 2027')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Modifier : Enjeu/ }).click()
  await page.getByRole('radio', { name: 'Non', exact: true }).check()
  await expect
    .poll(() => readFiche('action-18'))
    .toMatchObject({ rediger: true, motif: 'Attend le diagnostic', enjeu: false })
  await page.getByRole('radio', { name: 'Inconnu' }).check()
  await expect.poll(() => readFiche('action-18')).toMatchObject({ enjeu: null })
})

test('by keyboard alone: open, type, close with Escape, be where one was', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, adresse('action-19'))
  await tabTo(page, /: Objectifs$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Objectifs' })).toBeFocused()
  await page.keyboard.type('Réunir les âges.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /: Objectifs$/ })).toBeFocused()
  await expect.poll(() => readFiche('action-19')).toMatchObject({ objectifs: 'Réunir les âges.' })
})

test('a pilote edits their fiche, but not its title; an élue reads', async ({ page, browser }) => {
  const pilote = await open(browser, 'pilote')
  const [{ ref } = { ref: '' }] = await query<{ ref: string }>(
    `SELECT f.ref FROM role r JOIN utilisateur u ON u.id = r.utilisateur_id JOIN fiche_action f ON f.id = r.fiche_action_id WHERE u.email LIKE 'pilote@%' ORDER BY f.ordre LIMIT 1`,
  )
  await visit(pilote, `/conventions/demonstration/plan-action/${ref}`)
  await pilote.getByRole('button', { name: /^Modifier le titre court/ }).click()
  await expect(pilote.getByLabel('Titre court')).toBeVisible()
  await expect(pilote.getByLabel('Titre', { exact: true })).toHaveCount(0)
  await pilote.context().close()
  await signIn(page, 'elue')
  await visit(page, adresse('action-18'))
  await expect(page.getByRole('button', { name: /^(Modifier|Ajouter)/ })).toHaveCount(0)
})

test('reads and is edited without violation nor sideways scroll', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, adresse('action-18'))
  expect(await listDefauts(page)).toEqual([])
  for (const titre of ['Contexte', 'Moyens']) await openSection(page, titre)
  await section(page, 'Moyens').getByRole('button', { name: 'Lien' }).click()
  await page.getByRole('button', { name: /^Modifier le titre/ }).click()
  await page.getByRole('button', { name: /^Modifier : Enjeu/ }).click()
  await page.getByRole('button', { name: /^Modifier : Territoire/ }).click()
  expect(await listDefauts(page), 'edited').toEqual([])
})
