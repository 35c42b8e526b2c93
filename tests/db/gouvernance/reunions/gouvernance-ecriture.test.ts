import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  cancelReunion,
  holdReunion,
  planReunion,
  reopenReunion,
  updateReunion,
} from '@/lib/gouvernance/reunions/actions/reunion'
import type { PlanReunion } from '@/lib/gouvernance/reunions/schema'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'
const DEROGATION = { motif: 'Année de renouvellement, accord de la Caf' }

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-ecriture')
})

// Each case starts from the convention as it was imported.
beforeEach(() => owner.query(`DELETE FROM reunion WHERE convention_id = $1 AND ref <> 'copil-figee'`, [essai.id]))

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const coordinate = <T>(travail: () => Promise<T>): Promise<T> =>
  runAs(essai.coordination.session, travail, { today: TODAY })

const instanceId = (ref: string): number => essai.instances[ref] ?? 0

const plan = (instance: string, date: string, reste: Partial<PlanReunion> = {}) =>
  coordinate(() => planReunion({ convention: essai.slug, instance: instanceId(instance), date, ...reste }))

/** Plans a meeting that nothing refuses. */
async function planned(instance: string, date: string, reste: Partial<PlanReunion> = {}) {
  const resultat = await plan(instance, date, reste)
  if (!resultat.ok) throw new Error(resultat.message)
  return { convention: essai.slug, reunion: resultat.data.reunion, version: resultat.data.version }
}

interface Ligne {
  id: number
  etat: string
  date: string
  version: number
  groupe: string | null
  motif_annulation: string | null
  compte_rendu: string | null
  lieu: string | null
  ref: string
}

async function readReunion(id: number): Promise<Ligne | undefined> {
  const { rows } = await owner.query<Ligne>('SELECT *, date::text FROM reunion WHERE id = $1', [id])
  return rows[0]
}

async function listDerogations(reunion: number): Promise<{ regle: string; motif: string }[]> {
  return (await owner.query('SELECT regle, motif FROM derogation WHERE reunion_id = $1 ORDER BY id', [reunion])).rows
}

async function countReunions(instance: string, etat = 'PREVUE'): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM reunion WHERE instance_id = $1 AND etat = $2::etat_reunion',
    [instanceId(instance), etat],
  )
  return rows[0]?.n ?? 0
}

