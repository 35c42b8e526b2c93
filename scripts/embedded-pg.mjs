// Embedded PostgreSQL: real server programs from npm, data in the project, nothing to install.
// Several commands may share one server (`npm start`, `npm run dev`, `npm run admin:create`): each
// holds a lease, and the last to leave stops the server, even one that a killed command left behind.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Failure } from './lib/failure.mjs'
import { isAlive, withLock } from './lib/lock.mjs'
import { embeddedBinaries, launcher } from './lib/pg-binaries.mjs'
import { onDatabase, quoted } from './lib/pg-client.mjs'
import { anyFreePort } from './lib/ports.mjs'

const OWNER = 'copilote'
const LEASE = 20_230_707 // advisory lock: shared by every command that uses the server
/** Without durability, and without what a server does by itself: tests and measures say when tables are analysed. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', jit: 'off' }
const START_PATIENCE_MS = 60_000
const START_ATTEMPTS = 20
const LOG_LIMIT = 5_000_000 // bytes; beyond, the log starts afresh

/** Creates the data folder. A partial one never takes the final name, so that a kill leaves nothing half made. */
function createCluster({ bin, dataDir, password, fast }) {
  const draft = `${dataDir}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  const as = launcher(bin, draft)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copilote-'))
  const file = path.join(folder, 'password')
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 })
  if (as.uid !== undefined) for (const entry of [folder, file]) fs.chownSync(entry, as.uid, as.gid)
  const [command, args, identity] = as.command('initdb', [
    '-D',
    draft,
    '-U',
    OWNER,
    `--pwfile=${file}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=fr',
    ...(fast ? ['--no-sync'] : []),
  ])
  try {
    execFileSync(command, args, { ...identity, cwd: os.tmpdir(), stdio: 'pipe' })
  } catch (error) {
    throw new Failure(
      'La base de données intégrée n’a pas pu être créée.',
      'Vérifiez la place sur le disque et les droits du dossier .data.',
      error,
    )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
  fs.renameSync(draft, dataDir)
}

function readPassword(file, dataDir) {
  if (!fs.existsSync(file) && fs.existsSync(dataDir)) {
    throw new Failure(
      `Le mot de passe de la base intégrée (${file}) a disparu.`,
      `Remettez ce fichier, ou supprimez ${dataDir} pour repartir d’une base neuve.`,
    )
  }
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}

/** Process and port of the server that last started on this folder; it may be dead. */
function readPidFile(dataDir) {
  try {
    const [pid, , , port] = fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) }
  } catch {
    return { pid: 0, port: 0 }
  }
}

/** Is this process a server on this folder, or another program that was given the number of a dead one? */
function isServer(pid, dataDir) {
  if (!pid || !isAlive(pid)) return false
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)
  } catch {
    return true // no /proc: PostgreSQL judges by itself
  }
}

/** Connects and takes a share of the lease; undefined when no server answers with our password. */
async function takeLease(url) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    application_name: 'copilote-bail',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    // Waits while the last user is leaving, then fails as the server stops: a new one is started.
    await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE])
    return client
  } catch {
    await client.end().catch(() => {})
    return undefined
  }
}

function checkOwner(dataDir) {
  const { uid } = fs.statSync(dataDir)
  if (process.getuid() === 0 || uid === process.getuid()) return
  throw new Failure(
    `Le dossier ${dataDir} appartient à un autre utilisateur (numéro ${uid}).`,
    'Lancez la commande sous cet utilisateur, ou travaillez dans une copie du projet qui soit à vous.',
  )
}

/** Starts the server program and waits until it answers. */
async function launch({ bin, dataDir, logFile, port, fast, urlOf }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    ...(fast ? FAST : {}),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args, identity] = launcher(bin, dataDir).command('postgres', [
    '-D',
    dataDir,
    '-p',
    String(port),
    ...options,
  ])
  const kept = fs.existsSync(logFile) && fs.statSync(logFile).size < LOG_LIMIT
  const out = fs.openSync(logFile, kept ? 'a' : 'w', 0o600)
  // Its own process group: Ctrl C in the terminal reaches us, and we stop it last.
  const child = spawn(command, args, { ...identity, cwd: os.tmpdir(), stdio: ['ignore', out, out], detached: true })
  fs.closeSync(out)
  let ended = false
  for (const event of ['exit', 'error']) child.once(event, () => (ended = true))
  child.unref()
  const deadline = performance.now() + START_PATIENCE_MS
  while (!ended && performance.now() < deadline) {
    const lease = await takeLease(urlOf(port))
    if (lease) return lease
    await sleep(40)
  }
  if (!ended) child.kill('SIGKILL')
  return undefined
}

