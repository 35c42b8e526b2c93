import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAbsence, updateAbsence } from '@/lib/cooperation/postes/actions/absences'
import { createOccupation, updateOccupation } from '@/lib/cooperation/postes/actions/occupations'
import { createPoste } from '@/lib/cooperation/postes/actions/postes'
import { createReconduction } from '@/lib/cooperation/postes/actions/reconduction'
import { getPostes } from '@/lib/cooperation/postes/queries'
import type { VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'vallee-des-baux-alpilles'
const voisine = 'provence-alpes-agglomeration'
const today = '2026-11-22'
const SAINT_REMY = 'Saint-Rémy-de-Provence'

let db: TestDatabase
let owner: pg.Client
let ici: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  ici = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(qui: Personne, travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })

async function readVue(schema?: string, date?: string, qui = ici): Promise<VuePostes> {
  const reponse = await as(qui, () => getPostes({ convention, schema, date }))
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}
function unwrap<T>(reponse: { ok: true; data: T } | { ok: false; message: string }): T {
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}
const readSchemaId = async (ref: string) =>
  (
    await owner.query<{ id: number }>(
      'SELECT s.id FROM schema_cooperation s JOIN convention c ON c.id = s.convention_id WHERE c.slug = $1 AND s.ref = $2',
      [convention, ref],
    )
  ).rows[0]?.id ?? 0
const readLigne = (vue: VuePostes, libelle: string) => {
  const ligne = vue.lignes.find((candidate) => candidate.libelle === libelle)
  if (!ligne) throw new Error(`no line ${libelle}`)
  return ligne
}

async function addPoste(
  schema: string,
  quotite: string,
  libelle = SAINT_REMY,
  intitule = `Poste ${libelle}`,
): Promise<{ poste: number; version: number }> {
  const vue = await readVue(schema)
  return unwrap(
    await as(ici, () =>
      createPoste({
        convention,
        schema: vue.schema?.id ?? 0,
        affectation: readLigne(vue, libelle).id,
        intitule,
        quotite,
        mode: 'DIRECT',
        themes: ['PARENTALITE'],
        missions: [1],
        note: '',
      }),
    ),
  )
}
const occupe = (
  poste: { poste: number; version: number },
  part: Partial<Parameters<typeof createOccupation>[0]> = {},
) =>
  as(ici, () =>
    createOccupation({
      convention,
      poste: poste.poste,
      version: poste.version,
      charge: null,
      nom: 'Nour Essai',
      email: 'nour.essai@commune.example',
      quotite: '0,7',
      debut: '2026-01-01',
      fin: '',
      remplace: null,
      ...part,
    }),
  )

describe('given a schéma whose posts nobody has described', () => {
  it('then what is written is all that is known, and nothing is derived', async () => {
    const vue = await readVue('schema-2022-2025')
    expect(vue.date).toBe('2025-12-31')
    expect(vue.totaux).toMatchObject({
      convenu: 330,
      decrit: 0,
      pourvu: 0,
      vacant: 0,
      sansDescription: 330,
      prevu: 330,
      jamaisPourvu: 20,
      nonPrecise: 310,
    })
    expect(readLigne(vue, 'Aureille')).toMatchObject({
      quotite: 20,
      situation: 'JAMAIS_POURVU',
      effectif: null,
      vacantDepuis: null,
    })
    expect(vue).toMatchObject({ moyenne: null, modifiable: false, fige: true, missions: { length: 12 } })
  })

  it('then the date is today, the one in the address, or the nearest day of the schéma', async () => {
    expect((await readVue()).schema?.ref).toBe('schema-2026')
    expect((await readVue()).date).toBe(today)
    expect((await readVue('schema-2027-2030')).date).toBe('2027-01-01')
    expect((await readVue('schema-2027-2030', '15/06/2028')).date).toBe('2028-06-15')
    expect((await readVue('schema-2027-2030', '2031-06-15')).date).toBe('2030-12-31')
    expect((await readVue('schema-2026', 'hier')).date).toBe(today)
  })
})

