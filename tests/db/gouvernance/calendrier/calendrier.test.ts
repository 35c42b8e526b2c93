import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelReunion, planReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { cancelSerie, planSerie } from '@/lib/gouvernance/series/actions/serie'
import { checkSerieProjet } from '@/lib/gouvernance/series/actions/apercu'
import { getCalendrier } from '@/lib/gouvernance/calendrier/queries/page'
import type { CheckSerie, PlanSerie } from '@/lib/gouvernance/series/schema'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'
const MOTIF = { motif: 'Année de renouvellement, accord de la Caf' }

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let voisine: ConventionEssai

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-calendrier')
  voisine = await createConventionEssai(database.ownerUrl, 'voisine-calendrier')
})

beforeEach(async () => {
  await owner.query(`DELETE FROM reunion WHERE convention_id = ANY ($1) AND ref <> 'copil-figee'`, [
    [essai.id, voisine.id],
  ])
  await owner.query('DELETE FROM serie_reunion WHERE convention_id = ANY ($1)', [[essai.id, voisine.id]])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const coordinate = <T>(travail: () => Promise<T>, session = essai.coordination.session): Promise<T> =>
  runAs(session, travail, { today: TODAY })
const instanceId = (ref: string): number => essai.instances[ref] ?? 0

const MENSUELLE = { rythme: 'MENSUEL_JOUR', rang: '1', jour: '2', debut: '2027-01-01', fin: '2027-12-31' } as const
const PREMIERS_MARDIS = [
  '2027-01-05',
  '2027-02-02',
  '2027-03-02',
  '2027-04-06',
  '2027-05-04',
  '2027-06-01',
  '2027-07-06',
  '2027-08-03',
  '2027-09-07',
  '2027-10-05',
  '2027-11-02',
  '2027-12-07',
]

const check = (instance: string, champs: Partial<CheckSerie> = {}) =>
  coordinate(() =>
    checkSerieProjet({ convention: essai.slug, serie: { instance: instanceId(instance), ...MENSUELLE, ...champs } }),
  )
const plan = (instance: string, dates: string[], champs: Partial<PlanSerie> = {}) =>
  coordinate(() =>
    planSerie({ convention: essai.slug, instance: instanceId(instance), ...MENSUELLE, dates, ...champs }),
  )

async function listDates(instance: string, etat = 'PREVUE'): Promise<string[]> {
  const { rows } = await owner.query<{ date: string }>(
    'SELECT date::text FROM reunion WHERE instance_id = $1 AND etat = $2::etat_reunion ORDER BY date',
    [instanceId(instance), etat],
  )
  return rows.map(({ date }) => date)
}
const count = async (table: 'serie_reunion' | 'derogation'): Promise<number> =>
  (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE convention_id = $1`, [essai.id]))
    .rows[0]?.n ?? 0

describe('a series before it is saved', () => {
  it('lists each date in words, its holidays, and how the instance would stand', async () => {
    const apercu = await check('groupe-projet', { rang: '1', jour: '4', siFerme: 'PRECEDENT' })
    if (!apercu.ok) throw new Error(apercu.message)
    expect(apercu.data.libelle).toBe('le premier jeudi de chaque mois')
    expect(apercu.data.lignes).toHaveLength(12)
    expect(apercu.data.lignes[4]).toMatchObject({
      date: '2027-05-05',
      dateTexte: 'mercredi 5 mai 2027',
      prevue: '2027-05-06',
      motif: expect.stringContaining('Ascension'),
      refus: null,
    })
    expect(apercu.data).toMatchObject({ refus: null, ecartees: [] })
    expect(apercu.data.apres).toMatch(/\.$/)
  })

  it('says which dates the rule refuses, and that one reason may set it aside for all', async () => {
    const apercu = await check('cotech')
    if (!apercu.ok) throw new Error(apercu.message)
    expect(apercu.data.lignes.map(({ refus }) => refus === null)).toEqual([
      true,
      true,
      ...Array.from({ length: 10 }, () => false),
    ])
    expect(apercu.data.derogationPossible).toBe(true)
    expect(apercu.data.refus).toContain('La règle refuse 10 dates sur 12')
    const deux = await check('cotech', { dates: ['2027-03-02', '2027-09-07'] })
    expect(deux).toMatchObject({
      ok: true,
      data: { refus: null, lignes: [{ date: '2027-03-02' }, { date: '2027-09-07' }] },
    })
  })

  it('leaves out the days that are over, and says when there is nothing to prepare', async () => {
    const apercu = await check('commissions', { debut: '2026-10-01', fin: '2027-01-31' })
    expect(apercu).toMatchObject({
      ok: true,
      data: {
        ecartees: [{ motif: 'est passé' }, { motif: 'est passé' }],
        lignes: [{ date: '2026-12-01' }, { date: '2027-01-05' }],
      },
    })
    const vide = await check('cotech', { rythme: 'AVANT_INSTANCE', evenement: instanceId('commissions'), avance: '3' })
    expect(vide.ok ? vide.data.notes[0] : '').toContain('Aucune réunion n’est prévue pour cette instance')
  })

  it.each<[string, Partial<CheckSerie>]>([
    ['fin', { fin: '2026-12-01' }],
    ['fin', { fin: '2040-12-31' }],
    ['debut', { debut: '' }],
    ['quantieme', { rythme: 'MENSUEL_DATE' }],
    ['quantieme', { rythme: 'MENSUEL_DATE', quantieme: '32' }],
    ['rang2', { rythme: 'DEUX_PAR_MOIS', rang: '1', rang2: '1' }],
    ['rang2', { rythme: 'DEUX_PAR_MOIS', rang: '4', rang2: 'DERNIER' }],
    ['evenement', { rythme: 'AVANT_INSTANCE', avance: '3' }],
    ['avance', { rythme: 'AVANT_INSTANCE', evenement: 1 }],
  ])('refuses bad input on its field: %s %o', async (champ, champs) => {
    const refus = await coordinate(() =>
      planSerie({
        convention: essai.slug,
        instance: instanceId('groupe-projet'),
        ...MENSUELLE,
        ...champs,
        dates: ['2027-01-05'],
      }),
    )
    expect(refus).toMatchObject({ ok: false, tag: 'INVALIDE' })
    expect(refus.ok || refus.tag !== 'INVALIDE' ? [] : refus.champs.map((erreur) => erreur.champ)).toContain(champ)
    // The preview says the same, on the same field.
    const apercu = await check('groupe-projet', champs)
    expect(apercu.ok || apercu.tag !== 'INVALIDE' ? [] : apercu.champs).toEqual(
      refus.ok || refus.tag !== 'INVALIDE' ? null : refus.champs,
    )
  })

  it('does not prepare itself, nor the meetings of another convention', async () => {
    const soi = await plan('cotech', ['2027-03-02'], {
      rythme: 'AVANT_INSTANCE',
      evenement: instanceId('cotech'),
      avance: '3',
    })
    expect(soi).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'evenement' }] })
    const autre = await plan('cotech', ['2027-03-02'], {
      rythme: 'AVANT_INSTANCE',
      evenement: voisine.instances.copil,
      avance: '3',
    })
    expect(autre).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(
      await check('cotech', { rythme: 'AVANT_INSTANCE', evenement: voisine.instances.copil, avance: '3' }),
    ).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })
})

describe('planning a series', () => {
  it('plans every date, each a meeting of the series', async () => {
    const resultat = await plan('groupe-projet', PREMIERS_MARDIS, {
      heureDebut: '14 h',
      heureFin: '16:00',
      lieu: 'Mairie',
    })
    expect(resultat).toMatchObject({
      ok: true,
      data: { message: '12 réunions prévues, du mardi 5 janvier 2027 au mardi 7 décembre 2027' },
    })
    expect(await listDates('groupe-projet')).toEqual(PREMIERS_MARDIS)
    const { rows } = await owner.query(
      'SELECT s.rythme, s.libelle, r.ref, r.heure_debut, r.lieu FROM serie_reunion s JOIN reunion r ON r.serie_id = s.id WHERE s.convention_id = $1 ORDER BY r.date LIMIT 1',
      [essai.id],
    )
    expect(rows).toEqual([
      {
        rythme: 'MENSUEL',
        libelle: 'le premier mardi de chaque mois',
        ref: 'groupe-projet-2027-01-05',
        heure_debut: '14:00',
        lieu: 'Mairie',
      },
    ])
  })

  it('plans the COTECH three weeks before each COPIL', async () => {
    await coordinate(() => planReunion({ convention: essai.slug, instance: instanceId('copil'), date: '2027-06-15' }))
    await coordinate(() => planReunion({ convention: essai.slug, instance: instanceId('copil'), date: '2028-06-14' }))
    const champs = {
      rythme: 'AVANT_INSTANCE',
      evenement: instanceId('copil'),
      avance: '3',
      unite: 'SEMAINES',
      fin: '2028-12-31',
    } as const
    const apercu = await check('cotech', champs)
    const dates = apercu.ok ? apercu.data.lignes.map(({ date }) => date) : []
    expect(dates).toEqual(['2027-05-25', '2028-05-24'])
    expect(await plan('cotech', dates, champs)).toMatchObject({ ok: true })
    const { rows } = await owner.query(
      'SELECT libelle, evenement_id, jours_avant FROM serie_reunion WHERE convention_id = $1',
      [essai.id],
    )
    expect(rows).toEqual([
      {
        libelle: '3 semaines avant chaque réunion\u00A0: Comité de pilotage',
        evenement_id: instanceId('copil'),
        jours_avant: 21,
      },
    ])
  })

  it('writes nothing when one date is refused, and all of it with one reason, kept where it was needed', async () => {
    const dates = ['2027-03-02', '2027-06-01', '2027-09-07', '2027-12-07']
    const refus = await plan('cotech', dates)
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE', code: 'MAXIMUM_DEPASSE', derogationPossible: true })
    expect(refus.ok ? '' : refus.message).toContain(
      'La règle refuse 2 dates sur 4 (mardi 7 septembre 2027 et mardi 7 décembre 2027)',
    )
    expect(await listDates('cotech')).toEqual([])
    expect(await count('serie_reunion')).toBe(0)

    expect(await plan('cotech', dates, { derogation: MOTIF })).toMatchObject({ ok: true })
    expect(await listDates('cotech')).toEqual(dates)
    const { rows } = await owner.query(
      'SELECT r.date::text, d.regle, d.motif FROM derogation d JOIN reunion r ON r.id = d.reunion_id WHERE r.instance_id = $1 ORDER BY r.date',
      [instanceId('cotech')],
    )
    expect(rows).toEqual(
      ['2027-09-07', '2027-12-07'].map((date) => ({ date, regle: 'MAXIMUM_DEPASSE', motif: MOTIF.motif })),
    )
  })

  it('refuses a day that is taken, one that is past, one given twice, and none at all: whatever the dérogation', async () => {
    await coordinate(() =>
      planReunion({ convention: essai.slug, instance: instanceId('groupe-projet'), date: '2027-02-02' }),
    )
    const pris = await plan('groupe-projet', PREMIERS_MARDIS, { derogation: MOTIF })
    expect(pris).toMatchObject({ ok: false, tag: 'REGLE', code: 'DEJA_PREVUE_CE_JOUR', derogationPossible: false })
    expect(pris.ok ? '' : pris.message).toContain('mardi 2 février 2027')
    expect(await plan('groupe-projet', ['2026-11-20', '2027-01-05'], { derogation: MOTIF })).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'DATE_PASSEE',
    })
    expect(await plan('groupe-projet', ['2027-01-05', '2027-01-05'])).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'dates' }],
    })
    expect(await plan('groupe-projet', [])).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'dates', message: 'Gardez au moins une date.' }],
    })
    expect(await plan('groupe-projet', ['2027-02-31'])).toMatchObject({ ok: false, tag: 'INVALIDE' })
    expect(await listDates('groupe-projet')).toEqual(['2027-02-02'])
  })

  it('judges two people who plan the same slots one after the other', async () => {
    const collegue = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: essai.slug }])
    const planner = (session: string) =>
      coordinate(
        () =>
          planSerie({
            convention: essai.slug,
            instance: instanceId('groupe-projet'),
            ...MENSUELLE,
            dates: PREMIERS_MARDIS,
          }),
        session,
      )
    const resultats = await Promise.all([planner(essai.coordination.session), planner(collegue.session)])
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({ tag: 'REGLE', code: 'DEJA_PREVUE_CE_JOUR' })
    expect(await listDates('groupe-projet')).toEqual(PREMIERS_MARDIS)
    expect(await count('serie_reunion')).toBe(1)
  })

  it('takes a spelling of the group already in use', async () => {
    await coordinate(() =>
      planReunion({
        convention: essai.slug,
        instance: instanceId('groupes-thematiques'),
        date: '2027-02-10',
        groupe: 'Parentalité',
      }),
    )
    const refus = await plan('groupes-thematiques', ['2027-05-04'], { groupe: 'parentalite' })
    expect(refus).toMatchObject({ ok: false, code: 'MAXIMUM_DEPASSE' })
  })
})

describe('giving up the rest of a series', () => {
  const planned = async (instance: string, dates: string[], champs: Partial<PlanSerie> = {}): Promise<number> => {
    const resultat = await plan(instance, dates, champs)
    if (!resultat.ok) throw new Error(resultat.message)
    return resultat.data.serie
  }
  const cancel = (serie: number, nombre: number, derogation: { motif: string } | null = null) =>
    coordinate(() =>
      cancelSerie({ convention: essai.slug, serie, nombre, motif: 'Le groupe change de rythme', derogation }),
    )

  it('cancels what is to come and still planned, with its reason', async () => {
    const serie = await planned('groupe-projet', PREMIERS_MARDIS)
    const { rows } = await owner.query<{ id: number; version: number }>(
      'SELECT id, version FROM reunion WHERE serie_id = $1 ORDER BY date LIMIT 1',
      [serie],
    )
    const [premiere] = rows
    await coordinate(() =>
      cancelReunion({
        convention: essai.slug,
        reunion: premiere?.id ?? 0,
        version: premiere?.version ?? 0,
        motif: 'Salle prise',
        derogation: null,
      }),
    )
    expect(await cancel(serie, 12)).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { aVenir: 11 } })
    expect(await cancel(serie, 11)).toMatchObject({
      ok: true,
      data: { message: expect.stringContaining('11 réunions annulées') },
    })
    expect(await listDates('groupe-projet')).toEqual([])
    const motifs = await owner.query<{ motif: string }>(
      'SELECT DISTINCT motif_annulation AS motif FROM reunion WHERE serie_id = $1 ORDER BY 1',
      [serie],
    )
    expect(motifs.rows.map(({ motif }) => motif)).toEqual(['Le groupe change de rythme', 'Salle prise'])
    expect(await cancel(serie, 1)).toMatchObject({ ok: false, tag: 'REGLE', code: 'SERIE_FINIE' })
  })

  it('is refused where the minimum rests on them, all of it or nothing, unless a reason is given', async () => {
    const serie = await planned('cotech', ['2027-03-02', '2028-03-07'], { fin: '2028-12-31' })
    const refus = await cancel(serie, 2)
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE', code: 'MINIMUM_IMPOSSIBLE', derogationPossible: true })
    expect(await listDates('cotech')).toEqual(['2027-03-02', '2028-03-07'])
    expect(await cancel(serie, 2, MOTIF)).toMatchObject({ ok: true })
    expect(await count('derogation')).toBe(2)
  })

  it('is not for somebody else’s series', async () => {
    const serie = await planned('groupe-projet', PREMIERS_MARDIS)
    const etranger = await coordinate(
      () => cancelSerie({ convention: voisine.slug, serie, nombre: 12, motif: 'Pas la mienne', derogation: null }),
      voisine.coordination.session,
    )
    expect(etranger).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await listDates('groupe-projet')).toHaveLength(12)
  })
})

describe('the page of the calendar', () => {
  it('shows a month in weeks from Monday, its holidays, its meetings, and the series under way, in six statements', async () => {
    await plan('groupe-projet', PREMIERS_MARDIS)
    const avant = countInstructions()
    const vue = await coordinate(() => getCalendrier({ convention: essai.slug, mois: '2027-05' }))
    expect(countInstructions() - avant).toBe(6)
    if (!vue.ok || vue.data.vue !== 'mois') throw new Error('no month')
    const { semaines, titre, series, liste } = vue.data
    expect(titre).toBe('Mai 2027')
    expect(semaines).toHaveLength(6)
    expect(semaines.every((semaine) => semaine.length === 7)).toBe(true)
    expect(semaines[0]?.[0]?.date).toBe('2027-04-26')
    expect(semaines[1]?.[1]?.reunions).toMatchObject([{ ref: 'groupe-projet-2027-05-04' }])
    expect(
      semaines
        .flat()
        .filter(({ ferie, dansLeMois }) => ferie !== null && dansLeMois)
        .map(({ date }) => date),
    ).toEqual(['2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17'])
    expect(liste.reunions).toHaveLength(1)
    expect(series).toMatchObject([
      { libelle: 'le premier mardi de chaque mois', aVenir: 12, prochaine: 'mardi 5 janvier 2027' },
    ])
  })

  it('shows a year by month, limited to an instance when asked', async () => {
    await plan('groupe-projet', PREMIERS_MARDIS)
    const avant = countInstructions()
    const vue = await coordinate(() => getCalendrier({ convention: essai.slug, vue: 'liste', annee: 2027 }))
    expect(countInstructions() - avant).toBe(6)
    if (!vue.ok || vue.data.vue !== 'liste') throw new Error('no list')
    expect(vue.data.mois.map(({ titre }) => titre)).toHaveLength(12)
    expect(vue.data.annees).toEqual([2026, 2027, 2028, 2029, 2030])
    const copil = await coordinate(() =>
      getCalendrier({ convention: essai.slug, vue: 'liste', annee: 2027, instance: 'copil' }),
    )
    expect(copil).toMatchObject({ ok: true, data: { mois: [], instance: 'copil' } })
    expect(await coordinate(() => getCalendrier({ convention: essai.slug, instance: 'inconnue' }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    expect(await coordinate(() => getCalendrier({ convention: voisine.slug }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
  })
})
