import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashSecret } from '@/lib/platform/identite/secret'
import { listFunctions, listViews, type FunctionRead, type ViewRead } from '@/tests/support/tables/catalogue'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { judgeFunctions, judgeViews, readOwnership } from '@/tests/support/tables/ownership'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** The doors as PostgreSQL has them: docs/tables.md says what they are, and what those with the owner’s rights check. */

const ownership = readOwnership()
const SIENNE = 'provence-alpes-agglomeration'
const ETRANGERE = 'demonstration'

let db: TestDatabase
let app: pg.Client
let owner: pg.Client
let views: ViewRead[]
let functions: FunctionRead[]
let personnes: Record<'conseillere' | 'coordinatrice' | 'elue' | 'etrangere', Personne>

beforeAll(async () => {
  db = await createTestDatabase()
  app = new pg.Client({ connectionString: db.appUrl })
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await app.connect()
  await owner.connect()
  views = await listViews(owner)
  functions = await listFunctions(owner)
  personnes = {
    conseillere: await createPersonne(db.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: SIENNE }]),
    coordinatrice: await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: SIENNE }]),
    elue: await createPersonne(db.ownerUrl, [{ type: 'ELU', convention: SIENNE }]),
    etrangere: await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: ETRANGERE }]),
  }
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

/** Does something to the database as its owner, reads it, and undoes it. */
async function withOffence<T>(sql: string, read: () => Promise<T>): Promise<T> {
  await owner.query('BEGIN')
  try {
    await owner.query(sql)
    return await read()
  } finally {
    await owner.query('ROLLBACK')
  }
}

const PATH = 'SET search_path = pg_catalog, public, app'

describe('the views of the database', () => {
  it('are the doors of docs/tables.md: security_invoker, read by the application alone, over the tables of one room', () => {
    expect(judgeViews(views, ownership)).toEqual([])
    expect(views.length).toBeGreaterThan(20)
  })

  it.each<[offence: string, sql: string, fault: RegExp]>([
    ['one more', 'CREATE VIEW porte.essai WITH (security_invoker = true) AS SELECT a.id FROM axe a', /no line for it/],
    [
      'one more elsewhere',
      'CREATE VIEW public.essai WITH (security_invoker = true) AS SELECT a.id FROM axe a',
      /no line for it/,
    ],
    ['one that is gone', 'DROP VIEW porte.point', /porte\.point: there is no such thing/],
    [
      'one with the rights of its owner',
      'ALTER VIEW porte.fiche RESET (security_invoker)',
      /porte\.fiche: it is not security_invoker/,
    ],
    ['one that is given to all', 'GRANT SELECT ON porte.fiche TO PUBLIC', /porte\.fiche: PUBLIC SELECT/],
    ['one that may be written', 'GRANT UPDATE ON porte.avenant TO copilote_app', /porte\.avenant: copilote_app UPDATE/],
    [
      'one that shows another room',
      'CREATE OR REPLACE VIEW porte.axe WITH (security_invoker = true) AS SELECT a.id, a.convention_id, a.plan_id, a.parent_id, a.ref, a.numero, a.titre, a.absence, (SELECT count(*)::integer FROM reunion) AS ordre FROM axe a',
      /porte\.axe: it shows reunion/,
    ],
    ['one that keeps its rows', 'CREATE MATERIALIZED VIEW app.essai AS SELECT a.id FROM axe a', /it keeps rows/],
  ])('fail by %s', async (_offence, sql, fault) => {
    const faults = await withOffence(sql, async () => judgeViews(await listViews(owner), ownership))
    expect(faults).toContainEqual(expect.stringMatching(fault))
  })
})

