import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

/** What was delivered is corrected in bases that hold it already, and only where nobody changed it (record 0051). */

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
// Each case puts a base back to what it was before a migration: nothing of it is committed.
beforeEach(() => owner.query('BEGIN'))
afterEach(() => owner.query('ROLLBACK'))

const runMigration = async (nom: string) =>
  owner.query(await readFile(`prisma/migrations/${nom}/migration.sql`, 'utf8'))

describe('who signs, where « no » stood for « nobody knows »', () => {
  const readSignatures = async (slug: string) => {
    const { rows } = await owner.query<{ ref: string; signataire: boolean | null }>(
      `SELECT p.ref, p.signataire FROM convention_organisme p JOIN convention c ON c.id = p.convention_id WHERE c.slug = $1 ORDER BY p.ordre`,
      [slug],
    )
    return rows.map(({ ref, signataire }) => [ref, signataire])
  }

  it('becomes unknown, but for what somebody chose and what a delivered document says', async () => {
    const avant = [await readSignatures('provence-alpes-agglomeration'), await readSignatures('demonstration')]
    const { rowCount } = await owner.query(
      `UPDATE convention_organisme SET signataire = false WHERE signataire IS NULL`,
    )
    const journalisees = (rowCount ?? 0) - 2
    // Somebody chose one of them by hand, and once said yes then no of another.
    for (const ref of ['bessieres', 'ccva'])
      await owner.query(
        `INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, avant, apres)
         SELECT (SELECT min(id) FROM utilisateur), p.convention_id, 'x', 'convention_organisme', p.id, '{"signataire": true}', '{"signataire": false}'
         FROM convention_organisme p JOIN convention c ON c.id = p.convention_id WHERE c.slug = 'val-aigo' AND p.ref = $1`,
        [ref],
      )
    await runMigration('20261130003000_signature_inconnue')
    expect(await readSignatures('val-aigo')).toEqual([
      ['caf', null],
      ['ccva', false],
      ['villemur-sur-tarn', null],
      ['bessieres', false],
      ['la-magdelaine-sur-tarn', null],
      ['buzet-sur-tarn', null],
    ])
    expect([await readSignatures('provence-alpes-agglomeration'), await readSignatures('demonstration')]).toEqual(avant)
    const { rows } = await owner.query<{ n: number; motif: boolean }>(
      `SELECT count(*)::int AS n, bool_and(motif IS NOT NULL) AS motif FROM journal WHERE operation = 'livraison.corriger'`,
    )
    expect(rows).toEqual([{ n: journalisees, motif: true }])
  })
})

describe('the delivered dossiers, corrected on their documents', () => {
  const MIGRATION = '20261130003200_corrections_livrees'
  interface Correction {
    slug: string
    table: string
    cle: string
    ref: string
    colonne: string
    ancien: string | string[] | null
    nouveau: string | string[] | null
  }
  const readCorrections = async (): Promise<Correction[]> => {
    const sql = await readFile(`prisma/migrations/${MIGRATION}/migration.sql`, 'utf8')
    return JSON.parse(/\$corrections\$([\s\S]*?)\$corrections\$/.exec(sql)?.[1] ?? '[]') as Correction[]
  }
  const situe = ({ table, cle }: Correction) =>
    table === 'convention'
      ? 't.slug = $1 AND $2::text IS NOT NULL'
      : `t.convention_id = (SELECT id FROM convention WHERE slug = $1) AND t.${cle} = $2`
  const read = async (c: Correction) => {
    const { rows } = await owner.query<{ v: string | string[] | null }>(
      `SELECT t.${c.colonne} AS v FROM ${c.table} t WHERE ${situe(c)}`,
      [c.slug, c.ref],
    )
    return rows.map(({ v }) => v)
  }
  const put = (c: Correction, valeur: Correction['ancien']) =>
    owner.query(`UPDATE ${c.table} t SET ${c.colonne} = $3 WHERE ${situe(c)}`, [c.slug, c.ref, valeur])
  const readReserves = async () => {
    const { rows } = await owner.query<{ champ: string; raison: string }>(
      `SELECT champ, raison FROM reserve WHERE lecture = 'La valeur saisie ici est gardée.' ORDER BY id`,
    )
    return rows
  }

  it('change what still stands as it was delivered, once', async () => {
    const corrections = await readCorrections()
    expect(corrections.length).toBeGreaterThan(15)
    // What a fresh base holds is what a corrected one holds.
    for (const c of corrections) expect([c.colonne, await read(c)]).toEqual([c.colonne, [c.nouveau]])
    for (const c of corrections) await put(c, c.ancien)
    await owner.query(`DELETE FROM lacune WHERE sujet = 'FIN'`)
    await runMigration(MIGRATION)
    for (const c of corrections) expect([c.colonne, await read(c)]).toEqual([c.colonne, [c.nouveau]])
    expect(await readReserves()).toEqual([])
    const { rows } = await owner.query(`SELECT count(*)::int AS n FROM lacune WHERE sujet = 'FIN'`)
    expect(rows).toEqual([{ n: 4 }])
    await runMigration(MIGRATION)
    expect(await readReserves()).toEqual([])
  })

  it('leave what somebody changed, and say what the dossier writes now', async () => {
    const corrections = (await readCorrections()).filter(
      ({ table, colonne }) => table !== 'reserve' && colonne !== 'etapes',
    )
    for (const c of corrections) await put(c, 'Écrit par quelqu’un')
    await runMigration(MIGRATION)
    for (const c of corrections) expect(await read(c)).toEqual(['Écrit par quelqu’un'])
    const reserves = await readReserves()
    expect(reserves).toHaveLength(corrections.length)
    expect(reserves.every(({ raison }) => /écrit maintenant|n’écrit plus rien/.test(raison))).toBe(true)
  })
})

describe('the delivered dossiers, completed on their documents', () => {
  const MIGRATION = '20261201000300_dossiers_completes'
  const readTout = async () => ({
    clauses: (
      await owner.query(
        `SELECT c.slug, k.article, k.titre, k.texte, k.ordre FROM clause k JOIN convention c ON c.id = k.convention_id ORDER BY 1, 5`,
      )
    ).rows,
    moments: (
      await owner.query(
        `SELECT c.slug, r.moments FROM regle_frequence r JOIN convention c ON c.id = r.convention_id WHERE r.moments <> '[]' AND c.slug = 'val-aigo'`,
      )
    ).rows,
  })

  it('bring what was missing to a base that holds them, once, and as a fresh base holds it', async () => {
    const frais = await readTout()
    expect([frais.clauses.length, frais.moments.length]).toEqual([15, 1])
    await owner.query(`DELETE FROM clause`)
    await owner.query(`UPDATE regle_frequence SET moments = '[]'`)
    await runMigration(MIGRATION)
    expect(await readTout()).toEqual(frais)
    await runMigration(MIGRATION)
    expect(await readTout()).toEqual(frais)
  })

  it('leave alone what somebody wrote', async () => {
    await owner.query(`DELETE FROM clause WHERE ordre > 0`)
    await owner.query(`UPDATE clause SET texte = 'Écrit par quelqu’un'`)
    await owner.query(
      `UPDATE regle_frequence r SET moments = '[]', minimum = 3 FROM convention c WHERE c.id = r.convention_id AND c.slug = 'val-aigo'`,
    )
    const avant = await readTout()
    await runMigration(MIGRATION)
    expect(await readTout()).toEqual(avant)
  })
})
