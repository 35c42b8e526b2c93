import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateStatutEtape } from '@/lib/plan-action/fiche/actions/statut-etape'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2024-06-15'
const convention = 'provence-alpes-agglomeration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let pilote: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'fiche-2-1' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })

interface Ligne {
  id: number
  version: number
}

async function readLigne(
  table: 'fiche_action' | 'etape' | 'indicateur',
  ref: string,
  slug = convention,
): Promise<Ligne> {
  const { rows } = await owner.query<Ligne>(
    `SELECT t.id, t.version FROM ${table} t JOIN convention c ON c.id = t.convention_id WHERE c.slug = $1 AND t.ref = $2`,
    [slug, ref],
  )
  if (!rows[0]) throw new Error(`${table} ${ref} not found`)
  return rows[0]
}

async function readFiche(id: number) {
  const { rows } = await owner.query<{
    statut: string
    suivi: string | null
    avancement: number | null
    version: number
    maj: boolean
  }>('SELECT statut, suivi, avancement, version, maj_le IS NOT NULL AS maj FROM fiche_action WHERE id = $1', [id])
  return rows[0]
}

describe('who may', () => {
  it('a pilote changes what hangs on the fiche they lead, and on no other', async () => {
    const sienne = await readLigne('fiche_action', 'fiche-2-1')
    const autre = await readLigne('fiche_action', 'fiche-3-1')
    // Naming one’s own fiche does not open the étapes or the indicators of another.
    const etape = await readLigne('etape', 'action-1-1-1')
    expect(
      await as(pilote, () =>
        updateStatutEtape({
          convention,
          fiche: sienne.id,
          etape: etape.id,
          version: etape.version,
          statut: 'REALISEE',
        }),
      ),
    ).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    const etapeAutre = await readLigne('etape', 'action-3-1-2')
    for (const qui of [pilote, elue]) {
      expect(
        await as(qui, () =>
          updateStatutEtape({
            convention,
            fiche: autre.id,
            etape: etapeAutre.id,
            version: etapeAutre.version,
            statut: 'REALISEE',
          }),
        ),
      ).toMatchObject({ ok: false, tag: 'INTERDIT' })
    }
    expect(await readFiche(autre.id)).toMatchObject({ version: autre.version, maj: false })
  })
})

describe('étape', () => {
  it('changes the status of an étape with its own version, and dates the fiche', async () => {
    const fiche = await readLigne('fiche_action', 'fiche-3-1')
    const etape = await readLigne('etape', 'action-3-1-2')
    const cible = { convention, fiche: fiche.id, etape: etape.id, version: etape.version }
    expect(await as(coordination, () => updateStatutEtape({ ...cible, statut: 'REALISEE' }))).toMatchObject({
      ok: true,
    })
    expect(await as(coordination, () => updateStatutEtape({ ...cible, statut: 'EN_COURS' }))).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { statut: 'REALISEE', version: etape.version + 1 },
    })
    expect(await readFiche(fiche.id)).toMatchObject({ version: fiche.version, maj: true })
  })
})
