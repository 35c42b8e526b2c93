// In which order the steps of `npm test` run, and which run side by side.

/** A full run. Lint and types keep one core busy each: they share the two of a small machine. */
const FULL = [['lint', 'types'], ['drift'], ['unit'], ['db'], ['build'], ['e2e']]

/** Steps that run only when they are named. */
const ON_REQUEST = [['axe']]

/** What a step needs to have passed, when both are asked for. */
const NEEDS = { e2e: 'build', axe: 'build' }

/** Every step that may be named. */
export const STEP_NAMES = [...FULL, ...ON_REQUEST].flat()

/**
 * What was asked for: steps, then arguments for the test runner. npm may keep the « -- » between them for itself: a path
 * or an option is no step.
 * @param {string[]} all
 * @returns {{ names: string[], extra: string[] }}
 */
export function readArguments(all) {
  const cut = all.findIndex((argument) => argument.startsWith('-') || argument.includes('/'))
  if (cut < 0) return { names: all, extra: [] }
  return { names: all.slice(0, cut), extra: all.slice(all[cut] === '--' ? cut + 1 : cut) }
}

/**
 * The steps to run, group after group; those of a group run at the same time.
 * @param {string[]} names steps asked for; none: a full run
 * @returns {string[][]}
 */
export function planSteps(names) {
  if (names.length === 0) return FULL
  return [...FULL, ...ON_REQUEST]
    .map((group) => group.filter((name) => names.includes(name)))
    .filter(({ length }) => length > 0)
}

/**
 * Does a step have nothing to stand on?
 * @param {string} name
 * @param {Map<string, { failed: number }>} done the steps that ran
 */
export const isBlocked = (name, done) => (done.get(NEEDS[name])?.failed ?? 0) > 0