async function startOrAttach(cluster) {
  if (!fs.existsSync(cluster.dataDir)) createCluster(cluster)
  checkOwner(cluster.dataDir)
  // A server that was just killed holds its memory for a second, one that crashed needs a moment to
  // recover: hence the attempts.
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const running = readPidFile(cluster.dataDir)
    const alive = isServer(running.pid, cluster.dataDir)
    const lease = alive && (await takeLease(cluster.urlOf(running.port)))
    if (lease) return { lease, port: running.port }
    if (!alive) {
      // After a restart of the machine, or of a container, a dead server's number is often in use again.
      fs.rmSync(path.join(cluster.dataDir, 'postmaster.pid'), { force: true })
      const port = cluster.port ?? (await anyFreePort())
      const started = await launch({ ...cluster, port })
      if (started) return { lease: started, port }
    }
    await sleep(300)
  }
  throw new Failure('La base de données intégrée ne démarre pas.', `Lisez ${cluster.logFile}.`)
}

async function createDatabase(lease, name) {
  const { rowCount } = await lease.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) await lease.query(`CREATE DATABASE ${quoted(name)}`)
}

/** Stops the server unless another command uses it. The exclusive lock keeps newcomers out meanwhile. */
async function leave(cluster, lease) {
  const alone = await lease.query('SELECT pg_try_advisory_lock($1) AS alone', [LEASE]).then(
    ({ rows }) => rows[0].alone,
    () => false,
  )
  const { pid } = readPidFile(cluster.dataDir)
  if (alone && pid) {
    for (const [signal, patienceMs] of [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 2_000],
    ]) {
      process.kill(pid, signal)
      for (let waited = 0; waited < patienceMs && isAlive(pid); waited += 20) await sleep(20)
      if (!isAlive(pid)) break
    }
  }
  await lease.end().catch(() => {})
}

/**
 * Starts the embedded server on a folder, or joins the one that runs there.
 * @param {{ folder: string, database?: string, bin?: string, fast?: boolean, onLost?: (error: unknown) => void }} options
 *   `bin`: other PostgreSQL programs than npm's; `fast`: no durability, for tests; `onLost`: the
 *   server died and could not be started again
 * @returns {Promise<{ url: string, adminUrl: string, stop: () => Promise<void> }>}
 *   addresses of `database` and of the maintenance database, both as superuser
 */
export async function startEmbedded({
  folder,
  database = 'copilote',
  bin = embeddedBinaries(),
  fast = false,
  onLost = () => {},
}) {
  fs.mkdirSync(folder, { recursive: true })
  const dataDir = path.join(folder, 'pg')
  const password = readPassword(path.join(folder, 'pg.password'), dataDir)
  const urlOf = (port) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/postgres`
  const cluster = { bin, fast, password, urlOf, dataDir, logFile: path.join(folder, 'pg.log') }
  const join = () =>
    withLock('pg', () => startOrAttach(cluster), { folder: path.join(folder, 'locks'), patienceMs: 120_000 })

  let stopped = false
  let lease
  let recovery = Promise.resolve()
  const adopt = (client) => {
    lease = client
    // Lost: a server process crashed (PostgreSQL recovers by itself) or the server was killed (it is
    // started again on the same port, where the application expects it).
    client.once('end', () => {
      if (!stopped)
        recovery = join()
          .then((found) => adopt(found.lease))
          .catch(onLost)
    })
  }
  const { lease: first, port } = await join()
  cluster.port = port
  await createDatabase(first, database)
  adopt(first)
  return {
    url: onDatabase(urlOf(port), database),
    adminUrl: urlOf(port),
    stop: async () => {
      if (stopped) return
      stopped = true
      await recovery
      await leave(cluster, lease)
    },
  }
}
