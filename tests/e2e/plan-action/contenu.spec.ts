import { expect, test, type Page } from '@/tests/support/essai'
import { dialogue, query, tabTo, toast, visit } from '@/tests/support/gestes'
import { listDefauts, listViolations, signIn } from '@/tests/support/navigateur'

const BASE = '/conventions/val-aigo/plan-action'

/** What hangs on one fiche of Val’Aïgo is put back as the document has it. */
async function restore(ref: string): Promise<void> {
  const fiche = `(SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = 'val-aigo' AND f.ref = '${ref}')`
  for (const table of ['ligne_budget', 'lien_fiche', 'fiche_document', 'fiche_commune'])
    await query(`DELETE FROM ${table} WHERE fiche_action_id = ${fiche}`)
  await query(`DELETE FROM etape WHERE fiche_action_id = ${fiche} AND titre LIKE 'Essai %'`)
  await query(`DELETE FROM document WHERE titre LIKE 'Essai %'`)
  await query(
    `UPDATE fiche_action SET periode_texte = NULL, periode_debut = NULL, periode_fin = NULL, territoire_texte = NULL WHERE id = ${fiche}`,
  )
}

const listPilotages = () =>
  query<{ ref: string; role: string; texte: string; organisme_id: number | null; a_definir: boolean }>(
    `SELECT f.ref, g.role, g.texte, g.organisme_id, g.a_definir FROM pilotage g JOIN fiche_action f ON f.id = g.fiche_action_id
     JOIN convention c ON c.id = g.convention_id WHERE c.slug = 'val-aigo' ORDER BY f.ordre, f.ref, g.ordre`,
  )

const readOrdre = async (ref: string) =>
  (
    await query<{ titre: string }>(
      `SELECT e.titre FROM etape e JOIN fiche_action f ON f.id = e.fiche_action_id JOIN convention c ON c.id = e.convention_id WHERE c.slug = 'val-aigo' AND f.ref = $1 ORDER BY e.ordre, e.id`,
      [ref],
    )
  ).map(({ titre }) => titre)

const open = async (page: Page, ref: string) => visit(page, `${BASE}/${ref}`)
const enregistre = (page: Page) => page.getByText(/^Enregistré à \d+\sh\s\d\d$/).first()

test.describe('pilotes as written', () => {
  for (const [ref, texte] of [
    ['action-5', 'A définir\u00A0: collectivités'],
    ['action-13', 'CCVA\u00A0: facilitateur\u202F?'],
    ['action-18', 'Selon les modalités'],
  ] as const) {
    test(`« ${texte} » goes through the editor word for word`, async ({ page }) => {
      const avant = await listPilotages()
      await signIn(page, 'coordination')
      await open(page, ref)
      const reperes = page.getByLabel('Repères')
      await expect(reperes.getByText(texte)).toBeVisible()
      await reperes.getByRole('button', { name: 'Modifier : Pilotes, porteurs et partenaires' }).click()
      const champs = page.getByLabel('Qui, comme le document l’écrit')
      await expect(champs.first()).toBeVisible()
      expect(
        await champs.evaluateAll((elements) => elements.map((element) => (element as HTMLInputElement).value)),
      ).toContain(texte)
      await page.getByRole('button', { name: 'Ajouter un pilote, un porteur ou un partenaire' }).click()
      await champs.last().fill('Écoles volontaires')
      await champs.last().blur()
      await expect.poll(async () => (await listPilotages()).length, { timeout: 30_000 }).toBe(avant.length + 1)
      expect((await listPilotages()).filter((ligne) => ligne.texte !== 'Écoles volontaires')).toEqual(avant)
      await page.getByRole('button', { name: 'Retirer Écoles volontaires' }).click()
      await expect.poll(listPilotages, { timeout: 30_000 }).toEqual(avant)
      await page.keyboard.press('Escape')
      await expect(reperes.getByText(texte)).toBeVisible()
    })
  }
})