describe('planning', () => {
  it('says which day, and names the meeting after its instance and its day', async () => {
    const resultat = await plan('copil', '3/3/2027', {
      heureDebut: '14h30',
      heureFin: '16:00',
      lieu: ' Mairie ',
      objet: '',
    })
    expect(resultat).toMatchObject({
      ok: true,
      data: { message: 'Réunion prévue le mercredi 3 mars 2027', version: 0, avertissements: [] },
    })
    const id = resultat.ok ? resultat.data.reunion : 0
    expect(await readReunion(id)).toMatchObject({
      ref: 'copil-2027-03-03',
      date: '2027-03-03',
      etat: 'PREVUE',
      heure_debut: '14:30',
      heure_fin: '16:00',
      lieu: 'Mairie',
      objet: null,
    })
  })

  it('refuses above the maximum, then accepts with a dérogation that is kept and journalled', async () => {
    await planned('cotech', '2026-12-01')
    await planned('cotech', '2026-12-08')
    const refus = await plan('cotech', '2026-12-15')
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE', code: 'MAXIMUM_DEPASSE', derogationPossible: true })
    expect(refus.ok ? '' : refus.message).toContain('maximum de 2 réunions en 2026')
    expect(await countReunions('cotech')).toBe(2)

    const { reunion } = await planned('cotech', '2026-12-15', { derogation: DEROGATION })
    expect(await listDerogations(reunion)).toEqual([{ regle: 'MAXIMUM_DEPASSE', motif: DEROGATION.motif }])
    const { rows } = await owner.query(
      `SELECT operation, objet, avant, apres, motif, utilisateur_id FROM journal WHERE convention_id = $1 AND objet IN ('reunion', 'derogation') ORDER BY id DESC LIMIT 2`,
      [essai.id],
    )
    expect(rows).toMatchObject([
      {
        operation: 'reunion.ecrire',
        objet: 'derogation',
        avant: null,
        apres: { regle: 'MAXIMUM_DEPASSE', motif: DEROGATION.motif },
        motif: DEROGATION.motif,
      },
      {
        operation: 'reunion.ecrire',
        objet: 'reunion',
        avant: null,
        apres: { etat: 'PREVUE', date: '2026-12-15' },
        motif: DEROGATION.motif,
        utilisateur_id: essai.coordination.id,
      },
    ])
  })

  it('keeps no dérogation where the rule accepts', async () => {
    const { reunion } = await planned('cotech', '2026-12-01', { derogation: DEROGATION })
    expect(await listDerogations(reunion)).toEqual([])
  })

  it('refuses a day outside the convention unless a reason is given', async () => {
    expect(await plan('commissions', '2031-01-05')).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'HORS_CONVENTION',
      derogationPossible: true,
    })
    const { reunion } = await planned('commissions', '2031-01-05', { derogation: DEROGATION })
    expect(await listDerogations(reunion)).toMatchObject([{ regle: 'HORS_CONVENTION' }])
  })

  it('refuses a second meeting of an instance on one day, whatever the dérogation', async () => {
    await planned('commissions', '2026-12-01')
    const refus = await plan('commissions', '2026-12-01', { derogation: DEROGATION })
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE', code: 'DEJA_PREVUE_CE_JOUR', derogationPossible: false })
    expect(refus.ok ? '' : refus.message).toContain(
      'Une réunion de cette instance est déjà prévue ce jour-là (mardi 1er décembre 2026)',
    )
    // A cancelled one leaves the day free, and keeps its ref.
    const autre = await planned('commissions', '2026-12-02')
    await coordinate(() => cancelReunion({ ...autre, motif: 'Salle indisponible' }))
    const { reunion } = await planned('commissions', '2026-12-02')
    expect(await readReunion(reunion)).toMatchObject({ ref: 'commissions-2026-12-02-2' })
  })

  it('counts a thématique once, however it is spelt', async () => {
    await planned('groupes-thematiques', '2026-12-01', { groupe: 'Parentalité' })
    expect(await plan('groupes-thematiques', '2026-12-02', { groupe: 'parentalite' })).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'MAXIMUM_DEPASSE',
    })
    const { reunion } = await planned('groupes-thematiques', '2026-12-01', { groupe: 'Logement' })
    expect(await readReunion(reunion)).toMatchObject({ groupe: 'Logement' })
    const sans = await plan('groupes-thematiques', '2026-12-01')
    expect(sans.ok ? sans.data.avertissements : []).toEqual([
      'Indiquez la thématique\u00A0: sans elle, cette réunion ne compte pour aucune.',
    ])
  })

  it.each<[champ: string, message: string, champs: Partial<PlanReunion>]>([
    ['date', '«\u00A031/02/2027\u00A0» n’est pas une date lisible', { date: '31/02/2027' }],
    ['date', 'Indiquez la date de la réunion.', { date: '' }],
    ['date', 'L’année paraît fausse', { date: '3/3/0027' }],
    ['heureFin', 'La réunion finirait avant de commencer', { heureDebut: '14:30', heureFin: '14:30' }],
    ['heureDebut', 'Indiquez aussi l’heure de début', { heureFin: '14:30' }],
    ['heureDebut', 'n’est pas une heure lisible', { heureDebut: '25:00' }],
    ['lieu', 'Le lieu est trop long', { lieu: 'a'.repeat(201) }],
    ['objet', 'L’objet est trop long', { objet: 'a'.repeat(301) }],
    ['derogation.motif', 'Écrivez pourquoi la règle est écartée', { derogation: { motif: ' ' } }],
  ])('names the field and the remedy: %s, %s', async (champ, message, champs) => {
    const refus = await plan('copil', '2027-03-03', champs)
    expect(refus).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ, message: expect.stringContaining(message) }],
    })
    expect(await countReunions('copil')).toBe(0)
  })
})

