import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAffectation, createAffectations, updateSchema } from '@/lib/cooperation/schemas/actions/saisie'
import { createSchema, removeSchema, updateIdentite } from '@/lib/cooperation/schemas/actions/creation'
import { proposeSchema, reopenSchema } from '@/lib/cooperation/schemas/actions/etat'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const BAUX = 'vallee-des-baux-alpilles'
const GOLFE = 'golfe-et-etangs'

let db: TestDatabase
let owner: pg.Client
let personne: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  await owner.query(
    `DELETE FROM schema_cooperation s USING convention c WHERE c.id = s.convention_id AND c.slug = ANY($1)`,
    [[BAUX, GOLFE]],
  )
  personne = await createPersonne(db.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention: BAUX },
    { type: 'CHARGE_COOPERATION', convention: GOLFE },
  ])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(travail: () => Promise<T>): Promise<T> => runAs(personne.session, travail, { today: '2026-11-22' })

async function readVue(convention: string, schema?: string) {
  const vue = await as(() => getEtp({ convention, schema }))
  if (!vue.ok) throw new Error(vue.message)
  return vue.data
}
async function readSchema(convention: string, ref: string): Promise<SchemaLu> {
  const { choisi } = await readVue(convention, ref)
  if (choisi?.ref !== ref) throw new Error(`no schéma ${ref}`)
  return choisi
}
const vide = {
  periodeTexte: '',
  source: '',
  note: '',
  anterieur: false,
  evolution: null,
  modele: null,
  debut: '',
  fin: '',
  total: '',
}
async function create(
  convention: string,
  champs: Partial<Parameters<typeof createSchema>[0]> & { libelle: string },
): Promise<SchemaLu> {
  const cree = await as(() => createSchema({ convention, ...vide, ...champs }))
  if (!cree.ok) throw new Error(cree.message)
  return readSchema(convention, cree.data.ref)
}
const idOf = (schema: SchemaLu, marge: string, libelle: string): number =>
  schema.lignes.find((ligne) => ligne.marge === marge && ligne.libelle === libelle)?.id ?? 0
const tape = (id: number, quotite: string) => ({ id, quotite, motifZero: null, note: '' })

/** A draft of 1 ETP with two communes and two themes, each margin filled in. */
async function createEquilibre(): Promise<SchemaLu> {
  const schema = await create(BAUX, { libelle: 'Essai', debut: '2026-01-01', fin: '2026-12-31', total: '1' })
  const { porteurs } = await readVue(BAUX)
  const organismes = porteurs
    .filter(({ nom }) => nom === 'Mouriès' || nom === 'Aureille')
    .map(({ organisme }) => organisme ?? 0)
  await as(() =>
    createAffectations({
      convention: BAUX,
      schema: schema.id,
      version: 0,
      organismes,
      communes: [],
      themes: ['PARENTALITE', 'GLOBAL'],
    }),
  )
  const lu = await readSchema(BAUX, 'essai')
  const [a, m, p, g] = [
    idOf(lu, 'PORTEUR', 'Aureille'),
    idOf(lu, 'PORTEUR', 'Mouriès'),
    idOf(lu, 'THEMATIQUE', 'Parentalité'),
    idOf(lu, 'THEMATIQUE', 'Chargé de coopération global'),
  ]
  await as(() =>
    updateSchema({
      convention: BAUX,
      schema: lu.id,
      version: lu.version,
      total: '1',
      lignes: [tape(a, '0,4'), tape(m, '0,6'), tape(p, '0,5'), tape(g, '0,5')],
    }),
  )
  return readSchema(BAUX, 'essai')
}