test.describe('the period', () => {
  test.beforeEach(() => restore('action-9'))

  test('in words: what is read shows as one types, a correction stays and is said', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-9')
    await tabTo(page, 'Modifier : Période')
    await page.keyboard.press('Enter')
    const mots = page.getByRole('textbox', { name: /^Période/ })
    await expect(mots).toBeFocused()
    await page.keyboard.type('à partir du deuxième trimestre 2023')
    await expect(page.getByText('Lu\u00A0: du 1er avril 2023, sans fin connue.')).toBeVisible()
    await expect(page.getByLabel('Premier jour')).toHaveValue('2023-04-01')
    await expect(page.getByLabel('Dernier jour')).toHaveValue('')
    await page.getByLabel('Dernier jour').fill('2024-12-31')
    await page.getByLabel('Dernier jour').blur()
    await expect(page.getByRole('status').getByText('corrigé')).toBeVisible()
    await expect(enregistre(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.reload()
    const reperes = page.getByLabel('Repères')
    await expect(reperes.getByText('à partir du deuxième trimestre 2023')).toBeVisible()
    await expect(reperes.getByText('du 1er avril 2023 au 31 décembre 2024')).toBeVisible()
    await expect(reperes.getByText('corrigé')).toBeVisible()
    await page.getByRole('button', { name: 'Modifier : Période' }).click()
    await page.getByRole('button', { name: 'Reprendre les dates lues' }).click()
    await expect(page.getByLabel('Dernier jour')).toHaveValue('')
  })

  test('that cannot be read is kept and flagged, with why', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-9')
    await page.getByRole('button', { name: 'Modifier : Période' }).click()
    await page.getByRole('textbox', { name: /^Période/ }).fill('déjà en cours')
    await expect(page.getByRole('status').getByText('à préciser')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'ne dit pas depuis quand' })).toBeVisible()
    await page.getByLabel('Dernier jour').focus()
    await expect(enregistre(page)).toBeVisible()
    await page.reload()
    const periode = page.getByLabel('Repères').getByRole('region', { name: 'Période' })
    await expect(periode).toContainText('déjà en cours')
    await expect(periode.getByText('à préciser')).toBeVisible()
  })

  test('where: communes found, all or none, beside the words', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-9')
    await page.getByRole('button', { name: 'Modifier : Territoire' }).click()
    await page.getByLabel('Territoire en mots').fill('les communes volontaires')
    await page.getByRole('button', { name: 'Toutes' }).click()
    await expect(page.getByText(/^Toutes les communes/)).toBeVisible()
    await page.getByRole('checkbox', { name: 'Bessières' }).uncheck()
    await expect(page.getByText('3 communes sur 4')).toBeVisible()
    await expect(enregistre(page)).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Repères').getByText('les communes volontaires')).toBeVisible()
    await expect(page.getByLabel('Repères').getByText('Villemur-sur-Tarn')).toBeVisible()
    await expect(page.getByLabel('Repères').getByText('Bessières')).toHaveCount(0)
  })
})

test.describe('étapes', () => {
  test.beforeEach(() => restore('action-10'))

  test('are added, put in order and taken away without a mouse', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-10')
    const depart = await readOrdre('action-10')
    await tabTo(page, 'Ajouter aux modalités')
    await page.keyboard.press('Enter')
    await dialogue(page).getByLabel('Titre').fill('Essai au clavier')
    await dialogue(page)
      .getByRole('textbox', { name: /^Période/ })
      .fill('printemps 2024')
    await expect(dialogue(page).getByText('Lu\u00A0: du 20 mars au 20 juin 2024.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(toast(page, /Essai au clavier.*est ajoutée/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Essai au clavier' })).toBeVisible()
    expect(await readOrdre('action-10')).toEqual([...depart, 'Essai au clavier'])
    await tabTo(page, /^Déplacer Essai au clavier/)
    await page.keyboard.press('ArrowUp')
    await expect(
      page.getByRole('button', {
        name: new RegExp(`^Déplacer Essai au clavier.*place ${depart.length} sur ${depart.length + 1}`),
      }),
    ).toBeFocused()
    await expect
      .poll(() => readOrdre('action-10'))
      .toEqual([...depart.slice(0, -1), 'Essai au clavier', ...depart.slice(-1)])
    await page.reload()
    await tabTo(page, /^Essai au clavier.*modifier, déplacer ou retirer/)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Retirer' }).press('Enter')
    await expect(toast(page, /est retirée/)).toBeVisible()
    await expect.poll(() => readOrdre('action-10')).toEqual(depart)
  })

  test('changed by two people: both versions are shown, nothing is lost', async ({ page, browser }) => {
    const fiche = (
      await query<{ id: number; convention_id: number }>(
        `SELECT f.id, f.convention_id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = 'val-aigo' AND f.ref = 'action-10'`,
      )
    )[0]
    await query(
      `INSERT INTO etape (convention_id, fiche_action_id, ref, titre, ordre) VALUES ($1, $2, 'essai-a-deux', 'Essai à deux', 99)`,
      [fiche?.convention_id, fiche?.id],
    )
    const autre = await (await browser.newContext()).newPage()
    for (const [ecran, qui] of [
      [page, 'coordination'],
      [autre, 'conseillere'],
    ] as const) {
      await signIn(ecran, qui)
      await open(ecran, 'action-10')
      await ecran.getByRole('button', { name: /^Essai à deux.*modifier/ }).click()
      await ecran.getByRole('menuitem', { name: 'Modifier' }).click()
      await expect(dialogue(ecran).getByLabel('Titre')).toHaveValue('Essai à deux')
    }
    await dialogue(autre).getByLabel('Titre').fill('Essai de la Caf')
    await dialogue(autre).getByRole('button', { name: 'Enregistrer' }).click()
    await expect(toast(autre, /enregistrée/)).toBeVisible()
    await dialogue(page).getByLabel('Titre').fill('Essai de la coordination')
    await dialogue(page).getByRole('button', { name: 'Enregistrer' }).click()
    await expect(dialogue(page).getByRole('cell', { name: 'Essai de la Caf' })).toBeVisible()
    await expect(dialogue(page).getByRole('cell', { name: 'Essai de la coordination' })).toBeVisible()
    expect(await listViolations(page)).toEqual([])
    await dialogue(page).getByRole('button', { name: 'Garder ma saisie' }).click()
    await expect(toast(page, /enregistrée/)).toBeVisible()
    expect(await readOrdre('action-10')).toContain('Essai de la coordination')
    await autre.context().close()
  })
})