describe('holding', () => {
  it('marks held with a note, on the day it took place', async () => {
    const prevue = await planned('cotech', '2026-11-10')
    const resultat = await coordinate(() =>
      holdReunion({ ...prevue, date: '2026-11-12', compteRendu: 'Bilan partagé' }),
    )
    expect(resultat).toMatchObject({
      ok: true,
      data: { message: 'Réunion du jeudi 12 novembre 2026 marquée comme tenue', version: 1 },
    })
    expect(await readReunion(prevue.reunion)).toMatchObject({
      etat: 'TENUE',
      date: '2026-11-12',
      compte_rendu: 'Bilan partagé',
      version: 1,
    })
    const { rows } = await owner.query(
      `SELECT operation, avant, apres FROM journal WHERE objet = 'reunion' AND objet_id = $1 ORDER BY id DESC LIMIT 1`,
      [prevue.reunion],
    )
    expect(rows).toEqual([
      {
        operation: 'reunion.ecrire',
        avant: { etat: 'PREVUE', date: '2026-11-10', compte_rendu: null },
        apres: { etat: 'TENUE', date: '2026-11-12', compte_rendu: 'Bilan partagé' },
      },
    ])
  })

  it('never in the future, even with a dérogation', async () => {
    const prevue = await planned('cotech', '2026-12-01')
    const refus = await coordinate(() => holdReunion({ ...prevue, date: '2026-12-01', derogation: DEROGATION }))
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE', code: 'DANS_LE_FUTUR', derogationPossible: false })
    expect(await readReunion(prevue.reunion)).toMatchObject({ etat: 'PREVUE', version: 0 })
    // Today is not the future.
    expect(await coordinate(() => holdReunion({ ...prevue, date: TODAY }))).toMatchObject({ ok: true })
  })

  it('refuses the held meeting above the maximum, and the dérogation given when planning covers it', async () => {
    const jours = ['2026-11-02', '2026-11-03', '2026-11-04'] as const
    const [a, b] = [await planned('cotech', jours[0]), await planned('cotech', jours[1])]
    const c = await planned('cotech', jours[2], { derogation: DEROGATION })
    await coordinate(() => holdReunion({ ...a, date: jours[0] }))
    await coordinate(() => holdReunion({ ...b, date: jours[1] }))
    const couverte = await coordinate(() => holdReunion({ ...c, date: jours[2] }))
    expect(couverte).toMatchObject({ ok: true })
    expect(couverte.ok ? couverte.data.avertissements.join() : '').toContain('la dérogation déjà donnée s’applique')
  })
})

describe('cancelling', () => {
  it('keeps the reason with the meeting and in the journal', async () => {
    const prevue = await planned('commissions', '2026-12-01')
    const resultat = await coordinate(() => cancelReunion({ ...prevue, motif: 'Salle indisponible' }))
    expect(resultat).toMatchObject({ ok: true, data: { message: 'Réunion du mardi 1er décembre 2026 annulée' } })
    expect(await readReunion(prevue.reunion)).toMatchObject({ etat: 'ANNULEE', motif_annulation: 'Salle indisponible' })
    const { rows } = await owner.query(
      `SELECT motif FROM journal WHERE objet_id = $1 AND objet = 'reunion' ORDER BY id DESC LIMIT 1`,
      [prevue.reunion],
    )
    expect(rows).toEqual([{ motif: 'Salle indisponible' }])
    expect(await coordinate(() => cancelReunion({ ...prevue, motif: '' }))).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'motif' }],
    })
  })

  it('refuses to give up the meeting the minimum rests on, unless a dérogation says why', async () => {
    const seule = await planned('copil', '2027-03-03')
    const refus = await coordinate(() => cancelReunion({ ...seule, motif: 'Report' }))
    expect(refus).toMatchObject({ ok: false, tag: 'REGLE', code: 'MINIMUM_IMPOSSIBLE', derogationPossible: true })
    expect(refus.ok ? '' : refus.message).toContain('planifiez d’abord une autre date d’ici le 31 décembre 2027')
    expect(await coordinate(() => cancelReunion({ ...seule, motif: 'Report', derogation: DEROGATION }))).toMatchObject({
      ok: true,
    })
    expect(await listDerogations(seule.reunion)).toEqual([{ regle: 'MINIMUM_IMPOSSIBLE', motif: DEROGATION.motif }])
    // With another planned first, nothing is set aside.
    const [a] = [await planned('copil', '2028-03-03'), await planned('copil', '2028-06-03')]
    expect(await coordinate(() => cancelReunion({ ...a, motif: 'Avancée' }))).toMatchObject({ ok: true })
  })
})

