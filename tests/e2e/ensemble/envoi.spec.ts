import { expect, test, type Locator, type Page } from '@/tests/support/essai'
import { dialogue, query, visit } from '@/tests/support/gestes'
import { buildCookie, ownerUrl } from '@/tests/support/navigateur'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** One opened form writes once: with the line cut before the write and after it, and on a double click. */

const SLUG = 'essai-envois'
const BASE = `/conventions/${SLUG}`
const CONVENTION = `(SELECT id FROM convention WHERE slug = '${SLUG}')`
const FICHE = `(SELECT id FROM fiche_action WHERE ref = 'fiche-envois' AND convention_id = ${CONVENTION})`

let coordination: Personne
let administration: Personne
/** who is given a role, or invited; another for each test */
let autre: Personne

async function createConvention(): Promise<void> {
  await query(
    `INSERT INTO organisme (cle, type, nom) VALUES ('CAF:ENVOIS', 'CAF', 'Caf des envois') ON CONFLICT (cle) DO NOTHING`,
  )
  await query(
    `INSERT INTO convention (slug, nom, caf_id, territoire_nom, source) SELECT $1, 'Convention des envois', id, 'Envois', '{"titre": "Convention", "nature": "CONVENTION"}' FROM organisme WHERE cle = 'CAF:ENVOIS'
     ON CONFLICT (slug) DO NOTHING`,
    [SLUG],
  )
  await query(
    `INSERT INTO plan_action (convention_id) SELECT ${CONVENTION} WHERE NOT EXISTS (SELECT FROM plan_action WHERE convention_id = ${CONVENTION})`,
  )
  await query(
    `INSERT INTO axe (convention_id, plan_id, ref, titre, ordre) SELECT convention_id, id, 'axe-envois', 'Axe', 0 FROM plan_action WHERE convention_id = ${CONVENTION} ON CONFLICT DO NOTHING`,
  )
  await query(
    `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, titre, ordre) SELECT convention_id, plan_id, id, 'fiche-envois', 'Fiche des envois', 0 FROM axe WHERE convention_id = ${CONVENTION} ON CONFLICT DO NOTHING`,
  )
}

/** Every form starts from the same: nothing added yet, one reserve to settle, one draft of one line. */
async function reset(): Promise<void> {
  for (const table of ['commentaire', 'ligne_budget'])
    await query(`DELETE FROM ${table} WHERE fiche_action_id = ${FICHE}`)
  for (const table of ['indicateur', 'reserve', 'affectation', 'schema_cooperation'])
    await query(`DELETE FROM ${table} WHERE convention_id = ${CONVENTION}`)
  await query(
    `INSERT INTO reserve (convention_id, cible_type, raison, ordre) VALUES (${CONVENTION}, 'CONVENTION', 'Deux dates se contredisent', 0)`,
  )
  await query(
    `INSERT INTO schema_cooperation (convention_id, ref, libelle, ordre, debut, fin, total) VALUES (${CONVENTION}, 'brouillon', 'Brouillon des envois', 0, '2026-01-01', '2027-12-31', 1)`,
  )
  await query(
    `INSERT INTO affectation (convention_id, schema_id, marge, libelle, ordre) SELECT convention_id, id, 'PORTEUR', 'Fontvieille', 0 FROM schema_cooperation WHERE convention_id = ${CONVENTION}`,
  )
}

test.beforeAll(async () => {
  await createConvention()
  coordination = await createPersonne(ownerUrl(), [{ type: 'CHARGE_COOPERATION', convention: SLUG }])
  administration = await createPersonne(ownerUrl(), [{ type: 'ADMINISTRATEUR' }])
})
test.beforeEach(async () => {
  await reset()
  autre = await createPersonne(ownerUrl(), [])
})

interface Formulaire {
  nom: string
  qui: () => Personne
  /** Opens it and fills it. */
  open: (page: Page) => Promise<void>
  /** Its button, told apart from the one that opened it. */
  bouton: (page: Page) => Locator
  /** What was typed is still there. */
  saisie?: (page: Page) => Promise<void>
  /** How often it was written. */
  count: () => Promise<number>
  /** What the screen shows once it is written. */
  ecrit: (page: Page) => Promise<void>
}

const count = async (sql: string): Promise<number> => (await query<{ n: number }>(sql))[0]?.n ?? 0
const countRows = (table: string, where: string) => () =>
  count(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)
const openPersonne = (page: Page) => visit(page, `/administration/personnes/${autre.id}`)
const closed = (page: Page) => expect(dialogue(page)).toHaveCount(0)

