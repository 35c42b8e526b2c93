// Run by hand: node --test tests/bench/
// The generator goes around triggers and foreign keys: what they would have refused must not be there.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { checkData, generate } from '../../scripts/bench/generate.mjs'
import { SIZES } from '../../scripts/bench/sizes.mjs'
import { startEmbedded } from '../../scripts/embedded-pg.mjs'
import { migrate } from '../../scripts/migrate.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copilote-bench-'))
fs.chmodSync(folder, 0o755) // root runs PostgreSQL as another user, who must get there

describe('synthetic data of the smallest size', () => {
  let server
  let owner
  let announced

  before(async () => {
    server = await startEmbedded({ folder, fast: true })
    await migrate(server.url)
    owner = new pg.Client({ connectionString: server.url })
    await owner.connect()
    announced = await generate(owner, SIZES.petit)
  })

  after(async () => {
    await owner?.end()
    await server?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('has the rows that the report announces', async () => {
    for (const [table, rows] of Object.entries(announced)) {
      assert.equal((await owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n, rows, table)
    }
  })

  it('respects foreign keys, folded columns and the balance of schémas, and fills every table a screen reads', async () => {
    assert.deepEqual(await checkData(owner), [])
  })

  it('leaves the indexes that the migrations made', async () => {
    const { rows } = await owner.query(
      `SELECT to_regclass('fiche_action_recherche_idx') IS NOT NULL AS trigrams, to_regclass('reunion_convention_id_date_idx') IS NOT NULL AS dates`,
    )
    assert.deepEqual(rows[0], { trigrams: true, dates: true })
  })

  it('sees a fault when there is one', async () => {
    await owner.query('SET session_replication_role = replica')
    await owner.query(`UPDATE fiche_action SET axe_id = 0 WHERE id = 1`)
    await owner.query(`UPDATE affectation SET quotite = 0.7 WHERE id = 1`)
    await owner.query(`UPDATE fiche_action SET recherche = 'autre' WHERE id = 2`)
    await owner.query('RESET session_replication_role')
    const faults = await checkData(owner)
    assert.equal(faults.length, 3, faults.join('\n'))
  })
})
