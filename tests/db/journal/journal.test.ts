import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { getJournal } from '@/lib/journal/queries'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { fr } from '@/tests/support/typographie'

/** The journal in sentences, on the delivered conventions. */

const convention = 'demonstration'
const AUTRE = 'val-aigo'
const TODAY = '2026-11-22'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let conseillere: Personne
let elue: Personne
let lointaine: Personne
let id: number

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
  lointaine = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: AUTRE }])
  id = (await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [convention])).rows[0]?.id ?? 0
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })

async function read(personne: Personne, demande: Omit<Parameters<typeof getJournal>[0], 'convention'> = {}) {
  const lu = await as(personne, () => getJournal({ convention, ...demande }))
  if (!lu.ok) throw new Error(lu.message)
  return lu.data
}

/** Each sentence of the latest gestures, with its author. */
const listPhrases = async (personne = coordination): Promise<string[]> =>
  (await read(personne)).gestes.flatMap(({ auteur, faits }) => faits.map(({ phrase }) => `${auteur} ${phrase}`))

const findId = async (sql: string, ...valeurs: unknown[]): Promise<number> => {
  const { rows } = await owner.query<{ id: number }>(sql, [id, ...valeurs])
  const [trouvee] = rows
  if (!trouvee) throw new Error(`no row: ${sql}`)
  return trouvee.id
}

