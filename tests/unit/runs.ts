const { PROPERTY_RUNS, PROPERTY_SEED } = process.env

/** How many cases each property tries. Mutation testing asks for fewer, always the same, since it runs them once per mutant. */
export const RUNS = {
  numRuns: Number(PROPERTY_RUNS ?? 1000),
  ...(PROPERTY_SEED ? { seed: Number(PROPERTY_SEED) } : {}),
}

/** A property on a busy machine takes longer than one example. */
export const PATIENT = { timeout: 60_000 }
