import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashSecret } from '@/lib/platform/identite/secret'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** The second wall alone: the application’s role speaks SQL directly, past every line of code. */

let db: TestDatabase
let app: pg.Client
let owner: pg.Client
let coordinatrice: Personne
let elue: Personne
let tables: string[]

const SIENNE = 'vallee-des-baux-alpilles'
const ETRANGERE = 'provence-alpes-agglomeration'

beforeAll(async () => {
  db = await createTestDatabase()
  app = new pg.Client({ connectionString: db.appUrl })
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await app.connect()
  await owner.connect()
  coordinatrice = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: SIENNE }])
  elue = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention: 'demonstration' }])
  const { rows } = await owner.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'convention_id' ORDER BY 1`,
  )
  // What is worked out and kept is reached through functions alone: the application may not even name it.
  tables = rows.map((row) => row.table_name).filter((table) => !table.startsWith('situation'))
})
afterAll(async () => {
  await app.end()
  await owner.end()
  await db.drop()
})

/** Runs `travail` as the application does for somebody, and undoes it. */
async function asSession<T>(session: string | null, travail: () => Promise<T>): Promise<T> {
  await app.query('BEGIN')
  try {
    if (session !== null) await app.query('SELECT app.ouvrir($1, $2, NULL)', [hashSecret(session), 'essai'])
    return await travail()
  } finally {
    await app.query('ROLLBACK')
  }
}

const countRows = async (table: string, where = 'true'): Promise<number> =>
  (await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}" WHERE ${where}`)).rows[0]?.n ?? -1
const readId = async (slug: string): Promise<number> =>
  (await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [slug])).rows[0]?.id ?? 0

describe('given nobody is asking', () => {
  it('then no tenant table shows a row', async () => {
    for (const table of [...tables, 'convention', 'organisme', 'utilisateur'])
      expect(await asSession(null, () => countRows(table)), table).toBe(0)
  })
  it('then a session id that nobody opened shows nothing either', async () => {
    for (const table of tables) expect(await asSession('devinette', () => countRows(table)), table).toBe(0)
  })
})

