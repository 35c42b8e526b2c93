import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAbsence, removeAbsence, removeIdentite } from '@/lib/cooperation/postes/actions/absences'
import {
  createOccupation,
  removeOccupation,
  updateOccupation,
  updateQuotiteOccupation,
} from '@/lib/cooperation/postes/actions/occupations'
import { createPoste, removePoste, updatePoste } from '@/lib/cooperation/postes/actions/postes'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { setJour } from '@/tests/support/horloge'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'vallee-des-baux-alpilles'
const voisine = 'provence-alpes-agglomeration'
const today = '2027-06-15'

let db: TestDatabase
let owner: pg.Client
let ici: Personne
let ailleurs: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  ici = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  ailleurs = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: voisine }])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(qui: Personne, travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })

async function readId(sql: string, valeurs: unknown[]): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(sql, valeurs)
  if (!rows[0]) throw new Error('nothing found')
  return rows[0].id
}
const readSchemaId = (slug: string, ref: string) =>
  readId(
    'SELECT s.id FROM schema_cooperation s JOIN convention c ON c.id = s.convention_id WHERE c.slug = $1 AND s.ref = $2',
    [slug, ref],
  )
const readLigne = (schema: number, libelle: string) =>
  readId('SELECT id FROM affectation WHERE schema_id = $1 AND libelle = $2', [schema, libelle])

/** A post of Saint-Rémy (1,2 ETP in 2027-2030). */
async function addPoste(
  quotite: string,
  libelle = 'Saint-Rémy-de-Provence',
): Promise<{ poste: number; version: number }> {
  const schema = await readSchemaId(convention, 'schema-2027-2030')
  const affectation = await readLigne(schema, libelle)
  const reponse = await as(ici, () =>
    createPoste({
      convention,
      schema,
      affectation,
      intitule: `Poste ${libelle}`,
      quotite,
      mode: 'DIRECT',
      themes: ['PARENTALITE', 'PETITE_ENFANCE'],
      missions: [2, 1],
      note: '',
    }),
  )
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}

/** A schéma and a post in the convention next door, which has none of its own. */
async function addPosteVoisin(): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    `WITH s AS (INSERT INTO schema_cooperation (convention_id, ref, libelle, debut, fin, ordre) SELECT id, 'essai', 'Essai', '2025-01-01', '2030-12-31', 0 FROM convention WHERE slug = $1 RETURNING id, convention_id)
     INSERT INTO poste (convention_id, schema_id, ref, intitule, quotite, ordre) SELECT convention_id, id, 'poste-essai', 'Poste voisin', 1, 0 FROM s RETURNING id`,
    [voisine],
  )
  return rows[0]?.id ?? 0
}

const occupe = (
  qui: Personne,
  slug: string,
  poste: { poste: number; version: number },
  part: Partial<Parameters<typeof createOccupation>[0]> = {},
) =>
  as(qui, () =>
    createOccupation({
      convention: slug,
      poste: poste.poste,
      version: poste.version,
      charge: null,
      nom: 'Nour Essai',
      email: 'nour.essai@commune.example',
      quotite: '0,7',
      debut: '01/01/2027',
      fin: '',
      remplace: null,
      ...part,
    }),
  )
const readOccupations = async (poste: number) =>
  (
    await owner.query<{
      id: number
      version: number
      quotite: string
      debut: string
      fin: string | null
      charge_id: number
    }>(
      `SELECT id, version, quotite::text, debut::text, fin::text, charge_id FROM occupation WHERE poste_id = $1 ORDER BY debut, id`,
      [poste],
    )
  ).rows

