// One slice of work, and what it cost: processor time of the server and of PostgreSQL, time on the clock.
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { setTimeout as sleep } from 'node:timers/promises'
import { listTree, readCpu, readMemory } from './processes.mjs'
import { send, work } from './traffic.mjs'

const FEWEST = 5 // requests in a slice
const SAMPLE_MS = 100

/** The middle value. @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Processes of PostgreSQL that answer this server. */
async function listBackends({ owner, kind }) {
  const { rows } = await owner.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
       AND CASE WHEN application_name IN ('bench-floor', 'bench-limit') THEN application_name ELSE 'bench-app' END = $1`,
    [`bench-${kind}`],
  )
  return rows.map(({ pid }) => pid)
}

/** Runs a slice and gives milliseconds per request. */
export async function measureSlice(target, screen, clients, seconds) {
  const server = listTree(target.pid)
  const before = new Map((await listBackends(target)).map((pid) => [pid, readCpu([pid])]))
  const cpu = readCpu(server)
  const done = await work({ ...target, scenario: target.scenarios[screen], clients, seconds, requests: FEWEST })
  const spent = readCpu(server) - cpu
  const base = (await listBackends(target)).reduce((sum, pid) => sum + readCpu([pid]) - (before.get(pid) ?? 0), 0)
  const each = (total) => total / done.requests
  return {
    requests: done.requests,
    errors: done.errors,
    first: done.first,
    server: each(spent),
    base: each(base),
    cpu: each(spent + base),
    time: each(done.elapsed),
  }
}

/** Works while memory is watched: its highest point, in megabytes. */
export async function measureCrowd(target, screen, clients, seconds) {
  const watch = { over: false, peak: 0 }
  const watching = (async () => {
    while (!watch.over) {
      watch.peak = Math.max(watch.peak, readMemory(listTree(target.pid)))
      await sleep(SAMPLE_MS)
    }
  })()
  const done = await work({ ...target, scenario: target.scenarios[screen], clients, seconds, requests: clients })
  watch.over = true
  await watching
  return {
    requests: done.requests,
    errors: done.errors,
    first: done.first,
    perSecond: (done.requests * 1000) / done.elapsed,
    peak: watch.peak,
  }
}

/** Asks once and checks the answer. */
export async function askOnce(target, screen) {
  const { ask, read } = target.scenarios[screen]
  const answer = await send(target.address, target.agent, ask(0))
  if (answer.status !== 200 || !read(0, answer.text))
    throw new Error(`${target.kind} ${target.size.name} ${screen}: ${answer.status} ${answer.text.slice(0, 2000)}`)
  return answer
}

/** Statements that one request sends, read in the log of the server (BEGIN and COMMIT included). */
export async function countStatements(target, screen) {
  const { owner } = target
  const {
    rows: [{ folder, role }],
  } = await owner.query(
    `SELECT current_setting('data_directory') AS folder, (SELECT usename FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'copilote\\_%' LIMIT 1) AS role`,
  )
  const log = path.join(path.dirname(folder), 'pg.log')
  const set = async (...settings) => {
    for (const setting of settings) await owner.query(`ALTER SYSTEM ${setting}`)
    await owner.query('SELECT pg_reload_conf()')
    await sleep(300) // the running connections read it between two statements
  }
  await set("SET log_statement = 'all'", "SET log_line_prefix = '%u|'")
  await askOnce(target, screen) // a connection learns of the setting at its next statement
  await sleep(300) // a page ends its transaction a little after its last reading
  const from = fs.statSync(log).size
  const { bytes } = await askOnce(target, screen)
  await sleep(300)
  await set('RESET log_statement', 'RESET log_line_prefix')
  const text = fs.readFileSync(log, 'utf8').slice(from)
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`${role}|`) && /^[^|]*\|LOG:\s+(statement|execute [^:]*):/.test(line))
  return { bytes, statements: lines.length }
}

/** Bytes of JavaScript, compressed, that a page asks today's browsers for before anybody does anything. */
export async function weighScripts(target, screen) {
  const { ask } = target.scenarios[screen]
  const { text } = await send(target.address, target.agent, { ...ask(0), method: 'GET', body: undefined })
  const old = new Set([...text.matchAll(/<script[^>]*src="([^"]+)"[^>]*noModule/gi)].map(([, script]) => script))
  const scripts = new Set(text.match(/\/_next\/static\/[^"'\\]+\.js/g).filter((script) => !old.has(script)))
  let bytes = 0
  for (const script of scripts)
    bytes += gzipSync((await send(target.address, target.agent, { path: script })).text).length
  return bytes
}

/** Resident memory of a server, in megabytes. */
export const measureMemory = (target) => readMemory(listTree(target.pid))