describe('moving and mending', () => {
  it('moves a meeting as giving up its place and planning the new one', async () => {
    const seule = await planned('copil', '2027-03-03')
    const quand = { ...seule, date: '2028-03-03' }
    expect(await coordinate(() => updateReunion(quand))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'MINIMUM_IMPOSSIBLE',
      derogationPossible: true,
    })
    const dansLAnnee = await coordinate(() => updateReunion({ ...seule, date: '2027-06-09', lieu: 'Salle des fêtes' }))
    expect(dansLAnnee).toMatchObject({
      ok: true,
      data: { message: 'Réunion déplacée au mercredi 9 juin 2027', version: 1 },
    })
    expect(await readReunion(seule.reunion)).toMatchObject({ date: '2027-06-09', lieu: 'Salle des fêtes', version: 1 })
  })

  it('refuses to move into a full year, and drops a dérogation that a move has made pointless', async () => {
    await planned('cotech', '2026-12-01')
    await planned('cotech', '2026-12-08')
    const derogee = await planned('cotech', '2026-12-15', { derogation: DEROGATION })
    const autre = await planned('cotech', '2027-03-03')
    await planned('cotech', '2027-09-03')
    expect(await coordinate(() => updateReunion({ ...autre, date: '2026-12-16' }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'MAXIMUM_DEPASSE',
    })
    expect(await coordinate(() => updateReunion({ ...derogee, date: '2028-03-03' }))).toMatchObject({ ok: true })
    expect(await listDerogations(derogee.reunion)).toEqual([])
    // What does not move is not judged again.
    const { rows } = await owner.query<{ n: number }>('SELECT version AS n FROM reunion WHERE id = $1', [
      derogee.reunion,
    ])
    expect(
      await coordinate(() =>
        updateReunion({ ...derogee, version: rows[0]?.n ?? -1, date: '2028-03-03', objet: 'Bilan' }),
      ),
    ).toMatchObject({ ok: true, data: { message: 'Réunion mise à jour' } })
  })

  it('corrects a held meeting’s place and note, not its day', async () => {
    const prevue = await planned('cotech', '2026-11-10')
    await coordinate(() => holdReunion({ ...prevue, date: '2026-11-10' }))
    const tenue = { ...prevue, version: 1 }
    expect(await coordinate(() => updateReunion({ ...tenue, date: '2026-11-11' }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'DEJA_TENUE',
    })
    expect(
      await coordinate(() => updateReunion({ ...tenue, date: '2026-11-10', lieu: 'Mairie', compteRendu: 'Note' })),
    ).toMatchObject({ ok: true })
    expect(await readReunion(prevue.reunion)).toMatchObject({ etat: 'TENUE', lieu: 'Mairie', compte_rendu: 'Note' })
  })

  it('takes back a wrong « tenue », and brings back a cancelled meeting as a new plan', async () => {
    const prevue = await planned('cotech', '2026-11-10')
    await coordinate(() => holdReunion({ ...prevue, date: '2026-11-10' }))
    expect(await coordinate(() => reopenReunion({ ...prevue, version: 1 }))).toMatchObject({
      ok: true,
      data: { version: 2 },
    })
    expect(await readReunion(prevue.reunion)).toMatchObject({ etat: 'PREVUE' })
    await planned('cotech', '2026-12-01')
    expect(await coordinate(() => cancelReunion({ ...prevue, version: 2, motif: 'Doublon' }))).toMatchObject({
      ok: true,
    })
    await planned('cotech', '2026-12-08')
    const annulee = { ...prevue, version: 3 }
    expect(await coordinate(() => reopenReunion(annulee))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'MAXIMUM_DEPASSE',
      derogationPossible: true,
    })
    expect(await coordinate(() => reopenReunion({ ...annulee, derogation: DEROGATION }))).toMatchObject({ ok: true })
    expect(await readReunion(prevue.reunion)).toMatchObject({ etat: 'PREVUE', motif_annulation: null })
    expect(await coordinate(() => reopenReunion({ ...annulee, version: 4 }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'DEJA_PREVUE',
    })
  })

  it('leaves a meeting with validated minutes as it is', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `SELECT id FROM reunion WHERE convention_id = $1 AND ref = 'copil-figee'`,
      [essai.id],
    )
    const figee = { convention: essai.slug, reunion: rows[0]?.id ?? 0, version: 0 }
    const avant = await readReunion(figee.reunion)
    const refus = { ok: false, tag: 'REGLE', code: 'COMPTE_RENDU_FIGE', derogationPossible: false }
    expect(await coordinate(() => holdReunion({ ...figee, date: '2026-02-10', derogation: DEROGATION }))).toMatchObject(
      refus,
    )
    expect(await coordinate(() => cancelReunion({ ...figee, motif: 'Erreur', derogation: DEROGATION }))).toMatchObject(
      refus,
    )
    expect(await coordinate(() => updateReunion({ ...figee, date: '2026-02-10', lieu: 'Ailleurs' }))).toMatchObject(
      refus,
    )
    expect(await coordinate(() => reopenReunion(figee))).toMatchObject(refus)
    expect(await readReunion(figee.reunion)).toEqual(avant)
  })
})

