// The login role of the application. Migrations create the group role `copilote_app` and grant it
// what the application may do; the login role is a member of it, and has nothing of its own.
import { createHash, createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './lib/failure.mjs'
import { quoted, withClient } from './lib/pg-client.mjs'

export const GROUP_ROLE = 'copilote_app'
const LOCK = 20_230_708
const ATTEMPTS = 10
const INSUFFICIENT_PRIVILEGE = '42501'
const CLOSED_DOOR = new Set(['28P01', '28000']) // wrong password, no such role
// Roles belong to the whole server, advisory locks to one database: two databases may still meet.
const CONCURRENT = new Set(['XX000', '23505', '42710', '40001'])

/** What the role must not have: attribute, catalogue column. */
const FORBIDDEN = [
  ['SUPERUSER', 'rolsuper'],
  ['CREATEDB', 'rolcreatedb'],
  ['CREATEROLE', 'rolcreaterole'],
  ['REPLICATION', 'rolreplication'],
  ['BYPASSRLS', 'rolbypassrls'],
]
const SAFE = `LOGIN ${FORBIDDEN.map(([attribute]) => `NO${attribute}`).join(' ')} INHERIT`

/**
 * Name of the login role of a database. Roles are shared by all databases of a server: each
 * database has its own, so that two installations on one server do not share a password.
 * @param {string} database
 */
export const appRoleName = (database) => `copilote_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`

/**
 * Password of the login role: it follows from the secret, and is stored nowhere else.
 * @param {string} secret
 * @param {string} role
 * @returns {string} HMAC-SHA256, hexadecimal
 */
export const appRolePassword = (secret, role) => createHmac('sha256', secret).update(role).digest('hex')

/** Who one is when connected with an address; undefined when it does not open. */
async function loginOf(url) {
  try {
    return await withClient(url, async (client) => (await client.query('SELECT current_user AS role')).rows[0].role)
  } catch (error) {
    if (CLOSED_DOOR.has(error.code)) return undefined
    throw error
  }
}

/** Statements that bring the role to what it must be; none when it already is. */
async function missing(client, role, password, url) {
  const columns = FORBIDDEN.map(([, column]) => column).join(', ')
  const { rows } = await client.query(
    `SELECT ${columns}, rolcanlogin, rolinherit, EXISTS (
       SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
       WHERE m.member = r.oid AND g.rolname = $2) AS member
     FROM pg_roles r WHERE rolname = $1`,
    [role, GROUP_ROLE],
  )
  const name = quoted(role)
  const grant = `GRANT ${quoted(GROUP_ROLE)} TO ${name}`
  const found = rows[0]
  if (!found) return [`CREATE ROLE ${name} ${SAFE} PASSWORD '${password}'`, grant]
  // Only what differs: an owner that is not superuser may not even name some attributes.
  const excess = FORBIDDEN.filter(([, column]) => found[column]).map(([attribute]) => `NO${attribute}`)
  if (!found.rolinherit) excess.push('INHERIT')
  if (!found.rolcanlogin) excess.push('LOGIN')
  const statements = excess.length > 0 ? [`ALTER ROLE ${name} ${excess.join(' ')}`] : []
  if (!found.rolcanlogin || (await loginOf(url)) !== role) statements.push(`ALTER ROLE ${name} PASSWORD '${password}'`)
  if (!found.member) statements.push(grant)
  return statements
}

function refused(role, error) {
  return new Failure(
    'Le propriétaire de la base n’a pas le droit de créer le rôle de connexion de l’application.',
    [
      'Faites exécuter ces deux lignes par l’administrateur de PostgreSQL, avec un mot de passe à vous :',
      `  CREATE ROLE ${quoted(role)} ${SAFE} PASSWORD '…';`,
      `  GRANT ${quoted(GROUP_ROLE)} TO ${quoted(role)};`,
      'puis donnez l’adresse de ce rôle dans la variable APP_DATABASE_URL, et relancez la commande.',
    ].join('\n'),
    error,
  )
}

async function ensureOnce(ownerUrl, secret) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT current_database() AS database, to_regrole($1) IS NOT NULL AS migrated',
      [GROUP_ROLE],
    )
    if (!rows[0].migrated)
      throw new Failure(`Le rôle ${GROUP_ROLE} n’existe pas.`, 'Appliquez d’abord les migrations : npm run db:deploy')
    const role = appRoleName(rows[0].database)
    const password = appRolePassword(secret, role)
    const url = new URL(ownerUrl)
    url.username = role
    url.password = password
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    try {
      for (const statement of await missing(client, role, password, url.toString())) await client.query(statement)
    } catch (error) {
      throw error.code === INSUFFICIENT_PRIVILEGE ? refused(role, error) : error
    }
    return url.toString()
  })
}

async function ensureRole(ownerUrl, secret) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ensureOnce(ownerUrl, secret)
    } catch (error) {
      if (attempt === ATTEMPTS || !CONCURRENT.has(error.code)) throw error
      await sleep(50 * attempt)
    }
  }
}

/**
 * Refuses an address under which the walls of the database would not hold.
 * @param {string} url APP_DATABASE_URL
 */
async function checkWalls(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `SELECT current_user AS role, rolsuper OR rolbypassrls OR EXISTS (
         SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS bypasses
       FROM pg_roles WHERE rolname = current_user`,
    ),
  )
  if (!rows[0].bypasses) return
  throw new Failure(
    `L’application se connecterait comme ${rows[0].role}, qui possède les tables ou passe outre leurs protections.`,
    'Nommez l’hôte et l’utilisateur dans DATABASE_URL, et si APP_DATABASE_URL est donnée, mettez-y un simple membre de copilote_app.',
  )
}

/**
 * Makes sure that the application can connect, as a role that owns nothing and bypasses nothing.
 * Idempotent, and safe when several commands do it at once.
 * @param {string} ownerUrl address of the migrated database, as its owner
 * @param {string} secret NEXTAUTH_SECRET
 * @returns {Promise<string>} APP_DATABASE_URL; the one of the environment is used as it is
 * @throws {Failure} when the owner may not create roles, or when the address would pass the walls
 */
export async function ensureAppRole(ownerUrl, secret) {
  const url = process.env.APP_DATABASE_URL || (await ensureRole(ownerUrl, secret))
  await checkWalls(url)
  return url
}
