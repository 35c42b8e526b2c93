import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeClient } from '@/lib/platform/db'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { getGouvernance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { buildJetonArret, stopVeille } from '@/lib/pilotage/veille/write/arret'
import { runVeille } from '@/lib/pilotage/veille/write/travail'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { startSmtp, type BoiteSmtp } from '@/tests/support/smtp'

const LUNDI = '2026-12-07'
const MARDI = '2026-12-08'

let database: TestDatabase
let owner: pg.Client
let boite: BoiteSmtp
let essai: ConventionEssai
let voisine: ConventionEssai

function believe(today: string): void {
  process.env.COPILOTE_AUJOURDHUI = today
}

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  boite = await startSmtp()
  essai = await createConventionEssai(database.ownerUrl, 'essai-veille')
  voisine = await createConventionEssai(database.ownerUrl, 'essai-voisine')
  Object.assign(process.env, {
    SMTP_URL: boite.url,
    SMTP_EXPEDITEUR: 'Copilote CTG <veille@copilote.example>',
    NEXTAUTH_URL: 'https://copilote.example/',
    COPILOTE_DEMONSTRATION: '1',
  })
})
beforeEach(async () => {
  boite.clear()
  await owner.query('DELETE FROM envoi_veille')
  await owner.query('DELETE FROM reglage_veille')
  await owner.query('DELETE FROM tache')
  await owner.query('UPDATE utilisateur SET actif = id = ANY ($1) WHERE NOT systeme', [[essai.coordination.id]])
  await owner.query('UPDATE utilisateur SET email = $2, nom = $3 WHERE id = $1', [
    essai.coordination.id,
    'camille@essai.example',
    'Camille Durand',
  ])
  await owner.query('DELETE FROM reunion WHERE ref NOT IN (SELECT ref FROM reunion WHERE figee)')
  believe(LUNDI)
})
afterAll(async () => {
  await closeClient()
  await boite.close()
  await owner.end()
  await database.drop()
})

const activate = (...personnes: Personne[]) =>
  owner.query('UPDATE utilisateur SET actif = true WHERE id = ANY ($1)', [personnes.map(({ id }) => id)])
const retryNow = () =>
  owner.query(
    `UPDATE tache SET pas_avant = now() - interval '1 second', bail_fin = least(bail_fin, now() - interval '1 second')`,
  )
const pass = () => runVeille({ deposer: true })
const choose = (personne: Personne, frequence: string, jour = 1) =>
  owner.query(
    'INSERT INTO reglage_veille (utilisateur_id, frequence, jour, version) VALUES ($1, $2::frequence_veille, $3, 1)',
    [personne.id, frequence, jour],
  )
const readEnvois = async () =>
  (await owner.query<{ etat: string; cle: string }>('SELECT etat, cle FROM envoi_veille ORDER BY id')).rows
const readTache = async () =>
  (await owner.query<{ etat: string; essais: number; erreur: string | null }>('SELECT etat, essais, erreur FROM tache'))
    .rows[0]