const FORMULAIRES: Formulaire[] = [
  {
    nom: 'an ETP draft',
    qui: () => coordination,
    open: async (page) => {
      await visit(page, `${BASE}/etp`)
      await page.getByLabel('Quotité de Fontvieille', { exact: true }).fill('0,4')
    },
    bouton: (page) => page.getByRole('button', { name: 'Enregistrer le brouillon' }),
    saisie: (page) => expect(page.getByLabel('Quotité de Fontvieille', { exact: true })).toHaveValue('0,4'),
    count: () => count(`SELECT version AS n FROM schema_cooperation WHERE convention_id = ${CONVENTION}`),
    ecrit: (page) => expect(page.getByText('Brouillon à jour.')).toBeVisible(),
  },
  {
    nom: 'a role',
    qui: () => administration,
    open: async (page) => {
      await openPersonne(page)
      await page.getByRole('button', { name: 'Ajouter un rôle' }).click()
      await dialogue(page).getByLabel('Rôle', { exact: true }).selectOption('ADMINISTRATEUR')
    },
    bouton: (page) => dialogue(page).getByRole('button', { name: 'Ajouter ce rôle' }),
    saisie: (page) => expect(dialogue(page).getByLabel('Rôle', { exact: true })).toHaveValue('ADMINISTRATEUR'),
    count: () => countRows('role', `utilisateur_id = ${autre.id}`)(),
    ecrit: closed,
  },
  {
    nom: 'a comment',
    qui: () => coordination,
    open: async (page) => {
      await visit(page, `${BASE}/plan-action/fiche-envois`)
      await page.getByRole('button', { name: 'Écrire un commentaire' }).click()
      await page.getByRole('textbox', { name: 'Commentaire' }).fill('Le car passera à 9 h.')
    },
    bouton: (page) => page.getByRole('button', { name: 'Publier' }),
    saisie: (page) => expect(page.getByRole('textbox', { name: 'Commentaire' })).toHaveValue('Le car passera à 9 h.'),
    count: countRows('commentaire', `fiche_action_id = ${FICHE}`),
    ecrit: (page) => expect(page.getByRole('button', { name: 'Écrire un commentaire' })).toBeVisible(),
  },
  {
    nom: 'an invitation',
    qui: () => administration,
    open: async (page) => {
      await openPersonne(page)
      await page.getByRole('button', { name: 'Inviter' }).click()
    },
    bouton: (page) => dialogue(page).getByRole('button', { name: 'Créer le lien' }),
    count: () => countRows('invitation', `utilisateur_id = ${autre.id}`)(),
    ecrit: async (page) => {
      const lien = await page.getByLabel('Lien d’invitation').inputValue()
      await page.goto(lien)
      // The link that came back, of the sending that wrote, opens.
      await expect(page.getByRole('heading', { name: /^Bienvenue/ })).toBeVisible()
    },
  },
  {
    nom: 'a reserve',
    qui: () => coordination,
    open: async (page) => {
      await visit(page, `${BASE}/convention/a-confirmer`)
      await page.getByRole('button', { name: 'Confirmer cette lecture' }).click()
      await dialogue(page).getByRole('textbox').fill('Vu avec la Caf.')
    },
    bouton: (page) => dialogue(page).getByRole('button', { name: 'Enregistrer' }),
    saisie: (page) => expect(dialogue(page).getByRole('textbox')).toHaveValue('Vu avec la Caf.'),
    count: () => count(`SELECT version AS n FROM reserve WHERE convention_id = ${CONVENTION}`),
    ecrit: closed,
  },
  {
    nom: 'a budget line',
    qui: () => coordination,
    open: async (page) => {
      await visit(page, `${BASE}/plan-action/fiche-envois`)
      await page.getByRole('button', { name: 'Ajouter une ligne' }).click()
      await dialogue(page).getByLabel('Financeur').fill('Caf')
    },
    bouton: (page) => dialogue(page).getByRole('button', { name: 'Ajouter' }),
    saisie: (page) => expect(dialogue(page).getByLabel('Financeur')).toHaveValue('Caf'),
    count: countRows('ligne_budget', `fiche_action_id = ${FICHE}`),
    ecrit: closed,
  },
  {
    nom: 'an indicator',
    qui: () => coordination,
    open: async (page) => {
      await visit(page, `${BASE}/indicateurs/nouveau`)
      await page.getByLabel('Ce qui est mesuré').fill('Nombre de rencontres')
    },
    bouton: (page) => page.getByRole('button', { name: 'Ajouter l’indicateur' }),
    saisie: (page) => expect(page.getByLabel('Ce qui est mesuré')).toHaveValue('Nombre de rencontres'),
    count: countRows('indicateur', `convention_id = ${CONVENTION}`),
    ecrit: (page) => expect(page.getByRole('heading', { level: 1, name: 'Nombre de rencontres' })).toBeVisible(),
  },
]

