import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeClient, countInstructions, getClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { updateReglageVeille } from '@/lib/pilotage/veille/actions'
import { recordEnvoi } from '@/lib/pilotage/veille/write/envoi'
import { buildJetonArret, readJetonArret, stopVeille } from '@/lib/pilotage/veille/write/arret'
import { getReglageVeille, getVeille } from '@/lib/pilotage/veille/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const LUNDI = '2026-12-07'

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let voisine: ConventionEssai
let conseillere: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-veille')
  voisine = await createConventionEssai(database.ownerUrl, 'essai-voisine')
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: 'essai-veille' }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const le = <T>(personne: Personne, travail: () => Promise<T>, today = LUNDI): Promise<T> =>
  runAs(personne.session, travail, { today })

async function readVeille(personne = essai.coordination, slug = essai.slug, page?: number) {
  const vue = await le(personne, () => getVeille({ convention: slug, ...(page ? { page } : {}) }))
  if (!vue.ok) throw new Error(vue.tag)
  return vue.data
}

/** Writes down the message of a day with a session of the genre that the worker opens. */
async function writeEnvoi(personne: Personne, jour = LUNDI) {
  const resultat = await le(personne, () => recordEnvoi({ jour }), jour)
  if (!resultat.ok) throw new Error(resultat.tag)
  await owner.query(
    `UPDATE envoi_veille SET etat = 'ENVOYE', envoye_le = '2026-12-07T06:02:00Z' WHERE utilisateur_id = $1 AND etat = 'A_ENVOYER'`,
    [personne.id],
  )
  return resultat.data
}