describe('given a post', () => {
  it('then it is described, changed and removed, with its themes and missions', async () => {
    const { poste } = await addPoste('1,2')
    const { rows } = await owner.query(
      `SELECT p.quotite::text, (SELECT array_agg(theme_code ORDER BY theme_code) FROM poste_theme WHERE poste_id = p.id) AS themes,
      (SELECT count(*)::int FROM poste_mission WHERE poste_id = p.id) AS missions FROM poste p WHERE id = $1`,
      [poste],
    )
    expect(rows[0]).toEqual({ quotite: '1.20', themes: ['PARENTALITE', 'PETITE_ENFANCE'], missions: 2 })
    const change = {
      convention,
      poste,
      affectation: null,
      intitule: 'Autre',
      mode: 'PARTAGE' as const,
      themes: [],
      missions: [3],
      note: 'Partagé',
    }
    expect(await as(ici, () => updatePoste({ ...change, version: 7, quotite: '1' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { intitule: 'Poste Saint-Rémy-de-Provence' },
    })
    expect(await as(ici, () => updatePoste({ ...change, version: 0, quotite: '0,123' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'quotite' }],
    })
    expect(await as(ici, () => updatePoste({ ...change, version: 0, quotite: '1.0' }))).toMatchObject({ ok: true })
    expect(await as(ici, () => removePoste({ convention, poste, version: 1 }))).toMatchObject({ ok: true })
  })

  it('then nobody exceeds it, nor its line, nor the period of the schéma', async () => {
    const poste = await addPoste('0,7')
    expect(await occupe(ici, convention, poste, { quotite: '0,8' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'quotite' }],
    })
    expect(await occupe(ici, convention, poste, { debut: '31/12/2026' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'debut' }],
    })
    expect(await occupe(ici, convention, poste, { fin: '01/01/2031' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'fin' }],
    })
    expect(await occupe(ici, convention, poste)).toMatchObject({ ok: true })
    const second = await addPoste('0,7')
    expect(await occupe(ici, convention, second, { nom: 'Autre Personne', email: '', quotite: '0,6' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'quotite', message: expect.stringContaining('Saint-Rémy-de-Provence') }],
    })
    expect(await occupe(ici, convention, second, { nom: 'Autre Personne', email: '', quotite: '0,5' })).toMatchObject({
      ok: true,
    })
  })

  it('then a quotité changes in the middle without rewriting what was', async () => {
    const poste = await addPoste('0,7')
    await occupe(ici, convention, poste, { quotite: '0,4' })
    const [avant] = await readOccupations(poste.poste)
    const change = (version: number, date: string) =>
      as(ici, () => updateQuotiteOccupation({ convention, occupation: avant?.id ?? 0, version, quotite: '0,7', date }))
    expect(await change(0, '01/01/2027')).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'date' }] })
    expect(await change(0, '01/09/2027')).toMatchObject({ ok: true })
    expect((await readOccupations(poste.poste)).map(({ quotite, debut, fin }) => [quotite, debut, fin])).toEqual([
      ['0.40', '2027-01-01', '2027-08-31'],
      ['0.70', '2027-09-01', null],
    ])
    expect(await change(0, '01/10/2027')).toMatchObject({ tag: 'CONFLIT' })
  })

  it('then an absence is covered by a replacement that fits in it', async () => {
    const poste = await addPoste('0,7')
    await occupe(ici, convention, poste)
    const [titulaire] = await readOccupations(poste.poste)
    const id = titulaire?.id ?? 0
    const remplace = (fin: string, quotite = '0,7') =>
      occupe(
        ici,
        convention,
        { poste: poste.poste, version: 1 },
        { nom: 'Remplaçante', email: '', quotite, debut: '10/03/2027', fin, remplace: id },
      )
    expect(await remplace('31/03/2027')).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'debut' }] })
    expect(
      await as(ici, () =>
        createAbsence({ convention, occupation: id, version: 0, debut: '01/03/2027', fin: '30/04/2027' }),
      ),
    ).toMatchObject({ ok: true })
    expect(
      await as(ici, () => createAbsence({ convention, occupation: id, version: 1, debut: '15/04/2027', fin: '' })),
    ).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'debut' }] })
    expect(await remplace('31/05/2027')).toMatchObject({ tag: 'INVALIDE' })
    expect(await remplace('30/04/2027', '0,8')).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'quotite' }] })
    expect(await remplace('30/04/2027')).toMatchObject({ ok: true })
    const absence = await readId('SELECT id FROM absence WHERE occupation_id = $1', [id])
    expect(await as(ici, () => removeAbsence({ convention, occupation: id, version: 1, absence }))).toMatchObject({
      tag: 'REGLE',
      code: 'REMPLACEE',
    })
    expect(await as(ici, () => removeOccupation({ convention, occupation: id, version: 1 }))).toMatchObject({
      tag: 'REGLE',
      code: 'REMPLACEE',
    })
  })
})