describe('given posts that people fill', () => {
  it('then each line says agreed, cut, filled, present and vacant at the date, and since when', async () => {
    const poste = await addPoste('schema-2026', '0,7')
    unwrap(await occupe(poste, { fin: '2026-08-31' }))
    const juin = await readVue('schema-2026', '2026-06-15')
    expect(readLigne(juin, SAINT_REMY)).toMatchObject({
      quotite: 120,
      decoupe: 70,
      effectif: { prevu: 120, pourvu: 70, present: 70, vacant: 50 },
      vacantDepuis: '2026-01-01',
    })
    expect(juin.totaux).toMatchObject({
      convenu: 310,
      decrit: 120,
      prevu: 310,
      pourvu: 70,
      vacant: 50,
      nonDecoupe: 50,
      sansDescription: 190,
    })
    expect(juin.personnes).toMatchObject([
      {
        nom: 'Nour Essai',
        total: 70,
        dernierJour: '2026-08-31',
        partie: true,
        postes: [{ quotite: 70, remplacement: false }],
      },
    ])
    const apres = await readVue('schema-2026')
    expect(readLigne(apres, SAINT_REMY).postes).toMatchObject([
      { effectif: { pourvu: 0, vacant: 70 }, vacantDepuis: '2026-09-01', titulaires: [] },
    ])
    // 243 days of 365 at 0,70.
    expect(apres.moyenne).toMatchObject({ annee: 2026, partielle: false, pourvu: 47, present: 47, vacant: 73 })
  })

  it('then an absence is there without its reason, ends on the return, and holds whoever stands in', async () => {
    const poste = await addPoste('schema-2026', '0,7')
    unwrap(await occupe(poste))
    const [tenue] = readLigne(await readVue('schema-2026'), SAINT_REMY).postes[0]?.occupations ?? []
    const occupation = tenue?.id ?? 0
    unwrap(await as(ici, () => createAbsence({ convention, occupation, version: 0, debut: '2026-09-01', fin: '' })))
    unwrap(
      await occupe(
        { poste: poste.poste, version: 1 },
        {
          nom: 'Sacha Relais',
          email: '',
          quotite: '0,5',
          debut: '2026-10-01',
          fin: '2026-11-30',
          remplace: occupation,
        },
      ),
    )
    const vue = await readVue('schema-2026')
    expect(vue.totaux).toMatchObject({ pourvu: 70, present: 50 })
    expect(readLigne(vue, SAINT_REMY).postes[0]?.titulaires).toMatchObject([
      { nom: 'Nour Essai', absentJusque: null, remplacants: [{ nom: 'Sacha Relais', quotite: 50 }] },
    ])
    const absence = readLigne(vue, SAINT_REMY).postes[0]?.occupations[0]?.absences[0]?.id ?? 0
    const corrige = (fin: string) =>
      as(ici, () => updateAbsence({ convention, occupation, version: 1, absence, debut: '2026-09-01', fin }))
    expect(await corrige('2026-10-31')).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'fin', message: expect.stringContaining('Sacha Relais') }],
    })
    expect(
      await as(ici, () =>
        updateOccupation({
          convention,
          occupation,
          version: 1,
          quotite: '0,7',
          debut: '2026-01-01',
          fin: '2026-10-15',
        }),
      ),
    ).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'fin' }] })
    expect(await corrige('2026-11-30')).toMatchObject({ ok: true })
    expect((await readVue('schema-2026', '2026-12-01')).totaux).toMatchObject({ pourvu: 70, present: 70 })
  })

  it('then an élu reads the same, and finds nothing to change', async () => {
    unwrap(await occupe(await addPoste('schema-2026', '0,7')))
    const elu = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention }])
    const vue = await readVue('schema-2026', undefined, elu)
    expect(vue).toMatchObject({
      modifiable: false,
      fige: false,
      totaux: { pourvu: 70 },
      personnes: [{ nom: 'Nour Essai' }],
    })
  })

  it('then a draft hides its posts, and who is foreseen in them, from those who do not see drafts', async () => {
    unwrap(await occupe(await addPoste('schema-2026', '0,7')))
    await owner.query(`UPDATE schema_cooperation SET etat = 'BROUILLON' WHERE id = $1`, [
      await readSchemaId('schema-2026'),
    ])
    const elu = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention }])
    expect(JSON.stringify(await readVue('schema-2026', undefined, elu))).not.toContain('Nour')
  })

  it('then the page costs five statements, COMMIT included, whatever it holds', async () => {
    await addPoste('schema-2026', '0,7')
    await readVue('schema-2026')
    const avant = countInstructions()
    await readVue('schema-2026')
    // Who asks, schémas, posts, reference missions, COMMIT (BEGIN is not reported).
    expect(countInstructions() - avant).toBe(5)
  })
})

