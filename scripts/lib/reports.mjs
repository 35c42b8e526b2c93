// What test runs count, read in their JSON reports. A test that did not run proves nothing: it counts as failed.
import fs from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Tally */

/** @returns {Tally} */
export function tallyVitest(report) {
  // A file that cannot even be loaded fails without naming one test.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests + broken.length,
  }
}

/**
 * A test that passes at its second try (a loaded machine is slow to answer a click) has passed; one that fails twice has failed.
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length }
}

/** Every test of a suite of Playwright's report and of those inside it, with the words that lead to it. */
function* testsOf(suite, before = []) {
  const path = suite.title ? [...before, suite.title] : before
  for (const { title, tests } of suite.specs ?? [])
    for (const test of tests) yield { name: [...path, title].join(' › '), test }
  for (const inner of suite.suites ?? []) yield* testsOf(inner, path)
}

/**
 * The tests that were tried again, whatever came of it: a suite that leans on its retry is not a sound one.
 * @param {object} report of Playwright
 * @returns {{ name: string, retries: number, passed: boolean }[]} `name`: file, groups and title
 */
export function listRetried(report) {
  const all = (report.suites ?? []).flatMap((suite) => [...testsOf(suite)])
  return all
    .map(({ name, test }) => ({ name, retries: Math.max(0, test.results.length - 1), passed: test.status === 'flaky' }))
    .filter(({ retries }) => retries > 0)
}

/**
 * What one says of the retries of a run: how many were used, and by which tests.
 * @param {{ name: string, retries: number, passed: boolean }[]} retried
 * @returns {string[]} lines
 */
export function formatRetried(retried) {
  const used = retried.reduce((sum, { retries }) => sum + retries, 0)
  return [
    `Reprises utilisées : ${used}`,
    ...retried.map(({ name, passed }) => `  ${passed ? 'réussi' : 'échoué'} au dernier essai : ${name}`),
  ]
}

/**
 * A report, empty where the run ended before it wrote one.
 * @param {string} file
 * @returns {object}
 */
export const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {})

/**
 * Counts a run from its report; a run that ended badly counts at least one failure.
 * @param {string} file JSON report
 * @param {(report: object) => Tally} tally
 * @param {number} code exit code of the run
 * @returns {Tally}
 */
export function readTally(file, tally, code) {
  const { passed, failed } = fs.existsSync(file)
    ? tally(JSON.parse(fs.readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 }
  const nothing = passed + failed === 0
  return { passed, failed: failed || (code !== 0 || nothing ? 1 : 0) }
}
