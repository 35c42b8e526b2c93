import fc from 'fast-check'

/**
 * How properties run, as the environment says it. PROPERTY_RUNS: cases of a property that usually tries 1 000, the
 * others in proportion. PROPERTY_SEED and PROPERTY_PATH: what the message of a failure gave, to find its case again.
 */
export function readRuns({ PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH }: Record<string, string | undefined>) {
  const facteur = Number(PROPERTY_RUNS ?? 1000) / 1000
  const encore = {
    ...(PROPERTY_SEED ? { seed: Number(PROPERTY_SEED) } : {}),
    ...(PROPERTY_PATH ? { path: PROPERTY_PATH } : {}),
  }
  return {
    runsOf: (nombre: number) => ({ numRuns: Math.ceil(nombre * facteur), ...encore }),
    timeout: 60_000 * Math.max(1, facteur),
  }
}

const runs = readRuns(process.env)

/** So many cases, more or fewer when the environment says so. */
export const runsOf = runs.runsOf

/**
 * How many cases each property tries. Mutation testing asks for fewer, always the same, since it runs them once per
 * mutant.
 */
export const RUNS = runsOf(1000)

/** A property on a busy machine takes longer than one example. */
export const PATIENT = { timeout: runs.timeout }

/** Tells a failure with what finds it again. */
export function reportFailure<T>(details: fc.RunDetails<T>): void {
  if (!details.failed) return
  const encore = `PROPERTY_SEED=${details.seed} PROPERTY_PATH=${details.counterexamplePath ?? ''}`
  throw new Error(
    `${fc.defaultReportMessage(details)}\n\nThe same case again: ${encore} before the same command, with -t 'NAME OF THE TEST'`,
    { cause: details.errorInstance },
  )
}

/** What every property follows, whatever it says of itself: read by each test file before its own lines. */
export function configureProperties(): void {
  fc.configureGlobal({ ...runsOf(100), reporter: reportFailure })
}