describe('given a schéma that follows another', () => {
  const reconduit = async () =>
    unwrap(
      await as(ici, async () => createReconduction({ convention, schema: await readSchemaId('schema-2027-2030') })),
    )

  it('then its posts and whoever is still in them are taken over once, with what stands in the way', async () => {
    const poste = await addPoste('schema-2026', '0,7')
    unwrap(await occupe(poste))
    const partie = await addPoste('schema-2026', '0,5', SAINT_REMY, 'Poste quitté')
    unwrap(await occupe(partie, { nom: 'Ali Parti', email: '', quotite: '0,5', fin: '2026-06-30' }))
    const global = await addPoste('schema-2026', '0,5', 'Global')
    await owner.query(`UPDATE poste SET quotite = 0.6 WHERE id = $1`, [global.poste])
    const reponse = await reconduit()
    expect(reponse).toMatchObject({
      postes: 2,
      occupations: 1,
      restes: [{ quoi: 'Poste Global', pourquoi: expect.stringContaining('0,5') }],
    })
    const vue = await readVue('schema-2027-2030')
    expect(readLigne(vue, SAINT_REMY)).toMatchObject({ decoupe: 120, effectif: { pourvu: 70, vacant: 50 } })
    expect(vue.personnes.find(({ nom }) => nom === 'Nour Essai')).toMatchObject({ total: 70 })
    const { rows } = await owner.query('SELECT debut::text, fin::text FROM occupation WHERE poste_id = $1', [
      poste.poste,
    ])
    expect(rows).toEqual([{ debut: '2026-01-01', fin: '2026-12-31' }])
    expect(await reconduit()).toMatchObject({ postes: 0, occupations: 0 })
    expect(await readVue('schema-2027-2030')).toEqual(vue)
  })

  it('then an absence that goes on is taken over with whoever stands in', async () => {
    const poste = await addPoste('schema-2026', '0,7')
    unwrap(await occupe(poste))
    const occupation = readLigne(await readVue('schema-2026'), SAINT_REMY).postes[0]?.occupations[0]?.id ?? 0
    unwrap(
      await as(ici, () =>
        createAbsence({ convention, occupation, version: 0, debut: '2026-09-01', fin: '2027-03-31' }),
      ),
    )
    unwrap(
      await occupe(
        { poste: poste.poste, version: 1 },
        {
          nom: 'Sacha Relais',
          email: '',
          quotite: '0,5',
          debut: '2026-10-01',
          fin: '2026-12-31',
          remplace: occupation,
        },
      ),
    )
    expect(await reconduit()).toMatchObject({ postes: 1, occupations: 2, restes: [] })
    expect((await readVue('schema-2027-2030', '2027-03-31')).totaux).toMatchObject({ pourvu: 70, present: 50 })
    expect((await readVue('schema-2027-2030', '2027-04-01')).totaux).toMatchObject({ pourvu: 70, present: 70 })
  })

  it('then somebody whom another convention employs from the new year stays behind, and the rest passes', async () => {
    unwrap(await occupe(await addPoste('schema-2026', '0,7')))
    unwrap(
      await occupe(await addPoste('schema-2026', '0,3', 'Mouriès'), { nom: 'Sans Conflit', email: '', quotite: '0,3' }),
    )
    await owner.query(`UPDATE occupation SET fin = '2026-12-31' WHERE quotite = 0.7`)
    await owner.query(
      `WITH s AS (INSERT INTO schema_cooperation (convention_id, ref, libelle, debut, fin, ordre) SELECT id, 'essai', 'Essai', '2025-01-01', '2030-12-31', 0 FROM convention WHERE slug = $1 RETURNING id, convention_id),
       p AS (INSERT INTO poste (convention_id, schema_id, ref, intitule, quotite, ordre) SELECT convention_id, id, 'poste-essai', 'Poste voisin', 1, 0 FROM s RETURNING id, convention_id)
       INSERT INTO occupation (convention_id, poste_id, charge_id, quotite, debut) SELECT p.convention_id, p.id, k.id, 0.4, '2027-02-01' FROM p, charge_cooperation k WHERE k.cle = 'nour.essai@commune.example'`,
      [voisine],
    )
    const reponse = await reconduit()
    expect(reponse).toMatchObject({
      postes: 2,
      occupations: 1,
      restes: [{ quoi: expect.stringContaining('Nour Essai'), pourquoi: expect.stringContaining('1,00') }],
    })
    for (const secret of ['voisin', 'Provence Alpes', '0,4']) expect(JSON.stringify(reponse)).not.toContain(secret)
    expect((await readVue('schema-2027-2030')).totaux).toMatchObject({ pourvu: 30 })
  })

  it('then without a schéma before, or a day to begin, it is refused with the reason', async () => {
    expect(
      await as(ici, async () => createReconduction({ convention, schema: await readSchemaId('schema-2022-2025') })),
    ).toMatchObject({ tag: 'REGLE', code: 'SCHEMA_CLOS' })
    await owner.query(`UPDATE schema_cooperation SET debut = NULL WHERE id = $1`, [
      await readSchemaId('schema-2027-2030'),
    ])
    expect(
      await as(ici, async () => createReconduction({ convention, schema: await readSchemaId('schema-2027-2030') })),
    ).toMatchObject({ tag: 'REGLE', code: 'SANS_PERIODE' })
  })
})
