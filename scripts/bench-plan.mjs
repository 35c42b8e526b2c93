// npm run bench:plan: the list of a plan of 3 000 fiches against that of a plan of 30, filtered, page and all, on the
// built application, in turns in one run. Writes reports/bench-plan.md.
import fs from 'node:fs'
import { Failure } from './lib/failure.mjs'
import { build, prepare } from './lib/prepare.mjs'
import { inProject } from './lib/project.mjs'
import { main } from './lib/supervisor.mjs'

const SMALL = 'convention-3'
const LARGE = 'convention-4'
const ROUNDS = 30
/** Filters that leave as many fiches in both, and one that fills a page. */
const FILTERS = [
  ['words', 'q=parentalite'],
  ['a word with a wrong letter', 'q=parantalite'],
  ['words in an axe', 'q=parentalite&axe=axe-3'],
  ['words of a status', 'q=parentalite&statut=EN_COURS'],
  ['a status, a full page at 3 000', 'statut=EN_COURS'],
]

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

await main(async () => {
  for (const name of [
    'DATABASE_URL',
    'APP_DATABASE_URL',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
    'PORT',
    'HOST',
    'NODE_ENV',
  ])
    delete process.env[name]
  await prepare()
  await build()
  const { startScratchServer } = await import('./lib/scratch-pg.mjs')
  const { open } = await import('./bench/servers.mjs')
  const { writePlan } = await import('./bench/long-plan.mjs')
  const { SIZES } = await import('./bench/sizes.mjs')
  const { send } = await import('./bench/traffic.mjs')
  const { owner, app } = await open(await startScratchServer(), SIZES.petit)
  await writePlan(owner, SMALL, 30)
  await writePlan(owner, LARGE, 3000)
  const { headers } = app.scenarios.list.ask(0)
  const ask = async (slug, query) => {
    const since = performance.now()
    const { status, text } = await send(app.address, app.agent, {
      path: `/conventions/${slug}/plan-action?${query}`,
      headers,
    })
    const elapsed = performance.now() - since
    if (status !== 200 || !text.includes('secteur'))
      throw new Failure(`La liste filtrée par « ${query} » ne répond pas (${status}).`)
    return elapsed
  }
  const lines = ['| filter | 30 fiches, ms | 3 000 fiches, ms | ratio |', '| --- | --- | --- | --- |']
  for (const [name, query] of FILTERS) {
    const times = { [SMALL]: [], [LARGE]: [] }
    for (let round = 0; round < ROUNDS + 5; round += 1) {
      for (const slug of [SMALL, LARGE]) {
        const elapsed = await ask(slug, query)
        if (round >= 5) times[slug].push(elapsed)
      }
    }
    const [small, large] = [median(times[SMALL]), median(times[LARGE])]
    lines.push(`| ${name} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${(large / small).toFixed(2)} |`)
  }
  const report = `${lines.join('\n')}\n`
  fs.mkdirSync(inProject('reports'), { recursive: true })
  fs.writeFileSync(inProject('reports/bench-plan.md'), report)
  console.log(`\n${report}\nreports/bench-plan.md est écrit.`)
})