describe('given a convention without any schéma', () => {
  it('then one is made from nothing, from another, as an evolution, and as history', async () => {
    const premier = await create(BAUX, {
      libelle: 'Schéma 2026',
      debut: '01/01/2026',
      fin: '31/12/2026',
      total: '3.1',
      periodeTexte: 'année 2026',
      source: 'Annexe 4',
      note: 'Transitoire',
    })
    expect(premier).toMatchObject({
      ref: 'schema-2026',
      etat: 'BROUILLON',
      total: 310,
      periodeTexte: 'année 2026',
      source: 'Annexe 4',
      note: 'Transitoire',
      anterieur: false,
      lignes: [],
    })
    await as(() =>
      createAffectation({ convention: BAUX, schema: premier.id, version: 0, marge: 'PORTEUR', libelle: 'mouriès' }),
    )
    const suite = await create(BAUX, {
      libelle: 'Schéma 2027',
      debut: '2027-01-01',
      fin: '2027-12-31',
      modele: premier.id,
    })
    expect(suite.lignes).toMatchObject([{ libelle: 'Mouriès', cle: 'o:mouries', quotite: null }])
    const avant = await create(BAUX, {
      libelle: 'Schéma 2022-2025',
      debut: '2022-01-01',
      fin: '2025-12-31',
      total: '3,3',
      anterieur: true,
    })
    expect(avant.anterieur).toBe(true)
    expect((await readVue(BAUX)).schemas.map(({ libelle }) => libelle)).toEqual([
      'Schéma 2022-2025',
      'Schéma 2026',
      'Schéma 2027',
    ])
    const refus = (champs: object) =>
      as(() => createSchema({ convention: BAUX, ...vide, libelle: 'Refusé', ...champs }))
    expect(await refus({ debut: '2020-01-01', fin: '2020-12-31' })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'debut', message: expect.stringContaining('précèdent la convention') as string }],
    })
    expect(await refus({ debut: '2028-01-01', fin: '2028-12-31', anterieur: true })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'debut' }],
    })
  })

  it('then the evolution of Golfe et étangs, 3,1 + 0,2 + 0,5 = 3,8, is proposed, and 3,7 is refused', async () => {
    const { porteurs } = await readVue(GOLFE)
    const [fos, istres] = ['Fos-sur-Mer', 'Istres'].map(
      (nom) => porteurs.find((porteur) => porteur.nom === nom)?.organisme ?? null,
    )
    const developpements = [
      { id: null, libelle: 'Fos-sur-Mer', organisme: fos ?? null, quotite: '0,2' },
      { id: null, libelle: 'Istres', organisme: istres ?? null, quotite: '0.5' },
    ]
    const schema = await create(GOLFE, {
      libelle: 'Pilotage du projet de territoire',
      total: '3,7',
      evolution: { existant: '3,10', developpements },
    })
    expect(schema).toMatchObject({
      existant: 310,
      developpements: [
        { libelle: 'Fos-sur-Mer', organisme: fos, quotite: 20 },
        { libelle: 'Istres', quotite: 50 },
      ],
    })
    const refus = await as(() => proposeSchema({ convention: GOLFE, schema: schema.id, version: 0 }))
    expect(!refus.ok && refus.message).toContain('3,80 ETP au lieu de 3,70')
    const base = { convention: GOLFE, schema: schema.id, version: 0, total: '3,8', lignes: [] }
    expect(await as(() => updateSchema({ ...base, evolution: { existant: '', developpements } }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'evolution.existant' }],
    })
    const { rows } = await owner.query<{ id: number }>(
      `SELECT p.id FROM convention_organisme p JOIN convention c ON c.id = p.convention_id WHERE c.slug = $1 ORDER BY p.id LIMIT 1`,
      [BAUX],
    )
    expect(
      await as(() =>
        updateSchema({
          ...base,
          evolution: {
            existant: '3,1',
            developpements: [{ id: null, libelle: 'Ailleurs', organisme: rows[0]?.id ?? 0, quotite: '0,1' }],
          },
        }),
      ),
    ).toMatchObject({ tag: 'INVALIDE' })
    const gardes = schema.developpements.map(({ id, libelle, organisme, quotite }) => ({
      id,
      libelle,
      organisme,
      quotite: quotite === 20 ? '0,2' : '0,5',
    }))
    expect((await as(() => updateSchema({ ...base, evolution: { existant: '3,1', developpements: gardes } }))).ok).toBe(
      true,
    )
    expect((await as(() => proposeSchema({ convention: GOLFE, schema: schema.id, version: 1 }))).ok).toBe(true)
    await expect(
      owner.query(`UPDATE developpement SET quotite = 0.3 WHERE schema_id = $1 AND libelle = 'Istres'`, [schema.id]),
    ).rejects.toMatchObject({ code: 'CT001' })
    await expect(owner.query(`DELETE FROM developpement WHERE schema_id = $1`, [schema.id])).rejects.toMatchObject({
      code: 'CT001',
    })
  })
})

