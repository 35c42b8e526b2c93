// The steps of `npm test`. Each gives how many checks passed and failed.
import fs from 'node:fs'
import path from 'node:path'
import { build, npm } from './prepare.mjs'
import { inProject } from './project.mjs'
import { formatRetried, listRetried, readReport, readTally, tallyPlaywright, tallyVitest } from './reports.mjs'
import { serve } from './serve.mjs'
import { run, runQuietly } from './supervisor.mjs'
import { anyFreePort } from './ports.mjs'
import { cloneTemplate, createTemplate, findTestServer } from './test-database.mjs'

const PASSED = { passed: 1, failed: 0 }
const FAILED = { passed: 0, failed: 1 }

/** Browser, application, database: two of each keep two cores busy. */
const BROWSER_WORKERS = 2

/** Makes something at most once, at the first call. */
function once(make) {
  let made
  return () => (made ??= make())
}

const server = once(findTestServer)
const template = once(async () => createTemplate(await server()))

const npmCheck = async (script) => ((await npm(['run', '--silent', script], { quiet: true })) === 0 ? PASSED : FAILED)

/** Two runs at once in one folder must not read each other's report: it takes its common name at the end. */
async function countReport(name, tally, runner) {
  const file = inProject('reports', `${name}.${process.pid}.json`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const code = await runner(file)
  const sum = readTally(file, tally, code)
  if (fs.existsSync(file)) fs.renameSync(file, inProject('reports', `${name}.json`))
  return sum
}

function vitest(project, extra, env = process.env) {
  return countReport(project, tallyVitest, (report) => {
    const args = [
      'run',
      '--project',
      // `db*`: those that have a process to themselves too.
      `${project}*`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...extra,
    ]
    return run(process.execPath, [inProject('node_modules/vitest/vitest.mjs'), ...args], { env })
  })
}

/**
 * An application on a database of its own, for one worker of the browser tests. Its database is copied anew for each
 * file of tests (tests/support/base.ts): workers never wait for one another, nor write the same rows.
 */
async function serveWorker(rank, env) {
  const served = {
    ...env,
    ...(await cloneTemplate(env, `ctg_navigateur_${rank}`)),
    COPILOTE_DEMONSTRATION: '1',
    COPILOTE_SECURITE_CONTACT: 'securite@demonstration.example',
  }
  const { address, child, gone } = await serve('start', {
    host: '127.0.0.1',
    port: await anyFreePort(),
    env: served,
    output: fs.createWriteStream(inProject(`reports/e2e-server-${rank}.log`)),
  })
  const stop = () => {
    child.kill('SIGTERM')
    return gone
  }
  return {
    stop,
    env: { DATABASE_URL: served.DATABASE_URL, APP_DATABASE_URL: served.APP_DATABASE_URL, E2E_BASE_URL: address },
  }
}

async function e2e(extra, more = {}) {
  const env = { ...process.env, ...(await template()), ...more }
  await build()
  fs.mkdirSync(inProject('reports'), { recursive: true })
  const servers = await Promise.all([...Array(BROWSER_WORKERS).keys()].map((rank) => serveWorker(rank, env)))
  const sum = await countReport('e2e', tallyPlaywright, (report) =>
    run(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test', ...extra], {
      env: { ...env, E2E_SERVERS: JSON.stringify(servers.map((server) => server.env)), E2E_REPORT: report },
    }),
  )
  await Promise.all(servers.map(({ stop }) => stop()))
  for (const line of formatRetried(listRetried(readReport(inProject('reports/e2e.json'))))) console.log(line)
  return sum
}

/**
 * Each step by its name. It is given `extra`, arguments for the test runner, and `done`, what came of the steps before.
 */
export const STEPS = {
  lint: () => npmCheck('lint'),
  types: () => npmCheck('typecheck'),
  drift: async () => {
    const env = { ...process.env, SHADOW_ADMIN_URL: await server() }
    const code = await runQuietly(process.execPath, [inProject('scripts/migrate-dev.mjs'), '--check'], { env })
    return code === 0 ? PASSED : FAILED
  },
  unit: ({ extra }) => vitest('unit', extra),
  db: async ({ extra }) => vitest('db', extra, { ...process.env, ...(await template()) }),
  // Types that have just been checked, those of the tests with them, are not checked twice.
  build: ({ done }) => build({ typesChecked: done.get('types')?.failed === 0 }).then(() => PASSED),
  e2e: ({ extra }) => e2e(extra),
  axe: ({ extra }) => e2e(extra, { E2E_AXE: 'entier' }),
}
