// npm test [STEP…] [-- ARGUMENTS FOR THE TEST RUNNER]: every check of the project, on a database of its own.
// Steps: lint types drift unit db build e2e; all of them when none is named. All run, even after a
// failure; the last line is the sum.
import { Failure, formatFailure } from './lib/failure.mjs'
import { prepare } from './lib/prepare.mjs'
import { main } from './lib/supervisor.mjs'

const INTERRUPTED = 130

function readArguments(all) {
  const cut = all.indexOf('--')
  return cut < 0 ? { names: all, extra: [] } : { names: all.slice(0, cut), extra: all.slice(cut + 1) }
}

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

async function runStep(step, extra) {
  try {
    return await step(extra)
  } catch (error) {
    console.error(formatFailure(error))
    return { passed: 0, failed: 1 }
  }
}

await main(
  async () => {
    const { names, extra } = readArguments(process.argv.slice(2))
    forgetSettings()
    await prepare()
    const { NEEDS, STEPS } = await import('./lib/test-steps.mjs')
    const unknown = names.find((name) => !(name in STEPS))
    if (unknown) throw new Failure(`L’étape ${unknown} n’existe pas.`, `Étapes : ${Object.keys(STEPS).join(', ')}`)
    const failedSteps = new Set()
    const sum = { passed: 0, failed: 0 }
    for (const name of names.length > 0 ? names : Object.keys(STEPS)) {
      const since = performance.now()
      console.log(`\n▶ ${name}`)
      const blocked = failedSteps.has(NEEDS[name])
      const { passed, failed } = blocked ? { passed: 0, failed: 1 } : await runStep(STEPS[name], extra)
      if (failed > 0) failedSteps.add(name)
      sum.passed += passed
      sum.failed += failed
      const seconds = Math.round((performance.now() - since) / 1000)
      console.log(`${failed > 0 ? '✗' : '✓'} ${name} : ${passed} passed, ${failed} failed (${seconds} s)`)
    }
    console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
    return sum.failed > 0 ? 1 : 0
  },
  { onSignal: INTERRUPTED },
)
