import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAffectation, removeAffectation, updateSchema } from '@/lib/cooperation/schemas/actions/saisie'
import { createSchema } from '@/lib/cooperation/schemas/actions/creation'
import { closeSchema, proposeSchema, reopenSchema, validateSchema } from '@/lib/cooperation/schemas/actions/etat'
import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { formatQuotite } from '@/lib/platform/nombres'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'vallee-des-baux-alpilles'
const today = '2026-11-22'

let db: TestDatabase
let owner: pg.Client
let personne: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  personne = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(travail: () => Promise<T>): Promise<T> => runAs(personne.session, travail, { today })

async function readEtp(ref?: string) {
  const vue = await as(() => getEtp({ convention, schema: ref }))
  if (!vue.ok) throw new Error(vue.message)
  return vue.data
}
async function readSchema(ref: string): Promise<SchemaLu> {
  const { choisi } = await readEtp(ref)
  if (choisi?.ref !== ref) throw new Error(`no schéma ${ref}`)
  return choisi
}
const toInput = (lignes: LigneSchema[], change: Record<string, string> = {}) =>
  lignes.map(({ id, libelle, marge, quotite, motifZero, note }) => ({
    id,
    quotite: change[`${marge} ${libelle}`] ?? (quotite === null ? '' : formatQuotite(quotite)),
    motifZero,
    note: note ?? '',
  }))

/** The schéma of 2027-2030 taken back to draft. */
async function openDraft(): Promise<SchemaLu> {
  const schema = await readSchema('schema-2027-2030')
  const reponse = await as(() => reopenSchema({ convention, schema: schema.id, version: schema.version }))
  expect(reponse.ok).toBe(true)
  return readSchema('schema-2027-2030')
}

describe('given the three schémas of Vallée des Baux-Alpilles', () => {
  it('then totals, margins and reasons are those of the document, in few statements', async () => {
    await readEtp()
    const avant = countInstructions()
    const { schemas, choisi } = await readEtp()
    expect(countInstructions() - avant).toBeLessThanOrEqual(5)
    expect(schemas.map(({ total }) => total)).toEqual([330, 310, 330])
    expect(choisi?.ref).toContain('2026')
    const somme = (schema: SchemaLu, marge: string) =>
      schema.lignes.filter((l) => l.marge === marge).reduce((n, l) => n + (l.quotite ?? 0), 0)
    expect(schemas.map((schema) => somme(schema, 'PORTEUR'))).toEqual([330, 310, 330])
    expect(schemas.map((schema) => somme(schema, 'THEMATIQUE'))).toEqual([0, 310, 330])
    expect(schemas[0]?.lignes.find(({ libelle }) => libelle === 'Aureille')).toMatchObject({
      quotite: 20,
      situation: 'JAMAIS_POURVU',
    })
    expect(schemas[1]?.lignes.find(({ libelle }) => libelle === 'Aureille')).toMatchObject({
      quotite: 0,
      motifZero: 'A_NEGOCIER',
    })
  })
})

