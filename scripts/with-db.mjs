// node scripts/with-db.mjs COMMAND…       runs a command with DATABASE_URL, APP_DATABASE_URL, NEXTAUTH_SECRET
// node scripts/with-db.mjs FILE.ts …        the same for a TypeScript file of the project
// node scripts/with-db.mjs --migrate-only  applies migrations and makes the application role
import fs from 'node:fs'
import { Failure } from './lib/failure.mjs'
import { findHolder } from './lib/lock.mjs'
import { prepare } from './lib/prepare.mjs'
import { inProject, TYPESCRIPT } from './lib/project.mjs'
import { isExternal, isTrial, loadSettings } from './lib/settings.mjs'
import { main, run } from './lib/supervisor.mjs'

await main(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (!command)
    throw new Failure('Il manque la commande à lancer.', 'Exemple : node scripts/with-db.mjs scripts/create-admin.ts')
  loadSettings()
  process.env.COPILOTE_DEMONSTRATION = isTrial() ? '1' : '0'
  await prepare({ withDev: process.env.NODE_ENV !== 'production' })
  const { openDatabase } = await import('./lib/database.mjs')
  const migrateOnly = command === '--migrate-only'
  // A deployment may migrate without knowing the secret; the server makes the role when it starts.
  await openDatabase({ role: !migrateOnly || !isExternal() || Boolean(process.env.NEXTAUTH_SECRET) })
  if (migrateOnly) {
    console.log('La base de données est à jour.')
    return 0
  }
  // What the command writes for people (an invitation) leads to the application that runs here.
  const address = findHolder('service')?.address
  if (address) process.env.NEXTAUTH_URL ??= address
  if (command.endsWith('.ts')) return run(process.execPath, [...TYPESCRIPT, command, ...args])
  const local = inProject('node_modules/.bin', command)
  return run(fs.existsSync(local) ? local : command, args)
})