describe('several people', () => {
  it('answers an overtaken save with what is there now, and writes nothing', async () => {
    const prevue = await planned('cotech', '2026-12-01', { lieu: 'Mairie' })
    await coordinate(() => updateReunion({ ...prevue, date: '2026-12-02', lieu: 'Médiathèque' }))
    const conflit = {
      ok: false,
      tag: 'CONFLIT',
      actuel: { version: 1, date: '2026-12-02', lieu: 'Médiathèque', etat: 'PREVUE' },
    }
    expect(await coordinate(() => updateReunion({ ...prevue, date: '2026-12-03' }))).toMatchObject(conflit)
    expect(await coordinate(() => cancelReunion({ ...prevue, motif: 'Report' }))).toMatchObject(conflit)
    expect(await coordinate(() => holdReunion({ ...prevue, date: TODAY }))).toMatchObject(conflit)
    expect(await coordinate(() => reopenReunion(prevue))).toMatchObject(conflit)
    expect(await readReunion(prevue.reunion)).toMatchObject({ version: 1, etat: 'PREVUE', date: '2026-12-02' })
  })

  it('never exceeds the maximum: twenty plans at once on a COTECH leave two', async () => {
    const jours = Array.from(
      { length: 20 },
      (_, rang) => `2027-${String((rang % 10) + 1).padStart(2, '0')}-${rang < 10 ? '05' : '20'}`,
    )
    const resultats = await Promise.all(jours.map((date) => plan('cotech', date)))
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(2)
    expect(
      resultats.filter((resultat) => !resultat.ok && resultat.tag === 'REGLE' && resultat.code === 'MAXIMUM_DEPASSE'),
    ).toHaveLength(18)
    expect(await countReunions('cotech')).toBe(2)
  })

  it('keeps one of ten identical plans, and one of ten identical holds', async () => {
    const plans = await Promise.all(Array.from({ length: 10 }, () => plan('commissions', '2026-11-10')))
    expect(plans.filter(({ ok }) => ok)).toHaveLength(1)
    const creee = plans.find((resultat) => resultat.ok)
    const cible = { convention: essai.slug, reunion: creee?.ok ? creee.data.reunion : 0, version: 0 }
    const tenues = await Promise.all(
      Array.from({ length: 10 }, () => coordinate(() => holdReunion({ ...cible, date: '2026-11-10' }))),
    )
    expect(tenues.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tenues.filter((resultat) => !resultat.ok && resultat.tag === 'CONFLIT')).toHaveLength(9)
  })

  it('cancels one of two, never both, where one is needed', async () => {
    const [a, b] = [await planned('copil', '2027-03-03'), await planned('copil', '2027-06-03')]
    const resultats = await Promise.all(
      [a, b].map((reunion) => coordinate(() => cancelReunion({ ...reunion, motif: 'Agenda' }))),
    )
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await countReunions('copil')).toBe(1)
  })

  it('knows nothing of someone else’s instance, and lets a reader write nothing', async () => {
    const autre = await createConventionEssai(database.ownerUrl, 'essai-voisine')
    const etrangere = autre.instances['commissions'] ?? 0
    const introuvable = { ok: false, tag: 'INTROUVABLE' }
    expect(
      await coordinate(() => planReunion({ convention: essai.slug, instance: etrangere, date: '2026-12-01' })),
    ).toMatchObject(introuvable)
    expect(
      await coordinate(() => planReunion({ convention: autre.slug, instance: etrangere, date: '2026-12-01' })),
    ).toMatchObject(introuvable)
    const chezAutrui = await runAs(
      autre.coordination.session,
      () => planReunion({ convention: autre.slug, instance: etrangere, date: '2026-12-01' }),
      { today: TODAY },
    )
    const reunion = chezAutrui.ok ? chezAutrui.data.reunion : 0
    expect(reunion).toBeGreaterThan(0)
    expect(
      await coordinate(() => cancelReunion({ convention: essai.slug, reunion, version: 0, motif: 'Intrusion' })),
    ).toMatchObject(introuvable)
    const lectrice = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    const refus = await runAs(
      lectrice.session,
      () => planReunion({ convention: essai.slug, instance: instanceId('copil'), date: '2026-12-01' }),
      { today: TODAY },
    )
    expect(refus).toMatchObject({ ok: false, tag: 'INTERDIT' })
    expect(await readReunion(reunion)).toMatchObject({ etat: 'PREVUE' })
  })
})
