import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './scripts/browser.mjs'
import { withoutFaketime } from './scripts/lib/faketime.mjs'

/** An application and its database, for one worker: from scripts/test.mjs (npm run test:e2e). */
type Environnement = Record<'E2E_BASE_URL' | 'DATABASE_URL' | 'APP_DATABASE_URL', string>

const servers = JSON.parse(process.env.E2E_SERVERS ?? '[]') as Environnement[]
// Each worker reads this file, and finds its own there.
Object.assign(process.env, servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)])

const chromium = await findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: servers.length || 1,
  forbidOnly: true,
  // On a loaded machine a click may come before the page's program: what fails twice has failed.
  retries: process.env.CI ? 1 : 0,
  // A slow machine is not a failure: two cores may serve, render and draw at once.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: process.env.E2E_REPORT ?? 'reports/e2e.json' }]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...chromium, env: withoutFaketime(chromium.env ?? process.env), args: CHROMIUM_ARGS },
  },
})
