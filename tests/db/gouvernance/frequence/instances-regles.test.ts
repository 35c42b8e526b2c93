import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { createInstance } from '@/lib/gouvernance/instances/actions/instance'
import { createRegle, removeRegle, updateRegle } from '@/lib/gouvernance/frequence/actions/regle'
import { checkRegleProjet } from '@/lib/gouvernance/frequence/actions/apercu'
import { getInstance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { getEditionInstance } from '@/lib/gouvernance/instances/queries/edition'
import type { CheckRegle, CreateRegle, UpdateRegle } from '@/lib/gouvernance/instances/schema'
import type { InstanceEcrite } from '@/lib/gouvernance/instances/types/edition'
import { closeClient, countInstructions } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'

const TODAY = '2026-11-22'
const UNE_PAR_AN = {
  mode: 'MINIMUM',
  minimum: '1',
  periode: 'AN_CIVIL',
  source: 'se réunit à minima une fois par an',
} as const
const UNE_OU_DEUX = { mode: 'FOURCHETTE', minimum: '1', maximum: '2', periode: 'AN_CIVIL' } as const

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let comite: InstanceEcrite
let numero = 0

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-regles')
})
// Each case composes an instance of its own.
beforeEach(async () => {
  numero += 1
  comite = read(
    await coordinate(() => createInstance({ convention: essai.slug, type: 'AUTRE', nom: `Comité ${numero}` })),
  )
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const coordinate = <T>(travail: () => Promise<T>, today = TODAY): Promise<T> =>
  runAs(essai.coordination.session, travail, { today })
function read<T>(resultat: Resultat<T, unknown>): T {
  if (!resultat.ok) throw new Error(`${resultat.message} ${JSON.stringify(resultat)}`)
  return resultat.data
}
const vise = (version: number) => ({ convention: essai.slug, instance: comite.instance, version })
const create = (version: number, reste: Partial<CreateRegle>) =>
  coordinate(() => createRegle({ ...vise(version), ...UNE_PAR_AN, ...reste }))
const correct = (version: number, regle: number, reste: Partial<UpdateRegle>) =>
  coordinate(() => updateRegle({ ...vise(version), regle, ...UNE_OU_DEUX, ...reste }))
const preview = (reste: Partial<CheckRegle>) =>
  coordinate(() =>
    checkRegleProjet({ convention: essai.slug, instance: comite.instance, geste: 'CHANGER', ...UNE_PAR_AN, ...reste }),
  )
const listRegles = async () =>
  read(await coordinate(() => getEditionInstance({ convention: essai.slug, instance: comite.ref }))).regles
const readVue = async (today = TODAY) =>
  read(await coordinate(() => getInstance({ convention: essai.slug, instance: comite.ref }), today))

describe('the first rule', () => {
  it('applies to the whole convention, and is read at once', async () => {
    expect(read(await create(0, {}))).toMatchObject({ version: 1, message: 'Fréquence enregistrée' })
    expect(await listRegles()).toMatchObject([
      {
        mode: 'MINIMUM',
        minimum: 1,
        debut: null,
        fin: null,
        quand: 'sur toute la convention',
        temps: 'EN_VIGUEUR',
        texte: 'à minima 1 par an',
        source: UNE_PAR_AN.source,
      },
    ])
    expect((await readVue()).periodes.map(({ titre, requis }) => [titre, requis])).toEqual([
      ['2026', 1],
      ['2027', 1],
      ['2028', 1],
      ['2029', 1],
      ['2030', 1],
    ])
  })

  it('keeps exceptions, group, event and doubt', async () => {
    read(
      await create(0, {
        ...UNE_OU_DEUX,
        par: 'COMMISSION',
        evenement: 'COPIL',
        aConfirmer: true,
        exceptions: [{ annee: '2030', minimum: '', maximum: '3', motif: 'Renouvellement' }],
      }),
    )
    expect(await listRegles()).toMatchObject([
      {
        mode: 'FOURCHETTE',
        minimum: 1,
        maximum: 2,
        par: 'COMMISSION',
        evenement: 'COPIL',
        aConfirmer: true,
        exceptions: [{ annee: 2030, minimum: null, maximum: 3, motif: 'Renouvellement' }],
      },
    ])
  })

  it('keeps the groups it bears on: meetings take their spelling, one that never met is missing', async () => {
    read(await create(0, { par: 'THEMATIQUE', groupes: 'Petite enfance\n\n Parentalité ' }))
    expect(await listRegles()).toMatchObject([{ par: 'THEMATIQUE', groupes: ['Petite enfance', 'Parentalité'] }])
    const visee = { convention: essai.slug, instance: comite.instance, date: '2026-11-20', tenue: true }
    read(await coordinate(() => planReunion({ ...visee, groupe: 'PETITE  ENFANCE' })))
    const vue = await readVue()
    expect(vue.instance).toMatchObject({ etat: 'A_PLANIFIER', groupes: ['Petite enfance', 'Parentalité'] })
    expect(vue.instance.phrase).toContain('1 thématique sur 2 à jour en 2026')
    expect(await create(0, { par: 'THEMATIQUE', groupes: 'Logement\nlogement' })).toMatchObject({ ok: false })
  })

  it('keeps its moments, judges them apart from the count, and lets through the meeting that one waits for', async () => {
    const moments = [{ mots: 'au premier trimestre', genre: 'FENETRE' as const, du: '1/1', au: '31 mars', avant: '' }]
    read(await create(0, { mode: 'FOURCHETTE', minimum: '1', maximum: '1', moments }))
    expect(await listRegles()).toMatchObject([
      {
        texte: expect.stringContaining('au premier trimestre'),
        moments: [{ mots: 'au premier trimestre', du: '01-01', au: '03-31', avant: null }],
      },
    ])
    const plan = (date: string) =>
      coordinate(() => planReunion({ convention: essai.slug, instance: comite.instance, date }))
    read(await plan('2028-06-01'))
    expect(await plan('2028-09-01')).toMatchObject({ ok: false, code: 'MAXIMUM_DEPASSE' })
    read(await plan('2028-02-01'))
    const vue = await readVue('2028-01-15')
    expect(vue.periodes.find(({ titre }) => titre.includes('2028'))?.raison).toContain(
      'réunion prévue le 1er février 2028',
    )
  })

  it('prepares another instance of the convention, by its meetings, and nothing else', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `INSERT INTO instance (convention_id, ref, type, nom, ordre) VALUES ($1, 'preparee', 'SEMINAIRE', 'Séminaire', 90) RETURNING id`,
      [essai.id],
    )
    const avant = (ref: string) => [{ mots: 'avant le séminaire', genre: 'AVANT' as const, du: '', au: '', avant: ref }]
    expect(await create(0, { moments: avant('inconnue') })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'moments.0.avant' }],
    })
    expect(await create(0, { moments: avant(comite.ref) })).toMatchObject({ ok: false, tag: 'INVALIDE' })
    read(await create(0, { moments: avant('preparee') }))
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, 'cotech-2026', '2026-02-03', 'TENUE')`,
      [essai.id, comite.instance],
    )
    expect((await readVue('2026-03-01')).instance).toMatchObject({ etat: 'A_PLANIFIER' })
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, 'seminaire-2026', '2026-06-03', 'PREVUE')`,
      [essai.id, rows[0]?.id],
    )
    const vue = await readVue('2026-03-01')
    expect(vue.instance).toMatchObject({ etat: 'RESPECTEE' })
    expect(vue.instance.precisions.join()).toContain('Séminaire')
    await owner.query(`DELETE FROM instance WHERE id = $1`, [rows[0]?.id])
  })

  it('refuses what contradicts itself, on its field', async () => {
    expect(await create(0, { mode: 'FOURCHETTE', minimum: '3', maximum: '1' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'maximum', message: expect.stringContaining('se contredit') }],
    })
    expect(await create(0, { exceptions: [{ annee: '2040', minimum: '2', motif: 'x' }] })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'exceptions.0.annee' }],
    })
    expect(await listRegles()).toEqual([])
  })
})

