// The database that a command works on: found or started, migrated, with its application role.
import { ensureAppRole } from '../app-role.mjs'
import { startEmbedded } from '../embedded-pg.mjs'
import { migrate } from '../migrate.mjs'
import { Failure } from './failure.mjs'
import { withClient } from './pg-client.mjs'
import { DATA_DIR } from './project.mjs'
import { isExternal, readSecret } from './settings.mjs'
import { exit, onStop } from './supervisor.mjs'

/** Oldest major version of PostgreSQL that the migrations are written for. */
export const OLDEST_SERVER = 15

/**
 * Refuses a server that is out of reach or too old.
 * @param {string} url
 */
export async function checkServer(url) {
  let version
  try {
    version = await withClient(
      url,
      async (client) => (await client.query('SHOW server_version_num')).rows[0].server_version_num,
    )
  } catch (error) {
    throw new Failure(
      'La base de données ne répond pas.',
      'Vérifiez la variable DATABASE_URL (adresse, port, base, utilisateur, mot de passe).',
      error,
    )
  }
  const major = Math.floor(Number(version) / 10_000)
  if (major < OLDEST_SERVER) {
    throw new Failure(
      `PostgreSQL ${major} est trop ancien : il faut la version ${OLDEST_SERVER} ou une plus récente.`,
      'Mettez le serveur à jour, ou donnez-en un autre dans DATABASE_URL.',
    )
  }
}

function lost(error) {
  console.error(
    `La base de données intégrée s’est arrêtée et n’a pas pu redémarrer. Relancez la commande.\n${error.message ?? error}`,
  )
  exit(1)
}

/**
 * Opens the database: DATABASE_URL if given, else the embedded one, stopped with the command.
 * Applies migrations, makes the application role, and sets DATABASE_URL, APP_DATABASE_URL and
 * NEXTAUTH_SECRET in the environment for what the command runs.
 * @param {{ role?: boolean, log?: (line: string) => void }} [options] `role`: false to migrate only
 */
export async function openDatabase({ role = true, log = console.log } = {}) {
  const external = isExternal()
  const secret = role ? readSecret({ required: external }) : ''
  if (external) await checkServer(process.env.DATABASE_URL)
  else {
    const server = await startEmbedded({ folder: DATA_DIR, onLost: lost })
    onStop(server.stop)
    process.env.DATABASE_URL = server.url
  }
  const applied = await migrate(process.env.DATABASE_URL)
  if (applied.length > 0)
    log(
      `Base de données : ${applied.length} migration${applied.length > 1 ? 's' : ''} appliquée${applied.length > 1 ? 's' : ''}.`,
    )
  if (!role) return
  process.env.NEXTAUTH_SECRET = secret
  process.env.APP_DATABASE_URL = await ensureAppRole(process.env.DATABASE_URL, secret)
}
