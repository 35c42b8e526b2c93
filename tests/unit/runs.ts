/** How many cases each property tries; mutation testing asks for fewer, since it runs them once per mutant. */
export const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) }