describe('given the lines of a draft', () => {
  it('then parties, communes and themes come several at once, and a commune from elsewhere or a foreign party does not', async () => {
    const schema = await create(BAUX, { libelle: 'Essai', total: '1' })
    const { porteurs, themes } = await readVue(BAUX)
    expect(porteurs.filter(({ commune }) => commune !== null)).toHaveLength(10)
    const base = {
      convention: BAUX,
      schema: schema.id,
      organismes: [] as number[],
      communes: [] as string[],
      themes: [] as (typeof themes)[number]['code'][],
    }
    const communes = porteurs.flatMap(({ commune }) => (commune === null ? [] : [commune]))
    expect(
      await as(() => createAffectations({ ...base, version: 0, communes, themes: themes.map(({ code }) => code) })),
    ).toMatchObject({ ok: true, data: { ajoutees: 15 } })
    expect(await as(() => createAffectations({ ...base, version: 1, communes }))).toMatchObject({
      tag: 'REGLE',
      code: 'RIEN_A_AJOUTER',
    })
    const ailleurs = await as(() => createAffectations({ ...base, version: 1, communes: ['13004'] }))
    expect(!ailleurs.ok && ailleurs.message).toContain('Arles\u00A0» n’est pas une commune du territoire')
    const mots = await as(() =>
      createAffectation({ convention: BAUX, schema: schema.id, version: 1, marge: 'PORTEUR', libelle: 'ARLES' }),
    )
    expect(mots).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'libelle', message: expect.stringContaining('n’est pas une commune du territoire') as string }],
    })
    const { rows } = await owner.query<{ id: number }>(
      `SELECT p.id FROM convention_organisme p JOIN convention c ON c.id = p.convention_id WHERE c.slug = $1 LIMIT 1`,
      [GOLFE],
    )
    expect(await as(() => createAffectations({ ...base, version: 1, organismes: [rows[0]?.id ?? 0] }))).toMatchObject({
      tag: 'INTROUVABLE',
    })
    expect(await as(() => createAffectations({ ...base, version: 0, themes: ['GLOBAL'] }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 1 },
    })
  })

  it('then situation, reason and note are kept as written', async () => {
    const schema = await createEquilibre()
    const id = idOf(schema, 'PORTEUR', 'Aureille')
    await as(() =>
      updateSchema({
        convention: BAUX,
        schema: schema.id,
        version: schema.version,
        total: '1',
        lignes: [
          { id, quotite: '0', motifZero: 'A_NEGOCIER', note: ' à négocier avec la CAF ', situation: 'JAMAIS_POURVU' },
        ],
      }),
    )
    expect((await readSchema(BAUX, 'essai')).lignes.find((ligne) => ligne.id === id)).toMatchObject({
      quotite: 0,
      motifZero: 'A_NEGOCIER',
      note: 'à négocier avec la CAF',
      situation: 'JAMAIS_POURVU',
    })
  })
})

describe('given a cross table', () => {
  it('then both margins must agree with it, cells can be removed, and PostgreSQL says the same', async () => {
    const schema = await createEquilibre()
    const [a, m, p, g] = [
      idOf(schema, 'PORTEUR', 'Aureille'),
      idOf(schema, 'PORTEUR', 'Mouriès'),
      idOf(schema, 'THEMATIQUE', 'Parentalité'),
      idOf(schema, 'THEMATIQUE', 'Chargé de coopération global'),
    ]
    const save = (version: number, croise: { porteur: number; thematique: number; quotite: string }[]) =>
      as(() => updateSchema({ convention: BAUX, schema: schema.id, version, total: '1', lignes: [], croise }))
    const { version } = schema
    expect(await save(version, [{ porteur: p, thematique: a, quotite: '0,1' }])).toMatchObject({ tag: 'INTROUVABLE' })
    expect(
      (
        await save(version, [
          { porteur: a, thematique: p, quotite: '0,4' },
          { porteur: m, thematique: g, quotite: '0,6' },
        ])
      ).ok,
    ).toBe(true)
    const refus = await as(() => proposeSchema({ convention: BAUX, schema: schema.id, version: version + 1 }))
    expect(!refus.ok && refus.message).toMatch(
      /tableau croisé donne 0,40 pour «\u00A0Parentalité\u00A0», la répartition 0,50/,
    )
    await expect(
      owner.query(`UPDATE schema_cooperation SET etat = 'PROPOSE' WHERE id = $1`, [schema.id]),
    ).rejects.toMatchObject({ code: 'CT001' })
    expect(
      (
        await save(version + 1, [
          { porteur: m, thematique: p, quotite: '0,1' },
          { porteur: m, thematique: g, quotite: '0,5' },
        ])
      ).ok,
    ).toBe(true)
    expect((await as(() => proposeSchema({ convention: BAUX, schema: schema.id, version: version + 2 }))).ok).toBe(true)
    await expect(
      owner.query(`UPDATE croisement SET quotite = 0.2 WHERE schema_id = $1 AND quotite = 0.1`, [schema.id]),
    ).rejects.toMatchObject({ code: 'CT001' })
    await as(() => reopenSchema({ convention: BAUX, schema: schema.id, version: version + 3 }))
    const cases = [
      [a, p],
      [m, p],
      [m, g],
    ] as const
    expect(
      (
        await save(
          version + 4,
          cases.map(([porteur, thematique]) => ({ porteur, thematique, quotite: '' })),
        )
      ).ok,
    ).toBe(true)
    expect((await readSchema(BAUX, 'essai')).croisements).toEqual([])
  })
})

