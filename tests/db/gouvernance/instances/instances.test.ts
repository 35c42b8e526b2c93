import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importDossier } from '@/lib/dossier/import/actions'
import {
  createInstance,
  removeInstance,
  updateInstance,
  updateMissions,
} from '@/lib/gouvernance/instances/actions/instance'
import { createMembre, removeMembre, updateMembre } from '@/lib/gouvernance/instances/actions/membre'
import { getInstance, getGouvernance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { getEditionInstance, getNouvelleInstance } from '@/lib/gouvernance/instances/queries/edition'
import type { CreateInstance, CreateMembre } from '@/lib/gouvernance/instances/schema'
import { closeClient, countInstructions } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, createDossierGouvernance, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let voisine: ConventionEssai

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-instances')
  voisine = await createConventionEssai(database.ownerUrl, 'essai-instances-voisine')
})
beforeEach(async () => {
  await owner.query(
    `DELETE FROM instance WHERE convention_id = $1 AND ref NOT IN ('copil', 'cotech', 'groupe-projet', 'rencontre-cdc', 'groupes-thematiques', 'commissions')`,
    [essai.id],
  )
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const coordinate = <T>(travail: () => Promise<T>): Promise<T> =>
  runAs(essai.coordination.session, travail, { today: TODAY })
const read = <T>(resultat: Resultat<T, unknown>): T => {
  if (!resultat.ok) throw new Error(`${resultat.message} ${JSON.stringify(resultat)}`)
  return resultat.data
}
const instanceId = (ref: string): number => essai.instances[ref] ?? 0
const create = (champs: Partial<CreateInstance> = {}) =>
  coordinate(() =>
    createInstance({ convention: essai.slug, type: 'SEMINAIRE', nom: 'Séminaire partenarial', ...champs }),
  )
const edit = async (instance: string) =>
  read(await coordinate(() => getEditionInstance({ convention: essai.slug, instance })))
const sit = (champs: Partial<CreateMembre> = {}) =>
  coordinate(() =>
    createMembre({ convention: essai.slug, instance: instanceId('cotech'), libelle: 'Le collège', ...champs }),
  )

describe('composing an instance', () => {
  it('names it after its words, once', async () => {
    expect(read(await create())).toMatchObject({
      ref: 'seminaire-partenarial',
      version: 0,
      message: '«\u00A0Séminaire partenarial\u00A0» est composée\u00A0: complétez-la.',
    })
    expect(read(await create()).ref).toBe('seminaire-partenarial-2')
    const { instance } = await edit('seminaire-partenarial')
    expect(instance).toMatchObject({
      type: 'SEMINAIRE',
      nom: 'Séminaire partenarial',
      parentId: null,
      missions: [],
      competences: [],
      regles: [],
      quorum: null,
    })
  })

  it('gives ten people who compose at once ten addresses', async () => {
    const refs = (
      await Promise.all(Array.from({ length: 10 }, () => create({ nom: 'Groupe de suivi', type: 'AUTRE' })))
    ).map((resultat) => read(resultat).ref)
    expect(new Set(refs).size).toBe(10)
  })

  it('starts from an empty convention', async () => {
    const vide = 'essai-sans-instance'
    const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    read(
      await runAs(administration.session, () =>
        importDossier({ dossier: { ...createDossierGouvernance(vide), instances: [], reserves: [] } }),
      ),
    )
    const coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: vide }])
    const ailleurs = <T>(travail: () => Promise<T>) => runAs(coordination.session, travail, { today: TODAY })
    expect(read(await ailleurs(() => getNouvelleInstance({ convention: vide })))).toMatchObject({
      parents: [],
      presents: {},
    })
    const creee = read(
      await ailleurs(() =>
        createInstance({
          convention: vide,
          type: 'COPIL',
          nom: 'Comité de pilotage',
          quorum: '5',
          quorumTexte: ' La moitié des membres ',
        }),
      ),
    )
    expect(creee.ref).toBe('comite-de-pilotage')
    const vue = read(await ailleurs(() => getInstance({ convention: vide, instance: creee.ref })))
    expect(vue).toMatchObject({
      quorum: 5,
      quorumTexte: 'La moitié des membres',
      membres: [],
      instance: { etat: 'SANS_REGLE', regleTexte: 'non précisée' },
    })
  })

  it.each<[champ: string, message: string, champs: Partial<CreateInstance>]>([
    ['nom', 'Donnez un nom', { nom: '  ' }],
    ['nom', 'trop long', { nom: 'a'.repeat(201) }],
    ['quorum', 'nombre entier, de 1 à 500', { quorum: 'la moitié' }],
    ['quorum', 'nombre entier, de 1 à 500', { quorum: '0' }],
    ['parent', 'n’est pas dans la convention', { parent: 2_147_483_647 }],
  ])('names the field and the remedy: %s, %s', async (champ, message, champs) => {
    expect(await create(champs)).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ, message: expect.stringContaining(message) }],
    })
  })

  it('costs three SQL statements to open, six to edit', async () => {
    const avant = countInstructions()
    read(await coordinate(() => getNouvelleInstance({ convention: essai.slug })))
    const apres = countInstructions()
    expect(apres - avant).toBe(3)
    await edit('copil')
    expect(countInstructions() - apres).toBe(6)
  })
})

