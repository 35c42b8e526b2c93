import { describe, expect, it } from 'vitest'
import { formatTable } from '../../scripts/lib/table.mjs'
import { formatRetried, listRetried, readTally, tallyPlaywright, tallyVitest } from '../../scripts/lib/reports.mjs'
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

describe('retries of a run in the browser', () => {
  const spec = (title, status, tries) => ({
    title,
    tests: [{ status, results: Array.from({ length: tries }, () => ({})) }],
  })
  const report = {
    suites: [
      {
        title: 'fiche.spec.ts',
        specs: [spec('reads', 'expected', 1), spec('writes', 'flaky', 2)],
        suites: [{ title: 'étapes', specs: [spec('moves', 'unexpected', 2)] }],
      },
      { title: 'etp.spec.ts', specs: [spec('adds up', 'expected', 1)] },
    ],
  }

  it('names each test that was tried again, in its group, and says what came of it', () => {
    expect(listRetried(report)).toEqual([
      { name: 'fiche.spec.ts › writes', retries: 1, passed: true },
      { name: 'fiche.spec.ts › étapes › moves', retries: 1, passed: false },
    ])
    expect(formatRetried(listRetried(report))).toEqual([
      'Reprises utilisées : 2',
      '  réussi au dernier essai : fiche.spec.ts › writes',
      '  échoué au dernier essai : fiche.spec.ts › étapes › moves',
    ])
  })

  it('says that none was used', () => {
    expect(formatRetried(listRetried({ suites: [report.suites[1]] }))).toEqual(['Reprises utilisées : 0'])
    expect(formatRetried(listRetried({}))).toEqual(['Reprises utilisées : 0'])
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
