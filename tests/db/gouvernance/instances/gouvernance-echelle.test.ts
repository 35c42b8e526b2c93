import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeClient, countInstructions } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { importSur } from '@/tests/support/dossiers/base'
import { createDossierVecu } from '@/tests/support/dossiers/vecu'
import { exemples, readCibles, type Cibles } from '@/tests/support/exemples'
import { loadDeclares } from '@/tests/support/modules'
import { createPersonne } from '@/tests/support/personnes'

/** The screens of governance are read in as many statements, and in a page of the same weight or so, whatever was lived. */

const TODAY = '2026-11-22'
/** BEGIN and COMMIT included. */
const INSTRUCTIONS = 12
/** What a page of a convention that has lived may receive: folded, paginated, never everything. */
const OCTETS = 120_000

const PETITE = 'petite-vie'
const GRANDE = 'grande-vie'
const lectures = new Map<string, (input: unknown) => Promise<Resultat<unknown>>>()

let database: TestDatabase
let owner: pg.Client
let session: string
const cibles = new Map<string, Cibles>()

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const administratrice = (await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])).session
  await importSur(administratrice, createDossierVecu(PETITE, { reunions: 6, decisions: 6, membres: 12 }, TODAY))
  await importSur(administratrice, createDossierVecu(GRANDE, { reunions: 240, decisions: 300, membres: 200 }, TODAY))
  session = (
    await createPersonne(database.ownerUrl, [
      { type: 'CHARGE_COOPERATION', convention: PETITE },
      { type: 'CHARGE_COOPERATION', convention: GRANDE },
    ])
  ).session
  for (const slug of [PETITE, GRANDE]) cibles.set(slug, await readCibles(owner, slug))
  for (const { nom, declaration, appel } of await loadDeclares(['gouvernance', 'convention', 'pilotage'])) {
    if (declaration.genre === 'LECTURE' && declaration.portee === 'CONVENTION')
      lectures.set(nom, appel as (input: unknown) => Promise<Resultat<unknown>>)
  }
}, 120_000)

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function measure(nom: string, slug: string): Promise<{ instructions: number; octets: number }> {
  const lecture = lectures.get(nom)
  const siens = cibles.get(slug)
  if (!lecture || !siens) throw new Error(nom)
  const avant = countInstructions()
  const vue = await runAs(session, () => lecture(exemples[nom]?.(slug, siens, siens)), { today: TODAY })
  if (!vue.ok) throw new Error(`${nom}: ${vue.tag} ${vue.message}`)
  return { instructions: countInstructions() - avant, octets: JSON.stringify(vue.data).length }
}

describe('with 240 meetings, 300 decisions and 200 members', () => {
  it('the convention holds as many', async () => {
    const { rows } = await owner.query(
      `SELECT (SELECT count(*)::int FROM reunion r WHERE r.convention_id = c.id) AS reunions, (SELECT count(*)::int FROM decision d WHERE d.convention_id = c.id) AS decisions,
        (SELECT count(*)::int FROM membre m WHERE m.convention_id = c.id) AS membres FROM convention c WHERE c.slug = $1`,
      [GRANDE],
    )
    expect(rows).toEqual([{ reunions: 240, decisions: 300, membres: 200 }])
    expect(lectures.size).toBeGreaterThanOrEqual(15)
  })

  it('each query of these screens takes as many statements as with a few, and gives a page no more than it can show', async () => {
    const trop: string[] = []
    for (const nom of lectures.keys()) {
      // What is worked out for the first reader is kept for the next ones.
      for (const slug of [PETITE, GRANDE]) await measure(nom, slug)
      const petite = await measure(nom, PETITE)
      const grande = await measure(nom, GRANDE)
      if (grande.instructions !== petite.instructions || grande.instructions > INSTRUCTIONS)
        trop.push(`${nom}: ${petite.instructions} statements, then ${grande.instructions}`)
      if (grande.octets > OCTETS) trop.push(`${nom}: ${grande.octets} bytes`)
    }
    expect(trop).toEqual([])
  })
})
