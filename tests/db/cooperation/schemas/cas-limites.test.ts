import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOccupation } from '@/lib/cooperation/postes/actions/occupations'
import { getPostes } from '@/lib/cooperation/postes/queries'
import { createSchema, updateFin } from '@/lib/cooperation/schemas/actions/creation'
import { proposeSchema } from '@/lib/cooperation/schemas/actions/etat'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { putSchemas, readConvention } from '@/tests/support/ecrans'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** The corners of rule 2, through the actions and in PostgreSQL. */

const convention = 'val-aigo'
const today = '2026-11-30'

let db: TestDatabase
let owner: pg.Client
let qui: Personne
let id: number

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  qui = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  id = await readConvention(owner, convention)
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

const as = <T>(travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })
async function readEtp() {
  const vue = await as(() => getEtp({ convention }))
  if (!vue.ok || vue.data.choisi === null) throw new Error('no schéma')
  return { ...vue.data, choisi: vue.data.choisi }
}
const proposer = async () => {
  const { choisi } = await readEtp()
  return as(() => proposeSchema({ convention, schema: choisi.id, version: choisi.version }))
}
const periode = { debut: '2026-01-01', fin: '2026-12-31' }
const ligne = (libelle: string, quotite: number | null) => ({ libelle, quotite, situation: 'NON_PRECISE' as const })

describe('proposing', () => {
  it('takes an unknown line for unknown: refused only where known lines already exceed', async () => {
    const brouillon = { ref: 's', etat: 'BROUILLON' as const, ...periode, total: 200 }
    await putSchemas(owner, id, [{ ...brouillon, lignes: [ligne('A', 250), ligne('B', null)] }])
    expect(await proposer()).toMatchObject({ ok: false, message: expect.stringContaining('0,50 de trop') })
    await putSchemas(owner, id, [{ ...brouillon, lignes: [ligne('A', 100), ligne('B', null)] }])
    expect(await proposer()).toMatchObject({ ok: true })
  })

  it('asks each zero for its reason, in the action and at commit', async () => {
    await putSchemas(owner, id, [
      { ref: 's', etat: 'BROUILLON', ...periode, total: 100, lignes: [ligne('A', 100), ligne('B', 0)] },
    ])
    expect(await proposer()).toMatchObject({ ok: false, message: expect.stringContaining('motif') })
    const { choisi } = await readEtp()
    await expect(
      owner.query(`UPDATE schema_cooperation SET etat = 'PROPOSE' WHERE id = $1`, [choisi.id]),
    ).rejects.toThrow(/à zéro sans motif/)
    await owner.query(`UPDATE affectation SET motif_zero = 'NON_PRECISE' WHERE schema_id = $1 AND quotite = 0`, [
      choisi.id,
    ])
    expect(await proposer()).toMatchObject({ ok: true })
  })

  it('asks developments for what they add to', async () => {
    await putSchemas(owner, id, [{ ref: 's', etat: 'BROUILLON', ...periode, total: 380 }])
    const { choisi } = await readEtp()
    await owner.query(
      `INSERT INTO developpement (convention_id, schema_id, libelle, quotite, ordre) VALUES ($1, $2, 'Fos', 0.2, 0)`,
      [id, choisi.id],
    )
    expect(await proposer()).toMatchObject({ ok: false, message: expect.stringContaining('l’existant') })
    await expect(
      owner.query(`UPDATE schema_cooperation SET etat = 'PROPOSE' WHERE id = $1`, [choisi.id]),
    ).rejects.toThrow(/sans l’existant/)
  })
})

describe('an open end', () => {
  it('lets nothing follow until it is given its last day, once', async () => {
    await putSchemas(owner, id, [{ ref: 's', etat: 'VALIDE', debut: '2026-01-01', fin: null, total: 100 }])
    const suivre = () =>
      as(() =>
        createSchema({
          convention,
          modele: null,
          libelle: 'Suite',
          debut: '2027-01-01',
          fin: '2027-12-31',
          total: '1',
          periodeTexte: '',
          source: '',
          note: '',
          anterieur: false,
          evolution: null,
        }),
      )
    expect(await suivre()).toMatchObject({
      ok: false,
      champs: [{ champ: 'debut', message: expect.stringContaining('donnez d’abord un dernier jour') }],
    })
    const { choisi } = await readEtp()
    const finir = (fin: string, version = choisi.version) =>
      as(() => updateFin({ convention, schema: choisi.id, version, fin }))
    expect(await finir('2025-12-31')).toMatchObject({ ok: false, champs: [{ champ: 'fin' }] })
    expect(await finir('2026-12-31')).toMatchObject({ ok: true })
    expect(await finir('2026-11-30', choisi.version + 1)).toMatchObject({ ok: false })
    expect(await suivre()).toMatchObject({ ok: true })
    expect((await readEtp()).chevauchements).toEqual([])
  })
})

describe('a person known, and a quotité that nobody gives', () => {
  it('is said, counted as neither filled nor vacant, and kept', async () => {
    await putSchemas(owner, id, [
      { ref: 's', etat: 'VALIDE', ...periode, total: 100, postes: [{ ligne: null, quotite: 100, mode: 'DIRECT' }] },
    ])
    const lire = async () => {
      const vue = await as(() => getPostes({ convention }))
      if (!vue.ok) throw new Error(vue.message)
      return vue.data
    }
    const [poste] = (await lire()).sansLigne
    expect(
      await as(() =>
        createOccupation({
          convention,
          poste: poste?.id ?? 0,
          version: poste?.version ?? 0,
          charge: null,
          nom: 'Noa ESSAI',
          email: '',
          quotite: '',
          debut: '2026-03-01',
          fin: '',
          remplace: null,
        }),
      ),
    ).toMatchObject({ ok: true, data: { message: expect.stringContaining('quotité non précisée') } })
    const { totaux, personnes, moyenne } = await lire()
    expect(totaux).toMatchObject({ prevu: 100, pourvu: 0, vacant: 0, nonPrecise: 100 })
    expect(personnes).toMatchObject([{ nom: 'Noa ESSAI', total: 0, auMoins: true, postes: [{ quotite: null }] }])
    expect(moyenne).toMatchObject({ pourvu: 0, auMoins: true })
  })
})
