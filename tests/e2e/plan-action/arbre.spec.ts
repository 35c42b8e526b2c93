import { expect, test, type Locator, type Page } from '@/tests/support/essai'
import { dialogue, query, tabTo, toast, visit, waitReady } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const SLUG = 'golfe-et-etangs'
const MODIFIER = `/conventions/${SLUG}/plan-action/modifier`
const VERSIONS = `/conventions/${SLUG}/plan-action/versions`

test.describe.configure({ mode: 'serial' })

const ligne = (page: Page, titre: string): Locator => page.locator('[id^="ligne-"]').filter({ hasText: titre })
const listLignes = async (page: Page): Promise<string[]> =>
  page
    .locator('[id^="ligne-"]')
    .evaluateAll((lignes) =>
      lignes.map((ligne) => (ligne.textContent ?? '').replace('⠿', '').replace(/\s+/g, ' ').trim()),
    )

async function openAction(page: Page, titre: string, geste: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: `Actions sur «\u00A0${titre}\u00A0»` }).click()
  await page.getByRole('menuitem', { name: geste }).click()
}

async function fillTitre(page: Page, titre: string, champs: Record<string, string> = {}): Promise<void> {
  await dialogue(page).getByRole('textbox', { name: 'Titre' }).fill(titre)
  for (const [nom, valeur] of Object.entries(champs)) await dialogue(page).getByLabel(nom).fill(valeur)
  await dialogue(page).getByRole('button', { name: 'Créer' }).click()
  await expect(dialogue(page)).toHaveCount(0)
  await expect(ligne(page, titre)).toBeVisible()
}

