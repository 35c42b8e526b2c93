import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeMandats, reopenMandats } from '@/lib/gouvernance/mandats/actions'
import { getCloture, getMandats } from '@/lib/gouvernance/mandats/queries'
import type { CloseMandats } from '@/lib/gouvernance/mandats/schema'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'
const MOTIF = 'Élections municipales de mars 2026'

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let administration: Personne
const ids: Record<string, number> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-mandats')
  administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const insert = async (sql: string, valeurs: unknown[]): Promise<number> =>
  (await owner.query<{ id: number }>(`${sql} RETURNING id`, valeurs)).rows[0]?.id ?? 0

async function addSiege(
  instance: string,
  champs: {
    libelle: string
    personne?: string | null
    fonction?: string | null
    debut?: string | null
    fin?: string | null
    organisme?: string
    coanimation?: boolean
    suppleant?: string
  },
): Promise<number> {
  return insert(
    `INSERT INTO membre (convention_id, instance_id, libelle, personne, fonction, debut, fin, organisme_id, coanimation, suppleant, voix, ordre)
     VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT id FROM convention_organisme WHERE convention_id = $1 AND ref = $8), $9, $10, 'DECISIVE', 1)`,
    [
      essai.id,
      essai.instances[instance],
      champs.libelle,
      champs.personne ?? null,
      champs.fonction ?? null,
      champs.debut ?? null,
      champs.fin ?? null,
      champs.organisme ?? null,
      champs.coanimation ?? false,
      champs.suppleant ?? null,
    ],
  )
}

