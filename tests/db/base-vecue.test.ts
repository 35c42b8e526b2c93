import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDossier } from '@/lib/dossier/export/queries'
import { updateReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { getReleve } from '@/lib/gouvernance/releves/queries'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { validateContribution } from '@/lib/plan-action/invitation/actions/contribution'
import { depositContribution, readFicheOuverte } from '@/lib/plan-action/invitation/write/publique'
import { acceptInvitation, checkIdentifiants, openSession, readInvitation } from '@/lib/platform/identite/connexion'
import { closeClient } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { migrate, readMigrations } from '@/scripts/migrate.mjs'
import { readBase, type BaseVecue } from '@/tests/support/base/fichier'
import { listTables, quote } from '@/tests/support/base/lignes'
import { CORRESPONDANCES } from '@/tests/support/base/correspondances'
import { listPertes } from '@/tests/support/base/pertes'
import { renewEcheances, restoreBase } from '@/tests/support/base/restore'
import { createEmptyDatabase, type TestDatabase } from '@/tests/support/database'
import { loadDeclares } from '@/tests/support/modules'
import { goAndReturn, readSur } from '@/tests/support/dossiers/base'
import { exemples, readCibles } from '@/tests/support/exemples'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/**
 * Bases that earlier versions lived in, each upgraded by every migration since: nobody loses anything, and one goes on
 * working. `npm run base:new` makes the next one.
 */

const BASES = 'tests/support/bases'
const convention = 'demonstration'

/** Tables that refuse to be written again, in their own words: what is in them is settled. */
const SCELLEES = {
  appreciation:
    'Chaque voix parle pour elle-même : la Caf par un conseiller, la coordination par un chargé de coopération.',
  journal: 'Le journal ne se modifie pas.',
  releve: 'Ce relevé est validé : il ne change plus. Corrigez-le par une nouvelle version.',
  validation_releve: 'Ce relevé n’attend pas de validation.',
}

function unwrap<T>(resultat: Resultat<T, unknown>): T {
  if (!resultat.ok) throw new Error(`${resultat.tag} ${resultat.message}`)
  return resultat.data
}

describe.each(fs.readdirSync(BASES))('a base made by the version of %s', (fichier) => {
  let base: BaseVecue
  let database: TestDatabase
  let owner: pg.Client
  /** lost by the upgrade itself, before anybody goes on working */
  let pertes: string[]
  /** somebody who may read everything */
  let personne: Personne

  beforeAll(async () => {
    base = readBase(path.join(BASES, fichier))
    database = await createEmptyDatabase()
    await restoreBase(database.ownerUrl, base)
    await migrate(database.ownerUrl)
    owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    pertes = await listPertes(owner, base)
    await renewEcheances(owner, base)
    const roles = ['CONSEILLER_CAF', 'CHARGE_COOPERATION'] as const
    const slugs = await listSlugs()
    personne = await createPersonne(database.ownerUrl, [
      { type: 'ADMINISTRATEUR' },
      ...slugs.flatMap((slug) => roles.map((type) => ({ type, convention: slug }))),
    ])
  }, 240_000)
  afterAll(async () => {
    await closeClient()
    await owner.end()
    await database.drop()
  })

  const find = async <T>(sql: string, valeurs: unknown[] = []): Promise<T> => {
    const [ligne] = (await owner.query<{ v: T }>(sql, valeurs)).rows
    if (!ligne) throw new Error(`nothing: ${sql}`)
    return ligne.v
  }
  /** Does something to the database, and leaves it as it was. */
  const tryOut = async <T>(essai: () => Promise<T>): Promise<T> => {
    await owner.query('BEGIN')
    try {
      return await essai()
    } finally {
      await owner.query('ROLLBACK')
    }
  }
  const listSlugs = async () =>
    (await owner.query<{ slug: string }>('SELECT slug FROM convention ORDER BY slug')).rows.map(({ slug }) => slug)
  const signIn = async (qui: string) =>
    openSession(await find<number>(`SELECT id AS v FROM utilisateur WHERE email LIKE $1 || '@%'`, [qui]), null)

  it('was made under migrations that nobody edited since', () => {
    const sommes = new Map(readMigrations('prisma/migrations').map(({ name, checksum }) => [name, checksum]))
    expect(base.entete.migrations.filter(({ name, checksum }) => sommes.get(name) !== checksum)).toEqual([])
    expect(base.tables.filter(({ lignes }) => lignes.length === 0)).toEqual([])
  })

  it('has lost nothing', () => {
    expect(pertes).toEqual([])
  })

  it('would tell a table, a column, a row or a value that is lost', { timeout: 240_000 }, async () => {
    const petite = {
      ...base,
      tables: base.tables.filter(({ nom }) => ['jalon', 'enjeu', 'vue_plan', 'mention'].includes(nom)),
    }
    const dites = await tryOut(async () => {
      await owner.query('DROP TABLE vue_plan')
      await owner.query('ALTER TABLE jalon DROP COLUMN titre CASCADE')
      await owner.query(`UPDATE enjeu SET texte = texte || ' ' WHERE id = (SELECT min(id) FROM enjeu)`)
      await owner.query(
        'DELETE FROM mention WHERE (commentaire_id, utilisateur_id) = (SELECT commentaire_id, utilisateur_id FROM mention ORDER BY 1, 2 LIMIT 1)',
      )
      return [
        await listPertes(owner, petite),
        await listPertes(owner, petite, [...CORRESPONDANCES, { table: 'vue_plan', devient: null, pourquoi: 'essai' }]),
      ]
    })
    const attendues = ['enjeu', 'jalon.titre: the column is gone', 'mention', 'vue_plan: the table is gone']
    expect(dites.map((liste) => liste.map((perte) => perte.replace(/: \[.*/, '')))).toEqual([
      attendues,
      attendues.slice(0, 3),
    ])
    expect(await listPertes(owner, petite)).toEqual([])
  })

  it('is accepted by every constraint and every trigger', { timeout: 240_000 }, async () => {
    expect(
      (await owner.query('SELECT conrelid::regclass, conname FROM pg_constraint WHERE NOT convalidated')).rows,
    ).toEqual([])
    const refus: Record<string, string> = {}
    for (const nom of await listTables(owner)) {
      const { rows } = await owner.query<{ nom: string }>(
        `SELECT attname AS nom FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [quote(nom)],
      )
      await tryOut(async () => {
        await owner.query(
          `UPDATE ${quote(nom)} SET ${rows.map((colonne) => `${quote(colonne.nom)} = ${quote(colonne.nom)}`).join(', ')}`,
        )
        await owner.query('SET CONSTRAINTS ALL IMMEDIATE')
      }).catch((erreur: Error) => {
        refus[nom] = erreur.message.replaceAll('\u00A0', ' ')
      })
    }
    expect(refus).toEqual(SCELLEES)
  })

  it('answers every question that a screen asks', { timeout: 120_000 }, async () => {
    const lectures = (await loadDeclares()).filter(({ declaration }) => declaration.genre === 'LECTURE')
    const refus: Record<string, string[]> = {}
    for (const slug of await listSlugs()) {
      const cibles = await readCibles(owner, slug)
      for (const { nom, appel } of lectures) {
        const resultat = (await runAs(personne.session, () =>
          appel(exemples[nom]?.(slug, cibles, cibles)),
        )) as Resultat<unknown>
        if (!resultat.ok) (refus[slug] ??= []).push(`${nom} ${resultat.tag}`)
      }
    }
    // Nobody has the import that the example names; a convention may lack the object of another example, and says so.
    expect(refus[convention]).toEqual(['getRapportTableur REGLE'])
    expect(
      Object.values(refus)
        .flat()
        .filter((dit) => !/^getRapportTableur REGLE$|INTROUVABLE$/.test(dit)),
    ).toEqual([])
  })

  it('still opens the invitation of a person, who chooses a password and signs in', async () => {
    const { invitation } = base.entete.liens
    const invitee = await readInvitation(invitation)
    expect(invitee).toEqual({ nom: 'Denis Exemple', email: 'denis.exemple@base.example' })
    expect(await acceptInvitation(invitation, 'une phrase de passe nouvelle')).toBe(true)
    expect(
      await checkIdentifiants({
        email: 'denis.exemple@base.example',
        motDePasse: 'une phrase de passe nouvelle',
        reseau: '192.0.2.20',
      }),
    ).not.toBeNull()
    // What was chosen before the upgrade opens too.
    expect(
      await checkIdentifiants({
        email: 'basile.exemple@base.example',
        motDePasse: 'une phrase de passe assez longue',
        reseau: '192.0.2.20',
      }),
    ).not.toBeNull()
    expect(await readInvitation(invitation)).toBeNull()
  })

  it('still opens the fiche of a link by invitation, and what waited for an answer gets it', async () => {
    const { fiche: jeton } = base.entete.liens
    const vue = await readFicheOuverte(jeton, '192.0.2.21')
    expect(vue).toMatchObject({ pour: 'Alix EXEMPLE', numero: expect.any(String) as string })
    expect(
      await depositContribution(
        jeton,
        'Une proposition d’après.',
        { champs: { suivi: { avant: vue?.suivi ?? null, apres: 'Après la mise à jour.' } }, etapes: [] },
        '192.0.2.21',
      ),
    ).toBe('RECUE')
    const { rows } = await owner.query<{ id: number; version: number; fiche: number; suivi: string | null }>(
      `SELECT k.id, k.version, f.id AS fiche, f.suivi FROM contribution_fiche k JOIN fiche_action f ON f.id = k.fiche_action_id
       WHERE k.invitation_id = $1 AND k.etat = 'PROPOSEE' ORDER BY k.id`,
      [hashSecret(jeton)],
    )
    expect(rows).toHaveLength(2)
    const [attente] = rows
    if (!attente) return
    const coordination = await signIn('coordination')
    const reponse = await runAs(coordination, () =>
      validateContribution({
        convention,
        fiche: attente.fiche,
        contribution: attente.id,
        version: attente.version,
        champs: { suivi: { vu: attente.suivi } },
        etapes: [],
      }),
    )
    expect(unwrap(reponse).retenues).toBe(1)
    expect(await find('SELECT suivi AS v FROM fiche_action WHERE id = $1', [attente.fiche])).toBe(
      'Une proposition qui attend sa réponse.',
    )
  })

  it('keeps its validated minutes as they were signed, and their meetings frozen', async () => {
    const coordination = await signIn('coordination')
    const { rows } = await owner.query<{
      ref: string
      reunion: number
      version: number
      contenu: { points: { titre: string }[] }
      releve: number
    }>(
      `SELECT r.ref, r.id AS reunion, r.version, v.contenu, v.id AS releve FROM reunion r JOIN releve v ON v.reunion_id = r.id JOIN convention c ON c.id = r.convention_id
       WHERE c.slug = $1 AND r.figee AND v.etat = 'VALIDE' ORDER BY r.id`,
      [convention],
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { ref, reunion, version, contenu, releve } of rows) {
      const vue = unwrap(await runAs(coordination, () => getReleve({ convention, reunion: ref })))
      expect(vue).toMatchObject({ absence: null, etat: { officielle: { etat: 'VALIDE', validations: [{}, {}] } } })
      // What is shown is what was written down then: the words of every point are in the document.
      for (const { titre } of contenu.points)
        expect(JSON.stringify(vue.document)).toContain(JSON.stringify(titre).slice(1, -1))
      const change = await runAs(coordination, () =>
        updateReunion({ convention, reunion, version, date: '2026-01-01', compteRendu: 'Réécrit', derogation: null }),
      )
      expect(change).toMatchObject({ ok: false, tag: 'REGLE' })
      await expect(
        tryOut(() => owner.query(`UPDATE reunion SET lieu = 'Ailleurs' WHERE id = $1`, [reunion])),
      ).rejects.toThrow(/validé|figée/)
      await expect(
        tryOut(() => owner.query(`UPDATE releve SET contenu = '{}' WHERE id = $1`, [releve])),
      ).rejects.toThrow(/validé/)
    }
  })

  it('gives each convention as a dossier, which makes the same convention again', { timeout: 120_000 }, async () => {
    for (const slug of await listSlugs()) {
      const dossier = readSur(unwrap(await runAs(personne.session, () => getDossier({ convention: slug }))))
      const copie = { ...dossier, convention: { ...dossier.convention, slug: `${slug}-bis` } }
      expect(await goAndReturn(personne.session, copie), slug).toEqual(copie)
    }
  })

  it('goes on living: a fiche is written, and the journal says it', async () => {
    const coordination = await signIn('coordination')
    const { rows } = await owner.query<{ id: number; suivi: string | null }>(
      'SELECT f.id, f.suivi FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 ORDER BY f.id DESC LIMIT 1',
      [convention],
    )
    const [fiche] = rows
    if (!fiche) throw new Error('no fiche')
    const avant = await find<number>('SELECT max(id)::int AS v FROM journal')
    expect(
      (
        await runAs(coordination, () =>
          updateFiche({
            convention,
            fiche: fiche.id,
            champs: { suivi: { avant: fiche.suivi, apres: 'Écrit après la mise à jour.' } },
          }),
        )
      ).ok,
    ).toBe(true)
    const lignes = await owner.query(
      `SELECT operation, objet_id FROM journal WHERE id > $1 AND objet = 'fiche_action'`,
      [avant],
    )
    expect(lignes.rows).toEqual([{ operation: 'fiche.ecrire', objet_id: fiche.id }])
  })
})
