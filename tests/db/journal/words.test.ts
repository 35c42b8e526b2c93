import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listChangements, formatObjet } from '@/lib/journal/rules'
import { CACHEES, JAMAIS_ECRITES, TABLES } from '@/lib/journal/words/tables'
import { createTestDatabase, type TestDatabase } from '../../support/database'

/** What PostgreSQL journals, read from its own catalogue, against the words that people read. */

interface Colonne {
  nom: string
  /** labels of its closed list, in order; null for a free value */
  codes: string[] | null
  /** part of a primary, unique or foreign key */
  cle: boolean
}

let database: TestDatabase
let owner: pg.Client
let journalisees: Map<string, Colonne[]>

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<Colonne & { table: string }>(
    `SELECT c.relname AS "table", a.attname AS nom,
       (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = a.atttypid) AS codes,
       EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f') AND a.attnum = ANY (k.conkey)) AS cle
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'app.journaliser'::regproc)
     ORDER BY 1, a.attnum`,
  )
  journalisees = new Map()
  for (const { table, ...colonne } of rows) journalisees.set(table, [...(journalisees.get(table) ?? []), colonne])
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

const toutes = () =>
  [...journalisees].flatMap(([table, colonnes]) => colonnes.map((colonne) => ({ table, ...colonne })))
const lire = (table: string, colonne: string) => {
  const mots = TABLES[table]?.colonnes[colonne]
  return typeof mots === 'string' ? { mots } : mots
}

describe('the words of the journal', () => {
  it('name every journaled table, and no other', () => {
    expect(journalisees.size).toBeGreaterThan(60)
    expect(Object.keys(TABLES).sort()).toEqual([...journalisees.keys()].sort())
    for (const table of journalisees.keys()) expect(formatObjet(table), table).toMatch(/^[A-ZÉ][^_]+$/)
  })

  it('name every column that may be told, in lib/journal/words or lib/plan-action/champs/words', () => {
    const muettes = toutes().filter(
      ({ table, nom }) => !lire(table, nom) && !CACHEES.has(nom) && !JAMAIS_ECRITES.has(nom),
    )
    expect(muettes.map(({ table, nom }) => `${table}.${nom}`)).toEqual([])
    for (const { table, nom } of toutes())
      expect(lire(table, nom)?.mots ?? 'sans objet', `${table}.${nom}`).toMatch(/^[^_]+$/)
  })

  it('name no column that is gone', () => {
    const connues = new Set(toutes().map(({ table, nom }) => `${table}.${nom}`))
    const disparues = Object.entries(TABLES).flatMap(([table, { colonnes }]) =>
      Object.keys(colonnes)
        .map((nom) => `${table}.${nom}`)
        .filter((nom) => !connues.has(nom)),
    )
    expect(disparues).toEqual([])
  })

  it('give each code of a closed list its words', () => {
    const fermees = toutes().filter(({ codes }) => codes !== null)
    expect(fermees.length).toBeGreaterThan(30)
    for (const { table, nom, codes } of fermees)
      expect(Object.keys(lire(table, nom)?.valeurs ?? {}).sort(), `${table}.${nom}`).toEqual([...(codes ?? [])].sort())
  })

  it('hide keys alone, and what the journal never carries', async () => {
    const noms = new Map(toutes().map((colonne) => [colonne.nom, colonne]))
    expect([...CACHEES, ...JAMAIS_ECRITES].filter((nom) => !noms.has(nom))).toEqual([])
    for (const nom of CACHEES) if (nom.endsWith('_id')) expect(noms.get(nom)?.cle, nom).toBe(true)
    const { rows } = await owner.query<{ source: string }>(
      `SELECT prosrc AS source FROM pg_proc WHERE oid = 'app.journaliser'::regproc`,
    )
    for (const nom of JAMAIS_ECRITES) expect(rows[0]?.source).toContain(`'${nom}'`)
  })

  it('leave no name of the database and no code on the page, whatever the row', () => {
    for (const [table, colonnes] of journalisees) {
      const neuve = Object.fromEntries(colonnes.map(({ nom, codes }) => [nom, codes?.at(-1) ?? 'mots de quelqu’un']))
      const codes = new Set(colonnes.flatMap((colonne) => colonne.codes ?? []))
      for (const { champ, vers } of listChangements(table, null, neuve)) {
        expect(`${champ} ${vers}`, table).not.toMatch(/_/)
        expect(codes.has(vers ?? ''), `${table}: ${vers}`).toBe(false)
      }
    }
  })

  it('tell a role by its words on one table, and a share of posts by its own on another', () => {
    expect(listChangements('pilotage', null, { role: 'PORTEUR' })).toEqual([
      { champ: 'rôle', de: null, vers: 'porteur' },
    ])
    expect(listChangements('affectation', null, { marge: 'PORTEUR', theme_code: 'PARENTALITE' })).toEqual([
      { champ: 'répartition', de: null, vers: 'par commune' },
      { champ: 'thématique', de: null, vers: 'Parentalité' },
    ])
    expect(listChangements('fiche_action', { public_vise: null }, { public_vise: 'CAF' })).toEqual([
      { champ: 'public visé', de: '–', vers: 'CAF' },
    ])
  })
})