describe('a rule that changes at a date', () => {
  it('stops the day before, and what was judged stays', async () => {
    read(await create(0, {}))
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, $3 || '-tenue', '2026-03-03', 'TENUE')`,
      [essai.id, comite.instance, comite.ref],
    )
    const avant = (await readVue('2028-06-01')).periodes
    expect(read(await create(1, { ...UNE_OU_DEUX, minimum: '2', maximum: '4', aPartirDu: '1/1/2028' })).message).toBe(
      'La règle change à partir du 1er janvier 2028',
    )
    expect(await listRegles()).toMatchObject([
      { temps: 'EN_VIGUEUR', quand: 'jusqu’au 31 décembre 2027' },
      { temps: 'A_VENIR', quand: 'à partir du 1er janvier 2028', minimum: 2 },
    ])
    const apres = await readVue('2028-06-01')
    expect(apres.periodes.slice(0, 2)).toEqual(avant.slice(0, 2))
    expect(apres.periodes.map(({ requis }) => requis)).toEqual([1, 1, 2, 2, 2])
    expect(apres.autresRegles).toMatchObject([{ texte: 'à minima 1 par an', quand: 'jusqu’au 31 décembre 2027' }])
    // Writing a meeting obeys the rule of its day.
    for (const date of ['2028-02-01', '2028-03-01', '2028-04-01', '2028-05-02'])
      read(await coordinate(() => planReunion({ convention: essai.slug, instance: comite.instance, date })))
    expect(
      await coordinate(() => planReunion({ convention: essai.slug, instance: comite.instance, date: '2028-09-01' })),
    ).toMatchObject({ ok: false, code: 'MAXIMUM_DEPASSE' })
    expect(
      await coordinate(() => planReunion({ convention: essai.slug, instance: comite.instance, date: '2027-09-01' })),
    ).toMatchObject({ ok: true })
  })

  it('is journalled on both rules', async () => {
    read(await create(0, {}))
    read(await create(1, { ...UNE_OU_DEUX, aPartirDu: '2028-01-01' }))
    const { rows } = await owner.query(
      `SELECT operation, avant, apres FROM journal WHERE convention_id = $1 AND objet = 'regle_frequence' ORDER BY id DESC LIMIT 2`,
      [essai.id],
    )
    expect(rows).toMatchObject([
      { operation: 'instance.ecrire', avant: null, apres: { debut: '2028-01-01', maximum: 2 } },
      { operation: 'instance.ecrire', avant: { fin: null }, apres: { fin: '2027-12-31' } },
    ])
  })

  it.each([
    ['', 'Indiquez à partir de quel jour'],
    ['2026-01-01', 'corrigez la règle en vigueur'],
    ['2031-01-01', 'La convention finit le 31 décembre 2030'],
    ['31/2/2028', 'n’est pas une date lisible'],
  ])('refuses « %s »: %s', async (aPartirDu, message) => {
    read(await create(0, {}))
    expect(await create(1, { aPartirDu })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'aPartirDu', message: expect.stringContaining(message) }],
    })
    expect(await listRegles()).toHaveLength(1)
  })

  it('is given up before it begins: the former one goes on', async () => {
    read(await create(0, {}))
    read(await create(1, { ...UNE_OU_DEUX, aPartirDu: '2028-01-01' }))
    const [enVigueur, aVenir] = await listRegles()
    const remove = (regle: number | undefined, version: number) =>
      coordinate(() => removeRegle({ ...vise(version), regle: regle ?? 0 }))
    expect(await remove(enVigueur?.id, 2)).toMatchObject({ ok: false, tag: 'REGLE', code: 'REGLE_COMMENCEE' })
    expect(read(await remove(aVenir?.id, 2)).version).toBe(3)
    expect(await listRegles()).toMatchObject([{ id: enVigueur?.id, fin: null }])
  })
})

describe('a rule that had been read wrongly', () => {
  it('is read again over all its days', async () => {
    read(await create(0, {}))
    const [premiere] = await listRegles()
    read(await correct(1, premiere?.id ?? 0, { minimum: '2', maximum: '3' }))
    expect(await listRegles()).toMatchObject([
      { id: premiere?.id, mode: 'FOURCHETTE', minimum: 2, maximum: 3, debut: null },
    ])
    expect((await readVue()).periodes.map(({ requis }) => requis)).toEqual([2, 2, 2, 2, 2])
  })

  it('never applies on the same day as another', async () => {
    read(await create(0, {}))
    read(await create(1, { ...UNE_OU_DEUX, aPartirDu: '2028-01-01' }))
    const [premiere, seconde] = await listRegles()
    expect(await correct(2, premiere?.id ?? 0, { finRegle: '2028-06-30' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'finRegle', message: expect.stringContaining('finissez le 31 décembre 2027') }],
    })
    expect(await correct(2, seconde?.id ?? 0, { debutRegle: '2027-06-01' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'debutRegle' }],
    })
    expect(await correct(2, premiere?.id ?? 0, { finRegle: '2027-12-31' })).toMatchObject({ ok: true })
  })

  it('two people who change it at once are told', async () => {
    read(await create(0, {}))
    const resultats = await Promise.all([
      create(1, { aPartirDu: '2028-01-01' }),
      create(1, { aPartirDu: '2029-01-01' }),
    ])
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 2, regles: [{ fin: expect.any(String) }, { fin: null }] },
    })
    expect(await listRegles()).toHaveLength(2)
  })
})

describe('the preview before saving', () => {
  it('gives the periods, the state and the sentence the instance would have, and writes nothing', async () => {
    const avant = countInstructions()
    const apercu = read(await preview({ geste: 'PREMIERE' }))
    expect(countInstructions() - avant).toBe(4)
    expect(apercu).toMatchObject({
      erreurs: [],
      effet: { regleTexte: 'à minima 1 par an', etat: 'A_PLANIFIER', ensuite: null },
    })
    expect(apercu.effet?.phrase).toContain('1 réunion à planifier d’ici le 31 décembre 2026')
    expect(apercu.effet?.periodes).toHaveLength(5)
    expect(await listRegles()).toEqual([])
  })

  it('says what a change asks from its day on, and what to know before accepting', async () => {
    read(await create(0, {}))
    const apercu = read(await preview({ ...UNE_OU_DEUX, minimum: '2', aPartirDu: '1/1/2028' }))
    expect(apercu).toMatchObject({
      avertissements: [],
      effet: {
        ensuite: '2 réunions demandées en 2028, aucune prévue\u00A0: 2 réunions à planifier d’ici le 31 décembre 2028.',
      },
    })
    expect(read(await preview({ ...UNE_OU_DEUX, aPartirDu: '15/3/2028' })).avertissements).toEqual([
      expect.stringContaining('serait coupée en deux'),
    ])
  })

  it('tells contradictions on their fields, a date half typed among them', async () => {
    read(await create(0, {}))
    expect(read(await preview({ minimum: '' }))).toMatchObject({ effet: null, erreurs: [{ champ: 'minimum' }] })
    expect(read(await preview({ aPartirDu: '3/3' }))).toMatchObject({ effet: null, erreurs: [{ champ: 'aPartirDu' }] })
    expect(read(await preview({ aPartirDu: '1/1/2035' }))).toMatchObject({
      effet: null,
      erreurs: [{ champ: 'aPartirDu', message: expect.stringContaining('La convention finit') }],
    })
    const [premiere] = await listRegles()
    expect(
      read(
        await preview({
          geste: 'CORRIGER',
          regle: premiere?.id ?? 0,
          ...UNE_OU_DEUX,
          debutRegle: '2027-01-01',
          finRegle: '2026-01-01',
        }),
      ),
    ).toMatchObject({ effet: null, erreurs: [{ champ: 'finRegle' }] })
    expect(await preview({ geste: 'CORRIGER', regle: 2_147_483_647 })).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })
})
