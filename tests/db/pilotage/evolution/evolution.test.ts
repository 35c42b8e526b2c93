import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proposeSchema, reopenSchema } from '@/lib/cooperation/schemas/actions/etat'
import { getEvolution, type VueEvolution } from '@/lib/pilotage/evolution/queries'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import type { CleSection } from '@/lib/pilotage/evolution/types'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { dateJournal, readDernier } from '@/tests/support/horloge'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const SLUG = 'demonstration'
const TODAY = '2026-11-22'
const NOW = `${TODAY}T10:00:00+01:00`

let database: TestDatabase
let owner: pg.Client
let app: pg.Client
let coordination: Personne
let elue: Personne
let lointaine: Personne
let id: number

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  app = new pg.Client({ connectionString: database.appUrl })
  await Promise.all([owner.connect(), app.connect()])
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: SLUG }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: SLUG }])
  lointaine = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: 'val-aigo' }])
  id = (await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [SLUG])).rows[0]?.id ?? 0
  // Recorded here on the first day of 2026: what came before cannot be known.
  await owner.query(`UPDATE convention SET cree_le = '2026-01-01T08:00:00+01:00' WHERE id = $1`, [id])
})
afterAll(async () => {
  await closeClient()
  await Promise.all([owner.end(), app.end()])
  await database.drop()
})

/** Takes the journal back, for a test to write its own past. The trigger that forbids it is the owner’s to lift. */
async function clearJournal(): Promise<void> {
  await owner.query('ALTER TABLE journal DISABLE TRIGGER inalterable')
  await owner.query('DELETE FROM journal WHERE convention_id = $1', [id])
  await owner.query('ALTER TABLE journal ENABLE TRIGGER inalterable')
}

beforeEach(async () => {
  await owner.query(`UPDATE fiche_action SET statut = 'EN_COURS', periode_fin = NULL WHERE convention_id = $1`, [id])
  await owner.query(
    `UPDATE schema_cooperation SET etat = 'BROUILLON' WHERE convention_id = $1 AND ref = 'schema-2027-2029'`,
    [id],
  )
  await clearJournal()
})

async function read(
  personne: Personne,
  demande: Omit<Parameters<typeof getEvolution>[0], 'convention'> = {},
  today = TODAY,
): Promise<VueEvolution> {
  const resultat = await runAs(personne.session, () => getEvolution({ convention: SLUG, ...demande }), { today })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}
const section = ({ sections }: VueEvolution, cle: CleSection) => sections.find((candidate) => candidate.cle === cle)

/** A real change, journalled by the database on its own day, then dated on that of the test. */
async function at<T>(instant: string, geste: () => Promise<T>): Promise<T> {
  const avant = await readDernier(owner, id)
  const rendu = await geste()
  await dateJournal(owner, id, instant, avant)
  return rendu
}

/** Changes the status of a fiche at a given instant. */
async function changeStatut(ref: string, statut: string, instant: string): Promise<void> {
  await at(instant, () =>
    owner.query('UPDATE fiche_action SET statut = $3::statut_fiche WHERE convention_id = $1 AND ref = $2', [
      id,
      ref,
      statut,
    ]),
  )
}

const ficheId = async (ref: string): Promise<{ id: number; version: number }> =>
  (
    await owner.query<{ id: number; version: number }>(
      'SELECT id, version FROM fiche_action WHERE convention_id = $1 AND ref = $2',
      [id, ref],
    )
  ).rows[0] ?? { id: 0, version: 0 }

