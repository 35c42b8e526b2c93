import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCouts } from '@/lib/cooperation/couts/queries'
import { getPostes } from '@/lib/cooperation/postes/queries'
import { sumEffectifs, type Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import { getAfas } from '@/lib/cooperation/afas/queries'
import { getActivite } from '@/lib/cooperation/activite/queries'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import { findSchemaEnVigueur, findSchemaEnVue } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { getVuesEtp } from '@/lib/cooperation/vues/queries'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { getEvolution } from '@/lib/pilotage/evolution/queries'
import { getNavigation } from '@/lib/pilotage/navigation/queries'
import { getPortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import type { Resultat } from '@/lib/platform/resultat'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { putSchemas, readConvention, type SchemaVoulu } from '../support/ecrans'
import { createPersonne, type Personne } from '../support/personnes'

/** The screens agree: what several of them say of one convention on one day is the same, and is what the rule says. */

const TODAY = '2026-11-30'
const PLAN = 'demonstration'
const ETP = 'val-aigo'

let database: TestDatabase
let owner: pg.Client
let ailleurs: Personne
let elue: Personne
let administration: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  ailleurs = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: ETP }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: ETP }])
  administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function read<T>(qui: Personne, travail: () => Promise<Resultat<T>>): Promise<T> {
  const resultat = await runAs(qui.session, travail, { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

/** What the portfolio has of one convention. */
const readLignePortefeuille = async (qui: Personne, slug: string) => {
  const vue = await read(qui, () =>
    getPortefeuille({ q: '', departement: null, caf: null, etat: null, tri: 'nom', page: 1 }),
  )
  return vue.conventions.find((ligne) => ligne.slug === slug)
}

const periode = (annee: number) => ({ debut: `${annee}-01-01`, fin: `${annee}-12-31` })

const SCHEMAS: [string, SchemaVoulu[]][] = [
  ['none', []],
  ['one in force', [{ ref: 'convenu', etat: 'VALIDE', ...periode(2026), total: 250 }]],
  [
    'a draft for today after one that is over',
    [
      { ref: 'fini', etat: 'VALIDE', ...periode(2025), total: 200 },
      { ref: 'brouillon', etat: 'BROUILLON', ...periode(2026), total: 300 },
    ],
  ],
  [
    'one proposed for today after one that is over',
    [
      { ref: 'fini', etat: 'CLOS', ...periode(2025), total: 200 },
      { ref: 'propose', etat: 'PROPOSE', ...periode(2026), total: 310 },
    ],
  ],
  [
    'one proposed for later, a draft for today, one over long ago',
    [
      { ref: 'fini', etat: 'CLOS', ...periode(2022), total: 200 },
      { ref: 'brouillon', etat: 'BROUILLON', ...periode(2026), total: 300 },
      { ref: 'suite', etat: 'PROPOSE', ...periode(2027), total: 330 },
    ],
  ],
  ['drafts alone', [{ ref: 'brouillon', etat: 'BROUILLON', ...periode(2026), total: 300 }]],
  [
    'that of the previous convention still running, and one proposed',
    [
      { ref: 'ancien', etat: 'CLOS', debut: '2022-01-01', fin: '2026-12-31', anterieur: true, total: 330 },
      { ref: 'suite', etat: 'PROPOSE', ...periode(2027), total: 310 },
    ],
  ],
  [
    'one without an end, after another',
    [
      { ref: 'fini', etat: 'VALIDE', ...periode(2025), total: 200 },
      { ref: 'ouvert', etat: 'VALIDE', debut: '2026-01-01', fin: null, total: 250 },
    ],
  ],
  ['one whose dates nobody knows', [{ ref: 'sans-date', etat: 'PROPOSE', debut: null, fin: null, total: 380 }]],
]

describe('the schéma of the day', () => {
  const convention = ETP

  it.each(SCHEMAS)(
    '%s: dashboard, portfolio, navigation, schéma, posts, views, costs, AFAS and comparison agree',
    async (_nom, schemas) => {
      await putSchemas(owner, await readConvention(owner, convention), schemas)
      for (const qui of [ailleurs, elue]) {
        const lisibles = schemas
          .map((schema, rang) => ({ id: rang, ordre: rang, anterieur: false, total: 100, ...schema }))
          .filter(({ etat }) => qui === ailleurs || etat !== 'BROUILLON')
        const vue = findSchemaEnVue(lisibles, TODAY)
        const vigueur = findSchemaEnVigueur(lisibles, TODAY)
        const { etp } = await read(qui, () => getTableauDeBord({ convention }))
        expect([etp?.ref ?? null, etp?.total ?? null, etp?.enVigueur ?? false]).toEqual([
          vue?.ref ?? null,
          vue?.total ?? null,
          vigueur !== null,
        ])
        expect((await read(qui, () => getNavigation({ convention }))).etp).toBe(vue?.total ?? null)
        expect((await readLignePortefeuille(qui, convention))?.etp ?? null).toBe(vue?.total ?? null)
        const { choisi } = await read(qui, () => getEtp({ convention }))
        expect([choisi?.ref, choisi?.total, choisi?.etat]).toEqual([vue?.ref, vue?.total, vue?.etat])
        const postes = await read(qui, () => getPostes({ convention }))
        expect([postes.schema?.ref ?? null, postes.totaux.convenu]).toEqual([vue?.ref ?? null, vue?.total ?? null])
        const vues = await read(qui, () => getVuesEtp({ convention }))
        expect([vues.schema?.ref ?? null, vues.totaux?.convenu ?? null]).toEqual([vue?.ref ?? null, vue?.total ?? null])
        const couts = await read(qui, () => getCouts({ convention, annee: '2026' }))
        if (vigueur) expect(couts.schemas.find(({ ref }) => ref === vigueur.ref)?.total).toBe(vigueur.total)
        const depuis = '2025-07-01'
        const avant = findSchemaEnVigueur(lisibles, '2025-06-30')
        const { sections } = await read(qui, () => getEvolution({ convention, depuis }))
        const passage = sections
          .find(({ cle }) => cle === 'ETP')
          ?.lignes.find(({ texte }) => texte === 'Total en vigueur')
        const change = avant !== null && vigueur !== null && avant.total !== vigueur.total
        expect(passage?.precision ?? null).toBe(change ? vigueur.ref : null)
      }
    },
  )

  it('AFAS compares a year with what is agreed or proposed for it, never with a draft', async () => {
    const id = await readConvention(owner, convention)
    const poste = { ligne: null, quotite: 100, mode: 'DIRECT', tenu: { quotite: 100 } } as const
    await putSchemas(owner, id, [
      { ref: 'convenu', etat: 'VALIDE', debut: '2026-01-01', fin: '2026-06-30', postes: [poste] },
      { ref: 'brouillon', etat: 'BROUILLON', debut: '2026-07-01', fin: '2026-12-31' },
    ])
    await owner.query(
      `INSERT INTO repartition_afas (convention_id, annee, charge_id, theme_code, part) SELECT $1, 2026, o.charge_id, 'GLOBAL', 100 FROM occupation o WHERE o.convention_id = $1`,
      [id],
    )
    const { schema } = await read(ailleurs, () => getPostes({ convention }))
    const { comparaison } = await read(ailleurs, () => getAfas({ convention, annee: '2026' }))
    expect([schema?.ref, comparaison?.libelle, comparaison?.autres]).toEqual(['convenu', 'convenu', []])
  })
})

describe('agreed, filled and vacant', () => {
  const convention = ETP
  const MELANGE: SchemaVoulu = {
    ref: 'melange',
    etat: 'BROUILLON',
    ...periode(2026),
    total: 330,
    lignes: [
      { libelle: 'Écrite pourvue', quotite: 100, situation: 'POURVU' },
      { libelle: 'Confiée', quotite: 60, situation: 'POURVU' },
      { libelle: 'En partie', quotite: 50, situation: 'NON_PRECISE' },
      { libelle: 'Jamais', quotite: 20, situation: 'JAMAIS_POURVU' },
      { libelle: 'Muette', quotite: 40, situation: 'NON_PRECISE' },
      { libelle: 'Vacante', quotite: 30, situation: 'VACANT' },
      { libelle: 'Sans chiffre', quotite: null, situation: 'VACANT' },
    ],
    postes: [
      { ligne: 'Confiée', quotite: 60, mode: 'EXTERNALISE' },
      { ligne: 'En partie', quotite: 35, mode: 'DIRECT', tenu: { quotite: 30, absent: true, remplace: 20 } },
      { ligne: null, quotite: 10, mode: 'PARTAGE' },
    ],
  }
  const ATTENDU: Effectif = {
    prevu: 310,
    pourvu: 130,
    present: 120,
    vacant: 60,
    jamaisPourvu: 20,
    externalise: 60,
    nonPrecise: 40,
  }

  it('are the same figures on the dashboard, the schéma, the posts, the views and the costs', async () => {
    await putSchemas(owner, await readConvention(owner, convention), [MELANGE])
    expect((await read(ailleurs, () => getTableauDeBord({ convention }))).etp?.effectif).toEqual(ATTENDU)
    const { effectifs } = await read(ailleurs, () => getEtp({ convention }))
    expect(sumEffectifs(effectifs.map(({ effectif }) => effectif))).toEqual(ATTENDU)
    const { totaux, lignes } = await read(ailleurs, () => getPostes({ convention }))
    expect(totaux).toMatchObject(ATTENDU)
    for (const ligne of lignes.filter((une) => une.effectif !== null)) {
      expect(effectifs.find(({ libelle }) => libelle === ligne.libelle)?.effectif).toEqual(ligne.effectif)
    }
    const vues = await read(ailleurs, () => getVuesEtp({ convention }))
    expect(vues.totaux).toMatchObject(ATTENDU)
    const couts = await read(ailleurs, () => getCouts({ convention, annee: '2026' }))
    const rangs = couts.schemas[0]?.lignes ?? []
    // Each post has been held in the same way since the first day of the year: its means are its figures of today.
    expect(
      rangs
        .filter(({ pourvu, genre }) => pourvu !== null && genre !== 'LIGNE')
        .map(({ libelle, pourvu, vacant }) => [libelle, pourvu, vacant]),
    ).toEqual([
      ['melange-poste-1', 30, 5],
      ['En partie', 0, 15],
      ['melange-poste-2', 0, 10],
    ])
    expect(rangs.find(({ libelle }) => libelle === 'melange-poste-0')).toMatchObject({
      pourvu: null,
      vacant: null,
      situation: 'EXTERNALISE',
      nonDepense: { manque: 'EXTERNALISE' },
    })
  })

  it('are hidden with the draft they are in, people included', async () => {
    const { etp } = await read(elue, () => getTableauDeBord({ convention }))
    expect([etp, (await read(elue, () => getPostes({ convention }))).totaux.prevu]).toEqual([null, 0])
    expect((await read(elue, () => getActivite({ convention, annee: '2026' }))).charges).toEqual([])
    expect((await read(ailleurs, () => getActivite({ convention, annee: '2026' }))).charges).toHaveLength(2)
  })

  it('of the fictitious convention: 2 filled of 2,5, 0,2 with an operator, 0,3 vacant, wherever one looks', async () => {
    const attendu = { prevu: 250, pourvu: 200, vacant: 30, externalise: 20, jamaisPourvu: 0, nonPrecise: 0 }
    const { etp } = await read(administration, () => getTableauDeBord({ convention: PLAN }))
    expect(etp?.effectif).toMatchObject(attendu)
    expect(etp?.phrase.replaceAll(/\s/g, ' ')).toContain(
      '2 ETP pourvus sur 2,5 : externalisé, Coopération globale (0,2) ; vacant, Saint-Exemple (0,3)',
    )
    expect((await read(administration, () => getPostes({ convention: PLAN }))).totaux).toMatchObject(attendu)
    expect((await read(administration, () => getVuesEtp({ convention: PLAN }))).totaux).toMatchObject(attendu)
    const { effectifs } = await read(administration, () => getEtp({ convention: PLAN }))
    expect(sumEffectifs(effectifs.map(({ effectif }) => effectif))).toMatchObject(attendu)
  })
})
