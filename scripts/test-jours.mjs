// npm run test:jours [-- WHAT… [-- ARGUMENTS FOR THE TEST RUNNER]]: the tests on other days than today, with faketime.
// WHAT: instants and steps by their names, all of them when none is named. The last line is the sum.
import { Failure } from './lib/failure.mjs'
import { at, findFaketime } from './lib/faketime.mjs'
import { prepare } from './lib/prepare.mjs'
import { inProject } from './lib/project.mjs'
import { main, start } from './lib/supervisor.mjs'

const inYears = (years) => {
  const day = new Date()
  return new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate(), 23, 15))
}

/** Instants that a product which reads days in Paris may stumble on; each runs on from there. */
const INSTANTS = {
  // Two hours long, the hour from 2 to 3; then none at all.
  automne: { instant: new Date('2026-10-25T00:55:00Z'), zone: 'Europe/Paris' },
  printemps: { instant: new Date('2027-03-28T00:55:00Z'), zone: 'Europe/Paris' },
  reveillon: { instant: new Date('2027-12-31T22:30:00Z'), zone: 'Europe/Paris', browser: true },
  bissextile: { instant: new Date('2028-02-29T10:00:00Z'), zone: 'America/Cayenne' },
  // Tomorrow in Paris, today where the machine is.
  'deux-ans': { instant: inYears(2), zone: 'UTC', browser: true },
  aujourdhui: { instant: new Date() },
}
const STEPS = ['unit', 'db', 'e2e']

function readArguments(all) {
  const cut = all.indexOf('--')
  const [names, extra] = cut < 0 ? [all, []] : [all.slice(0, cut), all.slice(cut)]
  const unknown = names.find((name) => !(name in INSTANTS) && !STEPS.includes(name))
  if (unknown) {
    throw new Failure(
      `${unknown} n’est ni un instant ni une étape.`,
      `Instants : ${Object.keys(INSTANTS).join(', ')}. Étapes : ${STEPS.join(', ')}.`,
    )
  }
  const only = (known) =>
    names.some((name) => known.includes(name)) ? known.filter((name) => names.includes(name)) : known
  return { instants: only(Object.keys(INSTANTS)), steps: only(STEPS), named: names, extra }
}

/** Runs `npm test` on another day; gives how many checks passed and failed, as its last line says. */
async function runAt(steps, extra, env) {
  const child = start(process.execPath, [inProject('scripts/test.mjs'), ...steps, ...extra], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text)
    said = (said + text).slice(-10_000)
  })
  const code = await child.gone
  const sum = /(\d+) passed, (\d+) failed\s*$/.exec(said)
  return { passed: Number(sum?.[1] ?? 0), failed: Number(sum?.[2] ?? 0) || (code === 0 ? 0 : 1) }
}

await main(
  async () => {
    const { instants, steps, named, extra } = readArguments(process.argv.slice(2))
    const faketime = findFaketime()
    await prepare() // on the true day: a certificate of a registry is worth nothing two years on
    const sum = { passed: 0, failed: 0 }
    const told = []
    for (const name of instants) {
      // The browser takes its time: two instants, or those that are named.
      const today = steps.filter((step) => step !== 'e2e' || INSTANTS[name].browser || named.includes(name))
      const env = at(process.env, faketime, INSTANTS[name])
      console.log(`\n━━ ${name} : ${INSTANTS[name].instant.toISOString()}, fuseau ${env.TZ ?? 'de la machine'}`)
      const { passed, failed } = await runAt(
        today.flatMap((step) => (step === 'e2e' ? ['build', step] : [step])),
        extra,
        env,
      )
      sum.passed += passed
      sum.failed += failed
      told.push(`${failed > 0 ? '✗' : '✓'} ${name} : ${passed} passed, ${failed} failed`)
    }
    console.log(`\n${told.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`)
    return sum.failed > 0 ? 1 : 0
  },
  { onSignal: 130 },
)