describe('statuses at given instants', () => {
  it('are compared on civil days of Paris, from the first to the last', async () => {
    await changeStatut('fiche-1-1', 'REALISEE', '2026-03-31T23:30:00+02:00')
    await changeStatut('fiche-1-2', 'REALISEE', '2026-04-01T00:30:00+02:00')
    await changeStatut('fiche-1-3', 'REPORTEE', '2026-04-30T23:59:59+02:00')
    await changeStatut('fiche-2-1', 'ABANDONNEE', '2026-05-01T00:00:00+02:00')
    const avril = section(await read(coordination, { depuis: '2026-04-01', jusque: '2026-04-30' }), 'FICHES')
    expect(avril?.lignes.map(({ chemin, de, vers }) => [chemin, de, vers])).toEqual([
      ['/plan-action/fiche-1-2', 'en cours', 'réalisée'],
      ['/plan-action/fiche-1-3', 'en cours', 'reportée'],
    ])
    expect(avril?.phrase).toBe('2 fiches ont changé de statut\u00A0: 1 réalisée et 1 reportée.')
    const mars = section(await read(coordination, { depuis: '2026-03-01', jusque: '2026-03-31' }), 'FICHES')
    expect(mars?.lignes.map(({ chemin }) => chemin)).toEqual(['/plan-action/fiche-1-1'])
  })

  it('a status that went and came back is not told, a status is what it was then', async () => {
    await changeStatut('fiche-1-1', 'REALISEE', '2026-04-02T10:00:00+02:00')
    await changeStatut('fiche-1-1', 'EN_COURS', '2026-04-20T10:00:00+02:00')
    await changeStatut('fiche-1-1', 'ABANDONNEE', '2026-06-01T10:00:00+02:00')
    expect(section(await read(coordination, { depuis: '2026-04-01', jusque: '2026-04-30' }), 'FICHES')).toBeUndefined()
    const debut = section(await read(coordination, { depuis: '2026-04-01', jusque: '2026-04-10' }), 'FICHES')
    expect(debut?.lignes[0]).toMatchObject({ de: 'en cours', vers: 'réalisée' })
  })

  it('follow the gestures of the application, and a fiche is late only once its day went by', async () => {
    const { id: fiche } = await ficheId('fiche-1-2')
    await owner.query(
      `UPDATE fiche_action SET periode_fin = '2026-06-30' WHERE convention_id = $1 AND ref = 'fiche-1-3'`,
      [id],
    )
    const resultat = await at(NOW, () =>
      runAs(
        coordination.session,
        () => updateFiche({ convention: SLUG, fiche, champs: { statut: { avant: 'EN_COURS', apres: 'REALISEE' } } }),
        { today: TODAY },
      ),
    )
    expect(resultat.ok).toBe(true)
    const vue = await read(coordination, { depuis: '2026-06-01' })
    expect(section(vue, 'FICHES')?.phrase).toContain('est désormais réalisée (elle était en cours)')
    expect(section(vue, 'RETARDS')?.lignes.map(({ chemin }) => chemin)).toEqual(['/plan-action/fiche-1-3'])
    expect(section(await read(coordination, { depuis: '2026-06-01', jusque: '2026-06-30' }), 'RETARDS')).toBeUndefined()
    expect(section(await read(coordination, { depuis: '2026-07-02' }), 'RETARDS')).toBeUndefined()
  })

  it('what the journal cannot know is said', async () => {
    expect((await read(coordination, { depuis: '2026-02-01' })).limites.join(' ')).not.toContain(
      'ne sont connus que depuis',
    )
    expect((await read(coordination, { depuis: '2025-02-01' })).limites.join(' ')).toContain(
      'ne sont connus que depuis le 1er janvier 2026',
    )
  })
})

