import { test } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'
import { recreateDatabase } from './database'

/**
 * The base of the browser tests. Each worker has an application and a database of its own, and the database is copied
 * anew for each file of tests: nobody waits for anybody's rows, and no file finds what another one left.
 */

function readEnvironnement(nom: string): string {
  const valeur = process.env[nom]
  if (!valeur) throw new Error(`${nom} is missing: run \`npm run test:e2e\``)
  return valeur
}

const address = (): string => readEnvironnement('E2E_BASE_URL')
export const ownerUrl = (): string => readEnvironnement('DATABASE_URL')

/** Cookie of an open session, as the sign-in form would have set it. */
export async function buildCookie(
  session: string,
  url = address(),
): Promise<{ name: string; value: string; url: string }> {
  const value = await encode({ token: { session }, secret: readEnvironnement('NEXTAUTH_SECRET') })
  return { name: 'next-auth.session-token', value, url }
}

/** Someone who may sign in, by what their address starts with. */
type Secrets = Map<string, string>

/** Opens a session for each of these people, as the sign-in form does once it knows who is there. */
export async function openSessions(database: string, secrets: Secrets): Promise<void> {
  const owner = new pg.Client({ connectionString: database })
  await owner.connect()
  try {
    const { rowCount } = await owner.query(
      `SELECT app.creer_session(s.id, u.id, now() + interval '8 hours', NULL)
       FROM unnest($1::text[], $2::text[]) s(qui, id) JOIN utilisateur u ON u.email LIKE s.qui || '@%'`,
      [[...secrets.keys()], [...secrets.values()].map(hashSecret)],
    )
    if (rowCount !== secrets.size) throw new Error(`no account for one of ${[...secrets.keys()].join(', ')}`)
  } finally {
    await owner.end()
  }
}

/** One session per role for the whole run: the base that is copied anew gets the same ones. */
const secrets: Secrets = new Map(
  ['conseillere', 'coordination', 'elue', 'pilote', 'administration'].map((qui) => [qui, createSecret()]),
)
const cookies = new Map<string, Awaited<ReturnType<typeof buildCookie>>>()

/** Cookie of the session that every test of this worker shares for a role; undefined for anybody else. */
export async function readCookie(qui: string): Promise<Awaited<ReturnType<typeof buildCookie>> | undefined> {
  const secret = secrets.get(qui)
  if (secret && !cookies.has(qui)) cookies.set(qui, await buildCookie(secret))
  return cookies.get(qui)
}

let fichier: string | undefined
let copie: Promise<void> = Promise.resolve()

async function renewBase(): Promise<void> {
  await recreateDatabase(new URL(ownerUrl()).pathname.slice(1))
  await openSessions(ownerUrl(), secrets)
}

/** Copies the database anew when the test under way is the first of its file. */
export function openBase(): Promise<void> {
  const { file } = test.info()
  if (file !== fichier) {
    fichier = file
    copie = renewBase()
  }
  return copie
}
