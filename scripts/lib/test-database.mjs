// The database that tests copy: migrated and loaded once, cloned in milliseconds by each test file.
import { ensureAppRole } from '../app-role.mjs'
import { migrate } from '../migrate.mjs'
import { checkServer } from './database.mjs'
import { load } from './load.mjs'
import { onDatabase, quoted, withClient } from './pg-client.mjs'
import { startScratchServer } from './scratch-pg.mjs'

const TEMPLATE = 'ctg_modele'
const TEST_SECRET = 'secret-des-tests-sans-valeur-ailleurs'

/** Sorting as on the embedded server, whatever this one does by default. */
const EMPTY_FRENCH = "template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'fr'"

/** Creates a database anew. */
async function recreate(adminUrl, name, template = EMPTY_FRENCH) {
  await withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${template}`)
  })
}

/**
 * A server for the tests: TEST_DATABASE_URL (any database of it, as superuser or as an owner who
 * may create databases and roles), else a throw-away one.
 * @returns {Promise<string>} address of its maintenance database
 */
export async function findTestServer() {
  const given = process.env.TEST_DATABASE_URL
  if (!given) return startScratchServer()
  await checkServer(given)
  return given
}

/**
 * Migrates and loads the template.
 * @param {string} adminUrl
 * @returns {Promise<Record<string, string>>} what test processes need in their environment
 */
export async function createTemplate(adminUrl) {
  await recreate(adminUrl, TEMPLATE)
  const ownerUrl = onDatabase(adminUrl, TEMPLATE)
  await migrate(ownerUrl)
  const appUrl = await ensureAppRole(ownerUrl, TEST_SECRET)
  const secret = { NEXTAUTH_SECRET: TEST_SECRET }
  const comptes = await load({
    trial: true,
    env: { ...process.env, ...secret, DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl },
  })
  // The copies get its statistics: every test is planned alike, and no copy is analysed again.
  await withClient(ownerUrl, (client) => client.query('VACUUM ANALYZE'))
  return {
    ...secret,
    TEST_ADMIN_URL: adminUrl,
    TEST_APP_URL: appUrl,
    TEST_TEMPLATE: TEMPLATE,
    TEST_COMPTES: JSON.stringify(comptes),
  }
}

/**
 * A copy of the template for a served application.
 * @param {Record<string, string>} env from `createTemplate`
 * @param {string} name
 * @returns {Promise<{ DATABASE_URL: string, APP_DATABASE_URL: string }>}
 */
export async function cloneTemplate(env, name) {
  await recreate(env.TEST_ADMIN_URL, name, quoted(env.TEST_TEMPLATE))
  return { DATABASE_URL: onDatabase(env.TEST_ADMIN_URL, name), APP_DATABASE_URL: onDatabase(env.TEST_APP_URL, name) }
}
