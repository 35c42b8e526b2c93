// The four measured works, as the application and the floor are asked for them by the same signed-in adviser, and the
// limit by anybody.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { Failure } from '../lib/failure.mjs'
import { inProject } from '../lib/project.mjs'
import { LONG, ORDINARY, SEARCH } from './sizes.mjs'

/** Name of the cookie in which the floor finds the session’s secret as it is. */
export const FLOOR_COOKIE = 'session'

const PLAN = `/conventions/${LONG}/plan-action?q=${SEARCH}`
/** Status the data give to the n-th fiche of the long plan. */
const statutDepart = (n) => (n % 3 > 0 ? 'EN_COURS' : n % 2 === 0 ? 'REALISEE' : 'A_ENGAGER')

/** Works by name, with what must be in the answer. */
export const SCREENS = {
  dashboard: {
    label: 'COPIL dashboard of one convention',
    path: `/conventions/${ORDINARY}`,
    expects: 'CTG du territoire 2',
  },
  list: { label: '50 fiches of a convention, filtered', path: PLAN, expects: 'parentalité, secteur 74' },
  portfolio: { label: 'portfolio of a Caf', path: '/portefeuille', expects: 'CTG du territoire 5' },
  write: {
    label: 'change a fiche, with journal, and show the list anew',
    path: PLAN,
    expects: 'parentalité, secteur 74',
  },
}

/** The address under which the build calls an action. */
function findAction(filename, name) {
  const manifest = JSON.parse(fs.readFileSync(inProject('.next/server/server-reference-manifest.json'), 'utf8'))
  const [id] =
    Object.entries(manifest.node).find(([, entry]) => entry.exportedName === name && entry.filename === filename) ?? []
  if (!id) throw new Failure(`L’action ${name} n’est plus dans ${filename}.`, 'Accordez scripts/bench/scenarios.mjs.')
  return id
}

const hasExpected = (screen) => (_client, text) => text.includes(screen.expects)

const reading = (screen, headers) => ({ ask: () => ({ path: screen.path, headers }), read: hasExpected(screen) })

/**
 * Each client changes a fiche of its own, back and forth. The servers take turns on the same rows: they share what is
 * known of them.
 * @param {Map<number, { version: number, statut: string }>} rows by client
 */
function writing(headers, rows, { body, check }) {
  const { path } = SCREENS.write
  return {
    ask: (client) => {
      const fiche = client + 1
      const { version, statut: avant } = rows.get(client) ?? { version: 0, statut: statutDepart(fiche) }
      const statut = avant === 'EN_COURS' ? 'REALISEE' : 'EN_COURS'
      rows.set(client, { version, statut: avant, wanted: statut })
      return { path, method: 'POST', headers, body: body({ convention: LONG, fiche, version, avant, statut }) }
    },
    read: (client, text) => {
      const { version, wanted } = rows.get(client)
      rows.set(client, { version: version + 1, statut: wanted })
      return check(text) && text.includes(SCREENS.write.expects)
    },
  }
}

/**
 * Opens a session as the sign-in form would, and gives both cookies.
 * @param {import('pg').Client} owner
 * @returns {Promise<{ app: string, floor: string }>}
 */
export async function openSession(owner, email, secretOfServer) {
  const { default: jwt } = await import('next-auth/jwt')
  const { createHash } = await import('node:crypto')
  const secret = randomBytes(32).toString('base64url')
  const { rowCount } = await owner.query(
    `INSERT INTO session (id, utilisateur_id, expire_le) SELECT $1, id, now() + interval '8 hours' FROM utilisateur WHERE email = $2`,
    [createHash('sha256').update(secret).digest('hex'), email],
  )
  if (rowCount !== 1) throw new Failure(`Le compte ${email} n’existe pas dans les données de mesure.`)
  const sealed = await jwt.encode({ token: { session: secret }, secret: secretOfServer })
  return { app: `next-auth.session-token=${sealed}`, floor: `${FLOOR_COOKIE}=${secret}` }
}

/**
 * What each server is asked, screen by screen.
 * @param {{ app: string, floor: string }} cookies
 * @param {string} origin address of the application: it refuses a write that comes from elsewhere
 */
export function createScenarios(cookies, origin) {
  const rows = new Map()
  const read = (cookie) =>
    Object.fromEntries(['dashboard', 'list', 'portfolio'].map((name) => [name, reading(SCREENS[name], { cookie })]))
  const action = {
    cookie: cookies.app,
    origin,
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
    'next-action': findAction('lib/plan-action/fiche/actions/fiche.ts', 'updateFiche'),
  }
  const bare = (headers) =>
    writing({ ...headers, 'content-type': 'application/json' }, rows, {
      body: ({ convention, fiche, version, statut }) => JSON.stringify({ convention, fiche, version, statut }),
      check: () => true,
    })
  return {
    app: {
      ...read(cookies.app),
      write: writing(action, rows, {
        body: ({ convention, fiche, avant, statut }) =>
          JSON.stringify([{ convention, fiche, champs: { statut: { avant, apres: statut } } }]),
        check: (text) => /"ok":true,"data":\{"version":\d+/.test(text),
      }),
    },
    floor: { ...read(cookies.floor), write: bare({ cookie: cookies.floor }) },
    limit: { ...read(''), write: bare({}) },
  }
}