describe('the screen of the watch', () => {
  it('gathers what is due by subject, gravest first, in six statements once the situation is kept', async () => {
    await readVeille()
    const avant = countInstructions()
    const vue = await readVeille()
    expect(countInstructions() - avant).toBe(6) // opening, situation, mentions, settings, messages, COMMIT
    expect(vue.groupes.map(({ sujet }) => sujet)).toContain('Comité technique')
    expect(vue.groupes.map(({ sujet }) => sujet)).not.toContain('Commissions de travail')
    expect(vue.comptes.A_RISQUE).toBeGreaterThan(0)
    expect(vue.silence).toBeNull()
    expect(vue.apercu).toMatchObject({
      reglage: 'chaque lundi',
      prochain: 'Prochain message\u00A0: lundi 14 décembre 2026, s’il y a du nouveau.',
      serveur: false,
    })
    expect(vue.apercu.nouveaux.length).toBeGreaterThan(0)
  })

  it('costs the same with 240 meetings', async () => {
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) SELECT $1, $2, 'masse-' || n, date '2026-01-01' + n, CASE WHEN n < 330 THEN 'TENUE' ELSE 'PREVUE' END::etat_reunion FROM generate_series(100, 339) n`,
      [voisine.id, voisine.instances.commissions],
    )
    await readVeille(voisine.coordination, voisine.slug)
    const avant = countInstructions()
    await readVeille(voisine.coordination, voisine.slug)
    expect(countInstructions() - avant).toBe(6)
    await owner.query(`DELETE FROM reunion WHERE convention_id = $1 AND ref LIKE 'masse-%'`, [voisine.id])
  })

  it('says who was told what and when, of this convention alone', async () => {
    expect((await readVeille()).envois).toEqual({ lignes: [], total: 0, page: 1, pages: 1 })
    expect(await writeEnvoi(conseillere)).toEqual({ aEnvoyer: true })
    const { envois, apercu } = await readVeille()
    expect(envois.lignes).toMatchObject([
      {
        fonction: 'Personne de test',
        etat: 'ENVOYE',
        quand: 'lundi 7 décembre 2026 à 7 h 02',
        jour: 'lundi 7 décembre 2026',
      },
    ])
    expect(envois.lignes[0]?.phrases.join(' ')).toContain('Comité technique\u00A0: Aucune réunion tenue')
    // Another was told: one’s own next message still says it.
    expect(apercu.nouveaux.length).toBeGreaterThan(0)
    const { rows } = await owner.query<{ convention_id: number }>(
      'SELECT DISTINCT convention_id FROM signal_veille WHERE utilisateur_id = $1',
      [conseillere.id],
    )
    expect(rows.map(({ convention_id }) => convention_id)).toContain(essai.id)
    // The adviser’s one message also tells of the neighbour, with the same Caf: its own coordination reads its part only.
    const chezVoisine = (await readVeille(voisine.coordination, voisine.slug)).envois.lignes
    const total = (
      await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM signal_veille WHERE convention_id = $1', [
        voisine.id,
      ])
    ).rows[0]?.n
    expect(chezVoisine.flatMap(({ phrases }) => phrases)).toHaveLength(total ?? 0)
  })

  it('keeps what was told from those who do not coordinate, and from the role of the application by itself', async () => {
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: essai.slug, organisme: 'mairie' }])
    expect(await le(elue, () => getVeille({ convention: essai.slug }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await le(voisine.coordination, () => getVeille({ convention: essai.slug }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    expect(await getClient().$queryRaw`SELECT * FROM app.veille_envoyee(${essai.id}, 10, 0)`).toEqual([])
    expect(await getClient().$queryRaw`SELECT id FROM envoi_veille`).toEqual([])
  })

  it('goes page by page', async () => {
    for (let jour = 1; jour <= 12; jour += 1) {
      await owner.query(
        `WITH e AS (INSERT INTO envoi_veille (cle, utilisateur_id, jour, etat, sujet, texte) VALUES ($1, $2, $3::date, 'ENVOYE', 's', 't') RETURNING id)
         INSERT INTO signal_veille (convention_id, envoi_id, utilisateur_id, cle, phrase) SELECT $4, id, $2, $1, 'Dit ' || $3 FROM e`,
        [`page:${jour}`, essai.coordination.id, `2026-10-${String(jour).padStart(2, '0')}`, essai.id],
      )
    }
    expect((await readVeille()).envois).toMatchObject({ total: 13, page: 1, pages: 2 })
    expect((await readVeille(essai.coordination, essai.slug, 2)).envois.lignes).toHaveLength(3)
    expect((await readVeille(essai.coordination, essai.slug, 9)).envois.lignes).toEqual([])
  })

  it('asks of a convention that is over what follows it, and accuses nobody of the rest', async () => {
    const vue = await le(essai.coordination, () => getVeille({ convention: essai.slug }), '2031-02-03')
    expect(vue).toMatchObject({
      ok: true,
      data: {
        groupes: [{ sujet: 'Convention', signaux: [{ cle: 'terme:RETARD:2030-12-31' }] }],
        silence: 'convention terminée le 31 décembre 2030',
      },
    })
  })
})

describe('one’s own messages', () => {
  it('are weekly for those who coordinate or advise, and never for the others, until they choose', async () => {
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: essai.slug, organisme: 'mairie' }])
    const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    for (const personne of [essai.coordination, conseillere])
      expect(await le(personne, () => getReglageVeille({}))).toMatchObject({
        ok: true,
        data: { frequence: 'HEBDOMADAIRE', jour: 1, parDefaut: true, suit: true },
      })
    for (const personne of [elue, administration])
      expect(await le(personne, () => getReglageVeille({}))).toMatchObject({
        ok: true,
        data: { frequence: 'JAMAIS', prochain: null },
      })
    expect(await le(administration, () => getReglageVeille({}))).toMatchObject({ data: { suit: false } })
  })

  it('are saved with a version: what the link of a message changed meanwhile is not overwritten', async () => {
    const personne = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: essai.slug }])
    const save = (frequence: 'QUOTIDIENNE' | 'MENSUELLE', version: number, jour = 3) =>
      le(personne, () => updateReglageVeille({ frequence, jour, version }))
    expect(await save('QUOTIDIENNE', 0)).toEqual({ ok: true, data: { version: 1 } })
    expect(await save('MENSUELLE', 0)).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { frequence: 'QUOTIDIENNE', jour: 3, version: 1 },
    })
    await stopVeille(buildJetonArret(personne.id))
    expect(await save('MENSUELLE', 1)).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { frequence: 'JAMAIS', version: 2 },
    })
    const arretee = await le(personne, () => getReglageVeille({}))
    expect(arretee.ok && arretee.data.arretee).toBeTruthy()
    expect(await save('MENSUELLE', 2)).toEqual({ ok: true, data: { version: 3 } })
    expect(await le(personne, () => getReglageVeille({}))).toMatchObject({
      data: { frequence: 'MENSUELLE', arretee: null },
    })
    expect(await save('MENSUELLE', 3, 6)).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'jour', message: 'Choisissez un jour, du lundi au vendredi.' }],
    })
  })

  it('are stopped by a link that nobody can make for another', () => {
    const jeton = buildJetonArret(12)
    expect(readJetonArret(jeton)).toBe(12)
    expect(readJetonArret(jeton.replace(/^12/, '13'))).toBeNull()
    for (const faux of [
      '',
      '12',
      '12.',
      `12.${'A'.repeat(43)}`,
      `0${jeton}`,
      `${jeton}x`,
      `9999999999.${'A'.repeat(43)}`,
    ])
      expect(readJetonArret(faux)).toBeNull()
  })
})
