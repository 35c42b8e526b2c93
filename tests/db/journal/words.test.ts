import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listChangements } from '@/lib/journal/rules/details'
import { formatObjet } from '@/lib/journal/rules/noms'
import { findCible, LIENS } from '@/lib/journal/words/liens'
import { MOTS_LIENS } from '@/lib/journal/words/mots-liens'
import { NOMS } from '@/lib/journal/words/noms'
import { AUTEURS, CACHEES, JAMAIS_ECRITES, TABLES } from '@/lib/journal/words/tables'
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
    for (const table of journalisees.keys()) expect(formatObjet(table), table).toMatch(/^[A-ZÉ][^_]+$/u)
  })

  it('name every column that may be told, in lib/journal/words or lib/plan-action/champs/words', () => {
    const muettes = toutes().filter(
      ({ table, nom }) =>
        !lire(table, nom) && !Object.hasOwn(MOTS_LIENS, nom) && !CACHEES.has(nom) && !JAMAIS_ECRITES.has(nom),
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

  it('lead from each row to those its foreign keys lead to, and from no other column', async () => {
    const { rows } = await owner.query<{ objet: string; colonne: string; cible: string; cle: string }>(
      `SELECT c.relname AS objet, a.attname AS colonne, f.relname AS cible, b.attname AS cle FROM pg_constraint k
         JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[cardinality(k.conkey)]
         JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = k.confkey[cardinality(k.confkey)]
       WHERE k.contype = 'f' AND a.attname <> 'convention_id'`,
    )
    const connues = new Map(rows.map(({ objet, colonne, cible, cle }) => [`${objet}.${colonne}`, { cible, cle }]))
    // A reference row that the row itself names by its own words: a commune by its name, a theme by the words of its code.
    const parMots = new Set(['commune_code', 'departement_code', 'epci_siren', 'siren', 'code', 'theme_code'])
    for (const { table, nom } of toutes()) {
      const cible = findCible(table, nom)
      const lien = connues.get(`${table}.${nom}`)
      if (nom !== 'convention_id' && !parMots.has(nom)) expect(cible, `${table}.${nom}`).toBe(lien?.cible ?? null)
      if (cible !== null) {
        expect(LIENS[`cle.${cible}`] ?? 'id', `${table}.${nom}`).toBe(lien?.cle)
        expect(NOMS[cible], cible).toBeDefined()
      }
    }
  })

  it('hide keys alone, and what the journal never carries', async () => {
    const noms = new Map(toutes().map((colonne) => [colonne.nom, colonne]))
    expect(
      [...CACHEES, ...AUTEURS, ...JAMAIS_ECRITES, ...Object.keys(MOTS_LIENS)].filter((nom) => !noms.has(nom)),
    ).toEqual([])
    for (const nom of [...AUTEURS, ...Object.keys(MOTS_LIENS)]) expect(noms.get(nom)?.cle, nom).toBe(true)
    const { rows } = await owner.query<{ source: string }>(
      `SELECT prosrc AS source FROM pg_proc WHERE oid = 'app.journaliser'::regproc`,
    )
    for (const nom of JAMAIS_ECRITES) expect(rows[0]?.source).toContain(`'${nom}'`)
  })

  it('leave no name of the database and no code on the page, whatever the row', () => {
    for (const [table, colonnes] of journalisees) {
      const neuve = Object.fromEntries(colonnes.map(({ nom, codes }) => [nom, codes?.at(-1) ?? 'mots de quelqu’un']))
      const codes = new Set(colonnes.flatMap((colonne) => colonne.codes ?? []))
      for (const { champ, vers } of listChangements(table, null, neuve, new Map())) {
        expect(`${champ} ${vers}`, table).not.toMatch(/_/)
        expect(codes.has(vers ?? ''), `${table}: ${vers}`).toBe(false)
      }
    }
  })

  it('tell a role by its words on one table, and a share of posts by its own on another', () => {
    expect(listChangements('pilotage', null, { role: 'PORTEUR' }, new Map())).toEqual([
      { champ: 'rôle', de: null, vers: 'porteur' },
    ])
    expect(listChangements('affectation', null, { marge: 'PORTEUR', theme_code: 'PARENTALITE' }, new Map())).toEqual([
      { champ: 'répartition', de: null, vers: 'par commune' },
      { champ: 'thématique', de: null, vers: 'Parentalité' },
    ])
    expect(listChangements('fiche_action', { public_vise: null }, { public_vise: 'CAF' }, new Map())).toEqual([
      { champ: 'public visé', de: '–', vers: 'CAF' },
    ])
  })
})
