// What the environment says, completed by what this copy of the project keeps.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { DATA_DIR, inProject } from './project.mjs'

const SHORTEST_SECRET = 32

/** Reads .env, if any (the environment wins), and keeps Next.js and Prisma from calling home. */
export function loadSettings() {
  const file = inProject('.env')
  if (fs.existsSync(file)) process.loadEnvFile(file)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.CHECKPOINT_DISABLE = '1'
}

/** Is the database someone else's PostgreSQL, rather than the embedded one? */
export const isExternal = (env = process.env) => Boolean(env.DATABASE_URL)

/**
 * Trial mode, with its demonstration accounts: the default on the embedded database, an explicit
 * choice on any other.
 */
export const isTrial = (env = process.env) => (env.COPILOTE_DEMONSTRATION ?? (isExternal(env) ? '0' : '1')) === '1'

/** The secret of this copy, made once. */
function localSecret(file) {
  try {
    fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/**
 * The secret that signs sessions and makes the application's database password.
 * @param {{ required: boolean, folder?: string }} options `required`: true on an external
 *   database: it outlives this folder, and another secret would change the application's password there
 * @returns {string}
 * @throws {Failure} when it is required and absent
 */
export function readSecret({ required, folder = DATA_DIR }) {
  const given = process.env.NEXTAUTH_SECRET
  if (given && given.length >= SHORTEST_SECRET) return given
  if (given)
    throw new Failure(
      `NEXTAUTH_SECRET est trop court : il faut au moins ${SHORTEST_SECRET} caractères.`,
      'Créez-en un, par exemple : openssl rand -base64 32',
    )
  if (required) {
    throw new Failure(
      'La variable NEXTAUTH_SECRET manque : elle est obligatoire avec DATABASE_URL.',
      'Créez-en un (par exemple : openssl rand -base64 32), gardez-le en lieu sûr, et donnez toujours le même.',
    )
  }
  fs.mkdirSync(folder, { recursive: true })
  return localSecret(path.join(folder, 'secret'))
}
