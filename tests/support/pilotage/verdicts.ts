import { expect, type Locator, type Page } from '@playwright/test'
import { MOTS_SUIVI } from '@/lib/convention/phase/words'
import { visit } from '@/tests/support/gestes'

/** What the screens of a convention claim, read in the browser beside the rows that say it. */

const readNombre = (texte: string): number => Number(/\d+/.exec(texte)?.[0] ?? 0)

/** The first of « N sur M »; 0 where the figure is a dash. */
const readSur = (texte: string): number => Number(/(\d+) sur \d+/.exec(texte)?.[1] ?? 0)

/** The state that each instance shows in the list of the governance, by its words. */
const listEtats = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: 'Instances' })
    .locator('ul.rows > li')
    .evaluateAll(
      (lignes, mots) =>
        lignes.map((ligne) => {
          const badges = [...ligne.querySelectorAll('.badge')].map((badge) => badge.textContent.trim())
          return badges.find((badge) => mots.includes(badge)) ?? 'sans état'
        }),
      Object.values(MOTS_SUIVI),
    )

const countInstances = async (page: Page, base: string, etat: string): Promise<number> => {
  await visit(page, `${base}/gouvernance?etat=${etat}`)
  return (await listEtats(page)).length
}

async function readChiffre(chiffres: Locator, libelle: RegExp): Promise<{ texte: string; href: string }> {
  const lien = chiffres.getByRole('link', { name: libelle })
  return { texte: (await lien.textContent()) ?? '', href: (await lien.getAttribute('href')) ?? '' }
}

/**
 * Opens the dashboard as an élu would, follows what it claims to the rows it speaks of, and fails where they disagree:
 * two figures, the three sentences, what waits and its count in the menu.
 * @param base address of the convention
 */
export async function checkVerdicts(page: Page, base: string): Promise<void> {
  await visit(page, base)
  const chiffres = page.getByRole('list', { name: 'La convention en quatre chiffres' })
  const [frequences, actions] = [
    await readChiffre(chiffres, /^Fréquences respectées/),
    await readChiffre(chiffres, /^Actions réalisées/),
  ]
  const [, souci = '', decision = ''] = await page
    .getByRole('group', { name: 'L’essentiel en trois phrases' })
    .locator('p')
    .allTextContents()
  const decisions = page.getByRole('region', { name: /^À décider/ })
  const inscrites = await decisions.locator('ol.rows > li').count()
  const planifie = /\/reunions\/./.test((await decisions.getByRole('link').first().getAttribute('href')) ?? '')

  // The governance: how many, in which state, and what the past adds.
  await visit(page, `${base}/gouvernance`)
  const etats = await listEtats(page)
  expect(etats).not.toContain('sans état')
  const sont = (mots: string) => etats.filter((etat) => etat === mots).length
  const respectees = await countInstances(page, base, 'respectees')
  const manquees = await countInstances(page, base, 'manquees')
  expect(readSur(frequences.texte), frequences.texte).toBe(respectees)
  expect(/réunion manquante|instances en retard/.test(frequences.texte), frequences.texte).toBe(
    sont(MOTS_SUIVI.EN_DEFAUT) > 0,
  )
  if (/fréquences respectées/.test(frequences.texte))
    expect(
      etats.filter((etat) => etat !== MOTS_SUIVI.RESPECTEE && etat !== MOTS_SUIVI.SANS_REGLE),
      frequences.texte,
    ).toEqual([])
  if (manquees > 0) expect(souci).toMatch(/par le passé/i)
  if (/n’est en retard|Aucun retard/.test(souci)) expect(sont(MOTS_SUIVI.EN_DEFAUT) + manquees, souci).toBe(0)

  // The plan: as many rows as the figure says.
  await visit(page, actions.href)
  expect(await page.locator('.rang').count(), actions.texte).toBe(readSur(actions.texte))

  // The next COPIL: the sentence speaks of the meeting of the panel, or of none, and of as many decisions.
  expect(/^Aucun .*n’est planifié/.test(decision), decision).toBe(!planifie)
  if (planifie)
    expect(
      /aucune décision/.test(decision) ? 0 : Number(/aura (\d+) décisions/.exec(decision)?.[1] ?? 1),
      decision,
    ).toBe(inscrites)

  // What waits: the title counts the lines, and the menu what the title says.
  await visit(page, '/a-faire')
  const titre = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  const lignes = await page.getByRole('region', { name: titre }).locator('ul.rows > li .badge').allTextContents()
  const comptes = ['En retard', 'À risque', 'À faire'].map((gravite) => ({
    gravite,
    dit: Number(new RegExp(`(\\d+) ${gravite.toLowerCase()}`).exec(titre)?.[1] ?? 0),
  }))
  const pages = await page.getByRole('navigation', { name: /pages/i }).count()
  if (pages === 0)
    for (const { gravite, dit } of comptes)
      expect(lignes.filter((ligne) => ligne.trim() === gravite).length, `${titre} | ${gravite}`).toBe(dit)
  const menu = page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: /^À faire/ })
  expect(readNombre((await menu.textContent()) ?? ''), titre).toBe(comptes.reduce((somme, { dit }) => somme + dit, 0))
}
