import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'

const CLONE_LOCK = 20_230_709
const OBJECT_IN_USE = '55006'
const CLONE_ATTEMPTS = 50

export type TestDatabase = {
  /** Address as superuser or owner: to prepare and to look behind the walls. */
  ownerUrl: string
  /** Address as the application connects: owns nothing, bypasses nothing. */
  appUrl: string
  /** Removes the database, whoever is still connected. */
  drop: () => Promise<void>
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: run database tests with \`npm run test:db -- -- FILE\``)
  return value
}

function onDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}

async function onServer(statement: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: required('TEST_ADMIN_URL') })
  await client.connect()
  try {
    await statement(client)
  } finally {
    await client.end()
  }
}

/** Sorting as on the embedded server, whatever this one does by default. */
const EMPTY_FRENCH = `template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'fr'`
const readTemplate = (): string => `"${required('TEST_TEMPLATE')}"`

const drop = (client: Client, name: string) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)

/**
 * Copies the template file by file: through the log, which is the default, it takes twice the time. It can be copied
 * only while nobody is connected to it: the copies take turns.
 */
async function clone(client: Client, name: string, template: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [CLONE_LOCK])
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`CREATE DATABASE "${name}" TEMPLATE ${template} STRATEGY FILE_COPY`)
      return
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== OBJECT_IN_USE || attempt === CLONE_ATTEMPTS) throw error
      await sleep(100)
    }
  }
}

async function createFrom(template: string): Promise<TestDatabase> {
  const name = `ctg_essai_${randomBytes(6).toString('hex')}`
  await onServer((client) => clone(client, name, template))
  const ownerUrl = onDatabase(required('TEST_ADMIN_URL'), name)
  const appUrl = onDatabase(required('TEST_APP_URL'), name)
  process.env.DATABASE_URL = ownerUrl
  process.env.APP_DATABASE_URL = appUrl
  return {
    ownerUrl,
    appUrl,
    drop: () => onServer((client) => drop(client, name)),
  }
}

/**
 * Creates a database of one's own, migrated and loaded with reference data, dossiers and
 * demonstration accounts, and makes it the one that the application's code uses in this process.
 * Every test database shares one login role, made with the template: grants are part of the copy.
 *
 * @returns its addresses, and how to remove it
 * @throws when it is not run by scripts/test.mjs, which prepares the template
 */
export const createTestDatabase = (): Promise<TestDatabase> => createFrom(readTemplate())

/** Creates a database of one's own that nothing was done to: no table, no row. */
export const createEmptyDatabase = (): Promise<TestDatabase> => createFrom(EMPTY_FRENCH)

/**
 * Puts a database back to what the template says, whoever is connected: an application that serves it connects again.
 * @param name as in the address of the database
 */
export function recreateDatabase(name: string): Promise<void> {
  return onServer(async (client) => {
    await drop(client, name)
    await clone(client, name, readTemplate())
  })
}