describe('given a coordinator of one convention', () => {
  it('then every tenant table shows that convention and no other', async () => {
    const id = await readId(SIENNE)
    for (const table of tables.filter((t) => t !== 'role'))
      expect(await asSession(coordinatrice.session, () => countRows(table, `convention_id <> ${id}`)), table).toBe(0)
    expect(await asSession(coordinatrice.session, () => countRows('instance'))).toBe(5)
  })

  it('then writing into another convention touches no row, or is refused', async () => {
    const etrangere = await readId(ETRANGERE)
    for (const table of tables.filter((t) => !['journal', 'role'].includes(t)))
      await asSession(coordinatrice.session, async () => {
        const { rowCount } = await app.query(
          `UPDATE "${table}" SET convention_id = convention_id WHERE convention_id = ${etrangere}`,
        )
        expect(rowCount, table).toBe(0)
      })
    await expect(
      asSession(coordinatrice.session, () =>
        app.query(
          `INSERT INTO instance (convention_id, ref, type, nom, ordre) VALUES (${etrangere}, 'x', 'COPIL', 'X', 1)`,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  it('then a row cannot be moved into another convention, nor hung on its parent', async () => {
    const etrangere = await readId(ETRANGERE)
    await expect(
      asSession(coordinatrice.session, () => app.query(`UPDATE instance SET convention_id = ${etrangere}`)),
    ).rejects.toThrow(/row-level security|foreign key/)
    const { rows } = await owner.query<{ id: number }>('SELECT id FROM instance WHERE convention_id = $1 LIMIT 1', [
      etrangere,
    ])
    const sienne = await readId(SIENNE)
    await expect(
      asSession(coordinatrice.session, async () => {
        await app.query(
          `INSERT INTO reunion (convention_id, instance_id, ref, date) VALUES (${sienne}, ${rows[0]?.id}, 'x', '2026-01-01')`,
        )
      }),
    ).rejects.toThrow(/foreign key/)
  })

  it('then passwords, sessions, invitations and attempts are out of reach', async () => {
    for (const sql of [
      'SELECT mot_de_passe FROM utilisateur',
      'SELECT * FROM session',
      'SELECT * FROM invitation',
      'SELECT * FROM tentative_connexion',
      "UPDATE utilisateur SET mot_de_passe = 'x'",
    ])
      await expect(
        asSession(coordinatrice.session, () => app.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
  })

  it('then no role can be given, to oneself or to anyone', async () => {
    await expect(
      asSession(coordinatrice.session, () =>
        app.query(`INSERT INTO role (utilisateur_id, type) VALUES (${coordinatrice.id}, 'ADMINISTRATEUR')`),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('given an elected official', () => {
  it('then drafts of schémas, their lines and the journal stay unseen, and nothing can be written', async () => {
    const id = await readId('demonstration')
    await asSession(elue.session, async () => {
      // But for what an instance is asked about: who votes has read.
      expect(await countRows('schema_cooperation', "etat = 'BROUILLON' AND NOT app.schema_inscrit(id)")).toBe(0)
      expect(await countRows('schema_cooperation')).toBeGreaterThan(0)
      expect(await countRows('affectation')).toBeGreaterThan(0)
      expect(
        await countRows(
          'affectation',
          `schema_id IN (${(await owner.query<{ id: number }>(`SELECT id FROM schema_cooperation WHERE convention_id = ${id} AND etat = 'BROUILLON' AND NOT app.schema_inscrit(id)`)).rows.map((r) => r.id).join(',') || 'NULL'})`,
        ),
      ).toBe(0)
      expect(await countRows('journal')).toBe(0)
      for (const table of tables.filter((t) => !['journal', 'role'].includes(t)))
        expect((await app.query(`UPDATE "${table}" SET convention_id = convention_id`)).rowCount, table).toBe(0)
    })
  })
})

describe('given the journal', () => {
  it('then the application cannot change it, and the owner neither', async () => {
    for (const sql of ["UPDATE journal SET libelle = 'x'", 'DELETE FROM journal', 'TRUNCATE journal']) {
      await expect(
        asSession(coordinatrice.session, () => app.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
      await expect(owner.query(sql), sql).rejects.toThrow('Le journal ne se modifie pas.')
    }
  })

  it('then an event is written in one’s own name only, now', async () => {
    const id = await readId(SIENNE)
    const insert = (qui: number) =>
      `INSERT INTO journal (utilisateur_id, convention_id, operation, objet) VALUES (${qui}, ${id}, 'essai', 'convention')`
    await asSession(coordinatrice.session, async () =>
      expect((await app.query(insert(coordinatrice.id))).rowCount).toBe(1),
    )
    await expect(asSession(coordinatrice.session, () => app.query(insert(elue.id)))).rejects.toThrow(
      /row-level security/,
    )
    await expect(
      asSession(coordinatrice.session, () =>
        app.query(`INSERT INTO journal (instant, operation, objet) VALUES ('2020-01-01', 'x', 'x')`),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('then a change made past the application is written all the same', async () => {
    await owner.query(
      `UPDATE instance SET nom = 'Comité de pilotage (essai)' WHERE convention_id = $1 AND type = 'COPIL'`,
      [await readId(SIENNE)],
    )
    const { rows } = await owner.query(
      `SELECT operation, avant, apres FROM journal WHERE objet = 'instance' ORDER BY id DESC LIMIT 1`,
    )
    expect(rows[0]).toMatchObject({
      operation: 'sql',
      avant: { nom: 'Comité de pilotage' },
      apres: { nom: 'Comité de pilotage (essai)' },
    })
  })
})

describe('given the application’s role', () => {
  it('then it owns nothing, bypasses nothing, and every tenant table is walled', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT c.relrowsecurity AND c.relname = ANY ($1)`,
      [
        [
          ...tables,
          'convention',
          'organisme',
          'utilisateur',
          'role',
          'session',
          'invitation',
          'tentative_connexion',
          'journal',
        ],
      ],
    )
    expect(rows).toEqual([])
    const { rows: roles } = await app.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`,
    )
    expect(roles[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    const { rows: biens } = await app.query(
      `SELECT 1 FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
    )
    expect(biens).toEqual([])
  })
})
