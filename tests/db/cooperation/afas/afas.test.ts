import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  createEcheance,
  importRepartitions,
  recordRepartition,
  removeEcheance,
  updateEcheance,
} from '@/lib/cooperation/afas/actions'
import { getAfas } from '@/lib/cooperation/afas/queries'
import type { VueAfas } from '@/lib/cooperation/afas/types'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'demonstration'
const voisine = 'provence-alpes-agglomeration'
const today = '2026-11-22'
const PARTS = {
  PETITE_ENFANCE: '40',
  ENFANCE_JEUNESSE: '30',
  PARENTALITE: '17.5',
  DROITS_VIE_SOCIALE: '12,5',
  GLOBAL: '',
}
const VIDE = { PETITE_ENFANCE: '', ENFANCE_JEUNESSE: '', PARENTALITE: '', DROITS_VIE_SOCIALE: '', GLOBAL: '' }

let db: TestDatabase
let owner: pg.Client
let ici: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  ici = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(qui: Personne, travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })

async function readVue(annee = '2026', qui = ici): Promise<VueAfas> {
  const reponse = await as(qui, () => getAfas({ convention, annee }))
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}
async function readLigne(nom: string, annee = '2026') {
  const ligne = (await readVue(annee)).lignes.find((candidate) => candidate.nom === nom)
  if (!ligne) throw new Error(`no line ${nom}`)
  return ligne
}
const repartit = async (nom: string, parts: typeof PARTS = PARTS, version = -1, annee = 2026) => {
  const { charge } = await readLigne(nom, String(annee))
  return as(ici, () => recordRepartition({ convention, annee, charge, version, parts }))
}

describe('given people in post in a year', () => {
  it('then each has the mean of their year to share out, exact, over all their posts', async () => {
    const vue = await readVue()
    expect(vue.lignes.map(({ nom, present, parts }) => [nom, present, parts])).toEqual([
      ['Andrea FICTIVE', 100, null],
      ['Charlie MAQUETTE', 100, null],
      ['Lou SPÉCIMEN', 20, null],
    ])
    // 243 days of 365 at 0,30.
    expect(vue.lignes[2]?.temps).toEqual({ centiemesJours: 30 * 243, jours: 365 })
    expect(vue).toMatchObject({ annee: 2026, comparaison: null, modifiable: true, reglable: false, echeances: [] })
    expect(vue.sansRepartition).toHaveLength(3)
  })

  it('when a year is shared out, then totals by theme are compared with the schéma in words, nothing forced', async () => {
    expect(await repartit('Andrea FICTIVE')).toMatchObject({ ok: true })
    expect(await repartit('Lou SPÉCIMEN', { ...VIDE, GLOBAL: '100' })).toMatchObject({ ok: true })
    const vue = await readVue()
    expect(vue.lignes[0]).toMatchObject({
      version: 0,
      parts: { PETITE_ENFANCE: 4000, PARENTALITE: 1750, DROITS_VIE_SOCIALE: 1250, GLOBAL: 0 },
    })
    expect(vue.tableau.lignes).toHaveLength(2)
    expect(vue.tableau.total.slice(1)).toEqual(
      ['0,40', '0,30', '0,18', '0,13', '1', '0,20', '1,20'].map((cellule) => (cellule === '1' ? '1,00' : cellule)),
    )
    expect(vue.comparaison?.ecarts).toHaveLength(5)
    expect(vue.comparaison?.ecarts[0]).toMatchObject({
      theme: 'PETITE_ENFANCE',
      declare: 40,
      phrase: expect.stringMatching(/convenu/),
    })
    expect(vue.sansRepartition).toEqual(['Charlie MAQUETTE'])
  })

  it('when it makes 105 %, or cannot be read, then the field is named and nothing is written', async () => {
    expect(await repartit('Andrea FICTIVE', { ...PARTS, GLOBAL: '5' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'total', message: expect.stringContaining('105') }],
    })
    expect(await repartit('Andrea FICTIVE', { ...PARTS, PARENTALITE: '17,555' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'parts.PARENTALITE' }],
    })
    expect(await repartit('Andrea FICTIVE', VIDE)).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'total' }] })
    expect((await readLigne('Andrea FICTIVE')).parts).toBeNull()
  })

  it('when two save at once, then the second one is shown what the first has written', async () => {
    const reponses = await Promise.all([
      repartit('Andrea FICTIVE'),
      repartit('Andrea FICTIVE', { ...VIDE, PARENTALITE: '100' }),
    ])
    expect(reponses.filter(({ ok }) => ok)).toHaveLength(1)
    expect(reponses.find(({ ok }) => !ok)).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 0, parts: expect.anything() },
    })
    expect(await repartit('Andrea FICTIVE', VIDE, 0)).toMatchObject({
      ok: true,
      data: { message: expect.stringContaining('retirée') },
    })
    expect((await readLigne('Andrea FICTIVE')).parts).toBeNull()
  })

  it('when last year is taken over, then only for those still in post who have nothing yet', async () => {
    for (const nom of ['Andrea FICTIVE', 'Charlie MAQUETTE', 'Lou SPÉCIMEN']) await repartit(nom, PARTS, -1, 2026)
    await owner.query(`UPDATE repartition_afas SET annee = 2025`)
    await repartit('Andrea FICTIVE', { ...VIDE, GLOBAL: '100' })
    await owner.query(
      `UPDATE occupation SET fin = '2025-12-31' WHERE charge_id = (SELECT id FROM charge_cooperation WHERE nom = 'Lou SPÉCIMEN')`,
    )
    const reprend = () => as(ici, () => importRepartitions({ convention, annee: 2026 }))
    expect(await reprend()).toMatchObject({ ok: true, data: { message: expect.stringContaining('Charlie MAQUETTE') } })
    expect((await readLigne('Charlie MAQUETTE')).parts).toMatchObject({ PETITE_ENFANCE: 4000 })
    expect((await readLigne('Andrea FICTIVE')).parts).toMatchObject({ GLOBAL: 10_000 })
    expect((await readVue()).lignes).toHaveLength(2)
    expect(await reprend()).toMatchObject({ ok: true, data: { message: expect.stringMatching(/^Rien/) } })
  })

  it('when the person is not of this convention, or not of this year, then nothing is written', async () => {
    const { charge } = await readLigne('Lou SPÉCIMEN')
    const ailleurs = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: voisine }])
    expect(
      await as(ailleurs, () =>
        recordRepartition({ convention: voisine, annee: 2026, charge, version: -1, parts: PARTS }),
      ),
    ).toMatchObject({ tag: 'INTROUVABLE' })
    expect(
      await as(ici, () => recordRepartition({ convention, annee: 2028, charge, version: -1, parts: PARTS })),
    ).toMatchObject({ tag: 'REGLE', code: 'PAS_EN_POSTE' })
  })

  it('then an élu reads the same, without forms, and the page costs five statements', async () => {
    await repartit('Andrea FICTIVE')
    const elu = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention }])
    expect(await readVue('2026', elu)).toMatchObject({
      modifiable: false,
      reglable: false,
      lignes: [{ nom: 'Andrea FICTIVE' }, {}, {}],
    })
    const avant = countInstructions()
    await readVue()
    // Who asks, distributions and calendar, schémas, posts, COMMIT (BEGIN is not reported).
    expect(countInstructions() - avant).toBe(5)
  })
})

