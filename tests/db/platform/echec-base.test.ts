import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVuePlan, updateVuePlan } from '@/lib/plan-action/liste/actions/vues'
import { closeClient, runTransaction, type Tx } from '@/lib/platform/db'
import { readEchecBase } from '@/lib/platform/serveur/echec-base'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** What PostgreSQL refuses is said, and never an incident, when people can do something about it. */

const CONVENTION = 'demonstration'
let db: TestDatabase
let owner: pg.Client
let personne: Personne

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  personne = await createPersonne(db.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: CONVENTION }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

const create = (nom: string) =>
  runAs(personne.session, () => createVuePlan({ convention: CONVENTION, nom, parametres: 'statut=EN_COURS' }))
const rename = (id: number, nom: string) =>
  runAs(personne.session, () => updateVuePlan({ convention: CONVENTION, id, nom }))

/** Waits until somebody waits for a row of another. */
async function waitForAttente(): Promise<void> {
  for (let essai = 0; essai < 200; essai++) {
    const { rows } = await owner.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
    await sleep(25)
  }
  throw new Error('nobody waits')
}

/** Another window of the same person has written this name, and its transaction is about to end. */
async function writeAilleurs(nom: string): Promise<pg.Client> {
  const autre = new pg.Client({ connectionString: db.ownerUrl })
  await autre.connect()
  await autre.query('BEGIN')
  await autre.query(
    `INSERT INTO vue_plan (utilisateur_id, convention_id, nom, parametres) SELECT $1, id, $2, '' FROM convention WHERE slug = $3`,
    [personne.id, nom, CONVENTION],
  )
  return autre
}

describe('given two windows that write the same name at once', () => {
  it('then the second is told of a conflict, and writes nothing', async () => {
    const autre = await writeAilleurs('Mes retards')
    const seconde = create('Mes retards')
    await waitForAttente()
    await autre.query('COMMIT')
    expect(await seconde).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: null })
    const { rows } = await owner.query(`SELECT count(*)::int AS n FROM vue_plan WHERE nom = 'Mes retards'`)
    expect(rows).toEqual([{ n: 1 }])
    await autre.end()
  })

  it('then so it is when a name is changed, and the first one gives up its own: the second is kept', async () => {
    const cree = await create('À changer')
    if (!cree.ok) throw new Error(cree.message)
    const autre = await writeAilleurs('Prise')
    const refusee = rename(cree.data.id, 'Prise')
    await waitForAttente()
    await autre.query('COMMIT')
    expect(await refusee).toMatchObject({ ok: false, tag: 'CONFLIT' })
    await autre.query('BEGIN')
    await autre.query(`UPDATE vue_plan SET nom = 'Libre' WHERE nom = 'Prise'`)
    const gardee = rename(cree.data.id, 'Libre')
    await waitForAttente()
    await autre.query('ROLLBACK')
    expect(await gardee).toMatchObject({ ok: true })
    await autre.end()
  })

  it('then of ten at once, one is written, and none is an incident', async () => {
    const reponses = await Promise.all(Array.from({ length: 10 }, () => create('Dix fois')))
    const tags = reponses.map((reponse) => (reponse.ok ? 'OK' : reponse.tag))
    expect(tags.filter((tag) => tag === 'OK')).toHaveLength(1)
    expect(tags.filter((tag) => !['OK', 'CONFLIT', 'INVALIDE'].includes(tag))).toEqual([])
  })
})

describe('given a character that PostgreSQL does not keep, and that came another way', () => {
  const readTag = (travail: (tx: Tx) => Promise<unknown>): Promise<string | undefined> =>
    runTransaction(travail).then(
      () => 'OK',
      (erreur: unknown) => readEchecBase(erreur)?.tag,
    )

  it('then it is a refusal with its remedy', async () => {
    expect(await readTag((tx) => tx.$queryRaw`SELECT ${'a\u0000b'}::text`)).toBe('INVALIDE')
    expect(await readTag((tx) => tx.$queryRaw`SELECT ${JSON.stringify({ a: 'b\u0000' })}::jsonb`)).toBe('INVALIDE')
    expect(await readTag((tx) => tx.utilisateur.findFirst({ where: { nom: 'a\u0000b' } }))).toBe('INVALIDE')
  })

  it('then what nobody expects stays unexpected', async () => {
    expect(await readTag((tx) => tx.$queryRaw`SELECT 1 / 0`)).toBeUndefined()
  })
})