describe('given a draft as a whole', () => {
  it('then its identity changes, never onto another schéma, and it is removed unless something rests on it', async () => {
    const schema = await create(BAUX, { libelle: 'Essai', debut: '2026-01-01', fin: '2026-12-31' })
    await create(BAUX, { libelle: 'Suite', debut: '2027-01-01', fin: '2030-12-31' })
    const change = (version: number, fin: string) =>
      as(() =>
        updateIdentite({
          convention: BAUX,
          schema: schema.id,
          version,
          libelle: 'Année 2026',
          debut: '2026-01-01',
          fin,
          periodeTexte: '',
          source: 'Annexe 4',
          note: '',
          anterieur: false,
        }),
      )
    expect(await change(0, '2027-03-31')).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'debut' }] })
    expect((await change(0, '2026-12-31')).ok).toBe(true)
    expect(await change(0, '2026-12-31')).toMatchObject({
      tag: 'CONFLIT',
      actuel: { libelle: 'Année 2026', source: 'Annexe 4' },
    })
    await owner.query(
      `INSERT INTO poste (convention_id, schema_id, ref, intitule, quotite, ordre) SELECT convention_id, id, 'essai', 'Poste', 0.5, 1 FROM schema_cooperation WHERE id = $1`,
      [schema.id],
    )
    const retire = () => as(() => removeSchema({ convention: BAUX, schema: schema.id, version: 1 }))
    expect(await retire()).toMatchObject({ tag: 'REGLE', code: 'POSTE_RATTACHE' })
    await owner.query(`DELETE FROM poste WHERE schema_id = $1`, [schema.id])
    expect(await retire()).toMatchObject({ ok: true })
    expect((await readVue(BAUX)).schemas.map(({ libelle }) => libelle)).toEqual(['Suite'])
  })
})

describe('given a hundred edits, proposals and returns to draft at once', () => {
  it('then every sum that is proposed stays exact, at every moment', async () => {
    const schema = await createEquilibre()
    const [a, m] = [idOf(schema, 'PORTEUR', 'Aureille'), idOf(schema, 'PORTEUR', 'Mouriès')]
    const justes: (boolean | null)[] = []
    let proposees = 0
    for (let vague = 0; vague < 10; vague++) {
      const { version } = await readSchema(BAUX, 'essai')
      const cible = { convention: BAUX, schema: schema.id }
      const save = (suivante: number, un: string, autre: string, total = '1') =>
        as(() => updateSchema({ ...cible, version: suivante, total, lignes: [tape(a, un), tape(m, autre)] }))
      const reponses = await Promise.all([
        save(version, '0,3', '0,7'),
        save(version, '0,3', '0,6'),
        save(version, '0,4', '0,6', '1,1'),
        save(version + 1, '0,5', '0,5'),
        save(version + 1, '0,2', '0,7'),
        as(() => proposeSchema({ ...cible, version })),
        as(() => proposeSchema({ ...cible, version: version + 1 })),
        as(() => proposeSchema({ ...cible, version: version + 2 })),
        as(() => reopenSchema({ ...cible, version })),
        as(() => reopenSchema({ ...cible, version: version + 2 })),
      ])
      proposees += reponses.slice(5, 8).filter(({ ok }) => ok).length
      const { rows } = await owner.query<{ juste: boolean | null }>(
        `SELECT bool_and(g.somme = s.total) AS juste FROM schema_cooperation s JOIN LATERAL (SELECT sum(quotite) AS somme FROM affectation WHERE schema_id = s.id AND quotite IS NOT NULL GROUP BY marge) g ON true WHERE s.id = $1 AND s.etat <> 'BROUILLON'`,
        [schema.id],
      )
      justes.push(rows[0]?.juste ?? null)
    }
    expect(justes).not.toContain(false)
    expect(proposees).toBeGreaterThan(0)
  })
})