describe('the digest', () => {
  it('comes once, says what is late or at risk with its reason, and how to stop', async () => {
    await pass()
    await pass()
    expect(boite.recus).toHaveLength(1)
    const [message] = boite.recus
    expect(message?.pour).toEqual(['camille@essai.example'])
    expect(message?.to?.[0]).toMatchObject({ name: 'Camille Durand', address: 'camille@essai.example' })
    expect(message?.from).toMatchObject({ name: 'Copilote CTG', address: 'veille@copilote.example' })
    expect(message?.subject).toContain('à risque')
    expect(message?.messageId).toBe(`<veille.${essai.coordination.id}.2026-12-07@copilote.example>`)
    expect(message?.text).toContain('Bonjour Camille Durand,')
    expect(message?.text).toContain(
      'Comité technique\n  Aucune réunion tenue en 2026 sur 1 demandée\u00A0: 1 réunion à planifier d’ici le 31 décembre 2026.\n  https://copilote.example/conventions/essai-veille/gouvernance/cotech',
    )
    // No rule, no word.
    expect(message?.text).not.toContain('Commissions de travail')
    expect(message?.html).toContain(
      '<a href="https://copilote.example/conventions/essai-veille/gouvernance/cotech">Comité technique</a>',
    )
    const entetes = new Map(message?.headers.map(({ key, value }) => [key, value]))
    const jeton = buildJetonArret(essai.coordination.id)
    expect(entetes.get('list-unsubscribe')?.replace(/\s+/g, '')).toBe(
      `<https://copilote.example/api/veille/arret?jeton=${jeton}>`,
    )
    expect(entetes.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(message?.text).toContain(`https://copilote.example/veille/arret/${jeton}`)
    expect(await readEnvois()).toEqual([{ etat: 'ENVOYE', cle: `veille:${essai.coordination.id}:2026-12-07` }])
  })

  it('never says the same thing twice, and says nothing when nothing is new', async () => {
    await choose(essai.coordination, 'QUOTIDIENNE')
    await pass()
    believe(MARDI)
    await pass()
    expect(boite.recus).toHaveLength(1)
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date) VALUES ($1, $2, 'commission-passee', '2026-12-08')`,
      [essai.id, essai.instances.commissions],
    )
    believe('2026-12-09')
    await pass()
    expect(boite.recus).toHaveLength(2)
    expect(boite.recus[1]?.subject).toContain('Commissions de travail, 8 décembre 2026, à faire')
    expect(boite.recus[1]?.text).not.toContain('Comité technique')
  })

  it('stays home on Sundays and public holidays; what was due then leaves on the next open day', async () => {
    await choose(essai.coordination, 'QUOTIDIENNE')
    for (const jour of ['2026-12-06', '2026-12-25', '2027-01-01', '2026-07-14']) {
      believe(jour)
      await pass()
    }
    expect(boite.recus).toHaveLength(0)
    await owner.query(`UPDATE reglage_veille SET frequence = 'HEBDOMADAIRE', jour = 1`)
    believe('2027-03-29') // Easter Monday
    await pass()
    expect(boite.recus).toHaveLength(0)
    believe('2027-03-30')
    await pass()
    expect(boite.recus).toHaveLength(1)
    believe('2027-03-31')
    await pass()
    expect(boite.recus).toHaveLength(1)
  })

  it('keeps each within their walls: nothing of another convention, nothing of a role that was lost', async () => {
    await activate(voisine.coordination)
    await pass()
    const texte = (adresse: string) => boite.recus.find(({ pour }) => pour.includes(adresse))?.text ?? ''
    expect(boite.recus).toHaveLength(2)
    expect(texte('camille@essai.example')).toContain('/conventions/essai-veille/')
    expect(texte('camille@essai.example')).not.toContain('essai-voisine')
    expect(texte(voisine.coordination.email)).not.toContain('essai-veille')
  })

  it('tells élus of the COPIL and decisions, pilotes of their fiches, administration of nothing', async () => {
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: essai.slug, organisme: 'mairie' }])
    const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    await activate(elue, administration)
    for (const personne of [elue, administration]) await choose(personne, 'QUOTIDIENNE')
    await owner.query('UPDATE utilisateur SET actif = false WHERE id = $1', [essai.coordination.id])
    believe('2027-12-07') // no COPIL in 2027
    await pass()
    expect(boite.recus.map(({ pour }) => pour)).toEqual([[elue.email]])
    expect(boite.recus[0]?.text).toContain('Comité de pilotage')
    expect(boite.recus[0]?.text).not.toContain('Comité technique')
  })

  it('opens nothing else with its session, and closes it', async () => {
    const secret = 'secret-de-veille'
    await owner.query(
      `INSERT INTO session (id, utilisateur_id, expire_le, genre) VALUES ($1, $2, now() + interval '1 hour', 'VEILLE')`,
      [hashSecret(secret), essai.coordination.id],
    )
    expect(await runAs(secret, () => getGouvernance({ convention: essai.slug }))).toMatchObject({
      ok: false,
      tag: 'NON_CONNECTE',
    })
    await owner.query('DELETE FROM session WHERE genre = $1', ['VEILLE'])
    await pass()
    const { rows } = await owner.query(`SELECT fermee_le IS NOT NULL AS fermee FROM session WHERE genre = 'VEILLE'`)
    expect(rows).toEqual([{ fermee: true }])
  })

  it('stops by its link alone, for that person, and another’s link stops nothing', async () => {
    await stopVeille(`${essai.coordination.id}.${'A'.repeat(43)}`)
    await stopVeille('n’importe quoi')
    expect((await owner.query('SELECT * FROM reglage_veille')).rows).toEqual([])
    await stopVeille(buildJetonArret(essai.coordination.id))
    await pass()
    expect(boite.recus).toHaveLength(0)
    expect(
      (await owner.query('SELECT frequence, arretee_le IS NOT NULL AS par_lien FROM reglage_veille')).rows,
    ).toEqual([{ frequence: 'JAMAIS', par_lien: true }])
  })

  it('cannot be made to write another header or another recipient', async () => {
    await owner.query('UPDATE utilisateur SET nom = $2 WHERE id = $1', [
      essai.coordination.id,
      'Camille\r\nBcc: autre@ailleurs.example',
    ])
    await owner.query('UPDATE instance SET nom = $2 WHERE id = $1', [
      essai.instances.cotech,
      'Comité\r\nBcc: autre@ailleurs.example',
    ])
    await owner.query('UPDATE instance SET nom = nom WHERE id = $1', [essai.instances.copil])
    await pass()
    expect(boite.recus).toHaveLength(1)
    expect(boite.recus[0]?.pour).toEqual(['camille@essai.example'])
    expect(boite.recus[0]?.headers.map(({ key }) => key)).not.toContain('bcc')
    await owner.query('UPDATE instance SET nom = $2 WHERE id = $1', [essai.instances.cotech, 'Comité technique'])
  })

  it('leaves for one recipient only: an address that hides a list is given up', async () => {
    await owner.query('UPDATE utilisateur SET email = $2 WHERE id = $1', [
      essai.coordination.id,
      'a@b.example,c@d.example',
    ])
    await pass()
    expect(boite.tentatives).toEqual([])
    expect(await readEnvois()).toMatchObject([{ etat: 'ABANDONNE' }])
  })
})

describe('refusals and crashes', () => {
  it('tries again after a temporary refusal, with the same Message-ID', async () => {
    boite.refuse({ code: 451, quand: 'DATA' })
    await pass()
    expect(await readTache()).toEqual({
      etat: 'A_FAIRE',
      essais: 1,
      erreur: 'Refus temporaire du serveur de messagerie (451)',
    })
    expect(await readEnvois()).toMatchObject([{ etat: 'A_ENVOYER' }])
    boite.refuse(null)
    await pass()
    expect(boite.recus).toHaveLength(0)
    await retryNow()
    await pass()
    expect(boite.recus).toHaveLength(1)
    expect(new Set(boite.tentatives).size).toBe(1)
    expect(await readTache()).toMatchObject({ etat: 'FAITE', essais: 2, erreur: null })
  })

  it('gives up after a definitive refusal; the next message tells what that one could not', async () => {
    boite.refuse({ code: 550, quand: 'RCPT' })
    await pass()
    expect(await readEnvois()).toMatchObject([{ etat: 'ABANDONNE' }])
    expect(await readTache()).toMatchObject({ etat: 'FAITE' })
    boite.refuse(null)
    believe('2026-12-14')
    await pass()
    expect(boite.recus).toHaveLength(1)
    expect(boite.recus[0]?.text).toContain('Comité technique')
    const { rows } = await owner.query(
      'SELECT DISTINCT e.etat FROM signal_veille s JOIN envoi_veille e ON e.id = s.envoi_id',
    )
    expect(rows).toEqual([{ etat: 'ENVOYE' }])
  })

  it('gives up after the last try', async () => {
    boite.refuse({ code: 451, quand: 'RCPT' })
    for (let essais = 1; essais <= 5; essais += 1) {
      await pass()
      await retryNow()
    }
    expect(await readTache()).toMatchObject({ etat: 'ECHOUEE', essais: 5 })
    expect(await readEnvois()).toMatchObject([{ etat: 'ABANDONNE' }])
  })

  it('does not send what its reader may not read any more, or wants no more', async () => {
    boite.refuse({ code: 451, quand: 'DATA' })
    await pass()
    boite.refuse(null)
    const { rows } = await owner.query('DELETE FROM role WHERE utilisateur_id = $1 RETURNING convention_id', [
      essai.coordination.id,
    ])
    await retryNow()
    await pass()
    expect(boite.recus).toHaveLength(0)
    expect(await readEnvois()).toMatchObject([{ etat: 'ABANDONNE' }])
    await owner.query(`INSERT INTO role (utilisateur_id, type, convention_id) VALUES ($1, 'CHARGE_COOPERATION', $2)`, [
      essai.coordination.id,
      rows[0]?.convention_id,
    ])
  })

  it('sends once, however many workers there are', async () => {
    await Promise.all([spawnWorker().fini, spawnWorker().fini, pass()])
    expect(boite.recus).toHaveLength(1)
    expect(await readEnvois()).toHaveLength(1)
  })

  it('survives a kill in the middle of sending: one message accepted in the end, the same', async () => {
    const arrive = boite.hold()
    const premier = spawnWorker()
    await arrive
    premier.child.kill('SIGKILL')
    await premier.fini
    expect(boite.recus).toHaveLength(0)
    expect(await readTache()).toMatchObject({ etat: 'EN_COURS', essais: 1 })
    // Its lease still runs: nobody takes the work over before that.
    await pass()
    expect(boite.tentatives).toHaveLength(1)
    await retryNow()
    await spawnWorker().fini
    expect(boite.recus).toHaveLength(1)
    expect(boite.tentatives).toEqual([boite.recus[0]?.messageId, boite.recus[0]?.messageId])
    await retryNow()
    await pass()
    expect(boite.tentatives).toHaveLength(2)
    expect(await readEnvois()).toMatchObject([{ etat: 'ENVOYE' }])
  })
})

/** The worker as it is started in production, for one pass. */
function spawnWorker(): { child: ChildProcess; fini: Promise<unknown> } {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/travail.ts', '--une-fois'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  return { child, fini: once(child, 'exit') }
}