describe('given a draft', () => {
  it('when a line changes, then the draft is saved out of balance, and the proposal refused with the difference', async () => {
    const schema = await openDraft()
    const sauve = await as(() =>
      updateSchema({
        convention,
        schema: schema.id,
        version: schema.version,
        total: '3,3',
        lignes: toInput(schema.lignes, { 'PORTEUR Aureille': '0.10' }),
      }),
    )
    expect(sauve).toEqual({ ok: true, data: { version: schema.version + 1 } })
    const refus = await as(() => proposeSchema({ convention, schema: schema.id, version: schema.version + 1 }))
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE' })
    expect(!refus.ok && refus.message).toMatch(/par commune fait 3,20 ETP au lieu de 3,30, il manque 0,10/)
  })

  it('when it is in balance, then it is proposed, validated, and only closed once its period is over', async () => {
    const schema = await openDraft()
    let { version } = schema
    for (const action of [proposeSchema, validateSchema]) {
      const reponse = await as(() => action({ convention, schema: schema.id, version }))
      expect(reponse.ok).toBe(true)
      version += 1
    }
    expect(await as(() => closeSchema({ convention, schema: schema.id, version }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'PERIODE_EN_COURS',
    })
    expect(
      await as(() => updateSchema({ convention, schema: schema.id, version, total: '3,3', lignes: [] })),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'PAS_UN_BROUILLON' })
    const { rows } = await owner.query(
      `SELECT avant ->> 'etat' AS de, apres ->> 'etat' AS vers FROM journal WHERE objet = 'schema_cooperation' AND apres ? 'etat' ORDER BY id`,
    )
    expect(rows.slice(-2)).toEqual([
      { de: 'BROUILLON', vers: 'PROPOSE' },
      { de: 'PROPOSE', vers: 'VALIDE' },
    ])
  })

  it.each([
    ['0,123', 'décimale'],
    ['-1', 'négati'],
    ['douze', 'nombre'],
    ['1000', '999,99'],
  ])('when %s is typed, then the field is named and nothing is written', async (quotite, mot) => {
    const schema = await openDraft()
    const lignes = toInput(schema.lignes, { 'PORTEUR Aureille': quotite })
    const reponse = await as(() =>
      updateSchema({ convention, schema: schema.id, version: schema.version, total: '3,3', lignes }),
    )
    expect(reponse).toMatchObject({ ok: false, tag: 'INVALIDE' })
    if (!reponse.ok && reponse.tag === 'INVALIDE') {
      expect(reponse.champs[0]?.champ).toBe(
        `lignes.${schema.lignes.findIndex((l) => l.libelle === 'Aureille' && l.marge === 'PORTEUR')}.quotite`,
      )
      expect(reponse.champs[0]?.message).toContain(mot)
    }
    expect(await readSchema('schema-2027-2030')).toEqual(schema)
  })

  it('when lines are added and removed, then a name is unique in its margin and a foreign line does not exist', async () => {
    const schema = await openDraft()
    const ajout = (libelle: string, version: number) =>
      as(() => createAffectation({ convention, schema: schema.id, version, marge: 'PORTEUR', libelle }))
    expect(await ajout('AUREILLE', schema.version)).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'libelle' }],
    })
    expect((await ajout('Syndicat', schema.version)).ok).toBe(true)
    const ligne = (await readSchema('schema-2027-2030')).lignes.find(({ libelle }) => libelle === 'Syndicat')
    const autre = (await readSchema('schema-2026')).lignes[0]
    const retrait = (affectation: number) =>
      as(() => removeAffectation({ convention, schema: schema.id, version: schema.version + 1, affectation }))
    expect(await retrait(autre?.id ?? 0)).toMatchObject({ tag: 'INTROUVABLE' })
    expect((await retrait(ligne?.id ?? 0)).ok).toBe(true)
  })

  it('when a new schéma would overlap another, or leave the convention, then the date is refused', async () => {
    const cree = (debut: string, fin: string) =>
      as(() => createSchema({ convention, modele: null, libelle: 'Essai', debut, fin, total: '1' }))
    expect(await cree('2026-06-01', '2026-12-31')).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'debut' }],
    })
    expect(await cree('01/01/2030', '31/12/2031')).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'debut' }],
    })
    expect(await cree('2031-12-31', '2031-01-01')).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'fin' }],
    })
    expect((await cree('', '')).ok).toBe(true)
  })
})

