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
