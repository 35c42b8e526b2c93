import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

describe('login role of the application', () => {
  let database: TestDatabase
  let client: Client

  beforeAll(async () => {
    database = await createTestDatabase()
    client = new Client({ connectionString: database.appUrl })
    await client.connect()
  })

  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  it('bypasses nothing and creates nothing', async () => {
    const { rows } = await client.query(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolinherit
       FROM pg_roles WHERE rolname = current_user`,
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        rolinherit: true,
      },
    ])
    await expect(client.query('CREATE TABLE a_moi (x int)')).rejects.toThrow(/permission denied/)
    await expect(client.query('CREATE SCHEMA a_moi')).rejects.toThrow(/permission denied/)
  })

  it('is a member of the application’s group, and of nothing else', async () => {
    const { rows } = await client.query(
      'SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = current_user::regrole',
    )
    expect(rows).toEqual([{ rolname: 'copilote_app' }])
  })

  it('owns no object, and neither does its group', async () => {
    const { rows } = await client.query(
      `SELECT d.classid::regclass AS kind, d.objid FROM pg_shdepend d
       WHERE d.deptype = 'o' AND d.refobjid IN (current_user::regrole, 'copilote_app'::regrole)`,
    )
    expect(rows).toEqual([])
  })

  it('cannot become the owner', async () => {
    const owner = new URL(database.ownerUrl).username
    await expect(client.query(`SET ROLE "${owner}"`)).rejects.toThrow(/permission denied/)
  })

  it('leads to a database of one’s own', async () => {
    const other = await createTestDatabase()
    expect(other.appUrl).not.toBe(database.appUrl)
    await other.drop()
    await expect(new Client({ connectionString: other.appUrl }).connect()).rejects.toThrow(/does not exist/)
  })
})
