import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLONNES_CHERCHEES, ENTREES, findTrace, TEXTES_FICHE } from '@/lib/plan-action/champs/rules/catalogue'
import { ROLES_PILOTAGE } from '@/lib/plan-action/champs/words/roles'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

interface Colonne {
  nom: string
  type: string
  nulle: boolean
}

const listColonnes = async (table: string): Promise<Map<string, Colonne>> => {
  const { rows } = await owner.query<Colonne>(
    `SELECT column_name AS nom, CASE data_type WHEN 'USER-DEFINED' THEN udt_name ELSE data_type END AS type, is_nullable = 'YES' AS nulle
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  )
  return new Map(rows.map((colonne) => [colonne.nom, colonne]))
}

const TYPES = { text: 'text', int: 'integer', boolean: 'boolean', date: 'date', statut_fiche: 'statut_fiche' } as const

describe('the catalogue and PostgreSQL', () => {
  it('agree on the columns of each field', async () => {
    for (const entree of ENTREES) {
      const { objet, colonnes } = findTrace(entree.cle)
      const lues = await listColonnes(objet)
      for (const { colonne } of colonnes) expect(lues.has(colonne), `${objet}.${colonne}`).toBe(true)
      if (entree.genre === 'COLONNES')
        for (const { colonne, type } of entree.colonnes) expect(lues.get(colonne)?.type, colonne).toBe(TYPES[type])
    }
  })

  it('agree on which texts may be unknown', async () => {
    const lues = await listColonnes('fiche_action')
    for (const { colonne, requis } of TEXTES_FICHE)
      expect(lues.get(colonne), colonne).toMatchObject({ type: 'text', nulle: requis === undefined })
  })

  it('leave no text of the fiche outside the catalogue', async () => {
    const siens = new Set(ENTREES.flatMap(({ cle }) => findTrace(cle).colonnes.map(({ colonne }) => colonne)))
    const autres = [...(await listColonnes('fiche_action')).values()].filter(
      ({ nom, type }) => type === 'text' && !siens.has(nom),
    )
    // The name that addresses know it by, and its folded words.
    expect(autres.map(({ nom }) => nom).sort()).toEqual(['recherche', 'ref'])
  })

  it('agree on the words that find a fiche', async () => {
    const { rows } = await owner.query<{ colonnes: string[]; source: string }>(
      `SELECT (SELECT array_agg(a.attname::text ORDER BY k.rang) FROM unnest(t.tgattr::int2[]) WITH ORDINALITY k(num, rang)
           JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = k.num) AS colonnes,
         (SELECT p.prosrc FROM pg_proc p WHERE p.oid = 'app.mots_fiche(fiche_action)'::regprocedure) AS source
       FROM pg_trigger t WHERE t.tgrelid = 'fiche_action'::regclass AND t.tgname = 'plier'`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.colonnes).toEqual(COLONNES_CHERCHEES)
    expect([...(rows[0]?.source ?? '').matchAll(/p_fiche\.(\w+)/g)].map(([, nom]) => nom)).toEqual([
      ...COLONNES_CHERCHEES,
      'id',
      'id',
    ])
  })

  it('agree on the statuses and the roles', async () => {
    const { rows } = await owner.query<{ nom: string; codes: string[] }>(
      `SELECT t.typname AS nom, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS codes FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
       WHERE t.typname IN ('statut_fiche', 'role_pilotage') GROUP BY 1 ORDER BY 1`,
    )
    expect(rows).toEqual([
      { nom: 'role_pilotage', codes: [...ROLES_PILOTAGE] },
      { nom: 'statut_fiche', codes: [...STATUTS] },
    ])
  })
})
