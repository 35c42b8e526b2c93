// npm run capture: makes the picture of README.md, docs/images/tableau-de-bord.png.
// The COPIL dashboard of the fictitious convention, as its élue sees it, on a throw-away database
// and on a day that never changes: the picture differs only when the screen does.
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './lib/failure.mjs'
import { build, prepare } from './lib/prepare.mjs'
import { inProject } from './lib/project.mjs'
import { main } from './lib/supervisor.mjs'

const PICTURE = inProject('docs/images/tableau-de-bord.png')
const HEAVIEST = 400_000 // bytes: everyone who clones the project carries it
const VIEWPORT = { width: 1440, height: 900 }
const DAY = '2026-11-20'
const ELUE = 'elue@demonstration.example'

/** What a person may have set for their own installation has no say here. */
function forgetInstallation() {
  for (const name of [
    'DATABASE_URL',
    'APP_DATABASE_URL',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
    'PORT',
    'HOST',
    'NODE_ENV',
  ])
    delete process.env[name]
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.CHECKPOINT_DISABLE = '1'
}

/** Serves the trial mode on a free port, with a database of its own. */
async function serveTrial() {
  const { startScratchServer } = await import('./lib/scratch-pg.mjs')
  const { cloneTemplate, createTemplate } = await import('./lib/test-database.mjs')
  const { serve } = await import('./lib/serve.mjs')
  const { anyFreePort } = await import('./lib/ports.mjs')
  const template = await createTemplate(await startScratchServer())
  const account = JSON.parse(template.TEST_COMPTES).find(({ email }) => email === ELUE)
  if (!account)
    throw new Failure(`Le compte ${ELUE} n’existe plus.`, 'Accordez scripts/capture.mjs et scripts/load/accounts.ts.')
  const { address } = await serve('start', {
    host: '127.0.0.1',
    port: await anyFreePort(),
    env: {
      ...process.env,
      ...template,
      ...(await cloneTemplate(template, 'ctg_image')),
      COPILOTE_DEMONSTRATION: '1',
      COPILOTE_AUJOURDHUI: DAY,
    },
  })
  return { address, account }
}

/** Signs in, opens the dashboard, and gives its picture from top to bottom. */
async function photograph(browser, { address, account }) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: VIEWPORT,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/connexion?suite=/conventions/demonstration')
  // Before the page is alive, its form would be sent the old way.
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Adresse électronique').fill(account.email)
  await page.getByLabel('Mot de passe').fill(account.motDePasse)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Démonstration' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  return page.screenshot({ fullPage: true })
}

await main(async () => {
  forgetInstallation()
  await prepare()
  await build()
  const trial = await serveTrial()
  const { chromium } = await import('@playwright/test')
  const { CHROMIUM_ARGS, findChromium } = await import('./browser.mjs')
  const browser = await chromium.launch({ ...(await findChromium()), args: CHROMIUM_ARGS })
  try {
    const picture = await photograph(browser, trial)
    if (picture.length > HEAVIEST) {
      throw new Failure(
        `L’image pèse ${Math.ceil(picture.length / 1000)} ko : elle doit rester sous ${HEAVIEST / 1000} ko.`,
        'Montrez une page plus courte, ou une partie de la page.',
      )
    }
    fs.mkdirSync(path.dirname(PICTURE), { recursive: true })
    fs.writeFileSync(PICTURE, picture)
    console.log(`docs/images/tableau-de-bord.png est écrit (${Math.ceil(picture.length / 1000)} ko).`)
  } finally {
    await browser.close()
  }
})
