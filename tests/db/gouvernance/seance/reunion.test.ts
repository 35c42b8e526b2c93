import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planReunion, holdReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import {
  createPoint,
  createPointsProposes,
  movePoint,
  removePoint,
  updateEtatPoint,
  updatePoint,
} from '@/lib/gouvernance/seance/actions/agenda'
import { recordNotes } from '@/lib/gouvernance/seance/actions/notes'
import { recordPresence } from '@/lib/gouvernance/seance/actions/presence'
import { getReunion } from '@/lib/gouvernance/seance/queries'
import type { VuePageReunion } from '@/lib/gouvernance/seance/types/reunion'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'
const FIGE = { ok: false, tag: 'REGLE', code: 'COMPTE_RENDU_FIGE' }

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let autre: ConventionEssai
let elu: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-reunion')
  autre = await createConventionEssai(database.ownerUrl, 'essai-voisine')
  elu = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: essai.slug }])
})

// Each case starts from the convention as it was imported, with nothing due but what it writes itself.
beforeEach(async () => {
  await owner.query(`DELETE FROM reunion WHERE convention_id = ANY($1) AND ref <> 'copil-figee'`, [
    [essai.id, autre.id],
  ])
  for (const table of ['competence', 'fiche_action', 'axe', 'plan_action', 'schema_cooperation', 'document'])
    await owner.query(`DELETE FROM ${table} WHERE convention_id = $1`, [essai.id])
  await owner.query(`UPDATE instance SET quorum = NULL, quorum_texte = NULL WHERE convention_id = $1`, [essai.id])
  await owner.query(`DELETE FROM membre WHERE convention_id = $1 AND ordre >= 100`, [essai.id])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const convention = 'essai-reunion'
const coordinate = <T>(travail: () => Promise<T>): Promise<T> =>
  runAs(essai.coordination.session, travail, { today: TODAY })
const instanceId = (ref: string): number => essai.instances[ref] ?? 0

async function insert(sql: string, valeurs: unknown[]): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(`${sql} RETURNING id`, valeurs)
  return rows[0]?.id ?? 0
}

/** A meeting, planned or held, by its ref. */
const addReunion = (instance: string, date: string, etat = 'PREVUE', groupe: string | null = null) =>
  insert(
    `INSERT INTO reunion (convention_id, instance_id, ref, date, etat, groupe) VALUES ($1, $2, $3, $4, $5::etat_reunion, $6)`,
    [essai.id, instanceId(instance), `${instance}-${date}`, date, etat, groupe],
  )

const addPoint = (reunion: number, titre: string, etat = 'A_TRAITER', ordre = 1) =>
  insert(
    `INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, etat, ordre) VALUES ($1, $2, $3, $4::etat_point, $5)`,
    [essai.id, reunion, titre, etat, ordre],
  )

let fiches = 0
async function addFiche(champs: { titre: string; fin?: string; statut?: string; majLe?: string }): Promise<number> {
  const plan =
    (await owner.query<{ id: number }>('SELECT id FROM plan_action WHERE convention_id = $1', [essai.id])).rows[0]
      ?.id ?? (await insert(`INSERT INTO plan_action (convention_id, niveaux) VALUES ($1, '{Axe}')`, [essai.id]))
  const axe =
    (await owner.query<{ id: number }>('SELECT id FROM axe WHERE convention_id = $1', [essai.id])).rows[0]?.id ??
    (await insert(`INSERT INTO axe (convention_id, plan_id, ref, titre, ordre) VALUES ($1, $2, 'axe-1', 'Un axe', 1)`, [
      essai.id,
      plan,
    ]))
  return insert(
    `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, titre, periode_fin, statut, maj_le, ordre) VALUES ($1, $2, $3, $4, $5, $6, $7::statut_fiche, $8, $9)`,
    [
      essai.id,
      plan,
      axe,
      `fiche-${++fiches}`,
      champs.titre,
      champs.fin ?? null,
      champs.statut ?? 'EN_COURS',
      champs.majLe ?? `${TODAY}T10:00:00Z`,
      fiches,
    ],
  )
}

async function addDecision(point: number, champs: Record<string, string | number | null>): Promise<number> {
  const noms = Object.keys(champs)
  return insert(
    `INSERT INTO decision (convention_id, point_id, texte, nature, ordre${noms.map((nom) => `, ${nom}`).join('')}) VALUES ($1, $2, 'Une décision', 'AJUSTEMENT', 1${noms.map((_, rang) => `, $${rang + 3}`).join('')})`,
    [essai.id, point, ...Object.values(champs)],
  )
}

const addCompetence = (instance: string, matiere: string, pouvoir: string) =>
  insert(
    `INSERT INTO competence (convention_id, instance_id, matiere, pouvoir) VALUES ($1, $2, $3::matiere_decision, $4::pouvoir_instance)`,
    [essai.id, instanceId(instance), matiere, pouvoir],
  )

async function read(ref: string, session = essai.coordination.session): Promise<VuePageReunion> {
  const resultat = await runAs(session, () => getReunion({ convention, reunion: ref }), { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

const listCles = async (ref: string): Promise<string[]> =>
  (await read(ref)).propositions.flatMap(({ propositions }) => propositions.map(({ cle }) => cle))
const readTitres = async (reunion: number): Promise<string[]> =>
  (
    await owner.query<{ titre: string }>(
      'SELECT titre FROM point_ordre_du_jour WHERE reunion_id = $1 ORDER BY ordre, id',
      [reunion],
    )
  ).rows.map(({ titre }) => titre)

async function freeze(): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    `SELECT id FROM reunion WHERE convention_id = $1 AND ref = 'copil-figee'`,
    [essai.id],
  )
  return rows[0]?.id ?? 0
}

describe('the page of a meeting', () => {
  it('gives the meeting, its neighbours, its points in order with what they rest on', async () => {
    await addReunion('commissions', '2026-11-03', 'TENUE')
    const reunion = await addReunion('commissions', '2026-12-01')
    await addReunion('commissions', '2026-12-20', 'ANNULEE')
    await addReunion('commissions', '2027-01-05')
    const fiche = await addFiche({ titre: 'Harmoniser les tarifs' })
    await addPoint(reunion, 'Second', 'A_TRAITER', 2)
    await owner.query(
      `INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, ordre, duree_minutes, fiche_action_id) VALUES ($1, $2, 'Premier', 1, 45, $3)`,
      [essai.id, reunion, fiche],
    )
    const vue = await read('commissions-2026-12-01')
    expect(vue).toMatchObject({
      peutEcrire: true,
      coordination: true,
      lectureSeule: null,
      minutes: 45,
      reunion: {
        ref: 'commissions-2026-12-01',
        dateTexte: 'mardi 1er décembre 2026',
        instance: { nom: 'Commissions de travail' },
      },
      precedente: { ref: 'commissions-2026-11-03', dateTexte: 'mardi 3 novembre 2026' },
      suivante: { ref: 'commissions-2027-01-05' },
    })
    expect(vue.points).toMatchObject([
      {
        titre: 'Premier',
        dureeMinutes: 45,
        liens: [
          {
            type: 'FICHE',
            libelle: 'Harmoniser les tarifs',
            href: expect.stringMatching(/^\/conventions\/essai-reunion\/plan-action\/fiche-/),
          },
        ],
      },
      { titre: 'Second', liens: [], decisions: [] },
    ])
  })

  it('is read by an élue without anything to fill in, and by nobody from elsewhere', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    await addPoint(reunion, 'Un point')
    expect(await read('commissions-2026-12-01', elu.session)).toMatchObject({
      peutEcrire: false,
      coordination: false,
      propositions: [],
      choix: null,
      choixDecisions: null,
      points: [{ titre: 'Un point' }],
    })
    expect(
      await runAs(autre.coordination.session, () => getReunion({ convention, reunion: 'commissions-2026-12-01' })),
    ).toMatchObject({ tag: 'INTROUVABLE' })
    expect(await coordinate(() => getReunion({ convention, reunion: 'jamais' }))).toMatchObject({ tag: 'INTROUVABLE' })
  })

  it('costs eleven SQL statements, COMMIT included, however many the points and the meetings', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const cost = async () => {
      const avant = countInstructions()
      await read('commissions-2026-12-01')
      return countInstructions() - avant
    }
    expect(await cost()).toBe(11)
    for (let rang = 1; rang <= 30; rang += 1) await addPoint(reunion, `Point ${rang}`, 'A_TRAITER', rang)
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) SELECT $1, $2, 'rencontre-' || g, date '2026-01-01' + g, 'TENUE' FROM generate_series(1, 240) g`,
      [essai.id, instanceId('rencontre-cdc')],
    )
    expect(await cost()).toBe(11)
  })
})

describe('points', () => {
  it('are added at the end, with their links and a new document', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const fiche = await addFiche({ titre: 'Une fiche' })
    await coordinate(() => createPoint({ convention, reunion, titre: 'Premier' }))
    const resultat = await coordinate(() =>
      createPoint({
        convention,
        reunion,
        titre: ' Tarifs ',
        presentateur: 'La Caf',
        duree: '1 h 30',
        fiche,
        nouveauDocument: { titre: 'Grille des tarifs', reference: 'https://exemple.fr/grille' },
      }),
    )
    expect(resultat).toMatchObject({ ok: true, data: { version: 0, message: 'Point ajouté\u00A0: Tarifs' } })
    const { points, choix } = await read('commissions-2026-12-01')
    expect(points).toMatchObject([
      { titre: 'Premier' },
      {
        titre: 'Tarifs',
        presentateur: 'La Caf',
        dureeMinutes: 90,
        etat: 'A_TRAITER',
        origine: 'SAISI',
        liens: [
          { type: 'FICHE' },
          { type: 'DOCUMENT', libelle: 'Grille des tarifs', href: 'https://exemple.fr/grille' },
        ],
      },
    ])
    expect(choix?.documents).toMatchObject([{ libelle: 'Grille des tarifs – https://exemple.fr/grille' }])
  })

  it.each([
    ['titre', { titre: ' ' }],
    ['duree', { titre: 'A', duree: 'longtemps' }],
    ['duree', { titre: 'A', duree: '25 h' }],
    ['titre', { titre: 'a'.repeat(301) }],
    ['nouveauDocument.titre', { titre: 'A', nouveauDocument: { titre: '' } }],
  ])('name the field and the remedy: %s', async (champ, champs) => {
    const reunion = await addReunion('commissions', '2026-12-01')
    expect(await coordinate(() => createPoint({ convention, reunion, ...champs }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ, message: expect.stringMatching(/[.]$/) }],
    })
  })

  it('change, unless somebody saved first: then both versions are there', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const point = await addPoint(reunion, 'Avant')
    expect(
      await coordinate(() => updatePoint({ convention, point, version: 0, titre: 'Après', duree: '20' })),
    ).toMatchObject({ ok: true, data: { version: 1 } })
    expect(await coordinate(() => updatePoint({ convention, point, version: 0, titre: 'Trop tard' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 1, titre: 'Après', dureeMinutes: 20 },
    })
    expect(await coordinate(() => updateEtatPoint({ convention, point, version: 1, etat: 'TRAITE' }))).toMatchObject({
      ok: true,
      data: { version: 2, message: 'Point traité' },
    })
    expect(await coordinate(() => updateEtatPoint({ convention, point, version: 1, etat: 'REPORTE' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 2, etat: 'TRAITE' },
    })
  })

  it('move one rank, also from equal ranks, and stay at the ends', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const [a, , c] = [await addPoint(reunion, 'A'), await addPoint(reunion, 'B'), await addPoint(reunion, 'C')]
    expect(await coordinate(() => movePoint({ convention, point: c, sens: 'MONTER' }))).toMatchObject({
      ok: true,
      data: { rang: 2, message: 'Point placé au rang 2 sur 3' },
    })
    expect(await readTitres(reunion)).toEqual(['A', 'C', 'B'])
    expect(await coordinate(() => movePoint({ convention, point: a, sens: 'MONTER' }))).toMatchObject({
      ok: true,
      data: { rang: 1 },
    })
    await coordinate(() => movePoint({ convention, point: a, sens: 'DESCENDRE' }))
    expect(await readTitres(reunion)).toEqual(['C', 'A', 'B'])
  })

  it('moved by two people at once keep distinct ranks', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const points = [
      await addPoint(reunion, 'A', 'A_TRAITER', 1),
      await addPoint(reunion, 'B', 'A_TRAITER', 2),
      await addPoint(reunion, 'C', 'A_TRAITER', 3),
    ]
    await Promise.all(
      points.flatMap((point) => [
        coordinate(() => movePoint({ convention, point, sens: 'MONTER' })),
        coordinate(() => movePoint({ convention, point, sens: 'DESCENDRE' })),
      ]),
    )
    const { rows } = await owner.query(
      'SELECT count(DISTINCT ordre)::int AS n FROM point_ordre_du_jour WHERE reunion_id = $1',
      [reunion],
    )
    expect(rows).toEqual([{ n: 3 }])
  })

  it('leave, unless a decision or another meeting rests on them', async () => {
    const reunion = await addReunion('commissions', '2026-11-03', 'TENUE')
    const libre = await addPoint(reunion, 'Libre')
    const porteur = await addPoint(reunion, 'Porteur')
    const repris = await addPoint(reunion, 'Repris', 'REPORTE')
    await addDecision(porteur, {})
    await addReunion('commissions', '2026-12-01')
    const [suivante] = (
      await owner.query<{ id: number }>(`SELECT id FROM reunion WHERE ref = 'commissions-2026-12-01'`)
    ).rows
    await coordinate(() =>
      createPointsProposes({ convention, reunion: suivante?.id ?? 0, cles: [`reprise:${repris}`] }),
    )
    expect(await coordinate(() => removePoint({ convention, point: porteur, version: 0 }))).toMatchObject({
      tag: 'REGLE',
      code: 'POINT_AVEC_DECISIONS',
      message: expect.stringContaining('1 décision'),
    })
    expect(await coordinate(() => removePoint({ convention, point: repris, version: 0 }))).toMatchObject({
      tag: 'REGLE',
      code: 'POINT_REPRIS',
    })
    expect(await coordinate(() => removePoint({ convention, point: libre, version: 9 }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 0 },
    })
    expect(await coordinate(() => removePoint({ convention, point: libre, version: 0 }))).toMatchObject({ ok: true })
    expect(await coordinate(() => removePoint({ convention, point: libre, version: 0 }))).toMatchObject({
      tag: 'INTROUVABLE',
    })
    expect(await readTitres(reunion)).toEqual(['Porteur', 'Repris'])
  })
})

describe('proposals', () => {
  it('are what is due, and are added once with their key, their links and their origin', async () => {
    const reunion = await addReunion('cotech', '2026-12-01')
    const retard = await addFiche({ titre: 'En retard', fin: '2026-06-30' })
    await addFiche({ titre: 'Suivie' })
    const muette = await addFiche({ titre: 'Muette', majLe: '2026-03-01T10:00:00Z' })
    expect(await listCles('cotech-2026-12-01')).toEqual([`fiche:${retard}`, `fiche:${muette}`])
    const cles = [`fiche:${retard}`, 'fiche:999999']
    expect(await coordinate(() => createPointsProposes({ convention, reunion, cles }))).toMatchObject({
      ok: true,
      data: { message: '1 point ajouté à l’ordre du jour. 1 proposition n’est plus d’actualité.' },
    })
    // Once: the second time there is nothing left to add.
    expect(await coordinate(() => createPointsProposes({ convention, reunion, cles }))).toMatchObject({
      ok: true,
      data: { points: [] },
    })
    expect(
      (
        await owner.query(
          'SELECT titre, cle, origine, fiche_action_id AS fiche FROM point_ordre_du_jour WHERE reunion_id = $1',
          [reunion],
        )
      ).rows,
    ).toEqual([{ titre: 'Fiche\u00A0: En retard', cle: `fiche:${retard}`, origine: 'FICHE', fiche: retard }])
    expect(await listCles('cotech-2026-12-01')).toEqual([`fiche:${muette}`])
  })

  it('chosen by two people at once are added once', async () => {
    const reunion = await addReunion('cotech', '2026-12-01')
    const fiche = await addFiche({ titre: 'En retard', fin: '2026-06-30' })
    await Promise.all(
      [1, 2, 3].map(() => coordinate(() => createPointsProposes({ convention, reunion, cles: [`fiche:${fiche}`] }))),
    )
    expect(await readTitres(reunion)).toEqual(['Fiche\u00A0: En retard'])
  })

  it('of the COTECH reach the COPIL that decides, with the proposal they settle', async () => {
    const fiche = await addFiche({ titre: 'Une fiche' })
    await addCompetence('cotech', 'FICHE', 'PROPOSE')
    const cotech = await addReunion('cotech', '2026-11-03', 'TENUE')
    const decision = await addDecision(await addPoint(cotech, 'Ajustements', 'TRAITE'), {
      effet: 'REPORTER_FICHE',
      fiche_action_id: fiche,
    })
    const copil = await addReunion('copil', '2026-12-08')
    // The convention says nothing of the COPIL: nothing is submitted to it.
    expect(await listCles('copil-2026-12-08')).toEqual([])
    await addCompetence('copil', 'FICHE', 'DECIDE')
    expect(await listCles('copil-2026-12-08')).toEqual([`proposition:${decision}`])
    await coordinate(() => createPointsProposes({ convention, reunion: copil, cles: [`proposition:${decision}`] }))
    expect((await read('copil-2026-12-08')).points).toMatchObject([
      {
        origine: 'PROPOSITION',
        fiche,
        proposition: { texte: 'Une décision', instance: 'Comité technique', seance: { ref: 'cotech-2026-11-03' } },
      },
    ])
    expect(
      (await owner.query('SELECT proposition_id FROM point_ordre_du_jour WHERE reunion_id = $1', [copil])).rows,
    ).toEqual([{ proposition_id: decision }])
  })

  it('decisions late and schémas in draft are for the COPIL', async () => {
    const cotech = await addReunion('cotech', '2026-05-12', 'TENUE')
    const decision = await addDecision(await addPoint(cotech, 'Tarifs', 'TRAITE'), {
      etat: 'PRISE',
      echeance: '2026-09-01',
    })
    const schema = await insert(
      `INSERT INTO schema_cooperation (convention_id, ref, libelle, etat, ordre) VALUES ($1, 'schema-2027', 'Schéma 2027', 'BROUILLON', 1)`,
      [essai.id],
    )
    await addReunion('copil', '2026-12-08')
    expect(await listCles('copil-2026-12-08')).toEqual([`decision:${decision}`, `schema:${schema}`])
    await owner.query(`UPDATE decision SET realisee_le = '2026-10-01' WHERE id = $1`, [decision])
    expect(await listCles('copil-2026-12-08')).toEqual([`schema:${schema}`])
  })

  it('an unfinished point returns to the next agenda of its instance once the meeting is held, and only there', async () => {
    const premiere = await addReunion('commissions', '2026-11-03')
    const reste = await addPoint(premiere, 'Restauration scolaire')
    const reporte = await addPoint(premiere, 'Transports', 'REPORTE')
    await addPoint(premiere, 'Accueil', 'TRAITE')
    const suivante = await addReunion('commissions', '2026-12-01')
    await addReunion('cotech', '2026-12-02')
    expect(await listCles('commissions-2026-12-01')).toEqual([])
    expect(
      await coordinate(() =>
        holdReunion({ convention, reunion: premiere, version: 0, date: '2026-11-03', derogation: null }),
      ),
    ).toMatchObject({ ok: true })
    expect(await listCles('commissions-2026-12-01')).toEqual([`reprise:${reste}`, `reprise:${reporte}`])
    expect(await listCles('cotech-2026-12-02')).toEqual([])
    await coordinate(() => createPointsProposes({ convention, reunion: suivante, cles: [`reprise:${reporte}`] }))
    expect((await read('commissions-2026-12-01')).points).toMatchObject([
      { titre: 'Transports', origine: 'REPRISE', repris: { ref: 'commissions-2026-11-03' } },
    ])
    // Taken up there, it is not proposed to the one after; what was left aside is no more insisted upon.
    await owner.query(`UPDATE reunion SET etat = 'TENUE' WHERE id = $1`, [suivante])
    await addReunion('commissions', '2027-01-05')
    const [repris] = (await read('commissions-2026-12-01')).points
    expect(await listCles('commissions-2027-01-05')).toEqual([`reprise:${repris?.id}`])
  })

  it('a thématique takes up its own points only', async () => {
    const parentalite = await addReunion('groupes-thematiques', '2026-11-03', 'TENUE', 'Parentalité')
    const point = await addPoint(parentalite, 'Lieu d’accueil', 'REPORTE')
    await addReunion('groupes-thematiques', '2026-12-01', 'PREVUE', 'Logement')
    await addReunion('groupes-thematiques', '2026-12-02', 'PREVUE', 'Parentalité')
    expect(await listCles('groupes-thematiques-2026-12-01')).toEqual([])
    expect(await listCles('groupes-thematiques-2026-12-02')).toEqual([`reprise:${point}`])
  })
})

describe('notes', () => {
  it('save at each pause without a line in the journal, and are never overwritten in silence', async () => {
    const point = await addPoint(await addReunion('commissions', '2026-12-01'), 'Un point')
    const countJournal = async () =>
      (await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM journal WHERE convention_id = $1', [essai.id]))
        .rows[0]?.n
    const avant = await countJournal()
    expect(await coordinate(() => recordNotes({ convention, point, version: 0, notes: 'Les maires' }))).toMatchObject({
      ok: true,
      data: { version: 1 },
    })
    expect(
      await coordinate(() =>
        recordNotes({ convention, point, version: 1, notes: 'Les maires demandent\nun calendrier.' }),
      ),
    ).toMatchObject({ ok: true, data: { version: 2 } })
    expect(await coordinate(() => recordNotes({ convention, point, version: 1, notes: 'Autre chose' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 2, notes: 'Les maires demandent\nun calendrier.' },
    })
    expect(await countJournal()).toBe(avant)
    expect(
      await coordinate(() => recordNotes({ convention, point, version: 2, notes: 'a'.repeat(20_001) })),
    ).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'notes' }] })
    expect(await coordinate(() => recordNotes({ convention, point, version: 2, notes: '  ' }))).toMatchObject({
      ok: true,
    })
    expect((await read('commissions-2026-12-01')).points).toMatchObject([{ notes: null, version: 3 }])
  })

  it('of two people at the same moment: one is saved, the other is shown both', async () => {
    const point = await addPoint(await addReunion('commissions', '2026-12-01'), 'Un point')
    const reponses = await Promise.all(
      ['Version une', 'Version deux'].map((notes) =>
        coordinate(() => recordNotes({ convention, point, version: 0, notes })),
      ),
    )
    expect(reponses.map((reponse) => (reponse.ok ? 'OK' : reponse.tag)).sort()).toEqual(['CONFLIT', 'OK'])
  })
})

describe('presences', () => {
  const addMembre = (
    instance: string,
    libelle: string,
    champs: { debut?: string; fin?: string; voix?: string; organisme?: string } = {},
  ) =>
    insert(
      `INSERT INTO membre (convention_id, instance_id, libelle, debut, fin, voix, ordre, organisme_id)
       VALUES ($1, $2, $3, $4, $5, $6::voix, 100, (SELECT id FROM convention_organisme WHERE convention_id = $1 AND ref = $7))`,
      [
        essai.id,
        instanceId(instance),
        libelle,
        champs.debut ?? null,
        champs.fin ?? null,
        champs.voix ?? 'DECISIVE',
        champs.organisme ?? null,
      ],
    )

  it('are kept by member, the last word winning, and counted by side against the quorum', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    await owner.query(`UPDATE instance SET quorum = 2, quorum_texte = 'La moitié des membres' WHERE id = $1`, [
      instanceId('commissions'),
    ])
    const caf = await addMembre('commissions', 'La Caf', { organisme: 'caf' })
    const mairie = await addMembre('commissions', 'La commune', { organisme: 'mairie' })
    await addMembre('commissions', 'Une association', { voix: 'CONSULTATIVE' })
    const record = (membre: number, etat: 'PRESENT' | 'ABSENT' | 'REPRESENTE' | null, representant = '') =>
      coordinate(() => recordPresence({ convention, reunion, membre, etat, representant }))
    expect(await record(caf, 'ABSENT')).toMatchObject({ ok: true })
    expect(await record(caf, 'PRESENT', 'oubliée')).toMatchObject({ ok: true, data: { membre: caf, etat: 'PRESENT' } })
    expect((await read('commissions-2026-12-01')).presences.quorum).toMatchObject({
      requis: 2,
      comptes: 1,
      atteint: false,
    })
    await record(mairie, 'REPRESENTE', ' La première adjointe ')
    const { presences } = await read('commissions-2026-12-01')
    expect(presences).toMatchObject({
      quorum: { atteint: true },
      quorumSource: 'La moitié des membres',
      vide: null,
      colleges: [
        {
          membres: [{ libelle: 'La Caf', etat: 'PRESENT', representant: null }],
          phrase: '1 présent ou représenté sur 1',
        },
        { membres: [{ libelle: 'La commune', etat: 'REPRESENTE', representant: 'La première adjointe' }] },
        { nom: 'Autres membres', membres: [{ libelle: 'Une association', etat: null }] },
      ],
    })
    await record(caf, null)
    expect((await read('commissions-2026-12-01')).presences.quorum.comptes).toBe(1)
  })

  it('are of the members whose mandate covers the day', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const parti = await addMembre('commissions', 'L’ancien maire', { fin: '2026-11-30' })
    const venu = await addMembre('commissions', 'La nouvelle maire', { debut: '2026-12-01' })
    const { presences } = await read('commissions-2026-12-01')
    expect(presences.colleges).toMatchObject([{ nom: 'Membres', membres: [{ membre: venu }] }])
    expect(
      await coordinate(() => recordPresence({ convention, reunion, membre: parti, etat: 'PRESENT' })),
    ).toMatchObject({
      tag: 'REGLE',
      code: 'MANDAT_HORS_DATE',
      message: expect.stringContaining('ne couvre pas le mardi 1er décembre 2026'),
    })
    await coordinate(() => recordPresence({ convention, reunion, membre: venu, etat: 'PRESENT' }))
    // The meeting moves: who was there is still shown, and may be taken back.
    await owner.query(`UPDATE reunion SET date = '2026-11-29' WHERE id = $1`, [reunion])
    expect((await read('commissions-2026-12-01')).presences.colleges).toMatchObject([
      {
        membres: [
          { membre: parti, horsMandat: false },
          { membre: venu, horsMandat: true, etat: 'PRESENT' },
        ],
      },
    ])
    expect(await coordinate(() => recordPresence({ convention, reunion, membre: venu, etat: null }))).toMatchObject({
      ok: true,
    })
  })

  it('of somebody who sits elsewhere are refused', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const membre = await addMembre('cotech', 'Une technicienne')
    expect(await coordinate(() => recordPresence({ convention, reunion, membre, etat: 'PRESENT' }))).toMatchObject({
      tag: 'REGLE',
      code: 'MEMBRE_D_UNE_AUTRE_INSTANCE',
    })
    expect(await read('commissions-2026-12-01')).toMatchObject({
      presences: { vide: expect.stringContaining('n’est pas connue') },
    })
  })
})

describe('walls', () => {
  it('a frozen meeting answers each action with its sentence, and says why on its page', async () => {
    const reunion = await freeze()
    // As an import brings them: PostgreSQL lets nothing else in.
    await owner.query(`SELECT set_config('app.operation', 'dossier.importer', false)`)
    const point = await addPoint(reunion, 'Figé')
    await owner.query(`SELECT set_config('app.operation', '', false)`)
    const membre =
      (await owner.query<{ id: number }>('SELECT id FROM membre WHERE instance_id = $1 LIMIT 1', [instanceId('copil')]))
        .rows[0]?.id ?? 0
    const gestes: (() => Promise<{ ok: boolean }>)[] = [
      () => createPoint({ convention, reunion, titre: 'Un point' }),
      () => updatePoint({ convention, point, version: 0, titre: 'Un point' }),
      () => updateEtatPoint({ convention, point, version: 0, etat: 'TRAITE' }),
      () => movePoint({ convention, point, sens: 'MONTER' }),
      () => removePoint({ convention, point, version: 0 }),
      () => createPointsProposes({ convention, reunion, cles: ['fiche:1'] }),
      () => recordNotes({ convention, point, version: 0, notes: 'Encore' }),
      () => recordPresence({ convention, reunion, membre, etat: 'PRESENT' }),
    ]
    for (const geste of gestes)
      expect(await coordinate(geste)).toMatchObject({ ...FIGE, message: expect.stringContaining('nouvelle version') })
    expect(await read('copil-figee')).toMatchObject({
      peutEcrire: true,
      lectureSeule: { titre: 'Relevé validé' },
      propositions: [],
      choix: null,
    })
  })

  it('a cancelled meeting keeps its agenda as it is', async () => {
    const reunion = await addReunion('commissions', '2026-12-01', 'ANNULEE')
    const point = await addPoint(reunion, 'Un point')
    expect(await coordinate(() => recordNotes({ convention, point, version: 0, notes: 'Encore' }))).toMatchObject({
      tag: 'REGLE',
      code: 'REUNION_ANNULEE',
    })
    expect(await read('commissions-2026-12-01')).toMatchObject({ lectureSeule: { titre: 'Réunion annulée' } })
  })

  it('what belongs to another convention does not exist', async () => {
    const reunion = await addReunion('commissions', '2026-12-01')
    const point = await addPoint(reunion, 'Un point')
    const planifiee = await runAs(
      autre.coordination.session,
      () => planReunion({ convention: autre.slug, instance: autre.instances.commissions ?? 0, date: '2026-12-01' }),
      { today: TODAY },
    )
    const ailleurs = planifiee.ok ? planifiee.data.reunion : 0
    const cree = await runAs(
      autre.coordination.session,
      () =>
        createPoint({
          convention: autre.slug,
          reunion: ailleurs,
          titre: 'Chez eux',
          nouveauDocument: { titre: 'Leur document' },
        }),
      { today: TODAY },
    )
    const leurPoint = cree.ok ? cree.data.point : 0
    const leurMembre =
      (await owner.query<{ id: number }>('SELECT id FROM membre WHERE convention_id = $1 LIMIT 1', [autre.id])).rows[0]
        ?.id ?? 0
    const leurDocument =
      (await owner.query<{ id: number }>('SELECT id FROM document WHERE convention_id = $1', [autre.id])).rows[0]?.id ??
      0
    const gestes: (() => Promise<{ ok: boolean }>)[] = [
      () => createPoint({ convention, reunion: ailleurs, titre: 'Un point' }),
      () => createPoint({ convention, reunion, titre: 'Un point', document: leurDocument }),
      () => updatePoint({ convention, point, version: 0, titre: 'Un point', document: leurDocument }),
      () => updatePoint({ convention, point: leurPoint, version: 0, titre: 'Un point' }),
      () => updateEtatPoint({ convention, point: leurPoint, version: 0, etat: 'TRAITE' }),
      () => movePoint({ convention, point: leurPoint, sens: 'MONTER' }),
      () => removePoint({ convention, point: leurPoint, version: 0 }),
      () => recordNotes({ convention, point: leurPoint, version: 0, notes: 'Encore' }),
      () => createPointsProposes({ convention, reunion: ailleurs, cles: ['fiche:1'] }),
      () => recordPresence({ convention, reunion, membre: leurMembre, etat: 'PRESENT' }),
      () => recordPresence({ convention, reunion: ailleurs, membre: leurMembre, etat: 'PRESENT' }),
    ]
    for (const geste of gestes) expect(await coordinate(geste)).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await runAs(elu.session, () => createPoint({ convention, reunion, titre: 'Un point' }))).toMatchObject({
      tag: 'INTERDIT',
    })
    expect(await readTitres(ailleurs)).toEqual(['Chez eux'])
  })
})
