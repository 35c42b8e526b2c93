import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDossier } from '@/lib/dossier/export/queries'
import { importDossier } from '@/lib/dossier/import/actions'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { getDroitsImport } from '@/lib/utilisateurs/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { countLignes } from '@/tests/support/dossiers/base'
import { changeDocument, createDossierExemple } from '@/tests/support/dossiers/exemple'
import { createPersonne } from '@/tests/support/personnes'

let db: TestDatabase
let owner: pg.Client
let administratrice: string
let conseillere: string

/** The example under this address, of the Caf of this département. */
const create = (slug: string, departement: string): unknown =>
  changeDocument(createDossierExemple(slug), 'organismes[0].departement', departement)

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  administratrice = (await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }])).session
  await runAs(administratrice, () => importDossier({ dossier: create('caf-06', '06') }))
  await runAs(administratrice, () => importDossier({ dossier: create('caf-07', '07') }))
  conseillere = (await createPersonne(db.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: 'caf-06' }])).session
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

describe('an adviser imports through the action', () => {
  it('for their own Caf: the convention is theirs to read at once, in one journal line', async () => {
    const resultat = await runAs(conseillere, () => importDossier({ dossier: create('caf-06-bis', '06') }))
    expect(resultat).toMatchObject({ ok: true, data: { slug: 'caf-06-bis' } })
    const { rows } = await owner.query(
      `SELECT operation FROM journal j JOIN convention c ON c.id = j.convention_id WHERE c.slug = 'caf-06-bis'`,
    )
    expect(rows).toEqual([{ operation: 'dossier.importer' }])
    expect(await runAs(conseillere, () => getDossier({ convention: 'caf-06-bis' }))).toMatchObject({ ok: true })
  })

  it.each(['07', '08'])(
    'for the Caf of %s: a sentence with its place and the remedy, and nothing is written',
    async (departement) => {
      const avant = await countLignes(owner)
      const resultat = await runAs(conseillere, () => importDossier({ dossier: create('ailleurs', departement) }))
      expect(resultat).toMatchObject({
        ok: false,
        tag: 'INVALIDE',
        champs: [{ champ: 'convention.caf', message: expect.stringMatching(/pas rattaché à cette Caf/) }],
      })
      expect(await countLignes(owner)).toEqual(avant)
    },
  )

  it('even past the action, row-level security lets no convention of another Caf in', async () => {
    const { rows } = await owner.query<{ caf_id: number; session: string }>(
      `SELECT c.caf_id, s.id AS session FROM convention c, session s JOIN role r ON r.utilisateur_id = s.utilisateur_id
       WHERE c.slug = 'caf-07' AND r.type = 'CONSEILLER_CAF' AND s.fermee_le IS NULL ORDER BY s.cree_le DESC LIMIT 1`,
    )
    const app = new pg.Client({ connectionString: db.appUrl })
    await app.connect()
    await app.query('BEGIN')
    await app.query(
      `SELECT set_config('app.session', $1, true), set_config('app.operation', 'dossier.importer', true)`,
      [rows[0]?.session],
    )
    const ecriture = app.query(
      `INSERT INTO convention (slug, nom, caf_id, territoire_nom, source) VALUES ('force', 'Forcé', $1, 'Ailleurs', '{}')`,
      [rows[0]?.caf_id],
    )
    await expect(ecriture).rejects.toThrow(/row-level security/)
    await app.query('ROLLBACK')
    await app.end()
    expect((await owner.query(`SELECT 1 FROM convention WHERE slug = 'force'`)).rowCount).toBe(0)
  })

  it('each error names its place in the document, and nothing is written', async () => {
    const avant = await countLignes(owner)
    const faux = changeDocument(
      changeDocument(create('fautes', '06'), 'convention.dateDebut', '2026-13-01'),
      'convention.caf',
      'absente',
    )
    const resultat = await runAs(conseillere, () => importDossier({ dossier: faux }))
    if (resultat.ok || resultat.tag !== 'INVALIDE') throw new Error(JSON.stringify(resultat))
    expect(resultat.champs.map(({ champ }) => champ)).toContain('convention.dateDebut')
    expect(await countLignes(owner)).toEqual(avant)
  })
})

describe('who may import', () => {
  it('an adviser for their Caf, an administrator for all, a coordinator for none', async () => {
    const sienne = await runAs(conseillere, () => getDroitsImport({}))
    expect(sienne.ok ? sienne.data.cafs : sienne.tag).toHaveLength(1)
    expect(await runAs(administratrice, () => getDroitsImport({}))).toEqual({ ok: true, data: { cafs: null } })
    const { session } = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: 'caf-06' }])
    expect(await runAs(session, () => getDroitsImport({}))).toMatchObject({ ok: false })
    expect(await runAs(session, () => importDossier({ dossier: create('sans-droit', '06') }))).toMatchObject({
      ok: false,
      tag: 'INTERDIT',
    })
  })
})
