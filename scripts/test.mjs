// npm test [STEP…] [-- ARGUMENTS FOR THE TEST RUNNER]: every check of the project, on a database of its own.
// Steps: lint types drift unit db build e2e, all of them when none is named; axe, which looks at every page, theme, state
// and width, only when it is. All run, even after a failure; the last line is the sum.
import { Failure, formatFailure } from './lib/failure.mjs'
import { prepare } from './lib/prepare.mjs'
import { main } from './lib/supervisor.mjs'
import { isBlocked, planSteps, readArguments } from './lib/test-plan.mjs'

const INTERRUPTED = 130

/** A person's database must never be at the end of a test, nor their mail server; nor the day they try the product on. */
function forgetSettings() {
  for (const name of [
    'DATABASE_URL',
    'APP_DATABASE_URL',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
    'COPILOTE_DEMONSTRATION',
    'COPILOTE_AUJOURDHUI',
    'COPILOTE_CONNEXIONS_BASE',
    'COPILOTE_VEILLE_HEURE',
    'PORT',
    'HOST',
    'NODE_ENV',
    'SMTP_URL',
    'SMTP_EXPEDITEUR',
  ]) {
    delete process.env[name]
  }
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.CHECKPOINT_DISABLE = '1'
}

const FAILED = { passed: 0, failed: 1 }

async function runStep(step, context) {
  try {
    return await step(context)
  } catch (error) {
    console.error(formatFailure(error))
    return FAILED
  }
}

/** Runs a step unless it has nothing to stand on, says what came of it, and writes it in `done`. */
async function runNamed(name, step, context) {
  const since = performance.now()
  const sum = isBlocked(name, context.done) ? FAILED : await runStep(step, context)
  context.done.set(name, sum)
  const seconds = Math.round((performance.now() - since) / 1000)
  console.log(`${sum.failed > 0 ? '✗' : '✓'} ${name} : ${sum.passed} passed, ${sum.failed} failed (${seconds} s)`)
}

await main(
  async () => {
    const { names, extra } = readArguments(process.argv.slice(2))
    forgetSettings()
    await prepare()
    const { STEPS } = await import('./lib/test-steps.mjs')
    const unknown = names.find((name) => !(name in STEPS))
    if (unknown) throw new Failure(`L’étape ${unknown} n’existe pas.`, `Étapes : ${Object.keys(STEPS).join(', ')}`)
    const done = new Map()
    for (const group of planSteps(names)) {
      console.log(`\n▶ ${group.join(', ')}`)
      await Promise.all(group.map((name) => runNamed(name, STEPS[name], { extra, done })))
    }
    const sum = { passed: 0, failed: 0 }
    for (const { passed, failed } of done.values()) {
      sum.passed += passed
      sum.failed += failed
    }
    console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
    return sum.failed > 0 ? 1 : 0
  },
  { onSignal: INTERRUPTED },
)
