// A size, ready to be asked: its database, the built application, the floor and the limit, each in a process of its own.
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureAppRole } from '../app-role.mjs'
import { Failure } from '../lib/failure.mjs'
import { onDatabase, quoted, withClient } from '../lib/pg-client.mjs'
import { anyFreePort } from '../lib/ports.mjs'
import { inProject, TYPESCRIPT } from '../lib/project.mjs'
import { serve } from '../lib/serve.mjs'
import { onStop, start } from '../lib/supervisor.mjs'
import { migrate } from '../migrate.mjs'
import { generate } from './generate.mjs'
import { createScenarios, FLOOR_COOKIE, openSession } from './scenarios.mjs'
import { DAY } from './sizes.mjs'
import { send } from './traffic.mjs'

const SECRET = 'secret-de-mesure-sans-valeur-ailleurs'
const ADVISER = 'caf-1@mesure.example'
const READY_PATIENCE_MS = 60_000

const SILENT = { write: () => true }

async function createDatabase(adminUrl, name) {
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${quoted(name)}`))
  return onDatabase(adminUrl, name)
}

async function startBare(args, env) {
  const port = await anyFreePort()
  const address = `http://127.0.0.1:${port}`
  const child = start(process.execPath, args, {
    env: { ...env, PORT: String(port), COOKIE: FLOOR_COOKIE, NODE_ENV: 'production' },
  })
  const deadline = performance.now() + READY_PATIENCE_MS
  while (performance.now() < deadline) {
    if (
      await send(address, undefined, { path: '/' }).then(
        () => true,
        () => false,
      )
    )
      return { address, child }
    await sleep(50)
  }
  throw new Failure('Le serveur témoin ne démarre pas.', 'Lisez le message ci-dessus.')
}

/**
 * Generates a size and serves it three times: the application, the floor behind its walls, the bare limit.
 * @param {string} adminUrl
 * @param {import('./sizes.mjs').Size} size
 */
export async function open(adminUrl, size) {
  const ownerUrl = await createDatabase(adminUrl, `mesure_${size.name}`)
  await migrate(ownerUrl)
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'bench' })
  await owner.connect()
  onStop(() => owner.end())
  const rows = await generate(owner, size)
  const env = {
    ...process.env,
    APP_DATABASE_URL: await ensureAppRole(ownerUrl, SECRET),
    NEXTAUTH_SECRET: SECRET,
    COPILOTE_DEMONSTRATION: '1',
    COPILOTE_AUJOURDHUI: DAY,
  }
  const cookies = await openSession(owner, ADVISER, SECRET)
  const app = await serve('start', { host: '127.0.0.1', port: await anyFreePort(), env, output: SILENT })
  const floor = await startBare([...TYPESCRIPT, inProject('scripts/bench/floor.mjs')], env)
  const limit = await startBare([inProject('scripts/bench/limit.mjs')], { ...env, DATABASE_URL: ownerUrl })
  const scenarios = createScenarios(cookies, app.address)
  const target = (kind, { address, child }) => ({
    kind,
    size,
    owner,
    address,
    pid: child.pid,
    scenarios: scenarios[kind],
    agent: new http.Agent({ keepAlive: true, maxSockets: 64 }),
  })
  return { size, rows, owner, app: target('app', app), floor: target('floor', floor), limit: target('limit', limit) }
}