test('builds a plan from nothing, on three levels with the convention’s own names', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, `/conventions/${SLUG}/plan-action`)
  await page.getByRole('link', { name: 'Créer le plan d’action' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Créer le plan d’action' })).toBeVisible()
  await waitReady(page)
  await page.getByRole('button', { name: 'Ajouter un niveau' }).click()
  await page.getByRole('button', { name: 'Ajouter un niveau' }).click()
  await page.getByLabel('Premier niveau').fill('Orientation')
  await page.getByLabel('Deuxième niveau').fill('Objectif')
  await page.getByLabel('Nom d’une fiche').fill('Action')
  await page.getByLabel('Nom d’une étape').fill('Modalité')
  await page.getByLabel('Numéros des fiches').selectOption('PAR_AXE')
  await page.getByLabel('Devant le numéro').fill('FA')
  // A level without a name is said on its field, and nothing typed is lost.
  await page.getByRole('button', { name: 'Créer le plan d’action' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByLabel('Troisième niveau')).toHaveAccessibleDescription(/comme la convention le fait/)
  await expect(page.getByLabel('Premier niveau')).toHaveValue('Orientation')
  await page.getByLabel('Troisième niveau').fill('Chantier')
  await page.getByRole('button', { name: 'Créer le plan d’action' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Modifier le plan d’action' })).toBeVisible()

  await page.getByRole('button', { name: 'Ajouter une orientation' }).first().click()
  await fillTitre(page, 'Accueillir les familles', { Numéro: '1' })
  await openAction(page, 'Accueillir les familles', 'Ajouter un objectif')
  await fillTitre(page, 'Petite enfance')
  await openAction(page, 'Petite enfance', 'Ajouter un chantier')
  await fillTitre(page, 'Modes d’accueil')
  await openAction(page, 'Modes d’accueil', 'Ajouter une action')
  await expect(dialogue(page).getByLabel('Numéro')).toHaveAccessibleDescription(/FA 1\.1\.1\.1/)
  await fillTitre(page, 'Ouvrir une crèche')
  await openAction(page, 'Modes d’accueil', 'Ajouter une action')
  await fillTitre(page, 'Former les assistantes')
  await openAction(page, 'Modes d’accueil', 'Ajouter une action')
  await fillTitre(page, 'Recenser les places')
  await page.getByRole('button', { name: 'Ajouter une orientation' }).click()
  await expect(dialogue(page).getByLabel('Numéro')).toHaveValue('2')
  await dialogue(page).getByLabel('Pourquoi il ne porte pas de fiche').fill('attendues par avenant')
  await fillTitre(page, 'Habiter')
  expect(await listLignes(page)).toEqual([
    'Orientation 1Accueillir les familles',
    'Objectif 1.1Petite enfance',
    'Chantier 1.1.1Modes d’accueil3 actions',
    'FA 1.1.1.1Ouvrir une crèche',
    'FA 1.1.1.2Former les assistantes',
    'FA 1.1.1.3Recenser les places',
    'Orientation 2Habitersans fiche\u00A0: attendues par avenant'.replace('\u00A0', ' '),
  ])
  // A fourth level is not offered.
  await page.getByRole('button', { name: 'Actions sur «\u00A0Modes d’accueil\u00A0»' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Modifier', 'Ajouter une action', 'Retirer du plan'])
  await page.keyboard.press('Escape')
  expect(await listViolations(page)).toEqual([])
})

test('moves with the keyboard alone: focus follows, the place is said, numbers stay', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, MODIFIER)
  const bouton = page.getByRole('button', { name: 'Déplacer «\u00A0Former les assistantes\u00A0»' })
  await tabTo(page, 'Déplacer «\u00A0Former les assistantes\u00A0»')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(
    page.getByRole('status').filter({
      hasText: '«\u00A0Former les assistantes\u00A0»\u00A0: rang 1 sur 3, dans «\u00A0Modes d’accueil\u00A0».',
    }),
  ).toHaveCount(1)
  await expect(bouton).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: 'rang 3 sur 3' })).toHaveCount(1)
  await expect(bouton).toBeFocused()
  await expect
    .poll(() => listLignes(page))
    .toEqual(
      expect.arrayContaining([
        'FA 1.1.1.1Ouvrir une crèche',
        'FA 1.1.1.3Recenser les places',
        'FA 1.1.1.2Former les assistantes',
      ]),
    )
  // The same from the menu, then to another place.
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Vers une autre place…' }).press('Enter')
  await dialogue(page).getByLabel('Dans').selectOption({ label: '2 Habiter' })
  await dialogue(page).getByRole('button', { name: 'Déplacer' }).press('Enter')
  await expect(bouton).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'rang 1 sur 1, dans «\u00A0Habiter\u00A0».' })).toHaveCount(1)
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await page.reload()
  expect((await listLignes(page)).slice(-2)).toEqual([
    'Orientation 2Habiter1 action',
    'FA 1.1.1.2Former les assistantes',
  ])
})

test('moves by drag: a fiche beside another, an axe into another', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, MODIFIER)
  // The page answers: a drag begun before that goes nowhere, and is not begun again.
  await expect(async () => {
    await page.getByRole('button', { name: 'Replier «\u00A0Modes d’accueil\u00A0»' }).click({ timeout: 2000 })
    await expect(ligne(page, 'Recenser les places')).toHaveCount(0, { timeout: 1000 })
  }).toPass()
  await page.getByRole('button', { name: 'Déplier «\u00A0Modes d’accueil\u00A0»' }).click()
  await ligne(page, 'Former les assistantes')
    .locator('[data-poignee]')
    .dragTo(ligne(page, 'Recenser les places'), { targetPosition: { x: 200, y: 3 } })
  await expect
    .poll(async () => (await listLignes(page)).slice(3, 6))
    .toEqual(['FA 1.1.1.1Ouvrir une crèche', 'FA 1.1.1.2Former les assistantes', 'FA 1.1.1.3Recenser les places'])
  await ligne(page, 'Habiter')
    .locator('[data-poignee]')
    .dragTo(ligne(page, 'Accueillir les familles'), { targetPosition: { x: 200, y: 20 } })
  await expect.poll(async () => (await listLignes(page)).at(-1)).toMatch(/^Objectif 2Habiter/)
  await ligne(page, 'Habiter')
    .locator('[data-poignee]')
    .dragTo(ligne(page, 'Accueillir les familles'), { targetPosition: { x: 200, y: 3 } })
  await expect.poll(async () => (await listLignes(page))[0]).toMatch(/^Orientation 2Habiter/)
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await page.reload()
  expect((await listLignes(page)).slice(0, 2)).toEqual([
    expect.stringMatching(/^Orientation 2Habiter/),
    'Orientation 1Accueillir les familles',
  ])
})

