import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccueil } from '@/lib/pilotage/navigation/queries'
import {
  acceptInvitation,
  checkIdentifiants,
  closeSession,
  openSession,
  readInvitation,
} from '@/lib/platform/identite/connexion'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne } from '@/tests/support/personnes'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(async () => {
  await closeClient()
  await db.drop()
})

const COMPTE = (JSON.parse(process.env.TEST_COMPTES ?? '[]') as { email: string; motDePasse: string }[])[0]
const motDePasse = 'une phrase que je retiens'

async function runAdminCreate(...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: db.ownerUrl, APP_DATABASE_URL: db.appUrl }
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'admin:create', '--', ...args], { env })
  return stdout
}

describe('given the documented command for a first administrator', () => {
  it('then its link chooses a password once, and the account signs in', async () => {
    const lien = await runAdminCreate('Premiere@exemple.fr', 'Première Personne')
    const jeton = /\/invitation\/([\w-]{43})\b/.exec(lien)?.[1] ?? ''
    expect(await readInvitation(jeton)).toEqual({ nom: 'Première Personne', email: 'premiere@exemple.fr' })
    expect(await acceptInvitation(jeton, motDePasse)).toBe(true)
    expect(await acceptInvitation(jeton, 'un autre mot de passe')).toBe(false)
    expect(await readInvitation(jeton)).toBeNull()
    const id = await checkIdentifiants({ email: 'PREMIERE@exemple.fr ', motDePasse, reseau: 'a' })
    expect(id).toBeGreaterThan(0)
    const session = await openSession(id ?? 0, 'essai')
    expect((await runAs(session, () => getAccueil({}))).ok).toBe(true)
    await closeSession(session)
    expect(await runAs(session, () => getAccueil({}))).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
  }, 60_000)
})

describe('given demonstration accounts', () => {
  it('then they sign in while the trial lasts, and never outside it', async () => {
    const identifiants = { email: COMPTE?.email ?? '', motDePasse: COMPTE?.motDePasse ?? '', reseau: 'b' }
    process.env.COPILOTE_DEMONSTRATION = '1'
    expect(await checkIdentifiants(identifiants)).toBeGreaterThan(0)
    process.env.COPILOTE_DEMONSTRATION = '0'
    expect(await checkIdentifiants(identifiants)).toBeNull()
  })
})

describe('given a person without any role', () => {
  it('then their list is there, and empty', async () => {
    const { session } = await createPersonne(db.ownerUrl, [])
    expect(await runAs(session, () => getAccueil({}))).toMatchObject({ ok: true })
  })
})