const isWrite = (request: { method: () => string; headers: () => Record<string, string> }) =>
  request.method() === 'POST' && request.headers()['next-action'] !== undefined

/** The server writes, and its answer never comes: the next write only. */
async function loseAnswer(page: Page): Promise<void> {
  let perdue = false
  await page.route('**/*', async (route) => {
    if (perdue || !isWrite(route.request())) return route.fallback()
    perdue = true
    await route.fetch()
    await route.abort('internetdisconnected')
  })
}

const enter = async (page: Page, { qui }: Formulaire) => page.context().addCookies([await buildCookie(qui().session)])
const refus = (page: Page) => page.getByRole('alert').filter({ hasText: 'La connexion a été coupée avant la réponse' })
const reessayer = (page: Page) => page.getByRole('button', { name: 'Réessayer' })

for (const formulaire of FORMULAIRES) {
  test(`${formulaire.nom} is written once, though the line was cut before the write and after it`, async ({
    page,
    context,
  }) => {
    await enter(page, formulaire)
    await formulaire.open(page)
    await context.setOffline(true)
    await formulaire.bouton(page).click()
    await expect(refus(page)).toBeFocused()
    await formulaire.saisie?.(page)
    expect(await formulaire.count()).toBe(0)
    await context.setOffline(false)
    await loseAnswer(page)
    await reessayer(page).click()
    await expect.poll(formulaire.count).toBe(1)
    await expect(refus(page)).toBeFocused()
    await formulaire.saisie?.(page)
    await reessayer(page).click()
    await formulaire.ecrit(page)
    expect(await formulaire.count()).toBe(1)
  })

  test(`${formulaire.nom} is sent once by a double click`, async ({ page }) => {
    await enter(page, formulaire)
    await formulaire.open(page)
    let envois = 0
    await page.route('**/*', async (route) => {
      if (!isWrite(route.request())) return route.fallback()
      envois += 1
      // Slow enough for a second press.
      await new Promise((suite) => setTimeout(suite, 600))
      await route.continue()
    })
    await formulaire.bouton(page).dblclick()
    await formulaire.ecrit(page)
    expect(envois).toBe(1)
    expect(await formulaire.count()).toBe(1)
  })
}

test('a session that ended keeps what was typed: one signs in elsewhere, and tries again', async ({ page }) => {
  const budget = FORMULAIRES.find(({ nom }) => nom === 'a budget line')
  if (!budget) throw new Error('no budget form')
  await enter(page, budget)
  await budget.open(page)
  await query(`UPDATE session SET fermee_le = now() WHERE utilisateur_id = $1`, [coordination.id])
  await budget.bouton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Votre session a pris fin' })).toBeFocused()
  await expect(dialogue(page).getByRole('link', { name: /Se reconnecter/ })).toHaveAttribute('target', '_blank')
  await budget.saisie?.(page)
  expect(await budget.count()).toBe(0)
  await query(`UPDATE session SET fermee_le = NULL WHERE utilisateur_id = $1`, [coordination.id])
  await reessayer(page).click()
  await budget.ecrit(page)
  expect(await budget.count()).toBe(1)
})

test('an addition corrected after a lost answer is not added twice: the form says that the first was saved', async ({
  page,
}) => {
  const budget = FORMULAIRES.find(({ nom }) => nom === 'a budget line')
  if (!budget) throw new Error('no budget form')
  await enter(page, budget)
  await budget.open(page)
  await loseAnswer(page)
  await budget.bouton(page).click()
  await expect(refus(page)).toBeFocused()
  await dialogue(page).getByLabel('Financeur').fill('MSA')
  await budget.bouton(page).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Votre premier envoi avait bien été enregistré' }),
  ).toBeFocused()
  await expect(dialogue(page).getByLabel('Financeur')).toHaveValue('MSA')
  expect(await budget.count()).toBe(1)
  // The page behind shows it.
  await expect(page.locator('#budget').getByRole('rowheader', { name: 'Caf', includeHidden: true })).toHaveCount(1)
})
