import { describe, expect, it } from 'vitest'
import { formatTable } from '../../scripts/lib/table.mjs'
import { readTally, tallyPlaywright, tallyVitest } from '../../scripts/lib/reports.mjs'
import { temporaryFolder } from './temporary-folder.mjs'

const folder = temporaryFolder()
const vitest = (passed, total, broken = 0) => ({
  numPassedTests: passed,
  numTotalTests: total,
  testResults: Array.from({ length: broken }, () => ({ status: 'failed', assertionResults: [] })),
})

describe('tally of a run', () => {
  it('counts a test that did not run as failed', () => {
    expect(tallyVitest(vitest(3, 5))).toEqual({ passed: 3, failed: 2 })
    expect(tallyPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] })).toEqual({
      passed: 4,
      failed: 3,
    })
  })

  it('counts a file that cannot be loaded', () => {
    expect(tallyVitest(vitest(3, 3, 2))).toEqual({ passed: 3, failed: 2 })
    expect(tallyPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] })).toEqual({
      passed: 0,
      failed: 1,
    })
  })

  it('never counts a bad end as a success', () => {
    expect(readTally(`${folder.path}/absent.json`, tallyVitest, 1)).toEqual({ passed: 0, failed: 1 })
    expect(readTally(`${folder.path}/absent.json`, tallyVitest, 0)).toEqual({ passed: 0, failed: 1 })
    const report = folder.write('unit.json', JSON.stringify(vitest(3, 3)))
    expect(readTally(report, tallyVitest, 1)).toEqual({ passed: 3, failed: 1 })
    expect(readTally(report, tallyVitest, 0)).toEqual({ passed: 3, failed: 0 })
  })
})

describe('table', () => {
  it('aligns its columns', () => {
    expect(
      formatTable(
        ['Nom', 'Rôle'],
        [
          ['Élodie Martin', 'Élue'],
          ['Paul', 'Lecteur'],
        ],
      ),
    ).toEqual(['Nom            Rôle', '─────────────  ───────', 'Élodie Martin  Élue', 'Paul           Lecteur'])
  })
})
