// npm run bench [-- --size petit|moyen|national|tous] [--seconds N]: what the screens cost, on synthetic data of three
// sizes, in the same run against two servers without a framework: the bare limit (SQL of the owner, no session, no walls)
// and the floor (the product's SQL and rules, behind its walls). Writes reports/bench.json and reports/bench.md.
import fs from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { Failure } from './lib/failure.mjs'
import { build, prepare } from './lib/prepare.mjs'
import { inProject } from './lib/project.mjs'
import { main } from './lib/supervisor.mjs'

const CLIENTS = [1, 8]
const CROWD = 32
const ROUNDS = 5
const DEFAULT_SECONDS = 4

async function readOptions() {
  const { SIZES } = await import('./bench/sizes.mjs')
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'tous' },
      seconds: { type: 'string', default: String(DEFAULT_SECONDS) },
    },
  })
  const sizes = values.size === 'tous' ? Object.values(SIZES) : [SIZES[values.size]]
  const seconds = Number(values.seconds)
  if (sizes.includes(undefined))
    throw new Failure(`La taille ${values.size} n’existe pas.`, `Tailles : ${Object.keys(SIZES).join(', ')}, tous`)
  if (!(seconds >= 0.5 && seconds <= 60)) throw new Failure('--seconds va de 0,5 à 60.')
  return { sizes, seconds }
}

/** What a person may have set for their own installation has no say here. */
function forgetInstallation() {
  for (const name of [
    'DATABASE_URL',
    'APP_DATABASE_URL',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
    'PORT',
    'HOST',
    'NODE_ENV',
    'COPILOTE_CONNEXIONS_BASE',
  ])
    delete process.env[name]
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.CHECKPOINT_DISABLE = '1'
}

/** Every server of every size takes its turn in each round, so that what disturbs the machine disturbs all alike. */
async function measureScreen(sides, screen, clients, seconds, { measureSlice }) {
  const slices = new Map(sides.map((side) => [side, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of round % 2 ? [...sides].reverse() : sides) {
      slices.get(side).push(await measureSlice(side, screen, clients, seconds / ROUNDS))
    }
  }
  return slices
}

await main(async () => {
  forgetInstallation()
  await prepare()
  const { sizes, seconds } = await readOptions()
  if (os.platform() !== 'linux') throw new Failure('La mesure lit /proc : il faut Linux.')
  await build()
  const { startScratchServer } = await import('./lib/scratch-pg.mjs')
  const { open } = await import('./bench/servers.mjs')
  const { SCREENS } = await import('./bench/scenarios.mjs')
  const measure = await import('./bench/measure.mjs')
  const { writeReports, summarize } = await import('./bench/report.mjs')
  const since = performance.now()
  const load = { start: os.loadavg() }
  const adminUrl = await startScratchServer()

  const opened = []
  for (const size of sizes) {
    console.log(`Données et serveurs : ${size.name} (${size.conventions} conventions)…`)
    opened.push(await open(adminUrl, size))
  }
  const sides = opened.flatMap(({ app, floor, limit }) => [app, floor, limit])
  const facts = new Map(sides.map((side) => [side, { idle: 0, screens: {} }]))
  for (const side of sides) {
    for (const screen of Object.keys(SCREENS)) await measure.askOnce(side, screen)
    facts.get(side).idle = measure.measureMemory(side)
    for (const screen of Object.keys(SCREENS))
      facts.get(side).screens[screen] = {
        ...(await measure.countStatements(side, screen)),
        script: side.kind === 'app' ? await measure.weighScripts(side, screen) : 0,
      }
  }

  const measures = []
  load.measures = os.loadavg()
  for (const screen of Object.keys(SCREENS)) {
    console.log(`Mesure : ${SCREENS[screen].label}…`)
    for (const side of sides) await measure.measureSlice(side, screen, 2, seconds / 3) // compiled by then
    for (const clients of CLIENTS) {
      for (const [side, slices] of await measureScreen(sides, screen, clients, seconds, measure))
        measures.push({ side, screen, clients, slices })
    }
  }
  const crowds = []
  for (const { app } of opened) {
    for (const screen of Object.keys(SCREENS))
      crowds.push({ side: app, screen, ...(await measure.measureCrowd(app, screen, CROWD, seconds / 2)) })
    facts.get(app).after = measure.measureMemory(app)
  }
  load.end = os.loadavg()
  const report = summarize({
    opened,
    facts,
    measures,
    crowds,
    load,
    seconds,
    minutes: (performance.now() - since) / 60_000,
    machine: { cores: os.availableParallelism(), node: process.version },
  })
  fs.mkdirSync(inProject('reports'), { recursive: true })
  console.log(`\n${writeReports(report)}`)
  console.log('reports/bench.json et reports/bench.md sont écrits.')
})