describe('the journal of a convention', () => {
  it('tells a meeting that is planned by its instance and its day, and who planned it by her side and her name', async () => {
    const instance = await findId(`SELECT id FROM instance WHERE convention_id = $1 AND type = 'COPIL'`)
    const prevue = await as(conseillere, () =>
      planReunion({
        convention,
        instance,
        date: '2026-12-18',
        heureDebut: null,
        heureFin: null,
        lieu: null,
        objet: null,
        groupe: null,
        derogation: { motif: 'Essai du journal.' },
      }),
    )
    expect(prevue).toEqual(expect.objectContaining({ ok: true }))
    expect((await listPhrases())[0]).toMatch(/^La Caf \(Personne \d+\) a planifié le COPIL du 18 décembre 2026/)
  })

  it('tells a value with its unit, its period, its indicateur and its fiche', async () => {
    const { rows } = await owner.query<{ id: number; libelle: string; numero: string }>(
      `SELECT i.id, i.libelle, f.numero FROM indicateur i JOIN fiche_action f ON f.id = i.fiche_action_id
       WHERE i.convention_id = $1 AND i.nature = 'NOMBRE' AND f.numero IS NOT NULL ORDER BY i.id LIMIT 1`,
      [id],
    )
    const [indicateur] = rows
    await owner.query(`UPDATE indicateur SET unite = 'ouvertures' WHERE id = $1`, [indicateur?.id])
    await owner.query(
      `INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur) VALUES ($1, $2, '2026', '2026-01-01', '2026-12-31', 96)`,
      [id, indicateur?.id],
    )
    expect((await listPhrases())[0]).toBe(
      fr(
        `L’application a saisi 96 ouvertures pour 2026 (indicateur « ${indicateur?.libelle} » de la fiche ${indicateur?.numero})`,
      ),
    )
  })

  it('names a change by what the row hangs on, which the line does not say', async () => {
    const etape = await findId(
      `SELECT e.id FROM etape e JOIN fiche_action f ON f.id = e.fiche_action_id WHERE e.convention_id = $1 AND f.numero IS NOT NULL ORDER BY e.id LIMIT 1`,
    )
    await owner.query(`UPDATE etape SET statut = 'EN_COURS' WHERE id = $1`, [etape])
    await owner.query(`UPDATE etape SET statut = 'REALISEE' WHERE id = $1`, [etape])
    expect((await listPhrases())[0]).toMatch(
      /^L’application a passé l’étape .+ de la fiche \S+ de En cours à Réalisée$/,
    )
  })

  it('tells rows of one transaction once, and names what is gone from the line that removed it', async () => {
    const fiche = await findId(
      `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, numero, titre, ordre) SELECT $1, a.plan_id, a.id, 'fiche-essai', '9.9', 'Essai du journal', 99
       FROM axe a WHERE a.convention_id = $1 ORDER BY a.id LIMIT 1 RETURNING id`,
    )
    await owner.query(
      `INSERT INTO etape (convention_id, fiche_action_id, ref, titre, ordre) SELECT $1, $2, 'etape-essai-' || n, 'Étape ' || n, n FROM generate_series(1, 12) n`,
      [id, fiche],
    )
    const etape = await findId(`SELECT id FROM etape WHERE convention_id = $1 AND ref = 'etape-essai-1'`)
    await owner.query(`UPDATE etape SET statut = 'EN_COURS' WHERE id = $1`, [etape])
    await owner.query('DELETE FROM fiche_action WHERE id = $1', [fiche])
    const [retrait, passage, ajout, creation] = await listPhrases()
    expect(creation).toBe(fr('L’application a ajouté la fiche 9.9 « Essai du journal »'))
    expect(ajout).toBe(fr('L’application a ajouté 12 étapes à la fiche 9.9 « Essai du journal »'))
    expect(passage).toBe(fr('L’application a passé l’étape « Étape 1 » de la fiche 9.9 de À préciser à En cours'))
    expect(retrait).toBe(fr('L’application a retiré la fiche 9.9 « Essai du journal », avec 12 étapes'))
  })

  it('shows no word of the program in what the delivered conventions lived', async () => {
    const { gestes } = await read(coordination)
    expect(gestes.length).toBeGreaterThan(4)
    const textes = gestes.flatMap(({ auteur, faits }) => [
      auteur,
      ...faits.flatMap(({ phrase, details }) => [
        phrase,
        ...details.map(({ champ, de, vers }) => `${champ} ${de} ${vers}`),
      ]),
    ])
    expect(textes.filter((texte) => /_|\b(?:true|false|undefined)\b|\d{4}-\d{2}-\d{2}/.test(texte))).toEqual([])
  })

  it('takes four statements, whatever the page holds', async () => {
    for (const demande of [{}, { objet: 'etape' }]) {
      const avant = countInstructions()
      await read(coordination, demande)
      expect(countInstructions() - avant).toBe(4)
    }
  })

  it('is paged by gestures: each is told once, and none is left out', async () => {
    await owner.query('BEGIN')
    await owner.query(`UPDATE etape SET description = 'essai' WHERE convention_id = $1`, [id])
    await owner.query('COMMIT')
    const etape = await findId('SELECT id FROM etape WHERE convention_id = $1 ORDER BY id LIMIT 1')
    for (let n = 0; n < 45; n++)
      await owner.query(`UPDATE etape SET description = $2 WHERE id = $1`, [etape, `essai ${n}`])
    const vus: number[] = []
    let avant: number | undefined
    for (let page = 0; page < 10; page++) {
      const { gestes, suivante } = await read(coordination, { objet: 'etape', avant })
      vus.push(...gestes.map((geste) => geste.id))
      if (suivante === null) break
      avant = suivante
    }
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(DISTINCT (instant, utilisateur_id, operation))::int AS n FROM journal WHERE convention_id = $1 AND objet = 'etape'`,
      [id],
    )
    expect(vus).toHaveLength(rows[0]?.n ?? -1)
    expect(vus).toEqual([...new Set(vus)].sort((a, b) => b - a))
  })

  it('is for those who coordinate', async () => {
    expect(await as(elue, () => getJournal({ convention }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await as(lointaine, () => getJournal({ convention }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })
})

describe('the names of the journal', () => {
  const LIRE = 'SELECT objet, cle, ligne FROM app.nommer_lignes($1, $2, $3, $4)'

  it('are those whoever asks may read, and the side of an author is told to who reads the journal alone', async () => {
    const app = new pg.Client({ connectionString: database.appUrl })
    await app.connect()
    const { hashSecret } = await import('@/lib/platform/identite/secret')
    try {
      const lignes = (
        await owner.query<{ id: number }>('SELECT id FROM journal WHERE convention_id = $1', [id])
      ).rows.map((ligne) => ligne.id)
      const ask = async (personne: Personne) => {
        await app.query('BEGIN')
        await app.query('SELECT app.ouvrir($1, $2, NULL)', [hashSecret(personne.session), 'essai'])
        const noms = (await app.query(LIRE, [id, lignes, '{"fiche_action_id": "fiche_action"}', ['titre']])).rowCount
        const voix = (
          await app.query('SELECT * FROM app.voix_du_journal($1, $2)', [id, [conseillere.id, lointaine.id]])
        ).rows
        await app.query('ROLLBACK')
        return { noms, voix }
      }
      const siens = await ask(coordination)
      expect(siens.noms).toBeGreaterThan(10)
      expect(siens.voix).toEqual([{ utilisateur_id: conseillere.id, type: 'CONSEILLER_CAF' }])
      for (const personne of [elue, lointaine]) expect(await ask(personne)).toEqual({ noms: 0, voix: [] })
    } finally {
      await app.end()
    }
  })
})