test('renumbers after showing what changes, announces a fiche to write, and refuses to remove what carries something', async ({
  page,
}) => {
  await query(
    `INSERT INTO avenant (convention_id, ref, objet, ordre) SELECT id, 'avenant-essai-arbre', 'Avenant de printemps', 90 FROM convention WHERE slug = $1`,
    [SLUG],
  )
  await signIn(page, 'coordination')
  await visit(page, MODIFIER)
  await page.getByRole('button', { name: 'Numérotation' }).click()
  await expect(dialogue(page).getByText('Aucun numéro ne change.')).toBeVisible()
  await dialogue(page).getByLabel('Numéroter aussi les axes').check()
  const apercu = dialogue(page).getByRole('row')
  await expect(apercu.filter({ hasText: 'Habiter' })).toHaveText('21Habiter')
  await expect(apercu.filter({ hasText: 'Ouvrir une crèche' })).toHaveText('FA 1.1.1.1FA 2.1.1.1Ouvrir une crèche')
  await dialogue(page)
    .getByRole('button', { name: /^Changer \d+ numéros$/ })
    .click()
  await expect(toast(page, /numéros changés/)).toBeVisible()
  expect((await listLignes(page)).slice(0, 2)).toEqual([
    expect.stringMatching(/^Orientation 1Habiter/),
    'Orientation 2Accueillir les familles',
  ])

  await openAction(page, 'Habiter', 'Ajouter une action')
  await dialogue(page).getByLabel('Annoncée, à rédiger plus tard').check()
  await dialogue(page).getByRole('textbox', { name: 'Titre' }).fill('Loger les jeunes')
  await dialogue(page).getByRole('button', { name: 'Créer' }).click()
  await expect(dialogue(page).getByLabel('Pourquoi elle n’est pas encore écrite')).toHaveAccessibleDescription(
    /attendue par avenant/,
  )
  await dialogue(page).getByLabel('Pourquoi elle n’est pas encore écrite').fill('Attendue par avenant')
  await dialogue(page).getByLabel('À écrire avant le').fill('2027-03-31')
  await dialogue(page).getByLabel('Avenant qui doit l’apporter').selectOption({ label: 'Avenant de printemps' })
  await dialogue(page).getByRole('button', { name: 'Créer' }).click()
  await expect(ligne(page, 'Loger les jeunes')).toContainText('À rédiger')

  await openAction(page, 'Accueillir les familles', 'Retirer du plan')
  await expect(dialogue(page)).toContainText('«\u00A0Petite enfance\u00A0»')
  await expect(dialogue(page).getByRole('button', { name: 'Retirer définitivement' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await openAction(page, 'Recenser les places', 'Retirer du plan')
  await dialogue(page).getByRole('button', { name: 'Retirer définitivement' }).click()
  await expect(ligne(page, 'Recenser les places')).toHaveCount(0)
})

test('shows what somebody else changed meanwhile, and loses nothing of what was typed', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, MODIFIER)
  await page.getByRole('button', { name: 'Ajouter une orientation' }).click()
  await dialogue(page).getByRole('textbox', { name: 'Titre' }).fill('Se soigner')
  await query(
    `UPDATE axe SET titre = 'Habiter et se loger', version = version + 1 WHERE titre = 'Habiter' AND convention_id = (SELECT id FROM convention WHERE slug = $1)`,
    [SLUG],
  )
  await query(
    `UPDATE plan_action SET version = version + 1 WHERE convention_id = (SELECT id FROM convention WHERE slug = $1)`,
    [SLUG],
  )
  await dialogue(page).getByRole('button', { name: 'Créer' }).click()
  await expect(dialogue(page).getByRole('alert')).toContainText('Votre saisie est toujours là')
  await expect(dialogue(page).getByRole('textbox', { name: 'Titre' })).toHaveValue('Se soigner')
  await expect(page.locator('.notice').filter({ hasText: 'Le plan a changé entre-temps' })).toContainText(
    'Nouveau titre\u00A0: «\u00A0Habiter et se loger\u00A0»',
  )
  await dialogue(page).getByRole('button', { name: 'Créer' }).click()
  await expect(ligne(page, 'Se soigner')).toBeVisible()
  await expect(ligne(page, 'Habiter et se loger')).toBeVisible()
})

test('closes a version by an avenant, then reads it and what changed since', async ({ page }) => {
  await signIn(page, 'coordination')
  await visit(page, VERSIONS)
  await page.getByRole('button', { name: 'Arrêter la version 1' }).click()
  await dialogue(page).getByRole('button', { name: 'Arrêter la version 1' }).click()
  await expect(dialogue(page).getByRole('alert')).toBeFocused()
  await dialogue(page).getByLabel('Nom de la version').fill('Plan signé')
  await dialogue(page).getByLabel('Par l’avenant').selectOption({ label: 'Avenant de printemps' })
  await dialogue(page).getByLabel('Pourquoi').fill('Avant de rédiger.')
  await dialogue(page).getByRole('button', { name: 'Arrêter la version 1' }).click()
  await expect(page.getByRole('heading', { name: 'Version 1\u00A0: Plan signé' })).toBeVisible()
  await expect(page.getByText('par l’avenant «\u00A0Avenant de printemps\u00A0»')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'En cours\u00A0: version 2' })).toBeVisible()

  await visit(page, MODIFIER)
  await page.getByRole('button', { name: 'Déplacer «\u00A0Ouvrir une crèche\u00A0»' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: 'rang 2 sur 2' })).toHaveCount(1)
  await openAction(page, 'Se soigner', 'Retirer du plan')
  await dialogue(page).getByRole('button', { name: 'Retirer définitivement' }).click()
  await expect(ligne(page, 'Se soigner')).toHaveCount(0)

  await visit(page, VERSIONS)
  await page.getByRole('link', { name: 'Ce qui a changé depuis la version 1' }).click()
  const comparaison = page.getByRole('region', { name: /^De la version 1/ })
  await expect(comparaison).toContainText('1 retrait et 1 modification.')
  await expect(comparaison).toContainText('Orientation 3 «\u00A0Se soigner\u00A0»')
  await expect(comparaison).toContainText('Nouvel ordre de ce qu’il contient')
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('link', { name: 'Lire la version 1' }).click()
  const lecture = page.getByRole('region', { name: /^Le plan dans la version 1/ })
  await expect(lecture).toContainText('Se soigner')
  await expect(lecture).toContainText('À rédiger')
  await expect(comparaison).toHaveCount(0)
  expect(await listViolations(page)).toEqual([])
})

test('an élue reads the versions and is not offered to change the plan', async ({ page }) => {
  await signIn(page, 'elue')
  await visit(page, VERSIONS)
  await expect(page.getByRole('heading', { name: 'Version 1\u00A0: Plan signé' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Arrêter/ })).toHaveCount(0)
  await page.goto(MODIFIER)
  await expect(page.getByRole('heading', { level: 1, name: 'Modifier le plan d’action' })).toHaveCount(0)
})

test('reads without sideways scroll nor violation', async ({ page }) => {
  await signIn(page, 'coordination')
  for (const adresse of [
    MODIFIER,
    `${VERSIONS}?avant=1`,
    `${VERSIONS}?lire=1`,
    '/conventions/grand-chatellerault/plan-action/modifier',
    '/conventions/vallee-des-baux-alpilles/plan-action/modifier',
  ]) {
    await visit(page, adresse)
    expect(await listDefauts(page), adresse).toEqual([])
  }
  await visit(page, MODIFIER)
  await page.getByRole('button', { name: 'Numérotation' }).click()
  await dialogue(page).getByRole('radio', { name: 'Continue' }).check()
  await expect(dialogue(page).getByRole('table')).toBeVisible()
  expect(await listDefauts(page)).toEqual([])
})
