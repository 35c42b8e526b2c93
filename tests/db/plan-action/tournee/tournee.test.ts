import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordRevue } from '@/lib/plan-action/tournee/actions'
import { getTournee, TAILLE_TOURNEE } from '@/lib/plan-action/tournee/queries'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2024-06-15'
const PAA = 'provence-alpes-agglomeration'
const VAL = 'val-aigo'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let pilote: Personne
let conseillere: Personne
let lectrice: Personne
let fichePilotee: number

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: number }>(
    `SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = 'fiche-2-1'`,
    [PAA],
  )
  fichePilotee = rows[0]?.id ?? 0
  coordination = await createPersonne(database.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention: PAA },
    { type: 'CHARGE_COOPERATION', convention: VAL },
  ])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention: PAA, fiche: 'fiche-2-1' }])
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: PAA }])
  lectrice = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: PAA }])
})

beforeEach(async () => {
  await owner.query(`UPDATE fiche_action SET maj_le = NULL, statut = 'A_PRECISER' WHERE maj_le IS NOT NULL`)
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function read(personne: Personne, input: Parameters<typeof getTournee>[0] = {}) {
  const resultat = await runAs(personne.session, () => getTournee(input), { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

describe('whose fiches are in the round', () => {
  it('all those of the conventions one coordinates, a screen at a time, by convention too', async () => {
    const vue = await read(coordination)
    expect(vue.comptes).toEqual({ aFaire: 28, faites: 0, suivies: 28 })
    expect(vue.fiches).toHaveLength(TAILLE_TOURNEE)
    expect(vue.conventions).toEqual([
      { slug: PAA, nom: 'Provence Alpes Agglomération', aFaire: 8 },
      { slug: VAL, nom: 'Val’Aïgo', aFaire: 20 },
    ])
    expect((await read(coordination, { convention: PAA })).comptes.suivies).toBe(8)
    expect((await read(coordination, { page: 3 })).fiches).toHaveLength(8)
  })

  it('the ones a pilote leads, and none else', async () => {
    const vue = await read(pilote)
    expect(vue.fiches.map(({ id }) => id)).toEqual([fichePilotee])
  })

  it('a Caf adviser of one convention goes round it; who only reads has none', async () => {
    expect((await read(conseillere)).comptes.suivies).toBe(8)
    expect((await read(lectrice)).comptes).toEqual({ aFaire: 0, faites: 0, suivies: 0 })
    expect((await read(pilote, { convention: VAL })).fiches).toEqual([])
  })
})

describe('a fiche of the round', () => {
  it('says why it is there, gravest first', async () => {
    const { fiches } = await read(coordination, { convention: PAA })
    expect(fiches.every(({ raisons }) => raisons.length > 0)).toBe(true)
    expect(fiches[0]?.raisons.map(({ motif }) => motif)).toContain('INDICATEUR')
    expect(fiches.flatMap(({ raisons }) => raisons.map(({ phrase }) => phrase))).toContain(
      '4 indicateurs sans valeur pour 2023.',
    )
  })

  it('« rien de neuf » ends it for this week, for the pilote who leads it and in the journal', async () => {
    const dite = await runAs(pilote.session, () => recordRevue({ convention: PAA, fiche: fichePilotee }), {
      today: TODAY,
    })
    expect(dite.ok).toBe(true)
    // Written today by the clock of the database; the round is asked on that day.
    const { rows } = await owner.query<{ jour: string }>(
      `SELECT (now() AT TIME ZONE 'Europe/Paris')::date::text AS jour`,
    )
    const apres = await runAs(pilote.session, () => getTournee({}), { today: rows[0]?.jour ?? '' })
    expect(apres.ok && apres.data.comptes).toEqual({ aFaire: 0, faites: 1, suivies: 1 })
    const { rows: lignes } = await owner.query(
      `SELECT apres, utilisateur_id FROM journal WHERE fiche_action_id = $1 AND apres ? 'revue'`,
      [fichePilotee],
    )
    expect(lignes).toEqual([{ apres: { revue: 'rien de neuf' }, utilisateur_id: pilote.id }])
  })

  it('is not somebody else’s to speak of', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `SELECT id FROM fiche_action WHERE ref <> 'fiche-2-1' AND convention_id = (SELECT id FROM convention WHERE slug = $1) LIMIT 1`,
      [PAA],
    )
    const refusee = await runAs(pilote.session, () => recordRevue({ convention: PAA, fiche: rows[0]?.id ?? 0 }), {
      today: TODAY,
    })
    expect(refusee).toMatchObject({ ok: false, tag: 'INTERDIT' })
    const ailleurs = await runAs(coordination.session, () => recordRevue({ convention: VAL, fiche: fichePilotee }), {
      today: TODAY,
    })
    expect(ailleurs).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })
})

it('takes as many statements for one fiche as for twenty-eight', async () => {
  const counts = []
  for (const personne of [pilote, coordination]) {
    const avant = countInstructions()
    await read(personne)
    counts.push(countInstructions() - avant)
  }
  // BEGIN, opening, fiches, what is written of those on the screen, mentions
  expect(counts).toEqual([5, 5])
})
