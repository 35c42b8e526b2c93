import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { readFaitsSituation } from '@/lib/pilotage/situation/read/faits'
import { computeSituation } from '@/lib/pilotage/situation/rules/situation'
import { openAccess, type ConventionOuverte } from '@/lib/platform/identite/acces'
import { closeClient, countInstructions, runTransaction, type Tx } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { readSession, runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { hideSchemas } from '@/tests/support/ecrans'

/** The situation that is kept is the one that would be worked out, whoever asks and whatever was written. */

const TODAY = '2026-11-30'
const SLUG = 'demonstration'

let database: TestDatabase
let owner: pg.Client
let convention: number
const personnes = new Map<string, Personne>()

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: number }>(`SELECT id FROM convention WHERE slug = $1`, [SLUG])
  convention = rows[0]?.id ?? 0
  for (const type of ['ELU', 'LECTEUR', 'CHARGE_COOPERATION', 'CONSEILLER_CAF'] as const)
    personnes.set(type, await createPersonne(database.ownerUrl, [{ type, convention: SLUG }]))
  personnes.set('ADMINISTRATEUR', await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }]))
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

function qui(type: string): Personne {
  const personne = personnes.get(type)
  if (!personne) throw new Error(type)
  return personne
}

async function read<T>(type: string, travail: () => Promise<Resultat<T>>, today = TODAY): Promise<T> {
  const resultat = await runAs(qui(type).session, travail, { today })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

/** What the dashboard gives, without what depends on the rights of who asks. */
async function readScreen(type: string, today = TODAY): Promise<string> {
  const { exportable: _droit, ...situation } = await read(type, () => getTableauDeBord({ convention: SLUG }), today)
  return JSON.stringify(situation)
}

/** What would be worked out now. */
const compute = (type: string, today = TODAY): Promise<string> =>
  open(type, async (tx, ouverte) =>
    JSON.stringify(computeSituation(await readFaitsSituation(tx, ouverte, today), today)),
  )

/** Does something in a transaction opened by somebody. */
const open = <T>(type: string, travail: (tx: Tx, ouverte: ConventionOuverte) => Promise<T>): Promise<T> =>
  runAs(qui(type).session, async () => {
    const session = await readSession()
    return runTransaction(async (tx) => {
      const acces = await openAccess(tx, { session, operation: 'convention.lire', slug: SLUG })
      if (!acces.ok || !acces.acces.convention) throw new Error('not opened')
      return travail(tx, acces.acces.convention)
    })
  })

const isKept = async (): Promise<boolean> => {
  const { rows } = await owner.query(
    `SELECT FROM situation s WHERE s.convention_id = $1 AND NOT EXISTS (SELECT FROM situation_changement c WHERE c.convention_id = $1)`,
    [convention],
  )
  return rows.length > 0
}

const count = async (travail: () => Promise<unknown>): Promise<number> => {
  const avant = countInstructions()
  await travail()
  return countInstructions() - avant
}

/** Tables of a convention of which no situation follows, each with its reason (migration `situation`). */
const SANS_EFFET = [
  'role',
  'journal',
  'mention',
  'vue_plan',
  'import_tableur',
  'invitation_fiche',
  'contribution_fiche',
  'signal_veille',
  'situation',
  'situation_changement',
]

describe('the situation that is kept', () => {
  it('is read in one statement beyond opening, and worked out once', async () => {
    await readScreen('CHARGE_COOPERATION')
    expect(await count(() => readScreen('CHARGE_COOPERATION'))).toBe(3)
    expect(await readScreen('CHARGE_COOPERATION')).toBe(await compute('CHARGE_COOPERATION'))
  })

  it('is the same for all who read alike', async () => {
    const [elue, lecteur] = [await compute('ELU'), await compute('LECTEUR')]
    expect(lecteur).toBe(elue)
    for (const type of ['ELU', 'LECTEUR', 'CHARGE_COOPERATION', 'CONSEILLER_CAF', 'ADMINISTRATEUR']) {
      expect(await readScreen(type), type).toBe(await compute(type))
    }
    expect(await compute('ADMINISTRATEUR')).toBe(await compute('CONSEILLER_CAF'))
  })

  it('shows who only reads no draft that nobody put to an instance', async () => {
    await hideSchemas(owner, SLUG)
    expect(JSON.parse(await readScreen('ELU')).etp).toBeNull()
    expect(JSON.parse(await readScreen('CHARGE_COOPERATION')).etp).not.toBeNull()
    expect(JSON.parse(await readScreen('ELU')).etp).toBeNull()
  })

  it('is stale after a write in any table that it may follow from', async () => {
    const { rows: tables } = await owner.query<{ nom: string }>(
      `SELECT c.relname AS nom FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'convention_id' AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
    )
    expect(tables.length).toBeGreaterThan(50)
    for (const { nom } of tables) {
      const { rows } = await owner.query<{ evenements: string }>(
        `SELECT string_agg(t.tgname, ' ' ORDER BY t.tgname) AS evenements FROM pg_trigger t WHERE t.tgrelid = $1::regclass AND t.tgname LIKE 'situation\\_%'`,
        [`public.${nom}`],
      )
      expect(rows[0]?.evenements ?? null, nom).toBe(
        SANS_EFFET.includes(nom) ? null : 'situation_ajout situation_modification situation_retrait',
      )
    }
    const { rows: remplies } = await owner.query<{ nom: string }>(
      `SELECT t.relname AS nom FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid WHERE g.tgname = 'situation_modification'
         AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'convention_id') ORDER BY 1`,
    )
    let essais = 0
    for (const { nom } of remplies) {
      await readScreen('CHARGE_COOPERATION')
      expect(await isKept(), nom).toBe(true)
      await owner.query('BEGIN')
      await owner.query('SET LOCAL session_replication_role = origin')
      const { rowCount } = await owner
        .query(`UPDATE public."${nom}" SET convention_id = convention_id WHERE convention_id = $1`, [convention])
        .catch(() => ({ rowCount: 0 }))
      await owner.query(rowCount ? 'COMMIT' : 'ROLLBACK')
      if (!rowCount) continue
      essais += 1
      expect(await isKept(), nom).toBe(false)
    }
    expect(essais).toBeGreaterThan(20)
  })

  it('reads no table whose changes it does not follow', async () => {
    const { rows } = await owner.query<{ nom: string }>(
      `SELECT DISTINCT c.relname AS nom FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'situation_modification'`,
    )
    const suivies = new Set(rows.map(({ nom }) => nom))
    const lues = await open('CHARGE_COOPERATION', async (tx, ouverte) => {
      await readFaitsSituation(tx, ouverte, TODAY)
      return tx.$queryRaw<{ nom: string }[]>`
        SELECT DISTINCT c.relname AS nom FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
        WHERE l.pid = pg_backend_pid() AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`
    })
    // Who asks: their session and their roles decide of the audience, not of the content.
    const QUI = ['session', 'utilisateur', 'role']
    // Status changes are read from the journal, whose lines are written with the change they tell, in one transaction.
    const autres = lues
      .map(({ nom }) => nom)
      .filter((nom) => !suivies.has(nom) && !QUI.includes(nom) && nom !== 'journal')
    expect(autres).toEqual([])
    expect(lues.length).toBeGreaterThan(20)
  })

  it('follows the day, the name of the Caf, and the convention that takes over', async () => {
    expect(JSON.parse(await readScreen('ELU', '2027-01-15')).jour).toBe('2027-01-15')
    expect(JSON.parse(await readScreen('ELU')).jour).toBe(TODAY)
    await owner.query(
      `UPDATE organisme SET nom = nom || ' (essai)' WHERE id = (SELECT caf_id FROM convention WHERE id = $1)`,
      [convention],
    )
    expect(JSON.parse(await readScreen('ELU')).convention.caf).toContain('(essai)')
    await owner.query(`UPDATE convention SET predecesseur_id = $1 WHERE slug = 'val-aigo'`, [convention])
    expect(JSON.parse(await readScreen('ELU')).convention.remplacee).toBe(true)
  })

  it('is not kept by who read before a change that another has seen', async () => {
    await readScreen('CHARGE_COOPERATION')
    await owner.query('BEGIN')
    await owner.query(`UPDATE convention SET nom = nom || '.' WHERE id = $1`, [convention])
    // Not committed: what is kept is still true for all others.
    expect(await count(() => readScreen('CHARGE_COOPERATION'))).toBe(3)
    await owner.query('COMMIT')
    expect(await readScreen('CHARGE_COOPERATION')).toBe(await compute('CHARGE_COOPERATION'))
  })

  it('makes no writer wait for another, nor for a reader', async () => {
    const ecrire = async (rang: number): Promise<void> => {
      const client = new pg.Client({ connectionString: database.ownerUrl })
      await client.connect()
      try {
        await client.query('BEGIN')
        await client.query(
          `INSERT INTO lacune (convention_id, sujet, raison, ordre) VALUES ($1, 'ETP', 'Essai ' || $2, 1000 + $2::int)`,
          [convention, String(rang)],
        )
        await client.query('SELECT pg_sleep(0.05)')
        await client.query('COMMIT')
      } finally {
        await client.end()
      }
    }
    await Promise.all([
      ...Array.from({ length: 40 }, (_, rang) => ecrire(rang)),
      ...Array.from({ length: 8 }, () => readScreen('CHARGE_COOPERATION')),
    ])
    expect(await readScreen('CHARGE_COOPERATION')).toBe(await compute('CHARGE_COOPERATION'))
    expect(JSON.parse(await readScreen('CHARGE_COOPERATION')).manques.lacunes.length).toBeGreaterThanOrEqual(40)
  })

  it('opens to nobody but through its functions', async () => {
    for (const table of ['situation', 'situation_changement']) {
      const { rows } = await owner.query<{ droit: boolean }>(
        `SELECT has_table_privilege('copilote_app', $1, 'SELECT, INSERT, UPDATE, DELETE') AS droit`,
        [table],
      )
      expect(rows[0]?.droit, table).toBe(false)
    }
  })
})