describe('given one person in two conventions', () => {
  it('then 1,00 holds across them, and the refusal names neither the other post nor its convention', async () => {
    const poste = await addPoste('0,7')
    const voisin = await addPosteVoisin()
    expect(await occupe(ici, convention, poste)).toMatchObject({ ok: true })
    const trop = await occupe(ailleurs, voisine, { poste: voisin, version: 0 }, { quotite: '0,4', debut: '01/06/2027' })
    expect(trop).toMatchObject({ ok: false, tag: 'REGLE', code: 'CT004' })
    const texte = JSON.stringify(trop)
    expect(texte).toContain('1,00')
    for (const secret of ['Baux', 'Saint-Rémy', 'Nour', '0,7', '1,1']) expect(texte).not.toContain(secret)
    expect(await readOccupations(voisin)).toEqual([])
    expect(
      await occupe(ailleurs, voisine, { poste: voisin, version: 0 }, { quotite: '0,3', debut: '01/06/2027' }),
    ).toMatchObject({ ok: true })
    const [autre] = await readOccupations(voisin)
    expect(
      await as(ailleurs, () =>
        updateOccupation({
          convention: voisine,
          occupation: autre?.id ?? 0,
          version: 0,
          quotite: '0,31',
          debut: '01/06/2027',
          fin: '',
        }),
      ),
    ).toMatchObject({ tag: 'REGLE', code: 'CT004' })
  })

  it('then two conventions that hire at the same moment cannot both pass', async () => {
    const poste = await addPoste('0,7')
    const voisin = await addPosteVoisin()
    const reponses = await Promise.all([
      occupe(ici, convention, poste),
      occupe(ailleurs, voisine, { poste: voisin, version: 0 }, { quotite: '0,6' }),
    ])
    expect(reponses.filter(({ ok }) => ok)).toHaveLength(1)
    const { rows } = await owner.query<{ somme: string }>(
      'SELECT sum(quotite)::text AS somme FROM occupation o JOIN charge_cooperation k ON k.id = o.charge_id WHERE k.cle = $1',
      ['nour.essai@commune.example'],
    )
    expect(Number(rows[0]?.somme)).toBeLessThanOrEqual(1)
  })

  it('then nobody is seen from where they do not work', async () => {
    const poste = await addPoste('0,7')
    await occupe(ici, convention, poste)
    const [occupation] = await readOccupations(poste.poste)
    const voisin = await addPosteVoisin()
    expect(
      await occupe(
        ailleurs,
        voisine,
        { poste: voisin, version: 0 },
        { charge: occupation?.charge_id ?? 0, quotite: '0,1' },
      ),
    ).toMatchObject({ tag: 'INTROUVABLE' })
  })

  it('then a name is forgotten once everything is over, and figures stay', async () => {
    const poste = await addPoste('0,7')
    await occupe(ici, convention, poste, { fin: '30/06/2027' })
    const [occupation] = await readOccupations(poste.poste)
    const charge = occupation?.charge_id ?? 0
    const efface = (version = 0) => as(ici, () => removeIdentite({ convention, charge, version }))
    expect(await efface()).toMatchObject({ tag: 'REGLE', code: 'EN_POSTE' })
    await owner.query(`UPDATE occupation SET fin = '2027-01-31' WHERE id = $1`, [occupation?.id])
    // Over for the application, which believes it is June; not over for PostgreSQL, on the last day of the post.
    await setJour(owner, '2027-01-31')
    expect(await efface()).toMatchObject({ tag: 'REGLE', code: 'EN_POSTE_AILLEURS' })
    await setJour(owner, today)
    const ancien = await readSchemaId(convention, 'schema-2022-2025')
    await owner.query(
      `WITH p AS (INSERT INTO poste (convention_id, schema_id, ref, intitule, quotite, ordre) SELECT convention_id, id, 'ancien', 'Ancien', 1, 9 FROM schema_cooperation WHERE id = $1 RETURNING id)
      UPDATE occupation SET poste_id = p.id, debut = '2024-01-01', fin = '2024-12-31' FROM p WHERE charge_id = $2`,
      [ancien, charge],
    )
    expect(await efface()).toMatchObject({ ok: true })
    const { rows } = await owner.query(
      'SELECT nom, cle, anonymise_le IS NOT NULL AS anonyme, (SELECT count(*)::int FROM occupation WHERE charge_id = k.id) AS occupations FROM charge_cooperation k WHERE id = $1',
      [charge],
    )
    expect(rows[0]).toEqual({ nom: `Personne anonymisée n° ${charge}`, cle: null, anonyme: true, occupations: 1 })
    expect(JSON.stringify((await owner.query('SELECT * FROM journal')).rows)).not.toContain('Nour')
    expect(await efface(1)).toMatchObject({ tag: 'REGLE', code: 'DEJA_ANONYME' })
  })
})

describe('given somebody who writes past the application', () => {
  it('then PostgreSQL refuses the same at commit', async () => {
    const poste = await addPoste('0,7')
    await occupe(ici, convention, poste)
    const refus = async (sql: string) => expect(owner.query(sql), sql).rejects.toMatchObject({ code: 'CT004' })
    await refus(`UPDATE occupation SET quotite = 0.8 WHERE poste_id = ${poste.poste}`)
    await refus(`UPDATE poste SET quotite = 0.6 WHERE id = ${poste.poste}`)
    await refus(`UPDATE occupation SET debut = '2026-12-31' WHERE poste_id = ${poste.poste}`)
    await refus(
      `INSERT INTO occupation (convention_id, poste_id, charge_id, quotite, debut) SELECT convention_id, poste_id, charge_id, 0.4, debut FROM occupation WHERE poste_id = ${poste.poste}`,
    )
    await refus(
      `INSERT INTO occupation (convention_id, poste_id, charge_id, quotite, debut, remplace_id) SELECT convention_id, poste_id, charge_id, 0.1, debut, id FROM occupation WHERE poste_id = ${poste.poste}`,
    )
  })
})