describe('given the calendar of a Caf', () => {
  const champs = { annee: 2026, libelle: 'Déclaration du réel', date: '31/03/2027', source: '' }
  it('then its advisers keep it, everybody reads it, and nobody else changes it', async () => {
    const conseillere = await createPersonne(db.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
    expect(await as(ici, () => createEcheance({ convention, ...champs }))).toMatchObject({ tag: 'INTERDIT' })
    expect(await as(conseillere, () => createEcheance({ convention, ...champs, date: '' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'date' }],
    })
    expect(await as(conseillere, () => createEcheance({ convention, ...champs }))).toMatchObject({ ok: true })
    const [echeance] = (await readVue()).echeances
    expect(echeance).toMatchObject({ libelle: 'Déclaration du réel', date: '2027-03-31', source: null, version: 0 })
    const id = echeance?.id ?? 0
    expect(
      await as(conseillere, () =>
        updateEcheance({ convention, echeance: id, version: 0, ...champs, date: '2027-04-15' }),
      ),
    ).toMatchObject({ ok: true })
    expect(
      await as(conseillere, () => updateEcheance({ convention, echeance: id, version: 0, ...champs })),
    ).toMatchObject({ tag: 'CONFLIT', actuel: { version: 1, date: '2027-04-15' } })
    const autre = await createPersonne(db.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: voisine }])
    expect(await as(autre, () => removeEcheance({ convention: voisine, echeance: id, version: 1 }))).toMatchObject({
      tag: 'INTROUVABLE',
    })
    expect(await as(conseillere, () => removeEcheance({ convention, echeance: id, version: 1 }))).toMatchObject({
      ok: true,
    })
    expect((await readVue()).echeances).toEqual([])
  })
})
