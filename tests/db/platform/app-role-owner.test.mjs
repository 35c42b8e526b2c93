// Owners of an external PostgreSQL are rarely superusers: what they can and cannot do for the login role.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { appRoleName, ensureAppRole } from '../../../scripts/app-role.mjs'
import { migrate } from '../../../scripts/migrate.mjs'
import { onDatabase, withClient } from '../../../scripts/lib/pg-client.mjs'

const SECRET = 'secret-de-cet-essai-et-de-lui-seul'
const ADMIN = process.env.TEST_ADMIN_URL
const asAdmin = (...statements) =>
  withClient(ADMIN, async (client) => {
    for (const statement of statements) await client.query(statement)
  })

/** An empty database and its owner; who may create roles also governs the group, as who created it does. */
async function createOwned(attribute) {
  const name = `ctg_essai_${randomBytes(6).toString('hex')}`
  await asAdmin(`CREATE ROLE ${name} LOGIN PASSWORD 'essai' ${attribute}`, `CREATE DATABASE ${name} OWNER ${name}`)
  if (attribute === 'CREATEROLE') await asAdmin(`GRANT copilote_app TO ${name} WITH ADMIN OPTION`)
  const url = new URL(onDatabase(ADMIN, name))
  url.username = name
  url.password = 'essai'
  return { name, url: url.toString() }
}

const whoAmI = (url) =>
  withClient(url, async (client) => (await client.query('SELECT current_user AS role')).rows[0].role)

describe('login role of the application, seen from the owner', () => {
  const owned = []
  const own = async (attribute = 'CREATEROLE') => {
    const database = await createOwned(attribute)
    owned.push(database)
    return database
  }

  beforeAll(() => vi.stubEnv('APP_DATABASE_URL', ''))

  afterAll(async () => {
    vi.unstubAllEnvs()
    for (const { name } of owned) {
      await asAdmin(
        `DROP DATABASE ${name} WITH (FORCE)`,
        `DROP ROLE IF EXISTS ${appRoleName(name)}`,
        `DROP ROLE ${name}`,
      )
    }
  })

  it('is made by an owner who may create roles, without being superuser', async () => {
    const { name, url } = await own()
    expect(await whoAmI(await ensureAppRole(url, SECRET))).toBe(appRoleName(name))
  })

  it('is made once, by many at once', async () => {
    const { name, url } = await own()
    const made = await Promise.all(Array.from({ length: 8 }, () => ensureAppRole(url, SECRET)))
    expect(new Set(made).size).toBe(1)
    expect(await whoAmI(made[0])).toBe(appRoleName(name))
  })

  it('is made for several databases of one server at once', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => own()))
    const made = await Promise.all(databases.map(({ url }) => ensureAppRole(url, SECRET)))
    expect(await Promise.all(made.map(whoAmI))).toEqual(databases.map(({ name }) => appRoleName(name)))
  })

  it('follows the secret: the former password no longer opens', async () => {
    const { url } = await own()
    const former = await ensureAppRole(url, SECRET)
    const present = await ensureAppRole(url, `${SECRET}, changé`)
    await expect(whoAmI(former)).rejects.toThrow(/password authentication failed/)
    expect(await whoAmI(present)).toBe(new URL(present).username)
  })

  it('loses what someone gave it in excess', async () => {
    const { name, url } = await own('SUPERUSER')
    await ensureAppRole(url, SECRET)
    await asAdmin(`ALTER ROLE ${appRoleName(name)} SUPERUSER BYPASSRLS CREATEDB NOINHERIT`)
    await ensureAppRole(url, SECRET)
    const { rows } = await withClient(ADMIN, (client) =>
      client.query('SELECT rolsuper, rolbypassrls, rolcreatedb, rolinherit FROM pg_roles WHERE rolname = $1', [
        appRoleName(name),
      ]),
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolinherit: true }])
  })

  it('needs nothing more from an owner without rights, once it is right', async () => {
    const { name, url } = await own()
    await ensureAppRole(url, SECRET)
    await asAdmin(`ALTER ROLE ${name} NOCREATEROLE`)
    expect(await whoAmI(await ensureAppRole(url, SECRET))).toBe(appRoleName(name))
  })

  it('is asked of the administrator, line by line, when the owner may not create roles', async () => {
    const { name, url } = await own('NOCREATEROLE')
    const failure = await ensureAppRole(url, SECRET).catch((error) => error)
    expect(failure.message).toContain('n’a pas le droit')
    const lines = failure.remedy.split('\n').filter((line) => line.startsWith('  '))
    expect(lines).toHaveLength(2)
    // The administrator runs them as they are written, but for the password.
    await asAdmin(...lines.map((line) => line.replace('…', 'choisi')))
    const given = new URL(url)
    given.username = appRoleName(name)
    given.password = 'choisi'
    vi.stubEnv('APP_DATABASE_URL', given.toString())
    expect(await whoAmI(await ensureAppRole(url, SECRET))).toBe(appRoleName(name))
    vi.stubEnv('APP_DATABASE_URL', '')
  })

  it('is refused when it would pass the walls', async () => {
    const { url } = await own()
    await migrate(url)
    vi.stubEnv('APP_DATABASE_URL', url)
    await expect(ensureAppRole(url, SECRET)).rejects.toThrow('possède les tables')
    vi.stubEnv('APP_DATABASE_URL', ADMIN)
    await expect(ensureAppRole(url, SECRET)).rejects.toThrow('passe outre')
    vi.stubEnv('APP_DATABASE_URL', '')
  })

  it('comes after the migrations, which an owner without superuser rights can apply', async () => {
    const { url } = await own()
    expect(await migrate(url)).not.toEqual([])
    expect(await migrate(url)).toEqual([])
    expect(await whoAmI(await ensureAppRole(url, SECRET))).toMatch(/^copilote_/)
  })
})