test.describe('budget, links and documents', () => {
  test.beforeEach(() => restore('action-11'))

  async function addLigne(page: Page, financeur: string, annee: string, prevu: string) {
    await page.getByRole('button', { name: 'Ajouter une ligne' }).click()
    await dialogue(page).getByLabel('Financeur').fill(financeur)
    await dialogue(page).getByLabel('Année').fill(annee)
    await dialogue(page).getByLabel('Prévu').fill(prevu)
    await dialogue(page).getByRole('button', { name: 'Ajouter' }).click()
  }

  test('amounts are exact, an unknown one is no zero, and a wrong one is named', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-11')
    await addLigne(page, 'Caf', '2024', '12.345')
    await expect(
      dialogue(page).getByRole('alert').or(dialogue(page).getByText('se lit de deux façons')).first(),
    ).toBeVisible()
    await dialogue(page).getByLabel('Prévu').fill('12 345,50 €')
    await dialogue(page).getByRole('button', { name: 'Ajouter' }).click()
    const budget = page.locator('#budget')
    await expect(budget.getByRole('rowheader', { name: 'Caf' })).toBeVisible()
    await addLigne(page, 'CCVA', '2025', '12345.5')
    await expect(budget.getByRole('rowheader', { name: 'CCVA' })).toBeVisible()
    await addLigne(page, 'CCVA', '', '')
    await expect(
      budget.getByText('Prévu au moins 24\u202F691\u00A0€, réalisé inconnu. 1 montant prévu manque.'),
    ).toBeVisible()
    await budget.getByText('Totaux par année et par financeur').click()
    await expect(
      budget.getByRole('table', { name: 'Totaux par financeur' }).getByRole('row', { name: /CCVA/ }),
    ).toContainText('au moins 12\u202F345,50\u00A0€')
    await budget.getByRole('button', { name: 'Modifier : CCVA, Sans année' }).click()
    await dialogue(page).getByRole('button', { name: 'Retirer cette ligne' }).click()
    await dialogue(page).getByRole('button', { name: 'Confirmer le retrait' }).click()
    await expect(budget.getByText('Prévu 24\u202F691\u00A0€, réalisé inconnu.')).toBeVisible()
  })

  test('a link and a document are added and taken away', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-11')
    const liens = page.locator('#liens')
    await page.getByRole('button', { name: 'Ajouter un lien' }).click()
    await dialogue(page).getByLabel('Dispositif ou schéma').fill('Schéma départemental des services aux familles')
    await dialogue(page).getByLabel('Adresse sur internet').fill('javascript:alert(1)')
    await dialogue(page).getByRole('button', { name: 'Ajouter' }).click()
    await expect(dialogue(page).getByText('Écrivez une adresse complète').first()).toBeVisible()
    await dialogue(page).getByLabel('Adresse sur internet').fill('https://example.org/sdsf')
    await dialogue(page).getByRole('button', { name: 'Ajouter' }).click()
    await expect(liens.getByRole('link', { name: /Schéma départemental/ })).toHaveAttribute(
      'href',
      'https://example.org/sdsf',
    )
    await page.getByRole('button', { name: 'Ajouter un document' }).click()
    await dialogue(page).getByRole('radio', { name: 'Un nouveau document' }).check()
    await dialogue(page).getByLabel('Titre').fill('Essai de bilan')
    await dialogue(page).getByLabel('Nature').fill('Bilan')
    await dialogue(page).getByRole('button', { name: 'Ajouter' }).click()
    await expect(liens.getByText('Essai de bilan').first()).toBeVisible()
    await page.getByRole('button', { name: 'Détacher : Essai de bilan' }).click()
    await expect(liens.getByText('Aucun document rattaché.')).toBeVisible()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(liens.getByText('Essai de bilan').first()).toBeVisible()
  })
})

test.describe('for everybody', () => {
  test.beforeEach(() => restore('action-12'))

  test('editors open: no violation, no sideways scroll', async ({ page }) => {
    await signIn(page, 'coordination')
    await open(page, 'action-12')
    for (const nom of ['Pilotes, porteurs et partenaires', 'Période', 'Thématiques', 'Territoire']) {
      await page.getByRole('button', { name: `Modifier : ${nom}`, exact: true }).click()
      await expect(page.getByRole('button', { name: `Terminer : ${nom}`, exact: true })).toBeVisible()
    }
    expect(await listDefauts(page)).toEqual([])
    await page.getByRole('button', { name: 'Ajouter une ligne' }).click()
    await expect(dialogue(page).getByLabel('Financeur')).toBeVisible()
    expect(await listViolations(page)).toEqual([])
  })

  test('an élue reads, and is offered nothing to change', async ({ page }) => {
    await signIn(page, 'elue')
    await open(page, 'action-12')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: /^(Modifier|Ajouter|Déplacer)/ })).toHaveCount(0)
  })
})
