// npm run db:new -- NAME   writes prisma/migrations/<timestamp>_NAME/migration.sql: what the schema asks beyond the migrations
// npm run db:check         exits 2 when the schema asks for something that no migration does
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './lib/failure.mjs'
import { prepare } from './lib/prepare.mjs'
import { inProject } from './lib/project.mjs'
import { loadSettings } from './lib/settings.mjs'
import { main } from './lib/supervisor.mjs'

const DRIFT = 2
const LOCK_TEXT = '# Prisma: provider of these migrations. Do not edit.\nprovider = "postgresql"\n'

function writeMigration(folder, name, sql) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = `${stamp}_${name.replace(/\W+/g, '_')}`
  fs.mkdirSync(path.join(folder, target))
  fs.writeFileSync(path.join(folder, target, 'migration.sql'), `${sql}\n`)
  console.log(
    `prisma/migrations/${target}/migration.sql est écrit.\nRelisez-le, complétez-le, puis : npm run db:deploy`,
  )
}

await main(async () => {
  const name = process.argv[2]
  if (!name) throw new Failure('Il manque le nom de la migration.', 'Exemple : npm run db:new -- ajoute_avenants')
  loadSettings()
  await prepare()
  const { readMigrations } = await import('./migrate.mjs')
  const { startScratchServer } = await import('./lib/scratch-pg.mjs')
  const { diffMigrations } = await import('./lib/schema-engine.mjs')
  const folder = inProject('prisma/migrations')
  const lockFile = path.join(folder, 'migration_lock.toml')
  fs.mkdirSync(folder, { recursive: true })
  if (!fs.existsSync(lockFile)) fs.writeFileSync(lockFile, LOCK_TEXT)
  const sql = await diffMigrations({
    adminUrl: process.env.SHADOW_ADMIN_URL ?? (await startScratchServer()),
    schema: fs.readFileSync(inProject('prisma/schema.prisma'), 'utf8'),
    lock: fs.readFileSync(lockFile, 'utf8'),
    folder,
    migrations: readMigrations(folder),
  })
  if (!sql) console.log('Le schéma et les migrations concordent.')
  else if (name !== '--check') writeMigration(folder, name, sql)
  else {
    console.error(`Le schéma s’écarte des migrations (npm run db:new -- NOM écrit ce qui manque) :\n${sql}`)
    return DRIFT
  }
})