describe('given two people who save at once', () => {
  it('then one saves, the other is shown what was saved', async () => {
    const schema = await openDraft()
    const save = (quotite: string) =>
      as(() =>
        updateSchema({
          convention,
          schema: schema.id,
          version: schema.version,
          total: '3,3',
          lignes: toInput(schema.lignes, { 'PORTEUR Aureille': quotite }),
        }),
      )
    const reponses = await Promise.all([save('0,1'), save('0,3')])
    expect(reponses.filter((r) => r.ok)).toHaveLength(1)
    const conflit = reponses.find((r) => !r.ok)
    expect(conflit).toMatchObject({ tag: 'CONFLIT', actuel: { ref: 'schema-2027-2030', version: schema.version + 1 } })
  })

  it('then twenty proposals and edits crossing each other leave no proposed schéma out of balance', async () => {
    const schema = await openDraft()
    for (let tour = 0; tour < 5; tour++) {
      const { version, lignes, etat } = await readSchema('schema-2027-2030')
      if (etat !== 'BROUILLON') break
      await Promise.all([
        as(() =>
          updateSchema({
            convention,
            schema: schema.id,
            version,
            total: '3,3',
            lignes: toInput(lignes, { 'PORTEUR Aureille': tour % 2 ? '0,2' : '0,1' }),
          }),
        ),
        as(() => proposeSchema({ convention, schema: schema.id, version })),
        as(() => proposeSchema({ convention, schema: schema.id, version: version + 1 })),
        as(() => updateSchema({ convention, schema: schema.id, version: version + 1, total: '3,2', lignes: [] })),
      ])
      const { rows } = await owner.query<{ juste: boolean }>(
        `SELECT bool_and(g.somme = s.total) AS juste FROM schema_cooperation s JOIN LATERAL (SELECT marge, sum(quotite) AS somme FROM affectation a WHERE a.schema_id = s.id AND quotite IS NOT NULL GROUP BY marge) g ON true WHERE s.etat <> 'BROUILLON'`,
      )
      expect(rows[0]?.juste).toBe(true)
    }
  })
})

describe('given somebody who writes past the application', () => {
  const schemaId = async () =>
    (await owner.query<{ id: number }>(`SELECT id FROM schema_cooperation WHERE ref = 'schema-2026'`)).rows[0]?.id

  it('then a validated or proposed total that is wrong is refused at commit, by any path', async () => {
    const id = await schemaId()
    for (const sql of [
      `UPDATE affectation SET quotite = quotite + 0.01 WHERE schema_id = ${id} AND libelle = 'Mouriès'`,
      `DELETE FROM affectation WHERE schema_id = ${id} AND libelle = 'Mouriès'`,
      `INSERT INTO affectation (convention_id, schema_id, marge, libelle, quotite, ordre) SELECT convention_id, id, 'PORTEUR', 'Ailleurs', 0.1, 99 FROM schema_cooperation WHERE id = ${id}`,
      `UPDATE schema_cooperation SET total = 3.2 WHERE id = ${id}`,
      `UPDATE schema_cooperation SET total = NULL WHERE id = ${id}`,
      `UPDATE affectation SET schema_id = (SELECT id FROM schema_cooperation WHERE ref = 'schema-2022-2025') WHERE schema_id = ${id} AND libelle = 'Mouriès' AND false OR (schema_id = ${id} AND libelle = 'Petite enfance')`,
    ])
      await expect(owner.query(sql), sql).rejects.toMatchObject({ code: 'CT001' })
  })

  it('then a balanced change passes, and an overlap does not', async () => {
    const id = await schemaId()
    await owner.query('BEGIN')
    await owner.query(`UPDATE affectation SET quotite = quotite - 0.1 WHERE schema_id = ${id} AND libelle = 'Mouriès'`)
    await owner.query(`UPDATE affectation SET quotite = quotite + 0.1 WHERE schema_id = ${id} AND libelle = 'Paradou'`)
    await owner.query('COMMIT')
    await expect(
      owner.query(`UPDATE schema_cooperation SET fin = '2027-01-01' WHERE id = ${id}`),
    ).rejects.toMatchObject({ code: '23P01' })
  })

  it('then a line changed while another transaction validates cannot slip through', async () => {
    await owner.query(`UPDATE schema_cooperation SET etat = 'BROUILLON' WHERE ref = 'schema-2027-2030'`)
    const autre = new pg.Client({ connectionString: db.ownerUrl })
    await autre.connect()
    try {
      await autre.query('BEGIN')
      await autre.query(`UPDATE schema_cooperation SET etat = 'VALIDE' WHERE ref = 'schema-2027-2030'`)
      const ligne = owner
        .query(
          `UPDATE affectation SET quotite = 0.9 WHERE libelle = 'Mouriès' AND schema_id = (SELECT id FROM schema_cooperation WHERE ref = 'schema-2027-2030')`,
        )
        .catch((erreur: unknown) => erreur)
      await new Promise((suite) => setTimeout(suite, 200))
      await autre.query('COMMIT')
      expect(await ligne).toMatchObject({ code: 'CT001' })
    } finally {
      await autre.end()
    }
  })
})
