import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { createCout, removeCout, updateCout } from '@/lib/cooperation/couts/actions/couts'
import { recordFinancement, removeFinancement, updateFinancement } from '@/lib/cooperation/couts/actions/montants'
import {
  createReglageFinancement,
  removeReglageFinancement,
  updateReglageFinancement,
} from '@/lib/cooperation/couts/actions/reglages'
import { getCouts } from '@/lib/cooperation/couts/queries'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'vallee-des-baux-alpilles'
const demonstration = 'demonstration'
const today = '2026-11-22'

let db: TestDatabase
let owner: pg.Client
let ici: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  ici = await createPersonne(db.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention },
    { type: 'CHARGE_COOPERATION', convention: demonstration },
  ])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(qui: Personne, travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })

async function readVue(annee?: string, slug = convention, qui = ici) {
  const reponse = await as(qui, () => getCouts({ convention: slug, annee }))
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}
const cout = { convention, montant: '48 000', valableDu: '', indicatif: true, source: 'Référentiel d’emploi' }
const reglage = {
  convention,
  financeur: 'Caf d’essai',
  nature: 'TAUX' as const,
  valeur: '50',
  valableDu: '01/01/2026',
  valableAu: '',
  source: 'Courrier du 3 mars 2026',
}
const montant = {
  convention,
  annee: 2026,
  poste: null,
  financeur: 'Caf d’essai',
  prevu: '74 400',
  realise: '',
  note: '',
}

describe('given a convention whose documents give no cost', () => {
  it('then nothing is computed, and a year without a schéma has no post', async () => {
    const avant = countInstructions()
    const vue = await readVue()
    expect(countInstructions() - avant).toBeLessThanOrEqual(6)
    expect(vue).toMatchObject({ annee: 2026, couts: [], reglages: [], montants: [], modifiable: true })
    expect(vue.schemas).toMatchObject([{ ref: 'schema-2026', total: 310, partielle: false, cout: { centimes: 0 } }])
    expect(
      vue.schemas[0]?.lignes
        .filter(({ quotite }) => (quotite ?? 0) > 0)
        .every(({ cout: estime }) => 'manque' in estime && estime.manque === 'SANS_COUT'),
    ).toBe(true)
    expect(await readVue('2035')).toMatchObject({ annee: 2035, schemas: [] })
    expect((await readVue('douze')).annee).toBe(2026)
  })

  it('then a cost with its source gives every line its cost, and is corrected at the version that was read', async () => {
    expect(await as(ici, () => createCout(cout))).toMatchObject({ ok: true })
    const vue = await readVue()
    expect(vue.schemas[0]).toMatchObject({ cout: { centimes: 14_880_000 } })
    const [lu] = vue.couts
    expect(lu).toMatchObject({ montant: 4_800_000, valableDu: null, indicatif: true, source: 'Référentiel d’emploi' })
    expect(await as(ici, () => createCout(cout))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'valableDu', message: expect.stringContaining('déjà donné sans date') }],
    })
    const cible = { ...cout, cout: lu?.id ?? 0, version: lu?.version ?? 0 }
    expect(await as(ici, () => updateCout({ ...cible, montant: '50 000,50' }))).toMatchObject({ ok: true })
    expect(await as(ici, () => updateCout({ ...cible, montant: '51 000' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { montant: 5_000_050 },
    })
    expect(await as(ici, () => removeCout({ convention, cout: cible.cout, version: cible.version }))).toMatchObject({
      tag: 'CONFLIT',
    })
    const [frais] = (await readVue()).couts
    expect(
      await as(ici, () => removeCout({ convention, cout: cible.cout, version: frais?.version ?? 0 })),
    ).toMatchObject({ ok: true })
    expect((await readVue()).couts).toEqual([])
  })

  it('then bad figures and a missing source are named on their field', async () => {
    expect(await as(ici, () => createCout({ ...cout, montant: '-5', source: ' ' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'montant' }, { champ: 'source' }],
    })
    expect(await as(ici, () => createCout({ ...cout, montant: '48.000' }))).toMatchObject({
      champs: [{ message: expect.stringContaining('Deux décimales') }],
    })
    expect(await as(ici, () => createReglageFinancement({ ...reglage, valeur: '120' }))).toMatchObject({
      champs: [{ champ: 'valeur', message: expect.stringContaining('0 à 100') }],
    })
    expect(await as(ici, () => createReglageFinancement({ ...reglage, valableAu: '2025-01-01' }))).toMatchObject({
      champs: [{ champ: 'valableAu' }],
    })
    expect(await as(ici, () => recordFinancement({ ...montant, prevu: '' }))).toMatchObject({
      champs: [{ champ: 'prevu' }],
    })
    expect(await as(ici, () => recordFinancement({ ...montant, realise: 'douze' }))).toMatchObject({
      champs: [{ champ: 'realise' }],
    })
  })
})

