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
