import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { writePlan } from '../../../../scripts/bench/long-plan.mjs'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const GRAND = 'vallee-des-baux-alpilles'
const PETIT = 'golfe-et-etangs'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(
    database.ownerUrl,
    [PETIT, GRAND].map((convention) => ({ type: 'CHARGE_COOPERATION', convention })),
  )
  await writePlan(owner, PETIT, 30)
  await writePlan(owner, GRAND, 3000)
}, 180_000)

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function measure(convention: string, filtres: FiltresPlan): Promise<number> {
  const debut = performance.now()
  const resultat = await runAs(coordination.session, () => getPlanAction({ convention, ...filtres }), {
    today: '2024-06-15',
  })
  const duree = performance.now() - debut
  if (!resultat.ok || resultat.data.fiches.length === 0) throw new Error('nothing read')
  return duree
}

const computeMediane = (durees: number[]): number =>
  [...durees].sort((a, b) => a - b)[Math.floor(durees.length / 2)] ?? 0

describe('a plan of 3 000 fiches beside one of 30', () => {
  const cas: [string, FiltresPlan][] = [
    ['words', { q: 'parentalité' }],
    ['words with a wrong letter', { q: 'parantalité' }],
    ['a status', { statut: 'EN_COURS' }],
    ['who leads', { pilote: 'Service 3' }],
    ['an axe', { axe: 'axe-3' }],
  ]
  it.each(cas)('is read in a time of the same order, filtered by %s', async (nom, filtres) => {
    // In turns, so that what else the machine does weighs on both.
    const durees: Record<'petit' | 'grand', number[]> = { petit: [], grand: [] }
    for (let tour = 0; tour < 9; tour += 1) {
      durees.petit.push(await measure(PETIT, filtres))
      durees.grand.push(await measure(GRAND, filtres))
    }
    const [petit, grand] = [computeMediane(durees.petit), computeMediane(durees.grand)]
    if (process.env.MESURES)
      console.info(`${nom}: ${petit.toFixed(1)} ms / ${grand.toFixed(1)} ms = ${(grand / petit).toFixed(2)}`)
    // A reading fiche by fiche would be a hundred times longer.
    expect(grand / petit).toBeLessThan(8)
  })
})
