import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordHomonyme } from '@/lib/cooperation/postes/actions/homonymes'
import { updateOccupation } from '@/lib/cooperation/postes/actions/occupations'
import { getPostes } from '@/lib/cooperation/postes/queries'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { putSchemas, readConvention } from '@/tests/support/ecrans'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** One name in two conventions is asked about: never merged silently, never told to those who read one of them only. */

const ICI = 'val-aigo'
const LA = 'golfe-et-etangs'
const today = '2026-11-30'

let db: TestDatabase
let owner: pg.Client
let deux: Personne
let ici: Personne
let charges: { ici: number; la: number }
let occupation: number

const as = <T>(qui: Personne, travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })

async function listQuestions(qui: Personne, convention: string) {
  const vue = await as(qui, () => getPostes({ convention }))
  if (!vue.ok) throw new Error(vue.message)
  return vue.data.homonymes
}

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  deux = await createPersonne(db.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention: ICI },
    { type: 'CHARGE_COOPERATION', convention: LA },
  ])
  ici = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: ICI }])
  const ids: number[] = []
  for (const [slug, nom, etat] of [
    [ICI, 'Andréa ESSAI', 'BROUILLON'],
    [LA, 'andrea essai', 'BROUILLON'],
  ] as const) {
    const id = await readConvention(owner, slug)
    await putSchemas(owner, id, [
      {
        ref: 's',
        etat,
        debut: '2026-01-01',
        fin: '2026-12-31',
        postes: [{ ligne: null, quotite: 100, mode: 'DIRECT', tenu: { quotite: 60 } }],
      },
    ])
    const { rows } = await owner.query<{ id: number }>(
      `UPDATE charge_cooperation SET nom = $2 WHERE id = (SELECT o.charge_id FROM occupation o WHERE o.convention_id = $1) RETURNING id`,
      [id, nom],
    )
    ids.push(rows[0]?.id ?? 0)
  }
  charges = { ici: ids[0] ?? 0, la: ids[1] ?? 0 }
  const { rows } = await owner.query<{ id: number }>('SELECT id FROM occupation WHERE charge_id = $1', [charges.ici])
  occupation = rows[0]?.id ?? 0
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

const repondre = (qui: Personne, meme: boolean, convention = ICI) =>
  as(qui, () =>
    recordHomonyme(
      convention === ICI
        ? { convention, charge: charges.ici, autre: charges.la, meme }
        : { convention, charge: charges.la, autre: charges.ici, meme },
    ),
  )
const corriger = async (quotite: string) => {
  const { rows } = await owner.query<{ version: number }>('SELECT version FROM occupation WHERE id = $1', [occupation])
  return as(ici, () =>
    updateOccupation({
      convention: ICI,
      occupation,
      version: rows[0]?.version ?? 0,
      quotite,
      debut: '2026-01-01',
      fin: '',
    }),
  )
}

describe('one name in two conventions', () => {
  it('is asked about from both sides, to those who read both, and to nobody else', async () => {
    const question = {
      charge: charges.ici,
      nom: 'Andréa ESSAI',
      autre: charges.la,
      nomAutre: 'andrea essai',
      meme: null,
    }
    expect(await listQuestions(deux, ICI)).toEqual([{ ...question, conventions: ['Golfe et étangs'] }])
    expect(await listQuestions(deux, LA)).toMatchObject([{ charge: charges.la, autre: charges.ici, meme: null }])
    expect(await listQuestions(ici, ICI)).toEqual([])
    expect(await repondre(ici, true)).toMatchObject({ ok: false, tag: 'REGLE', code: 'SANS_QUESTION' })
  })

  it('is counted apart until somebody says that it is one person, which then may not exceed full time', async () => {
    expect(await repondre(deux, true)).toMatchObject({ ok: false, message: expect.stringContaining('temps plein') })
    expect(await listQuestions(deux, ICI)).toMatchObject([{ meme: null }])
    expect(await corriger('0,4')).toMatchObject({ ok: true })
    expect(await repondre(deux, true)).toMatchObject({ ok: true })
    expect(await listQuestions(deux, ICI)).toMatchObject([{ meme: true }])
    expect(await listQuestions(deux, LA)).toMatchObject([{ meme: true }])
    // Who reads one convention only is told of a full time that would be exceeded, and of nothing else.
    expect(await listQuestions(ici, ICI)).toEqual([])
    const refus = await corriger('0,5')
    expect(refus).toMatchObject({ ok: false, message: expect.stringContaining('tous postes et toutes conventions') })
    expect(JSON.stringify(refus)).not.toMatch(/Golfe|andrea/)
  })

  it('may be answered otherwise, from either side: nothing of anybody was written', async () => {
    expect(await repondre(deux, false, LA)).toMatchObject({ ok: true })
    expect(await listQuestions(deux, ICI)).toEqual([])
    expect(await corriger('0,5')).toMatchObject({ ok: true })
    const { rows } = await owner.query('SELECT id, nom FROM charge_cooperation WHERE id = ANY ($1) ORDER BY id', [
      [charges.ici, charges.la],
    ])
    expect(rows).toEqual([
      { id: charges.ici, nom: 'Andréa ESSAI' },
      { id: charges.la, nom: 'andrea essai' },
    ])
  })

  it('does not show an answer to whoever reads one of the two, in PostgreSQL either', async () => {
    const lire = (qui: Personne) =>
      as(qui, () => getPostes({ convention: ICI })).then(async () => {
        const client = new pg.Client({ connectionString: db.ownerUrl })
        await client.connect()
        try {
          await client.query('BEGIN')
          await client.query('SET LOCAL ROLE copilote_app')
          await client.query(`SELECT app.ouvrir(encode(sha256($1::bytea), 'hex'), 'etp.lire', $2)`, [qui.session, ICI])
          return (await client.query('SELECT count(*)::int AS n FROM homonyme')).rows[0]
        } finally {
          await client.end()
        }
      })
    expect(await lire(deux)).toEqual({ n: 1 })
    expect(await lire(ici)).toEqual({ n: 0 })
  })
})