describe('given co-financing', () => {
  it('then a rate gives what is expected, and a second one on a common day is refused', async () => {
    await as(ici, () => createCout(cout))
    expect(await as(ici, () => createReglageFinancement(reglage))).toMatchObject({ ok: true })
    const [lu] = (await readVue()).reglages
    expect(lu).toMatchObject({ valeur: 5000, attendu: { centimes: 7_440_000 } })
    expect(
      await as(ici, () => createReglageFinancement({ ...reglage, financeur: 'CAF D’ESSAI', valableDu: '2027-06-01' })),
    ).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'valableDu', message: expect.stringContaining('a déjà un réglage') }],
    })
    const cible = { reglage: lu?.id ?? 0, version: 0 }
    expect(
      await as(ici, () =>
        updateReglageFinancement({ ...reglage, ...cible, nature: 'MONTANT_PAR_ETP', valeur: '24 000' }),
      ),
    ).toMatchObject({ ok: true })
    expect((await readVue()).reglages).toMatchObject([
      { nature: 'MONTANT_PAR_ETP', version: 1, attendu: { centimes: 7_440_000 } },
    ])
    expect(await as(ici, () => updateReglageFinancement({ ...reglage, ...cible }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 1 },
    })
    expect(await as(ici, () => removeReglageFinancement({ convention, ...cible, version: 1 }))).toMatchObject({
      ok: true,
    })
  })

  it('then two people who add the same setting at once get one, and a refusal', async () => {
    const reponses = await Promise.all([
      as(ici, () => createReglageFinancement(reglage)),
      as(ici, () => createReglageFinancement(reglage)),
    ])
    expect(reponses.map((reponse) => (reponse.ok ? 'OK' : reponse.tag)).sort()).toEqual(['INVALIDE', 'OK'])
  })
})

describe('given planned and actual amounts', () => {
  it('then they add up by financer, in the year they are of, and once per post', async () => {
    expect(await as(ici, () => recordFinancement(montant))).toMatchObject({ ok: true })
    expect(await as(ici, () => recordFinancement({ ...montant, financeur: 'caf d’essai' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'financeur' }],
    })
    await as(ici, () => recordFinancement({ ...montant, annee: 2025, realise: '10' }))
    const vue = await readVue()
    expect(vue.financeurs).toEqual([
      { financeur: 'Caf d’essai', prevu: 7_440_000, realise: null, prevuInconnus: 0, realiseInconnus: 1 },
    ])
    expect(vue.parAnnee).toEqual([
      { annee: 2025, prevu: 7_440_000, realise: 1000 },
      { annee: 2026, prevu: 7_440_000, realise: null },
    ])
    const cible = {
      convention,
      montant: vue.montants[0]?.id ?? 0,
      version: 0,
      poste: null,
      financeur: 'Caf d’essai',
      prevu: '74 400',
      realise: '60 000,25',
      note: 'Solde reçu',
    }
    expect(await as(ici, () => updateFinancement(cible))).toMatchObject({ ok: true })
    expect((await readVue()).total).toMatchObject({ realise: 6_000_025 })
    expect(await as(ici, () => updateFinancement(cible))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { realise: 6_000_025, version: 1 },
    })
    expect(await as(ici, () => removeFinancement({ convention, montant: cible.montant, version: 1 }))).toMatchObject({
      ok: true,
    })
  })

  it('then a post of another convention, or of another period, is refused', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `SELECT p.id FROM poste p JOIN convention c ON c.id = p.convention_id WHERE c.slug = $1 ORDER BY p.id LIMIT 1`,
      [demonstration],
    )
    const poste = rows[0]?.id ?? 0
    expect(await as(ici, () => recordFinancement({ ...montant, poste }))).toMatchObject({ tag: 'INTROUVABLE' })
    expect(
      await as(ici, () => recordFinancement({ ...montant, convention: demonstration, poste, annee: 2031 })),
    ).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'poste' }] })
    expect(await as(ici, () => recordFinancement({ ...montant, convention: demonstration, poste }))).toMatchObject({
      ok: true,
    })
    expect((await readVue('2026', demonstration)).montants).toMatchObject([{ poste, prevu: 7_440_000 }])
    const [autre] = (await readVue('2026', demonstration)).montants
    expect(
      await as(ici, () =>
        updateFinancement({
          convention,
          montant: autre?.id ?? 0,
          version: 0,
          poste: null,
          financeur: 'X',
          prevu: '1',
          realise: '',
          note: '',
        }),
      ),
    ).toMatchObject({ tag: 'INTROUVABLE' })
  })

  it('then an élue reads them and writes nothing', async () => {
    const elue = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention }])
    await as(ici, () => recordFinancement(montant))
    expect(await readVue('2026', convention, elue)).toMatchObject({ modifiable: false, total: { prevu: 7_440_000 } })
    expect(await as(elue, () => recordFinancement({ ...montant, financeur: 'Autre' }))).toMatchObject({
      tag: 'INTERDIT',
    })
  })
})
