import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2024-06-15'
const PAA = 'provence-alpes-agglomeration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let lectrice: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const slugs = ['vallee-des-baux-alpilles', 'golfe-et-etangs', 'grand-chatellerault', PAA, 'val-aigo']
  coordination = await createPersonne(
    database.ownerUrl,
    slugs.map((convention) => ({ type: 'CHARGE_COOPERATION', convention })),
  )
  lectrice = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: PAA }])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function readPlan(convention: string, filtres: FiltresPlan = {}, personne = coordination) {
  const resultat = await runAs(personne.session, () => getPlanAction({ convention, ...filtres }), { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

async function readFiche(convention: string, ref: string, personne = coordination) {
  const resultat = await runAs(personne.session, () => getFiche({ convention, ref }), { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

describe('the plans of the five conventions', () => {
  it('Provence Alpes: 8 fiches, 21 sub-actions, 46 lines of indicators, and an axe that waits for its avenant', async () => {
    const vue = await readPlan(PAA)
    expect(vue.comptes).toMatchObject({ total: 8, indicateurs: 46, enRetard: 0 })
    expect(vue.fiches.reduce((somme, { etapes }) => somme + etapes, 0)).toBe(21)
    expect(vue.comptes.parStatut.A_PRECISER).toBe(8)
    const vide = vue.axes.filter(({ nombre }) => nombre === 0)
    expect(vide).toMatchObject([
      { numero: '5', absence: expect.stringContaining('avenant au plus tard le 31 mars 2023') },
    ])
    expect(vue.avenants).toMatchObject([{ echeance: '2023-03-31', depasse: true }])
    // A status nobody gave is never late, even when its period is over.
    const apres = await runAs(coordination.session, () => getPlanAction({ convention: PAA }), { today: '2030-01-01' })
    expect(apres.ok && apres.data.comptes.enRetard).toBe(0)
    expect(apres.ok && apres.data.fiches.some(({ echeance }) => echeance === 'PASSEE')).toBe(true)
  })

  it('Val’Aïgo: 20 actions in 6 axes, pilotes as written', async () => {
    const vue = await readPlan('val-aigo')
    expect(vue.plan).toMatchObject({ niveaux: ['Axe'], nomFiche: 'Action', nomEtape: 'Modalité' })
    expect(vue.comptes.total).toBe(20)
    expect(vue.axes).toHaveLength(6)
    expect(vue.fiches.map(({ numero }) => numero)).toEqual(Array.from({ length: 20 }, (_, rang) => String(rang + 1)))
    expect(vue.fiches.filter((fiche) => fiche.pilotages.length > 0)).toHaveLength(20)
    const pilotages = vue.fiches.flatMap((fiche) => fiche.pilotages)
    expect(pilotages).toContainEqual(
      expect.objectContaining({
        role: 'PILOTE',
        texte: expect.stringMatching(/^A définir\s: collectivités$/),
        aDefinir: true,
      }),
    )
    expect(pilotages.map(({ texte }) => texte)).toContain('Selon les modalités')
  })

  it('Grand Châtellerault: no fiche, yet its axes, volets and objectives, line by line', async () => {
    const vue = await readPlan('grand-chatellerault')
    expect(vue.comptes.total).toBe(0)
    expect(vue.axes.filter(({ profondeur }) => profondeur === 0)).toHaveLength(4)
    expect(vue.axes.filter(({ profondeur }) => profondeur === 1).map(({ numero }) => numero)).toEqual([
      '4.1',
      '4.2',
      '4.3',
      '4.4',
    ])
    expect(vue.axes[0]?.objectifs[0]).toContain('\n✓ ')
    expect(vue.plan?.raisonSansFiche ?? vue.lacune).toMatch(/2020/)
  })

  it.each(['vallee-des-baux-alpilles', 'golfe-et-etangs'])('%s: no plan, and why', async (convention) => {
    const vue = await readPlan(convention)
    expect(vue.plan).toBeNull()
    expect(vue.lacune).toContain('aucune fiche-action')
  })
})

describe('filters', () => {
  it('keeps an axe and what is below it, a title or a pilote without accents', async () => {
    const axe = await readPlan('val-aigo', { axe: 'axe-1' })
    expect(axe.fiches.map(({ numero }) => numero)).toEqual(['1', '2', '3', '4', '5'])
    const pilote = await readPlan('val-aigo', { q: 'SELON LES MODALITES' })
    expect(pilote.comptes.filtrees).toBeGreaterThan(0)
    expect(pilote.fiches.every((fiche) => fiche.pilotages.some(({ texte }) => texte === 'Selon les modalités'))).toBe(
      true,
    )
    const titre = await readPlan('val-aigo', { q: 'parentalite' })
    expect(titre.comptes.filtrees).toBeGreaterThan(0)
    expect((await readPlan('val-aigo', { axe: 'inconnu' })).comptes.filtrees).toBe(0)
  })

  it('counts each status with the other filters, and leads to exactly those rows', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `UPDATE fiche_action SET statut = 'EN_COURS', periode_fin = '2024-01-31' WHERE ref = 'action-2' AND convention_id = (SELECT id FROM convention WHERE slug = 'val-aigo') RETURNING id`,
    )
    const vue = await readPlan('val-aigo')
    expect(vue.comptes).toMatchObject({ enRetard: 1, parStatut: { EN_COURS: 1, A_PRECISER: 19 } })
    expect((await readPlan('val-aigo', { retard: true })).fiches.map(({ id }) => id)).toEqual([rows[0]?.id])
    const statut = await readPlan('val-aigo', { statut: 'EN_COURS', axe: 'axe-1' })
    expect(statut.fiches).toMatchObject([{ numero: '2', echeance: 'RETARD' }])
    expect(statut.comptes.parStatut.A_PRECISER).toBe(4)
  })

  it('tells the lines of indicators that have a value for the year from those that wait', async () => {
    await owner.query(
      `INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur)
       SELECT convention_id, id, 'premier semestre 2024', '2024-01-01', '2024-06-30', 12 FROM indicateur WHERE ref = 'indicateur-1-1-1'`,
    )
    const renseignes = await readPlan(PAA, { indicateurs: 'renseignes' })
    expect(renseignes.lignes).toMatchObject([{ mesure: { periode: 'premier semestre 2024', valeur: '12' } }])
    expect(renseignes.fiches.map(({ ref }) => ref)).toEqual(['fiche-1-1'])
    expect((await readPlan(PAA, { indicateurs: 'attendus' })).lignes).toHaveLength(45)
    expect((await readPlan(PAA, { indicateurs: 'renseignes', annee: 2023 })).lignes).toHaveLength(0)
  })
})

describe('one fiche', () => {
  it('gives all that the paper says, its neighbours and its doubts', async () => {
    const vue = await readFiche(PAA, 'fiche-1-1')
    expect(vue).toMatchObject({
      numero: '1.1',
      titre: 'La coordination',
      precedente: null,
      suivante: { numero: '2.1' },
      modifiable: true,
    })
    expect(vue.etapes).toHaveLength(2)
    expect(vue.nombreIndicateurs).toBe(4)
    expect(vue.reserves.length).toBeGreaterThan(0)
    expect(vue.indicateurs.find(({ ref }) => ref === 'indicateur-1-1-2')?.reserves).toHaveLength(1)
    const action = await readFiche('val-aigo', 'action-1')
    expect(action).toMatchObject({
      titreCourt: expect.stringContaining('Relancer'),
      valeurs: { enjeuCoordination: null },
    })
    expect(action.precedente).toBeNull()
    expect((await readFiche('val-aigo', 'action-20')).suivante).toBeNull()
  })

  it('is not found under another convention, and shows a reader no history and nothing to change', async () => {
    const ailleurs = await runAs(coordination.session, () => getFiche({ convention: 'val-aigo', ref: 'fiche-1-1' }))
    expect(ailleurs).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await readFiche(PAA, 'fiche-1-1', lectrice)).toMatchObject({
      modifiable: false,
      coordonne: false,
      vie: { retablissable: false },
    })
    expect((await readPlan(PAA, {}, lectrice)).fiches.some(({ modifiable }) => modifiable)).toBe(false)
  })
})

describe('cost', () => {
  it('reads the plan in two statements and a fiche in one, beside BEGIN, the access and COMMIT', async () => {
    // COMMIT is sometimes counted just after the answer: five at most, never one per fiche.
    const measure = async (lit: () => Promise<unknown>) => {
      const avant = countInstructions()
      await lit()
      return countInstructions() - avant
    }
    expect(await measure(() => readPlan(PAA))).toBeLessThanOrEqual(5)
    expect(await measure(() => readPlan(PAA, { indicateurs: 'attendus', q: 'accueil' }))).toBeLessThanOrEqual(5)
    expect(await measure(() => readFiche(PAA, 'fiche-1-1'))).toBeLessThanOrEqual(4)
  })

  it('gives a plan of 300 fiches by pages', async () => {
    await owner.query(
      `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, numero, titre, ordre)
       SELECT f.convention_id, f.plan_id, f.axe_id, 'essai-' || n, 'E' || n, 'Fiche d’essai ' || n, 100 + n
       FROM fiche_action f CROSS JOIN generate_series(1, 280) n WHERE f.ref = 'action-20' AND f.convention_id = (SELECT id FROM convention WHERE slug = 'val-aigo')`,
    )
    const vue = await readPlan('val-aigo', { page: 3 })
    expect(vue).toMatchObject({ page: 3, pages: 6, comptes: { total: 300, filtrees: 300 } })
    expect(vue.fiches).toHaveLength(50)
    expect((await readPlan('val-aigo', { page: 99 })).page).toBe(6)
  })
})