// Claude leads the COPIL for the commune, sits in the COTECH, owns a decision, presents a point; Dominique stands in.
beforeEach(async () => {
  await owner.query('DELETE FROM membre WHERE convention_id = $1', [essai.id])
  await owner.query(`DELETE FROM reunion WHERE convention_id = $1 AND ref <> 'copil-figee'`, [essai.id])
  await owner.query('ALTER TABLE journal DISABLE TRIGGER inalterable')
  await owner.query('DELETE FROM journal WHERE convention_id = $1', [essai.id])
  await owner.query('ALTER TABLE journal ENABLE TRIGGER inalterable')
  ids.copil = await addSiege('copil', {
    libelle: 'Claude TÉMOIN',
    personne: 'Claude TÉMOIN',
    fonction: 'Maire du Bourg',
    organisme: 'mairie',
    coanimation: true,
    debut: '2026-01-15',
  })
  ids.cotech = await addSiege('cotech', {
    libelle: 'La commune',
    personne: 'claude temoin',
    fonction: 'Maire du Bourg',
    organisme: 'mairie',
    fin: '2026-12-31',
  })
  ids.autre = await addSiege('copil', { libelle: 'La Caf', personne: 'Alix SPÉCIMEN', suppleant: 'Claude TÉMOIN' })
  ids.vide = await addSiege('copil', { libelle: 'Des personnes ressources' })
  for (const [ref, date] of [
    ['tenue', '2026-10-01'],
    ['prevue', '2026-12-15'],
  ] as const)
    ids[ref] = await insert(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, 'mandats-' || $3, $4, $5::etat_reunion)`,
      [essai.id, essai.instances.copil, ref, date, ref === 'tenue' ? 'TENUE' : 'PREVUE'],
    )
  const point = (reunion: string) =>
    insert(
      `INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, presentateur, ordre) VALUES ($1, $2, 'Tarifs', 'Claude TEMOIN', 1)`,
      [essai.id, ids[reunion]],
    )
  ids.pointTenu = await point('tenue')
  ids.point = await point('prevue')
  const decision = (texte: string, realisee: string | null) =>
    insert(
      `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, realisee_le, ordre) VALUES ($1, $2, $3, 'ENGAGEMENT', 'PRISE', 'Claude Témoin', $4, 1)`,
      [essai.id, ids.pointTenu, texte, realisee],
    )
  ids.decision = await decision('Arrêter les tarifs', null)
  ids.faite = await decision('Écrire aux familles', '2026-10-10')
})

const coordinate = <T>(travail: () => Promise<T>, personne = essai.coordination): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })
const siege = (nom: string, champs: Partial<CloseMandats['sieges'][number]> = {}): CloseMandats['sieges'][number] => ({
  membre: ids[nom] ?? 0,
  version: 0,
  reprise: 'A_DESIGNER',
  nom: '',
  fonction: '',
  ...champs,
})
const close = (champs: Partial<CloseMandats>, personne?: Personne) =>
  coordinate(
    () =>
      closeMandats({ convention: essai.slug, fin: '2026-11-30', motif: MOTIF, sieges: [siege('copil')], ...champs }),
    personne,
  )

interface Ligne {
  id: number
  libelle: string
  personne: string | null
  fonction: string | null
  debut: string | null
  fin: string | null
  motif_fin: string | null
  predecesseur_id: number | null
  coanimation: boolean
  version: number
  ordre: number
}
const listMembres = async (): Promise<Ligne[]> =>
  (
    await owner.query<Ligne>('SELECT *, debut::text, fin::text FROM membre WHERE convention_id = $1 ORDER BY id', [
      essai.id,
    ])
  ).rows
const read = async <T>(sql: string, id: number | undefined): Promise<T | undefined> =>
  (await owner.query<{ v: T }>(sql, [id])).rows[0]?.v
const readResponsable = (nom: string) => read<string>('SELECT responsable AS v FROM decision WHERE id = $1', ids[nom])
const readPresentateur = (nom: string) =>
  read<string>('SELECT presentateur AS v FROM point_ordre_du_jour WHERE id = $1', ids[nom])

describe('the page', () => {
  it('groups by person however they are spelt, and keeps apart the seats without a name', async () => {
    const vue = await coordinate(() => getMandats({ convention: essai.slug, page: 1 }))
    if (!vue.ok) throw new Error(vue.message)
    expect(vue.data.personnes.map(({ nom, sieges }) => [nom, sieges.length])).toEqual([
      ['Claude TÉMOIN', 2],
      ['Alix SPÉCIMEN', 1],
    ])
    expect(vue.data.comptes).toEqual({ 'en-cours': 2, bientot: 1, termines: 0, 'a-nommer': 1 })
    expect(vue.data.organismes).toEqual([expect.objectContaining({ ref: 'mairie', mandats: 2 })])
  })

  it('finds by name, function, organisme or instance, and stays a page long with 300 seats', async () => {
    await owner.query(
      `INSERT INTO membre (convention_id, instance_id, libelle, personne, fonction, ordre)
      SELECT $1, $2, 'Élu ' || n, 'Personne ' || lpad(n::text, 3, '0'), 'Adjointe de la commune ' || n, n FROM generate_series(1, 300) n`,
      [essai.id, essai.instances.commissions],
    )
    const chercher = async (q: string) => {
      const vue = await coordinate(() => getMandats({ convention: essai.slug, q, page: 1 }))
      return vue.ok ? vue.data : null
    }
    expect((await chercher('adjointe 217'))?.personnes.map(({ nom }) => nom)).toEqual(['Personne 217'])
    expect(await chercher('temoin introuvable')).toMatchObject({ trouvees: 0, personnes: [] })
    expect(await chercher('temoin technique')).toMatchObject({ trouvees: 1 })
    expect(await chercher('')).toMatchObject({
      trouvees: 302,
      pages: 16,
      personnes: expect.objectContaining({ length: 20 }) as unknown,
    })
    const avant = countInstructions()
    await chercher('')
    expect(countInstructions() - avant).toBe(4)
  })

  it('lists what somebody holds', async () => {
    const vue = await coordinate(() => getCloture({ convention: essai.slug, personne: 'claude témoin' }))
    if (!vue.ok) throw new Error(vue.message)
    const [depart] = vue.data.departs
    expect(depart?.sieges.map(({ id }) => id)).toEqual([ids.copil, ids.cotech])
    expect(depart?.affaires).toMatchObject({
      decisions: [{ id: ids.decision, texte: 'Arrêter les tarifs' }],
      points: [{ id: ids.point, date: '2026-12-15' }],
      suppleances: [{ titulaire: 'Alix SPÉCIMEN' }],
      fiches: [],
      comptes: [],
    })
    const avant = countInstructions()
    await coordinate(() => getCloture({ convention: essai.slug, organisme: 'mairie' }))
    expect(countInstructions() - avant).toBe(4)
  })

  it('is closed to those who do not coordinate', async () => {
    const elue = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    expect(await coordinate(() => getMandats({ convention: essai.slug, page: 1 }), elue)).toMatchObject({
      ok: false,
      tag: 'INTERDIT',
    })
    expect(await close({}, elue)).toMatchObject({ ok: false, tag: 'INTERDIT' })
  })
})

describe('ending mandates', () => {
  it('ends them on a day with the reason, hands the seats over the day after, and what is chosen with them', async () => {
    const resultat = await close({
      sieges: [
        siege('copil', { reprise: 'SUCCESSEUR', nom: ' Dominique ESSAI ', fonction: 'Maire du Bourg' }),
        siege('cotech', { reprise: 'SUCCESSEUR', nom: 'Dominique ESSAI', fonction: '' }),
      ],
      decisions: [{ id: ids.decision ?? 0, version: 0 }],
      points: [{ id: ids.point ?? 0, version: 0 }],
    })
    expect(resultat).toMatchObject({
      ok: true,
      data: { message: '2 mandats terminés au 30 novembre 2026', avertissements: [] },
    })
    const membres = await listMembres()
    expect(
      membres.filter(({ motif_fin: motif }) => motif === MOTIF).map(({ id, fin, version }) => [id, fin, version]),
    ).toEqual([
      [ids.copil, '2026-11-30', 1],
      [ids.cotech, '2026-11-30', 1],
    ])
    const suites = membres.filter(({ predecesseur_id: avant }) => avant !== null)
    expect(
      suites.map(({ predecesseur_id: avant, libelle, personne, fonction, debut, fin, coanimation }) => ({
        avant,
        libelle,
        personne,
        fonction,
        debut,
        fin,
        coanimation,
      })),
    ).toEqual([
      {
        avant: ids.copil,
        libelle: 'Maire du Bourg',
        personne: 'Dominique ESSAI',
        fonction: 'Maire du Bourg',
        debut: '2026-12-01',
        fin: null,
        coanimation: true,
      },
      {
        avant: ids.cotech,
        libelle: 'La commune',
        personne: 'Dominique ESSAI',
        fonction: 'Maire du Bourg',
        debut: '2026-12-01',
        fin: null,
        coanimation: false,
      },
    ])
    expect([
      await readResponsable('decision'),
      await readResponsable('faite'),
      await readPresentateur('point'),
      await readPresentateur('pointTenu'),
    ]).toEqual(['Dominique ESSAI', 'Claude Témoin', 'Dominique ESSAI', 'Claude TEMOIN'])
    const { rows } = await owner.query<{
      objet: string
      motif: string | null
      operation: string
      utilisateur_id: number
    }>(
      `SELECT DISTINCT objet, motif, operation, utilisateur_id FROM journal WHERE convention_id = $1 AND operation = 'mandat.ecrire' ORDER BY objet`,
      [essai.id],
    )
    expect(rows).toEqual(
      ['decision', 'membre', 'point_ordre_du_jour'].map((objet) => ({
        objet,
        motif: MOTIF,
        operation: 'mandat.ecrire',
        utilisateur_id: essai.coordination.id,
      })),
    )
  })

  it('leaves a seat to be filled, or takes it away', async () => {
    expect((await close({ sieges: [siege('copil'), siege('cotech', { reprise: 'SANS' })] })).ok).toBe(true)
    expect((await listMembres()).filter(({ predecesseur_id: avant }) => avant !== null)).toMatchObject([
      { predecesseur_id: ids.copil, personne: null, libelle: 'Maire du Bourg', fonction: 'Maire du Bourg' },
    ])
    const vue = await coordinate(() => getMandats({ convention: essai.slug, etat: 'a-nommer', page: 1 }))
    expect(vue.ok && vue.data.personnes.map(({ sieges }) => sieges[0]?.libelle)).toEqual([
      'Des personnes ressources',
      'Maire du Bourg',
    ])
  })

  it('ends all those of a commune at once, each with its own successor', async () => {
    ids.adjointe = await addSiege('cotech', { libelle: 'Adjointe', personne: 'Sacha MODÈLE', organisme: 'mairie' })
    const vue = await coordinate(() => getCloture({ convention: essai.slug, organisme: 'mairie' }))
    if (!vue.ok) throw new Error(vue.message)
    const sieges = vue.data.departs.flatMap(({ nom, sieges: siens }) =>
      siens.map(({ id, version }) => ({
        membre: id,
        version,
        reprise: 'SUCCESSEUR' as const,
        nom: `Suite de ${nom}`,
        fonction: '',
      })),
    )
    expect(sieges).toHaveLength(3)
    expect(await close({ sieges, decisions: [{ id: ids.decision ?? 0, version: 0 }] })).toMatchObject({ ok: true })
    expect(await readResponsable('decision')).toBe('Suite de Claude TÉMOIN')
    expect((await listMembres()).filter(({ personne }) => personne?.startsWith('Suite de'))).toHaveLength(3)
  })

  it('takes the same number of statements for one seat and for many', async () => {
    const count = async (travail: () => Promise<{ ok: boolean }>) => {
      const avant = countInstructions()
      expect((await travail()).ok).toBe(true)
      return countInstructions() - avant
    }
    const un = await count(() => close({ sieges: [siege('copil')] }))
    const autres: number[] = []
    for (let rang = 0; rang < 30; rang += 1)
      autres.push(await addSiege('cotech', { libelle: `Siège ${rang}`, personne: `Personne ${rang}` }))
    expect(
      await count(() =>
        close({
          sieges: autres.map((membre) => ({ membre, version: 0, reprise: 'A_DESIGNER', nom: '', fonction: '' })),
        }),
      ),
    ).toBe(un)
    expect(un).toBeLessThanOrEqual(12)
  })
})

describe('what is refused', () => {
  it.each<[string, Partial<CloseMandats>, { champ: string; message: string }]>([
    ['no day', { fin: '' }, { champ: 'fin', message: 'Indiquez le dernier jour des mandats.' }],
    ['a day that is none', { fin: '31/02/2026' }, { champ: 'fin', message: 'n’est pas une date lisible' }],
    ['no reason', { motif: '  ' }, { champ: 'motif', message: 'Écrivez pourquoi' }],
    ['nobody', { sieges: [] }, { champ: 'sieges', message: 'Choisissez au moins un mandat.' }],
  ])('%s', async (_cas, champs, attendu) => {
    expect(await close(champs)).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: attendu.champ, message: expect.stringContaining(attendu.message) as unknown }],
    })
  })

  it('a successor without a name', async () => {
    expect(await close({ sieges: [siege('copil', { reprise: 'SUCCESSEUR', nom: ' ' })] })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'sieges.0.nom' }],
    })
  })

  it('an end before the beginning, and nothing is written', async () => {
    const resultat = await close({ fin: '2026-01-14', sieges: [siege('copil'), siege('cotech')] })
    expect(resultat).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'fin', message: expect.stringContaining('commence le 15 janvier 2026') as unknown }],
    })
    expect((await listMembres()).every(({ motif_fin: motif }) => motif === null)).toBe(true)
  })

  it('a mandate ended already', async () => {
    await close({})
    expect(await close({ sieges: [siege('copil', { version: 1 })], fin: '2026-11-25' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ message: expect.stringContaining('déjà terminé le 30 novembre 2026') as unknown }],
    })
  })

  it('a day outside the convention is accepted, and questioned', async () => {
    expect(await close({ fin: '2031-03-31' })).toMatchObject({
      ok: true,
      data: { avertissements: ['Cette date est après la fin de la convention (31 décembre 2030).'] },
    })
  })

  it('what somebody changed meanwhile: seat, decision or point, with what is there now', async () => {
    await owner.query(`UPDATE membre SET personne = 'Quelqu’un d’autre', version = version + 1 WHERE id = $1`, [
      ids.copil,
    ])
    expect(await close({})).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { changements: [{ libelle: 'Claude TÉMOIN (Comité de pilotage)', actuel: 'Quelqu’un d’autre' }] },
    })
    await owner.query(`UPDATE decision SET realisee_le = '2026-11-01', version = version + 1 WHERE id = $1`, [
      ids.decision,
    ])
    expect(
      await close({
        sieges: [siege('cotech', { reprise: 'SUCCESSEUR', nom: 'Dominique ESSAI' })],
        decisions: [{ id: ids.decision ?? 0, version: 0 }],
      }),
    ).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { changements: [{ libelle: 'Arrêter les tarifs', actuel: 'n’est plus à faire' }] },
    })
    expect((await listMembres()).some(({ fin, motif_fin: motif }) => motif !== null || fin === '2026-11-30')).toBe(
      false,
    )
  })

  it('a decision that would pass to nobody, or to two people', async () => {
    const decisions = [{ id: ids.decision ?? 0, version: 0 }]
    expect(await close({ decisions })).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'SUCCESSEUR_A_NOMMER',
      message: expect.stringContaining('Nommez le successeur de Claude Témoin') as unknown,
    })
    expect(
      await close({
        decisions,
        sieges: [
          siege('copil', { reprise: 'SUCCESSEUR', nom: 'Un' }),
          siege('cotech', { reprise: 'SUCCESSEUR', nom: 'Deux' }),
        ],
      }),
    ).toMatchObject({
      ok: false,
      code: 'SUCCESSEUR_A_NOMMER',
      message: expect.stringContaining('plusieurs successeurs') as unknown,
    })
  })

  it('a seat of another convention does not exist', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `SELECT m.id FROM membre m JOIN convention c ON c.id = m.convention_id WHERE c.slug = 'demonstration' LIMIT 1`,
    )
    expect(await close({ sieges: [siege('copil'), { ...siege('copil'), membre: rows[0]?.id ?? 0 }] })).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
  })

  it('two people at once: one ends them, the other is told', async () => {
    const resultats = await Promise.all([close({}), close({})])
    expect(resultats.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({ tag: 'CONFLIT' })
  })
})

describe('taking it back', () => {
  const closeTout = async () => {
    const resultat = await close({
      sieges: [siege('copil', { reprise: 'SUCCESSEUR', nom: 'Dominique ESSAI' }), siege('cotech')],
      decisions: [{ id: ids.decision ?? 0, version: 0 }],
      points: [{ id: ids.point ?? 0, version: 0 }],
    })
    if (!resultat.ok || resultat.data.cloture === null) throw new Error('not closed')
    return resultat.data.cloture
  }
  const reopen = (cloture: number) => coordinate(() => reopenMandats({ convention: essai.slug, cloture }))

  it('gives everything back: the mandates with the end they had, the decisions, the points', async () => {
    const avant = await listMembres()
    const cloture = await closeTout()
    const vue = await coordinate(() => getMandats({ convention: essai.slug, page: 1 }))
    expect(vue.ok && vue.data.derniere).toMatchObject({ id: cloture, fin: '2026-11-30', motif: MOTIF, mandats: 2 })
    expect(await reopen(cloture)).toMatchObject({ ok: true, data: { message: '2 mandats rétablis' } })
    const sansVersion = (lignes: Ligne[]) => lignes.map((ligne) => ({ ...ligne, version: 0 }))
    expect(sansVersion(await listMembres())).toEqual(sansVersion(avant))
    expect([await readResponsable('decision'), await readPresentateur('point')]).toEqual([
      'Claude Témoin',
      'Claude TEMOIN',
    ])
    expect(await reopen(cloture)).toMatchObject({ ok: false, code: 'AUCUNE_CLOTURE' })
  })

  it('only the latest, then the one before it', async () => {
    const premiere = await closeTout()
    const seconde = await close({ sieges: [siege('autre', { reprise: 'SANS' })], motif: 'Départ' })
    const cloture = seconde.ok ? (seconde.data.cloture ?? 0) : 0
    expect(await reopen(premiere)).toMatchObject({ ok: false, code: 'PAS_LA_DERNIERE' })
    expect((await reopen(cloture)).ok).toBe(true)
    expect((await reopen(premiere)).ok).toBe(true)
  })

  it('not when a presence or a name rests on the new mandate', async () => {
    const cloture = await closeTout()
    const nouveau = (await listMembres()).find(({ predecesseur_id: avant }) => avant === ids.copil)
    await owner.query(
      `INSERT INTO presence (convention_id, reunion_id, membre_id, etat) VALUES ($1, $2, $3, 'PRESENT')`,
      [essai.id, ids.prevue, nouveau?.id],
    )
    expect(await reopen(cloture)).toMatchObject({
      ok: false,
      code: 'SUITE_ENGAGEE',
      message: expect.stringContaining(
        'Une présence est déjà notée au titre du nouveau mandat de Dominique ESSAI (Comité de pilotage)',
      ) as unknown,
    })
    await owner.query('DELETE FROM presence WHERE membre_id = $1', [nouveau?.id])
    await owner.query('UPDATE membre SET version = 1 WHERE id = $1', [nouveau?.id])
    expect(await reopen(cloture)).toMatchObject({
      ok: false,
      code: 'SUITE_ENGAGEE',
      message: expect.stringContaining('a été complété depuis') as unknown,
    })
  })

  it('leaves alone what somebody gave to a third person since', async () => {
    const cloture = await closeTout()
    await owner.query(
      `UPDATE decision SET responsable = 'Une troisième personne', version = version + 1 WHERE id = $1`,
      [ids.decision],
    )
    expect((await reopen(cloture)).ok).toBe(true)
    expect(await readResponsable('decision')).toBe('Une troisième personne')
  })
})

describe('accounts', () => {
  it('roles are shown to those who may see them; only an administrator is led to where they change', async () => {
    const titulaire = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    await owner.query(`UPDATE utilisateur SET nom = 'Claude Témoin' WHERE id = $1`, [titulaire.id])
    const lire = async (personne: Personne) => {
      const vue = await coordinate(() => getCloture({ convention: essai.slug, siege: ids.copil }), personne)
      return vue.ok ? { comptes: vue.data.departs[0]?.affaires.comptes, administre: vue.data.administre } : null
    }
    expect(await lire(administration)).toEqual({
      comptes: [{ id: titulaire.id, nom: 'Claude Témoin', roles: ['LECTEUR'] }],
      administre: true,
    })
    expect(await lire(essai.coordination)).toEqual({
      comptes: [{ id: titulaire.id, nom: 'Claude Témoin', roles: ['LECTEUR'] }],
      administre: false,
    })
  })
})