describe('the rest of what happened', () => {
  it('starts from the last COPIL held, and follows a COPIL as soon as it is held', async () => {
    const vue = await read(elue)
    expect(vue.bornes).toMatchObject({ depuis: '2025-06-18', jusque: TODAY, origine: 'REUNION' })
    expect(section(vue, 'SUITES')?.phrase).toContain('pendant le COPIL du 17 juin 2025')
    await owner.query(`UPDATE reunion SET etat = 'TENUE' WHERE convention_id = $1 AND ref = 'copil-2026-12-08'`, [id])
    expect((await read(elue, {}, '2026-12-09')).bornes.depuis).toBe('2026-12-09')
    expect((await read(elue, { fin: 'copil-2026-12-08' }, '2026-12-09')).bornes).toMatchObject({
      depuis: '2025-06-18',
      jusque: '2026-12-08',
    })
    await owner.query(`UPDATE reunion SET etat = 'PREVUE' WHERE convention_id = $1 AND ref = 'copil-2026-12-08'`, [id])
  })

  it('tells a value with the one before; those of the documents at the end of their period', async () => {
    const { rows } = await owner.query<{ indicateur: number; fiche: number }>(
      `SELECT i.id AS indicateur, i.fiche_action_id AS fiche FROM indicateur i JOIN mesure m ON m.indicateur_id = i.id
       WHERE i.convention_id = $1 AND i.nature = 'NOMBRE' AND i.unite = 'places' AND i.fiche_action_id IS NOT NULL LIMIT 1`,
      [id],
    )
    const { indicateur, fiche } = rows[0] ?? { indicateur: 0, fiche: 0 }
    const juin = section(await read(elue, { depuis: '2026-06-30', jusque: '2026-06-30' }), 'MESURES')
    expect(juin?.lignes.find(({ vers }) => vers === '54\u00A0places')).toMatchObject({
      de: '48\u00A0places',
      precision: '1er semestre 2026, repris des documents',
    })
    const avant = section(await read(elue, { depuis: '2026-11-20' }), 'MESURES')?.lignes.length ?? 0
    expect(avant).toBe(0)
    const ecrite = await runAs(
      coordination.session,
      () =>
        recordMesures({
          convention: SLUG,
          fiche,
          cellules: [{ indicateur, ventilation: null, periode: '2026', valeur: '61', mesure: null }],
        }),
      { today: TODAY },
    )
    expect(ecrite.ok ? '' : ecrite.message).toBe('')
    await owner.query(
      `UPDATE mesure SET cree_le = '2026-11-21T12:00:00+01:00' WHERE indicateur_id = $1 AND valeur = 61`,
      [indicateur],
    )
    const mesures = section(await read(elue, { depuis: '2026-11-20' }), 'MESURES')
    expect(mesures?.lignes).toEqual([expect.objectContaining({ de: '54\u00A0places', vers: '61\u00A0places' })])
    expect(section(await read(elue, { depuis: '2026-11-22' }), 'MESURES')).toBeUndefined()
  })

  it('tells meetings held, cancelled and to declare, and decisions late at the end', async () => {
    await owner.query(
      `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, echeance, ordre)
      SELECT p.convention_id, p.id, 'Réunir les référents', 'ENGAGEMENT', 'PRISE', 'Andrea FICTIVE', '2026-12-01', 90
      FROM point_ordre_du_jour p JOIN reunion r ON r.id = p.reunion_id WHERE r.convention_id = $1 AND r.ref = 'cotech-2026-11-12' ORDER BY p.id LIMIT 1`,
      [id],
    )
    const vue = await read(coordination, { depuis: '2026-11-01' }, '2026-12-05')
    expect(section(vue, 'SUITES')?.lignes).toContainEqual(
      expect.objectContaining({
        texte: 'Réunir les référents',
        chemin: '/reunions/cotech-2026-11-12',
        precision: 'en retard, attendue pour le 1er décembre 2026, Andrea FICTIVE',
      }),
    )
    expect(
      section(await read(coordination, { depuis: '2026-11-01', jusque: '2026-12-01' }, '2026-12-05'), 'SUITES')
        ?.lignes ?? [],
    ).not.toContainEqual(expect.objectContaining({ texte: 'Réunir les référents' }))
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM reunion WHERE convention_id = $1 AND date BETWEEN '2026-11-01' AND '2026-12-05' AND (etat <> 'PREVUE' OR date < '2026-12-05')`,
      [id],
    )
    const manquees = section(vue, 'REUNIONS')?.lignes.filter(({ chemin }) => chemin.startsWith('/reunions/'))
    expect(manquees).toHaveLength(rows[0]?.n ?? -1)
  })

  it('says that nothing happened', async () => {
    const vue = await read(elue, { depuis: '2026-08-14', jusque: '2026-08-16' })
    expect(vue.sections).toEqual([])
    expect(vue.vide).toBe('Rien n’a été enregistré du 14 au 16 août 2026.')
  })
})

describe('schémas', () => {
  it('a draft that is proposed is told to all, what it was before to those who coordinate; taken back, to nobody else', async () => {
    // In balance, so that it may be proposed.
    await owner.query(
      `UPDATE affectation SET quotite = quotite + d.ecart FROM (
        SELECT m.marge, s.total - sum(m.quotite) AS ecart, max(m.id) FILTER (WHERE m.quotite >= 0.5) AS ligne
        FROM schema_cooperation s JOIN affectation m ON m.schema_id = s.id WHERE s.convention_id = $1 AND s.ref = 'schema-2027-2029' GROUP BY m.marge, s.total) d
      WHERE affectation.id = d.ligne`,
      [id],
    )
    const lire = async () =>
      (
        await owner.query<{ id: number; version: number }>(
          `SELECT id, version FROM schema_cooperation WHERE convention_id = $1 AND ref = 'schema-2027-2029'`,
          [id],
        )
      ).rows[0] ?? { id: 0, version: 0 }
    const { id: schema, version } = await lire()
    const propose = await at(NOW, () =>
      runAs(coordination.session, () => proposeSchema({ convention: SLUG, schema, version }), { today: TODAY }),
    )
    expect(propose.ok ? '' : propose.message).toBe('')
    expect(section(await read(elue, { depuis: TODAY }), 'ETP')?.lignes[0]).toMatchObject({ de: null, vers: 'proposé' })
    expect(section(await read(coordination, { depuis: TODAY }), 'ETP')?.lignes[0]).toMatchObject({
      de: 'brouillon',
      vers: 'proposé',
    })
    await at(NOW, () =>
      runAs(
        coordination.session,
        async () =>
          reopenSchema({ convention: SLUG, ...(await lire().then((lu) => ({ schema: lu.id, version: lu.version }))) }),
        { today: TODAY },
      ),
    )
    expect(section(await read(elue, { depuis: TODAY }), 'ETP')).toBeUndefined()
  })
})

describe('walls', () => {
  /** Asks the database itself, as the application connects. */
  async function ask<T extends pg.QueryResultRow>(
    personne: Personne | null,
    sql: string,
    valeurs: unknown[] = [],
  ): Promise<T[]> {
    await app.query('BEGIN')
    try {
      await app.query(
        `SELECT set_config('app.session', $1, true), set_config('app.operation', 'convention.lire', true)`,
        [personne ? hashSecret(personne.session) : ''],
      )
      return (await app.query<T>(sql, valeurs)).rows
    } finally {
      await app.query('ROLLBACK')
    }
  }
  const CHANGEMENTS = `SELECT * FROM app.changements($1, '-infinity', 'infinity')`

  it('an élue of the convention gets status changes and not one line of the journal', async () => {
    await changeStatut('fiche-1-1', 'REALISEE', '2026-04-02T10:00:00+02:00')
    await owner.query(
      `UPDATE fiche_action SET suivi = 'Note de suivi' WHERE convention_id = $1 AND ref = 'fiche-1-1'`,
      [id],
    )
    const lignes = await ask(elue, CHANGEMENTS, [id])
    expect(lignes).toEqual([
      {
        instant: new Date('2026-04-02T08:00:00Z'),
        objet: 'fiche_action',
        objet_id: (await ficheId('fiche-1-1')).id,
        avant: 'EN_COURS',
        apres: 'REALISEE',
      },
    ])
    expect(await ask(elue, 'SELECT * FROM journal')).toEqual([])
    expect(section(await read(elue, { depuis: '2026-04-01' }), 'FICHES')?.lignes).toHaveLength(1)
  })

  it('an élue of elsewhere, and nobody, get nothing', async () => {
    await changeStatut('fiche-1-1', 'REALISEE', '2026-04-02T10:00:00+02:00')
    expect(await ask(lointaine, CHANGEMENTS, [id])).toEqual([])
    expect(await ask(null, CHANGEMENTS, [id])).toEqual([])
    expect(await ask(elue, CHANGEMENTS, [null])).toEqual([])
    expect(await runAs(lointaine.session, () => getEvolution({ convention: SLUG }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
  })

  it('a draft schéma says nothing to those who may not read it', async () => {
    await owner.query(
      `INSERT INTO journal (convention_id, operation, objet, objet_id, avant, apres)
      SELECT convention_id, 'schema.ecrire', 'schema_cooperation', id, '{"etat": "PROPOSE"}', '{"etat": "BROUILLON"}' FROM schema_cooperation WHERE convention_id = $1 AND ref = 'schema-2027-2029'`,
      [id],
    )
    expect(await ask(elue, CHANGEMENTS, [id])).toEqual([])
    expect(await ask(coordination, CHANGEMENTS, [id])).toHaveLength(1)
  })
})

describe('the cost', () => {
  it('is five statements, whatever the convention', async () => {
    for (const slug of [SLUG, 'val-aigo', 'vallee-des-baux-alpilles']) {
      const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
      const avant = countInstructions()
      expect((await runAs(administration.session, () => getEvolution({ convention: slug }), { today: TODAY })).ok).toBe(
        true,
      )
      expect(countInstructions() - avant, slug).toBe(5)
    }
    const tableau = await runAs(elue.session, () => getTableauDeBord({ convention: SLUG }), { today: TODAY })
    expect(tableau.ok && tableau.data.evolution.phrases.length).toBe(3)
  })
})
