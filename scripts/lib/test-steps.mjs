// The steps of `npm test`. Each gives how many checks passed and failed.
import fs from 'node:fs'
import path from 'node:path'
import { build, npm } from './prepare.mjs'
import { inProject } from './project.mjs'
import { readTally, tallyPlaywright, tallyVitest } from './reports.mjs'
import { serve } from './serve.mjs'
import { run, runQuietly } from './supervisor.mjs'
import { anyFreePort } from './ports.mjs'
import { cloneTemplate, createTemplate, findTestServer } from './test-database.mjs'

const PASSED = { passed: 1, failed: 0 }
const FAILED = { passed: 0, failed: 1 }

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
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...extra,
    ]
    return run(process.execPath, [inProject('node_modules/vitest/vitest.mjs'), ...args], { env })
  })
}

async function e2e(extra) {
  const env = { ...process.env, ...(await template()) }
  await build()
  const served = {
    ...env,
    ...(await cloneTemplate(env, 'ctg_navigateur')),
    COPILOTE_DEMONSTRATION: '1',
    COPILOTE_SECURITE_CONTACT: 'securite@demonstration.example',
  }
  return countReport('e2e', tallyPlaywright, async (report) => {
    const log = fs.createWriteStream(inProject('reports/e2e-server.log'))
    const { address, child, gone } = await serve('start', {
      host: '127.0.0.1',
      port: await anyFreePort(),
      env: served,
      output: log,
    })
    const code = await run(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test', ...extra], {
      env: { ...served, E2E_BASE_URL: address, E2E_REPORT: report },
    })
    child.kill('SIGTERM')
    await gone
    return code
  })
}

/** Each step by its name, in the order of a full run. `extra`: arguments for the test runner. */
export const STEPS = {
  lint: () => npmCheck('lint'),
  types: () => npmCheck('typecheck'),
  drift: async () => {
    const env = { ...process.env, SHADOW_ADMIN_URL: await server() }
    const code = await runQuietly(process.execPath, [inProject('scripts/migrate-dev.mjs'), '--check'], { env })
    return code === 0 ? PASSED : FAILED
  },
  unit: (extra) => vitest('unit', extra),
  db: async (extra) => vitest('db', extra, { ...process.env, ...(await template()) }),
  build: () => build().then(() => PASSED),
  e2e,
}

/** What a step needs to have passed, when both are asked for. */
export const NEEDS = { e2e: 'build' }
