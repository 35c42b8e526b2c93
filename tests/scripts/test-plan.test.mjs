import { describe, expect, it } from 'vitest'
import { isBlocked, planSteps, readArguments, STEP_NAMES } from '../../scripts/lib/test-plan.mjs'
import { STEPS } from '../../scripts/lib/test-steps.mjs'

describe('plan of a run of the tests', () => {
  it('knows the steps that exist, each once', () => {
    expect([...STEP_NAMES].sort()).toEqual(Object.keys(STEPS).sort())
    expect(new Set(STEP_NAMES).size).toBe(STEP_NAMES.length)
  })

  it('runs all of them but those of their own when none is named', () => {
    expect(planSteps([]).flat()).toEqual(STEP_NAMES.filter((name) => name !== 'axe'))
    expect(planSteps([])[0]).toEqual(['lint', 'types'])
  })

  it('keeps the order of a full run, whatever the order of the names', () => {
    expect(planSteps(['e2e', 'build'])).toEqual([['build'], ['e2e']])
    expect(planSteps(['types'])).toEqual([['types']])
    expect(planSteps(['build', 'axe'])).toEqual([['build'], ['axe']])
  })

  it('tells steps from arguments for the test runner, whether npm kept the dashes or not', () => {
    const asked = { names: ['db'], extra: ['tests/db/x.test.ts', '-t', 'one'] }
    expect(readArguments(['db', '--', 'tests/db/x.test.ts', '-t', 'one'])).toEqual(asked)
    expect(readArguments(['db', 'tests/db/x.test.ts', '-t', 'one'])).toEqual(asked)
    expect(readArguments(['build', 'e2e'])).toEqual({ names: ['build', 'e2e'], extra: [] })
    expect(readArguments(['unit', '-t', 'one'])).toEqual({ names: ['unit'], extra: ['-t', 'one'] })
  })

  it('blocks what stands on a step that failed, and only that', () => {
    const done = (failed) => new Map([['build', { passed: 1 - failed, failed }]])
    expect([isBlocked('e2e', done(1)), isBlocked('axe', done(1)), isBlocked('unit', done(1))]).toEqual([
      true,
      true,
      false,
    ])
    expect([isBlocked('e2e', done(0)), isBlocked('e2e', new Map())]).toEqual([false, false])
  })
})