describe('editing an instance', () => {
  it('changes its identity and keeps its address', async () => {
    const { instance } = read(await create({ nom: 'Club des maires' }))
    expect(
      read(
        await coordinate(() =>
          updateInstance({
            convention: essai.slug,
            instance,
            version: 0,
            type: 'AUTRE',
            nom: 'Conférence des maires',
            animation: 'La présidente',
            parent: instanceId('copil'),
          }),
        ),
      ),
    ).toMatchObject({ ref: 'club-des-maires', version: 1 })
    expect((await edit('club-des-maires')).instance).toMatchObject({
      nom: 'Conférence des maires',
      animation: 'La présidente',
      parentId: instanceId('copil'),
    })
    const { rows } = await owner.query(
      `SELECT operation, avant, apres FROM journal WHERE objet = 'instance' AND objet_id = $1 ORDER BY id DESC LIMIT 1`,
      [instance],
    )
    expect(rows).toMatchObject([
      { operation: 'instance.ecrire', avant: { nom: 'Club des maires' }, apres: { nom: 'Conférence des maires' } },
    ])
  })

  it('a stale version gives what is there, and writes nothing', async () => {
    const { instance } = read(await create({ nom: 'Club' }))
    const change = (nom: string) =>
      coordinate(() => updateInstance({ convention: essai.slug, instance, version: 0, type: 'AUTRE', nom }))
    const resultats = await Promise.all(['Club A', 'Club B', 'Club C'].map(change))
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    for (const resultat of resultats)
      if (!resultat.ok)
        expect(resultat).toMatchObject({
          tag: 'CONFLIT',
          actuel: { version: 1, nom: expect.stringMatching(/^Club [ABC]$/), missions: [] },
        })
  })

  it('never lists an instance inside itself, however deep, even when two people try at once', async () => {
    const a = read(await create({ nom: 'A' })).instance
    const b = read(await create({ nom: 'B', parent: a })).instance
    const c = read(await create({ nom: 'C', parent: b })).instance
    const place = (instance: number, parent: number, nom: string) =>
      coordinate(() => updateInstance({ convention: essai.slug, instance, version: 0, type: 'AUTRE', nom, parent }))
    for (const parent of [a, c])
      expect(await place(a, parent, 'A')).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'parent' }] })
    const [x, y] = [read(await create({ nom: 'X' })).instance, read(await create({ nom: 'Y' })).instance]
    const croises = await Promise.all([place(x, y, 'X'), place(y, x, 'Y')])
    expect(croises.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await edit('a')).parents.map(({ nom }) => nom)).not.toContain('C')
  })

  it('keeps missions in order, and what it proposes or decides with its sentence', async () => {
    const { instance } = read(await create({ nom: 'Pilotage' }))
    const save = (version: number, reste: object) =>
      coordinate(() =>
        updateMissions({
          convention: essai.slug,
          instance,
          version,
          missions: ['Valide le plan', 'Arbitre'],
          competences: [],
          ...reste,
        }),
      )
    read(
      await save(0, {
        competences: [
          { matiere: 'FICHE', pouvoir: 'DECIDE', source: 'Valide le plan d’action' },
          { matiere: 'SCHEMA', pouvoir: 'PROPOSE' },
          { matiere: 'AVENANT', pouvoir: 'AUCUN' },
        ],
      }),
    )
    expect((await edit('pilotage')).instance).toMatchObject({
      version: 1,
      missions: ['Valide le plan', 'Arbitre'],
      competences: [
        { matiere: 'FICHE', pouvoir: 'DECIDE', source: 'Valide le plan d’action' },
        { matiere: 'SCHEMA', pouvoir: 'PROPOSE', source: null },
      ],
    })
    const vue = read(await coordinate(() => getGouvernance({ convention: essai.slug })))
    expect(vue.matieres).toContainEqual({ matiere: 'FICHE', decident: ['Pilotage'], proposent: [], reglage: false })
    expect((await edit('copil')).decideurs).toContainEqual({ matiere: 'FICHE', nom: 'Pilotage' })
    read(await save(1, { competences: [{ matiere: 'FICHE', pouvoir: 'PROPOSE' }] }))
    expect((await edit('pilotage')).instance.competences).toEqual([
      { matiere: 'FICHE', pouvoir: 'PROPOSE', source: null },
    ])
    expect(await save(2, { missions: [' '] })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'missions.0' }],
    })
    expect(
      await save(2, {
        competences: [
          { matiere: 'FICHE', pouvoir: 'PROPOSE' },
          { matiere: 'FICHE', pouvoir: 'DECIDE' },
        ],
      }),
    ).toMatchObject({ ok: false, tag: 'INVALIDE' })
  })

  it('removes one that never met, and says the remedy for one that lived', async () => {
    const remove = (instance: number, version = 0) =>
      coordinate(() => removeInstance({ convention: essai.slug, instance, version }))
    const { instance, ref } = read(await create({ nom: 'Éphémère' }))
    await owner.query(
      `INSERT INTO reserve (convention_id, cible_type, cible_ref, raison, ordre) VALUES ($1, 'INSTANCE', $2, 'Nom douteux', 90)`,
      [essai.id, ref],
    )
    expect(read(await remove(instance)).message).toBe('«\u00A0Éphémère\u00A0» est retirée')
    // A doubtful reading about it no longer points to nothing.
    expect(
      (
        await owner.query(
          `SELECT cible_ref, levee_le IS NOT NULL AS levee, conclusion FROM reserve WHERE convention_id = $1 AND raison = 'Nom douteux'`,
          [essai.id],
        )
      ).rows,
    ).toEqual([{ cible_ref: null, levee: true, conclusion: 'L’instance «\u00A0Éphémère\u00A0» a été retirée.' }])
    const copil = (await edit('copil')).instance
    expect(await remove(copil.id, copil.version)).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'INSTANCE_UTILISEE',
      message: expect.stringContaining('1 réunion enregistrée'),
    })
    const projet = await edit('groupe-projet')
    expect(projet.obstacle).toContain('Rencontre CDC')
    expect(await remove(projet.instance.id, projet.instance.version)).toMatchObject({
      ok: false,
      tag: 'REGLE',
      message: expect.stringContaining('déplacez-les ou retirez-les d’abord'),
    })
    expect((await edit('rencontre-cdc')).instance.ref).toBe('rencontre-cdc')
  })
})

