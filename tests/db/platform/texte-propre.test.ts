import fs from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanTexte, foldMots } from '@/lib/platform/texte'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

/** The database cleans once, in a migration, and folds at each look: both as lib/platform/texte.ts does. */

const MIGRATION = fs.readFileSync(
  new URL('../../../prisma/migrations/20261130000500_texte_propre/migration.sql', import.meta.url),
  'utf8',
)

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

async function list<T extends pg.QueryResultRow>(sql: string, valeurs: unknown[] = []): Promise<T[]> {
  return (await owner.query<T>(sql, valeurs)).rows
}

/** What a database can hold: no null character, no half of one. */
const gardable = (brut: string): string => brut.replace(/\u0000|\p{Cs}/gu, '')
const DELICATS = [
  'é',
  'e\u0301',
  'Œ',
  'ẞ',
  'Þ',
  'ø',
  'ﬁ',
  '½',
  '№',
  '\u00AD',
  '\u200B',
  '\u200D',
  '\u202A',
  '\uFEFF',
  '\v',
  '\f',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\t',
  '\uF0B7',
  '\uF0FC',
  '\uE123',
  'o\t',
  '§\t',
  '\n',
  ' ',
  '\u00A0',
  'K',
  '😀',
  '٣',
  '1',
  'z',
]
const texte = fc
  .oneof(
    fc.array(fc.constantFrom(...DELICATS), { maxLength: 14 }).map((signes) => signes.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  .map(gardable)

describe('the folding of the database', () => {
  it('is the one of the application, on a thousand texts', async () => {
    const textes = fc.sample(texte, 1000)
    const plis = await list<{ pli: string }>(
      'SELECT app.plier(t) AS pli FROM unnest($1::text[]) WITH ORDINALITY u(t, n) ORDER BY n',
      [textes],
    )
    textes.forEach((brut, i) => expect(plis[i]?.pli, JSON.stringify(brut)).toBe(foldMots(brut)))
  })

  // Whatever the Unicode of either side: PostgreSQL 15 knows fewer signs than 18, Node 20 than 24.
  it('is the one of the application, for every sign there is', async () => {
    const rows = await list<{ signe: string; pli: string }>(
      `SELECT chr(i) AS signe, app.plier(chr(i)) AS pli FROM generate_series(1, 1114111) i
       WHERE i NOT BETWEEN 55296 AND 57343 AND app.plier(chr(i)) <> ''`,
      [],
    )
    const plis = new Map(rows.map(({ signe, pli }) => [signe, pli]))
    const ecarts: string[] = []
    for (let i = 1; i <= 0x10ffff; i++) {
      if (i >= 0xd800 && i <= 0xdfff) continue
      const signe = String.fromCodePoint(i)
      if (foldMots(signe) !== (plis.get(signe) ?? '')) ecarts.push(i.toString(16))
    }
    expect(ecarts).toEqual([])
    expect(plis.size).toBeGreaterThan(1_000)
  })

  it('finds what holds soft hyphens and zero-width signs, and is found with them', async () => {
    const [{ trouve } = { trouve: false }] = await list<{ trouve: boolean }>(
      'SELECT app.plier($1) = app.plier($2) AS trouve',
      ['Accueil péri\u00ADsco\u200Blaire', 'accueil periscolaire'],
    )
    expect(trouve).toBe(true)
  })
})

describe('texts kept before the cleaning', () => {
  it('are cleaned as those that come in, on a thousand texts', async () => {
    const textes = fc.sample(texte, 1000)
    await owner.query('BEGIN')
    await owner.query('CREATE TABLE essai (id serial PRIMARY KEY, mots text)')
    await owner.query('INSERT INTO essai (mots) SELECT t FROM unnest($1::text[]) WITH ORDINALITY u(t, n) ORDER BY n', [
      textes,
    ])
    await owner.query(MIGRATION)
    const mots = await list<{ mots: string }>('SELECT mots FROM essai ORDER BY id')
    await owner.query('ROLLBACK')
    textes.forEach((brut, i) => expect(mots[i]?.mots, JSON.stringify(brut)).toBe(cleanTexte(brut)))
  })

  it('lose nothing: names that would become another’s stay, frozen minutes stay, no line is written in the journal', async () => {
    await owner.query('BEGIN')
    const sale = 'Péri\u00ADscolaire'.normalize('NFD')
    const [fiche] = await list<{ id: number; convention_id: number }>(
      'SELECT id, convention_id FROM fiche_action ORDER BY id LIMIT 1',
    )
    await owner.query('ALTER TABLE fiche_action DISABLE TRIGGER USER')
    await owner.query('UPDATE fiche_action SET titre = $1 WHERE id = $2', [sale, fiche?.id])
    await owner.query('ALTER TABLE fiche_action ENABLE TRIGGER USER')
    // The same name twice, once composed and once not, where a name is unique.
    await owner.query('ALTER TABLE territoire_commune DISABLE TRIGGER USER')
    await owner.query(
      `INSERT INTO territoire_commune (convention_id, nom, ordre) VALUES ($1, 'Épinay', 900), ($1, $2, 901)`,
      [fiche?.convention_id, 'Épinay'.normalize('NFD')],
    )
    await owner.query('ALTER TABLE territoire_commune ENABLE TRIGGER USER')
    const [frozen] = await list<{ id: number }>('SELECT id FROM reunion WHERE figee ORDER BY id LIMIT 1')
    const [point] = await list<{ id: number }>('SELECT min(id) AS id FROM point_ordre_du_jour WHERE reunion_id = $1', [
      frozen?.id ?? 0,
    ])
    const avant = await list<{ n: number }>('SELECT count(*)::int AS n FROM journal')
    const gele = point?.id != null
    if (gele) {
      await owner.query('ALTER TABLE point_ordre_du_jour DISABLE TRIGGER USER')
      await owner.query('UPDATE point_ordre_du_jour SET titre = $1 WHERE id = $2', [sale, point.id])
      await owner.query('ALTER TABLE point_ordre_du_jour ENABLE TRIGGER USER')
    }
    await owner.query(MIGRATION)
    expect(await list('SELECT titre FROM fiche_action WHERE id = $1', [fiche?.id])).toEqual([{ titre: 'Périscolaire' }])
    expect(
      (await list<{ recherche: string }>('SELECT recherche FROM fiche_action WHERE id = $1', [fiche?.id]))[0]
        ?.recherche,
    ).toMatch(/\bperiscolaire\b/)
    expect(await list(`SELECT count(*)::int AS n FROM territoire_commune WHERE ordre IN (900, 901)`)).toEqual([
      { n: 2 },
    ])
    if (gele)
      expect(await list('SELECT titre FROM point_ordre_du_jour WHERE id = $1', [point.id])).toEqual([{ titre: sale }])
    expect(await list('SELECT count(*)::int AS n FROM journal')).toEqual(avant)
    const muets = await list(
      `SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'`,
    )
    await owner.query('ROLLBACK')
    expect(muets).toEqual([])
    expect(gele, 'the demonstration has minutes that froze a meeting').toBe(true)
  })
})