describe('the functions of the database', () => {
  it('are those of docs/tables.md: each checks what it is said to, with a path of its own, and PUBLIC calls none', () => {
    expect(judgeFunctions(functions, ownership)).toEqual([])
    expect(functions.filter(({ definer }) => definer).length).toBeGreaterThan(50)
  })

  it.each<[offence: string, sql: string, fault: RegExp]>([
    [
      'one more with the rights of the owner',
      `CREATE FUNCTION app.essai() RETURNS integer LANGUAGE sql SECURITY DEFINER ${PATH} AS 'SELECT 1'`,
      /app\.essai\(\): docs\/tables\.md has no line/,
    ],
    [
      'one more in another schema',
      `CREATE FUNCTION public.essai() RETURNS integer LANGUAGE sql SECURITY DEFINER ${PATH} AS 'SELECT 1'`,
      /public\.essai\(\): docs/,
    ],
    ['one that is gone', 'DROP FUNCTION app.mon_reglage_veille()', /mon_reglage_veille\(\): there is no such thing/],
    [
      'one without a path',
      'ALTER FUNCTION app.ouvrir(text, text, text) RESET search_path',
      /app\.ouvrir\(.*its search_path/,
    ],
    [
      'one whose path anybody may fill',
      'ALTER FUNCTION app.ouvrir(text, text, text) SET search_path = public, pg_catalog',
      /app\.ouvrir\(.*its search_path/,
    ],
    [
      'one that all may call',
      'GRANT EXECUTE ON FUNCTION app.rechercher(text, integer) TO PUBLIC',
      /app\.rechercher\(.*PUBLIC/,
    ],
    [
      'an inner one that the application may call',
      'GRANT EXECUTE ON FUNCTION app.cotes_de(integer, integer) TO copilote_app',
      /app\.cotes_de\(.*may call it/,
    ],
    [
      'one that no longer checks',
      `CREATE OR REPLACE FUNCTION app.histoire_fiche(p_convention integer, p_fiche integer) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER ${PATH} AS 'SELECT to_jsonb(f) FROM fiche_action f WHERE f.id = p_fiche'`,
      /app\.histoire_fiche\(.*it does not check app\.portee_ecriture/,
    ],
    [
      'one that runs as whoever asks, and reads tables by no door',
      `CREATE FUNCTION app.essai() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM reunion'; GRANT EXECUTE ON FUNCTION app.essai() TO copilote_app`,
      /app\.essai\(\): docs\/tables\.md has no line/,
    ],
    [
      'a door that shows another room',
      `CREATE OR REPLACE FUNCTION app.plan_en_vigueur(p_convention integer) RETURNS SETOF plan_action LANGUAGE sql STABLE AS 'SELECT p.* FROM plan_action p WHERE EXISTS (SELECT FROM public.reunion)'`,
      /app\.plan_en_vigueur\(.*it shows public\.reunion/,
    ],
  ])('fail by %s', async (_offence, sql, fault) => {
    const faults = await withOffence(sql, async () => judgeFunctions(await listFunctions(owner), ownership))
    expect(faults).toContainEqual(expect.stringMatching(fault))
  })
})

/** Rows of a view or of a statement, as text: how many, and what they say. */
async function readRows(source: string): Promise<{ n: number; rows: string }> {
  const { rows } = await app.query<{ n: number; rows: string }>(
    `SELECT count(*)::int AS n, coalesce(md5(string_agg(v::text, ',' ORDER BY v::text)), '') AS rows FROM ${source} v`,
  )
  return rows[0] ?? { n: -1, rows: '' }
}

describe('through a door', () => {
  it.each(['conseillere', 'coordinatrice', 'elue', 'etrangere'] as const)(
    'a %s sees what the tables show her, and nothing more',
    async (qui) => {
      for (const { name, definition } of views) {
        const [door, tables] = await asSession(personnes[qui].session, async () => [
          await readRows(name),
          await readRows(`(${definition})`),
        ])
        expect(door, name).toEqual(tables)
      }
    },
  )

  it('nobody sees anything', async () => {
    for (const { name } of views) expect((await asSession(null, () => readRows(name))).n, name).toBe(0)
  })

  it('each sees her conventions alone, where the owner of the database sees them all', async () => {
    const { rows } = await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [ETRANGERE])
    const etrangere = rows[0]?.id ?? 0
    await owner.query(
      `WITH c AS (INSERT INTO commentaire (convention_id, auteur_id, visibilite, texte) VALUES ($1, $2, 'TOUS', 'Bonjour') RETURNING convention_id, id)
       INSERT INTO mention (convention_id, commentaire_id, utilisateur_id) SELECT convention_id, id, $2 FROM c`,
      [etrangere, personnes.etrangere.id],
    )
    const vues: string[] = []
    const siennes = views.filter((view) => view.columns.includes('convention_id')).map(({ name }) => name)
    expect(views.map(({ name }) => name).filter((name) => !siennes.includes(name))).toEqual([
      'porte.convention',
      'porte.organisme',
    ])
    for (const name of siennes) {
      const ailleurs = `(SELECT FROM ${name} WHERE convention_id = ${etrangere})`
      expect((await asSession(personnes.coordinatrice.session, () => readRows(ailleurs))).n, name).toBe(0)
      const { n } = await asSession(personnes.etrangere.session, () => readRows(ailleurs))
      if (n > 0) vues.push(name)
    }
    expect(vues).toEqual(siennes)
  })

  it('a draft schéma is for those who may write it', async () => {
    await owner.query(
      `INSERT INTO schema_cooperation (convention_id, ref, libelle, etat, ordre) SELECT id, 'brouillon-porte', 'Brouillon', 'BROUILLON', 99 FROM convention WHERE slug = $1`,
      [SIENNE],
    )
    const brouillon = `(SELECT FROM porte.schema_cooperation WHERE ref = 'brouillon-porte')`
    expect((await asSession(personnes.coordinatrice.session, () => readRows(brouillon))).n).toBe(1)
    expect((await asSession(personnes.elue.session, () => readRows(brouillon))).n).toBe(0)
  })

  it('whoever may not read a comment does not see who is named in it', async () => {
    await owner.query(
      `WITH c AS (INSERT INTO commentaire (convention_id, auteur_id, visibilite, texte) SELECT id, $2, 'CAF', 'Entre nous' FROM convention WHERE slug = $1 RETURNING convention_id, id)
       INSERT INTO mention (convention_id, commentaire_id, utilisateur_id) SELECT convention_id, id, $2 FROM c`,
      [SIENNE, personnes.conseillere.id],
    )
    const mentions = '(SELECT FROM porte.mention)'
    expect((await asSession(personnes.conseillere.session, () => readRows(mentions))).n).toBe(1)
    expect((await asSession(personnes.coordinatrice.session, () => readRows(mentions))).n).toBe(0)
  })

  it('a statement reads no table that it does not ask for', async () => {
    const lus = await asSession(personnes.coordinatrice.session, async () => {
      const noms: [view: string, tables: string[]][] = []
      for (const { name, columns, tables } of views.filter((view) => view.tables.length > 1)) {
        const { rows } = await app.query<{ 'QUERY PLAN': unknown }>(
          `EXPLAIN (FORMAT JSON) SELECT ${columns[0]} FROM ${name}`,
        )
        const plan = JSON.stringify(rows[0]?.['QUERY PLAN'])
        noms.push([name, tables.filter((table) => plan.includes(`"Relation Name":"${table}"`))])
      }
      return noms
    })
    expect(lus.filter(([, tables]) => tables.length !== 1)).toEqual([['porte.mention', ['commentaire', 'mention']]])
  })
})
