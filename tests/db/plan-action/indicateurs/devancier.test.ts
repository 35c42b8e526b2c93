import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getIndicateur, type VueIndicateur } from '@/lib/plan-action/indicateurs/queries'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'provence-alpes-agglomeration'
const ancienne = 'val-aigo'
const REF = 'indicateur-1-1-1'

let database: TestDatabase
let owner: pg.Client
let deux: Personne
let une: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  deux = await createPersonne(database.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention },
    { type: 'LECTEUR', convention: ancienne },
  ])
  une = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  await owner.query(
    'UPDATE convention SET predecesseur_id = (SELECT id FROM convention WHERE slug = $2) WHERE slug = $1',
    [convention, ancienne],
  )
})
beforeEach(() => owner.query(`DELETE FROM indicateur WHERE ref LIKE 'ancien%'`))
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

/** An indicator of the convention before, in the words of ours unless told otherwise, with a value of 2021. */
async function createAncien(ref: string, change: (libelle: string) => string = (libelle) => libelle, unite?: string) {
  const { rows } = await owner.query<{ libelle: string; unite: string | null }>(
    `SELECT i.libelle, i.unite FROM indicateur i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref = $2`,
    [convention, REF],
  )
  await owner.query(
    `WITH i AS (INSERT INTO indicateur (convention_id, ref, libelle, nature, unite, ordre)
       SELECT a.id, $2, $3, m.nature, $4, 0 FROM convention a, indicateur m JOIN convention c ON c.id = m.convention_id WHERE a.slug = $1 AND c.slug = $5 AND m.ref = $6
       RETURNING id, convention_id)
     INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur) SELECT convention_id, id, '2021', '2021-01-01', '2021-12-31', 7 FROM i`,
    [ancienne, ref, change(rows[0]?.libelle ?? ''), unite ?? rows[0]?.unite ?? null, convention, REF],
  )
}

async function read(qui: Personne): Promise<VueIndicateur> {
  const lu = await runAs(qui.session, () => getIndicateur({ convention, ref: REF }))
  if (!lu.ok) throw new Error(lu.message)
  return lu.data
}

describe('what an indicator takes over from', () => {
  it('is the one of the same words in the convention before, with its values, in the same statement', async () => {
    await createAncien('ancien', (libelle) => libelle.toUpperCase())
    const avant = countInstructions()
    const { devancier } = await read(deux)
    expect(countInstructions() - avant).toBe(3)
    expect(devancier).toMatchObject({
      convention: expect.stringContaining('Aïgo'),
      indicateur: { ref: 'ancien', mesures: [{ periode: '2021', valeur: '7' }] },
    })
  })

  it('is nothing to who may not read that convention', async () => {
    await createAncien('ancien')
    expect((await read(une)).devancier).toBeNull()
  })

  it('is never guessed: other words, another unit, or two that answer', async () => {
    await createAncien('ancien-1', (libelle) => `${libelle} bis`)
    await createAncien('ancien-2', undefined, 'heures')
    expect((await read(deux)).devancier).toBeNull()
    await createAncien('ancien-3')
    expect((await read(deux)).devancier?.indicateur.ref).toBe('ancien-3')
    await createAncien('ancien-4')
    expect((await read(deux)).devancier).toBeNull()
  })
})
