import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getJournal } from '@/lib/journal/queries'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { getAccueil, getNavigation } from '@/lib/pilotage/navigation/queries'
import { getPortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { runLecture, runPage } from '@/lib/platform/serveur/lecture'
import type { Resultat } from '@/lib/platform/resultat'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'
const convention = 'demonstration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>) => runAs(personne.session, travail, { today: TODAY })

/** Longer than a page rests between two readings. */
const wait = () => sleep(100)

async function check(resultat: Promise<Resultat<unknown>>): Promise<void> {
  expect(await resultat).toMatchObject({ ok: true })
}

/** Connections of the application that hold a transaction open. */
async function countOuvertes(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`,
  )
  return rows[0]?.n ?? 0
}

/** Statements of a page, COMMIT included; Prisma does not report BEGIN. */
async function countPage(personne: Personne, page: () => Promise<unknown>): Promise<number> {
  const avant = countInstructions()
  await as(personne, () => runPage(page))
  await wait()
  return countInstructions() - avant
}

/** At most six, BEGIN included. */
const PLAFOND = 6 - 1

describe('the readings of one page', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'the dashboard',
      async () => {
        await check(getNavigation({ convention }))
        await check(getTableauDeBord({ convention }))
      },
    ],
    [
      'the plan',
      async () => {
        await check(getNavigation({ convention }))
        await check(getPlanAction({ convention }))
      },
    ],
    [
      'the portfolio',
      async () => {
        await check(getAccueil({}))
        await check(getPortefeuille({}))
      },
    ],
  ])('are opened once, and are few statements: %s', async (_nom, page) => {
    await as(coordination, page) // what was stale is kept from here on
    expect(await countPage(coordination, page)).toBeLessThanOrEqual(PLAFOND)
    expect(await countOuvertes()).toBe(0)
  })

  it('may be asked for at once: they take turns', async () => {
    await as(elue, () =>
      runPage(() =>
        Promise.all([
          check(getNavigation({ convention })),
          check(getAccueil({})),
          check(getTableauDeBord({ convention })),
          check(getPlanAction({ convention })),
        ]),
      ),
    )
    await wait()
    expect(await countOuvertes()).toBe(0)
  })

  it('are judged each by its own operation, and are each the person’s own', async () => {
    await as(elue, () =>
      runPage(async () => {
        await check(getNavigation({ convention }))
        expect(await getJournal({ convention })).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
        expect(await getNavigation({ convention: 'val-aigo' })).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
        await check(getNavigation({ convention }))
        expect(await as(coordination, () => getJournal({ convention }))).toMatchObject({ ok: true })
        expect(await getJournal({ convention })).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
      }),
    )
  })

  it('go on after one that failed, and hold nothing', async () => {
    const demande = {
      session: hashSecret(coordination.session),
      operation: 'convention.lire',
      slug: convention,
    } as const
    await as(coordination, () =>
      runPage(async () => {
        await check(getNavigation({ convention }))
        await expect(runLecture(demande, (tx) => tx.$queryRaw`SELECT 1 / 0`)).rejects.toThrow(/division by zero/)
        await check(getTableauDeBord({ convention }))
      }),
    )
    await wait()
    expect(await countOuvertes()).toBe(0)
  })

  it('go on after a rest, in another transaction', async () => {
    await as(coordination, () =>
      runPage(async () => {
        await check(getNavigation({ convention }))
        await wait()
        expect(await countOuvertes()).toBe(0)
        await check(getTableauDeBord({ convention }))
      }),
    )
  })
})