describe('members', () => {
  it('sits with person, mandate, substitute, voice and co-lead', async () => {
    const parties = (await edit('cotech')).parties
    const mairie = parties[0]?.id ?? 0
    const { membre } = read(
      await sit({
        libelle: 'La commune',
        fonction: 'Adjointe à l’enfance',
        organisme: mairie,
        personne: 'Camille EXEMPLE',
        suppleant: 'Dominique EXEMPLE',
        voix: 'DECISIVE',
        coanimation: true,
        debut: '1/3/2026',
        fin: '',
        utilisateur: essai.coordination.id,
      }),
    )
    const vue = read(await coordinate(() => getInstance({ convention: essai.slug, instance: 'cotech' })))
    expect(vue.membres).toMatchObject([
      {
        id: membre,
        personne: 'Camille EXEMPLE',
        suppleant: 'Dominique EXEMPLE',
        coanimation: true,
        debut: '2026-03-01',
        fin: null,
        voix: 'DECISIVE',
      },
    ])
    expect((await edit('cotech')).comptes.map(({ id }) => id)).toContain(essai.coordination.id)
    read(
      await coordinate(() =>
        updateMembre({
          convention: essai.slug,
          membre,
          version: 0,
          libelle: 'La commune',
          fin: '15/3/2026',
          motifFin: 'Élections municipales',
        }),
      ),
    )
    const apres = read(await coordinate(() => getInstance({ convention: essai.slug, instance: 'cotech' })))
    expect(apres).toMatchObject({
      membres: [],
      anciens: [{ id: membre, fin: '2026-03-15', motifFin: 'Élections municipales' }],
    })
    expect(
      await coordinate(() => updateMembre({ convention: essai.slug, membre, version: 0, libelle: 'Autre' })),
    ).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { version: 1, fin: '2026-03-15' } })
    read(await coordinate(() => removeMembre({ convention: essai.slug, membre, version: 1 })))
  })

  it.each<[champ: string, message: string, champs: Partial<CreateMembre>]>([
    ['libelle', 'Indiquez qui siège', { libelle: ' ' }],
    ['fin', 'Le mandat finirait avant de commencer', { debut: '2026-03-01', fin: '2026-02-28' }],
    ['fin', 'Un motif de fin demande une date de fin', { motifFin: 'Départ' }],
    ['debut', 'n’est pas une date lisible', { debut: '31/02/2026' }],
    ['utilisateur', 'Ce compte ne vous est pas connu', { utilisateur: 2_147_483_647 }],
  ])('names the field and the remedy: %s, %s', async (champ, message, champs) => {
    expect(await sit(champs)).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ, message: expect.stringContaining(message) }],
    })
  })

  it('refuses an organisme of another convention, and an account one does not see', async () => {
    const { rows } = await owner.query<{ id: number }>(
      'SELECT min(id) AS id FROM convention_organisme WHERE convention_id = $1',
      [voisine.id],
    )
    const refus = await sit({ organisme: rows[0]?.id ?? 0 })
    expect(refus).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'organisme', message: expect.stringContaining('n’est pas une partie de cette convention') }],
    })
    expect(await sit({ utilisateur: voisine.coordination.id })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'utilisateur' }],
    })
  })

  it('keeps a member who sat, and proposes to end the mandate', async () => {
    const { membre } = read(
      await coordinate(() =>
        createMembre({ convention: essai.slug, instance: instanceId('commissions'), libelle: 'La Caf' }),
      ),
    )
    await owner.query(
      `WITH r AS (INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, 'commission-presence', '2026-05-05', 'TENUE') RETURNING id)
       INSERT INTO presence (convention_id, reunion_id, membre_id, etat) SELECT $1, r.id, $3, 'PRESENT' FROM r`,
      [essai.id, instanceId('commissions'), membre],
    )
    expect(await coordinate(() => removeMembre({ convention: essai.slug, membre, version: 0 }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'MEMBRE_PRESENT',
      message:
        'Ce membre figure dans 1 réunion\u00A0: il ne se retire pas. Terminez plutôt son mandat, en indiquant sa date de fin.',
    })
  })
})

describe('who may', () => {
  it('lets a reader open nothing of it, and a coordinator nothing of another convention', async () => {
    const lectrice = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    expect(
      await runAs(lectrice.session, () => getEditionInstance({ convention: essai.slug, instance: 'copil' })),
    ).toMatchObject({ ok: false, tag: 'INTERDIT' })
    expect(await coordinate(() => getEditionInstance({ convention: voisine.slug, instance: 'copil' }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    expect(
      read(await runAs(lectrice.session, () => getInstance({ convention: essai.slug, instance: 'copil' }))),
    ).toMatchObject({ peutComposer: false, coordination: false })
  })
})
