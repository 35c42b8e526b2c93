import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRuns, reportFailure } from '@/tests/unit/runs'

/** A property that fails on some cases, each time others. */
const fragile = fc.property(fc.integer({ min: 0, max: 1_000_000 }), (nombre) => nombre % 97 !== 13)

describe('a property that fails', () => {
  it('says what finds its case again, and finds it', () => {
    const echec = fc.check(fragile, { numRuns: 10_000 })
    expect(echec.failed).toBe(true)
    expect(() => reportFailure(echec)).toThrow(
      `PROPERTY_SEED=${echec.seed} PROPERTY_PATH=${echec.counterexamplePath ?? '?'} `,
    )
    const encore = fc.check(fragile, { seed: echec.seed, path: echec.counterexamplePath ?? '' })
    expect(encore.counterexample).toEqual(echec.counterexample)
    expect(encore.numRuns).toBe(1)
  })

  it('is told so by every property of this project, and one that holds says nothing', () => {
    expect(() => fc.assert(fragile, { numRuns: 10_000 })).toThrow(/PROPERTY_SEED=-?\d+ PROPERTY_PATH=[\d:]+/)
    expect(() => fc.assert(fc.property(fc.integer(), () => true))).not.toThrow()
  })

  it('takes its seed, its case and its number of cases from the environment', () => {
    const lire = (env: Record<string, string>) => {
      const { runsOf, timeout } = readRuns(env)
      return [runsOf(64), runsOf(1000), timeout]
    }
    expect(lire({})).toEqual([{ numRuns: 64 }, { numRuns: 1000 }, 60_000])
    const encore = { seed: -12, path: '5:1' }
    expect(lire({ PROPERTY_SEED: '-12', PROPERTY_PATH: '5:1', PROPERTY_RUNS: '100000' })).toEqual([
      { numRuns: 6400, ...encore },
      { numRuns: 100_000, ...encore },
      6_000_000,
    ])
    expect(lire({ PROPERTY_RUNS: '25' })).toEqual([{ numRuns: 2 }, { numRuns: 25 }, 60_000])
  })
})
