// `prisma migrate deploy` without its native engine: same files, same table, same checksums and
// lock, so that the two are interchangeable on one database.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './lib/failure.mjs'
import { withClient } from './lib/pg-client.mjs'
import { inProject } from './lib/project.mjs'

const PRISMA_LOCK = 72_707_369 // the advisory lock that Prisma Migrate takes
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * The migrations of a folder, oldest first.
 * @param {string} folder
 * @returns {{ name: string, sql: string, checksum: string }[]}
 */
export function readMigrations(folder) {
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function checkApplied(row, { name, checksum }) {
  if (!row.finished_at) {
    throw new Failure(
      `La migration ${name} a échoué lors d’un essai précédent.`,
      `Réparez la base, puis : npx prisma migrate resolve --rolled-back ${name}`,
    )
  }
  if (row.checksum !== checksum) {
    throw new Failure(
      `La migration ${name} a changé depuis qu’elle a été appliquée.`,
      [
        'Rétablissez son fichier, et écrivez le changement dans une nouvelle migration (npm run db:new -- NOM).',
        'Sur une base d’essai sans rien à garder, supprimer le dossier .data suffit.',
      ].join('\n'),
    )
  }
}

/** A migration and its record are one transaction: a failure, or a kill, leaves nothing half done. */
async function apply(client, { name, sql, checksum }) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new Failure(
      `La migration ${name} a échoué ; la base est restée comme avant elle.`,
      'Corrigez la cause ci-dessous, puis relancez la commande.',
      error,
    )
  }
}

/**
 * Applies the migrations that a database lacks.
 * @param {string} url as its owner
 * @param {string} [folder]
 * @returns {Promise<string[]>} names of those applied now
 * @throws {Failure} on a failed or edited migration
 */
export function migrate(url, folder = inProject('prisma/migrations')) {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(TABLE)
    const { rows } = await client.query(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const known = new Map(rows.map((row) => [row.migration_name, row]))
    const applied = []
    for (const migration of readMigrations(folder)) {
      const row = known.get(migration.name)
      if (row) checkApplied(row, migration)
      else {
        await apply(client, migration)
        applied.push(migration.name)
      }
    }
    // What is kept was worded by the version before: it is worked out again by the one that starts (record 0053).
    await client.query(
      `DO $$ BEGIN IF to_regclass('public.situation') IS NOT NULL THEN DELETE FROM public.situation; END IF; END $$`,
    )
    return applied
  })
}
