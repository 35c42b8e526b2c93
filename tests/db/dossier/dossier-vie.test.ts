import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importDossier } from '@/lib/dossier/import/actions'
import { exportDossier } from '@/lib/dossier/export/read'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { countLignes, goAndReturn, importSur, readSur, runAsSession } from '@/tests/support/dossiers/base'
import { changeDocument, createDossierExemple, createReleve } from '@/tests/support/dossiers/exemple'
import { createPersonne } from '@/tests/support/personnes'

let database: TestDatabase
let owner: pg.Client
let administratrice: string

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  administratrice = (await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])).session
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const REUNION = 'instances[0].reunions[0]'

/** The example with a life: a mandate taken over, a series, a COTECH proposal settled by the COPIL, validated minutes. */
function createVivant(slug: string): Dossier {
  const changements: [string, unknown][] = [
    ['avenants', [{ ref: 'avenant-1', objet: 'Avenant', valideLe: '2024-03-05' }]],
    ['documents', [{ titre: 'Bilan', nature: 'PDF' }]],
    ['instances[0].quorum', 2],
    ['instances[0].quorumTexte', 'Deux voix au moins.'],
    [
      'instances[0].competences',
      [
        { matiere: 'CIBLE', pouvoir: 'DECIDE', source: 'Valide les indicateurs.' },
        { matiere: 'FICHE', pouvoir: 'DECIDE' },
      ],
    ],
    [
      'instances[0].membres',
      [
        {
          libelle: 'Maire',
          organisme: 'mairie',
          personne: 'A. EXEMPLE',
          suppleant: 'B. EXEMPLE',
          coanimation: true,
          debut: '2020-07-01',
          fin: '2024-02-01',
          motifFin: 'Élection',
        },
        { libelle: 'Maire', organisme: 'mairie', personne: 'C. EXEMPLE', debut: '2024-02-02', predecesseur: 'copil/1' },
      ],
    ],
    [
      'instances[0].series',
      [
        {
          rythme: 'AVANT_INSTANCE',
          libelle: 'Trois semaines avant chaque COTECH',
          evenement: 'cotech',
          joursAvant: 21,
          debut: '2024-01-01',
          fin: '2024-12-31',
        },
      ],
    ],
    [`${REUNION}.serie`, 'copil/1'],
    [`${REUNION}.figee`, true],
    [`${REUNION}.presences`, [{ membre: 'copil/2', etat: 'REPRESENTE', representant: 'D. EXEMPLE' }]],
    [
      `${REUNION}.points[0]`,
      {
        titre: 'Report',
        presentateur: 'La coordinatrice',
        dureeMinutes: 20,
        etat: 'TRAITE',
        origine: 'PROPOSITION',
        cle: 'proposition:cotech-1/1/1',
        fiche: 'coordination',
        indicateur: 'indicateur-1',
        schema: 'schema-2024',
        document: 1,
        proposition: 'cotech-1/1/1',
        decisions: [
          {
            texte: 'Reporter',
            nature: 'AJUSTEMENT',
            etat: 'PRISE',
            suivi: 'Fait',
            effet: 'REPORTER_FICHE',
            fiche: 'coordination',
            avenant: 'avenant-1',
            appliqueeLe: '2024-03-05T15:00:00.123Z',
            avant: { statut: 'EN_COURS' },
          },
        ],
      },
    ],
    [
      `${REUNION}.points[1]`,
      {
        titre: 'Suite',
        etat: 'REPORTE',
        cle: 'fiches-en-retard',
        decisions: [
          {
            texte: 'Cible',
            nature: 'AJUSTEMENT',
            etat: 'PRISE',
            effet: 'CHANGER_CIBLE',
            indicateur: 'indicateur-1',
            cible: '12.50',
          },
        ],
      },
    ],
    [`${REUNION}.releves`, [{ ...createReleve(), numero: 1 }]],
    [
      'instances[1]',
      {
        ref: 'cotech',
        type: 'COTECH',
        nom: 'Comité technique',
        reunions: [
          {
            ref: 'cotech-1',
            date: '2024-02-10',
            etat: 'TENUE',
            points: [
              {
                titre: 'Fiche',
                decisions: [
                  {
                    texte: 'Proposer le report',
                    nature: 'AJUSTEMENT',
                    effet: 'REPORTER_FICHE',
                    fiche: 'coordination',
                    etat: 'PRISE',
                    decideePar: 'copil-1/1/1',
                  },
                ],
              },
            ],
          },
          {
            ref: 'cotech-2',
            date: '2024-09-10',
            etat: 'PREVUE',
            points: [{ titre: 'Reprise', cle: 'reprise:copil-1/2', precedent: 'copil-1/2' }],
          },
        ],
      },
    ],
  ]
  return readSur(
    changements.reduce<unknown>(
      (document, [chemin, valeur]) => changeDocument(document, chemin, valeur),
      createDossierExemple(slug),
    ),
  )
}

describe('the life of the instances goes and comes back', () => {
  it('every field, every link, under other ids', async () => {
    const dossier = createVivant('vivant')
    expect(await goAndReturn(administratrice, dossier)).toEqual(dossier)
    const retour = await goAndReturn(
      administratrice,
      readSur({ ...dossier, convention: { ...dossier.convention, slug: 'vivant-bis' } }),
    )
    expect(retour.instances).toEqual(dossier.instances)
  })

  it('keys of points name rows of the database they are in', async () => {
    const id = await importSur(administratrice, createVivant('cles'))
    const { rows } = await owner.query(
      `SELECT p.cle IN ('proposition:' || p.proposition_id, 'reprise:' || p.precedent_id, 'fiches-en-retard') AS juste FROM point_ordre_du_jour p WHERE p.convention_id = $1 AND p.cle IS NOT NULL`,
      [id],
    )
    expect(rows).toEqual([{ juste: true }, { juste: true }, { juste: true }])
    // A key that this version does not know, or whose object is gone, stays behind.
    await owner.query(
      `UPDATE point_ordre_du_jour SET cle = CASE cle WHEN 'fiches-en-retard' THEN 'fiche:999999999' ELSE 'inconnu:12:x' END WHERE convention_id = $1 AND reunion_id IN (SELECT id FROM reunion WHERE NOT figee)`,
      [id],
    )
    const retour = await runAsSession(administratrice, (tx) => exportDossier(tx, id))
    expect(retour.instances[1]?.reunions[1]?.points[0]?.cle).toBeNull()
  })

  it('an effect on a fiche that the plan in force has left behind is told without its effect', async () => {
    const id = await importSur(administratrice, createVivant('ancien-plan'))
    await owner.query(`UPDATE plan_action SET numero_version = 1 WHERE convention_id = $1`, [id])
    await owner.query(
      `INSERT INTO plan_action (convention_id, numero_version, niveaux) SELECT convention_id, 2, niveaux FROM plan_action WHERE convention_id = $1`,
      [id],
    )
    const retour = await runAsSession(administratrice, (tx) => exportDossier(tx, id))
    expect(retour.instances[0]?.reunions[0]?.points[0]?.decisions[0]).toMatchObject({
      texte: 'Reporter',
      etat: 'PRISE',
      effet: null,
      fiche: null,
      appliqueeLe: null,
      avant: null,
    })
    expect(readSur({ ...retour, convention: { ...retour.convention, slug: 'ancien-plan-bis' } }).plan?.fiches).toEqual(
      [],
    )
  })
})

describe('minutes validated elsewhere', () => {
  it('are brought in whole, with the names that were written and no account, and their meeting is frozen', async () => {
    const id = await importSur(administratrice, createVivant('releve'))
    const { rows } = await owner.query(
      `SELECT r.etat, m.figee, v.cote, v.nom, v.utilisateur_id FROM releve r JOIN reunion m ON m.id = r.reunion_id JOIN validation_releve v ON v.releve_id = r.id WHERE r.convention_id = $1 ORDER BY v.cote`,
      [id],
    )
    expect(rows).toEqual([
      { etat: 'VALIDE', figee: true, cote: 'CAF', nom: 'A. EXEMPLE, conseillère', utilisateur_id: null },
      {
        etat: 'VALIDE',
        figee: true,
        cote: 'COORDINATION',
        nom: 'B. EXEMPLE, chargée de coopération',
        utilisateur_id: null,
      },
    ])
    await expect(owner.query(`UPDATE releve SET motif = 'x' WHERE convention_id = $1`, [id])).rejects.toMatchObject({
      code: 'CT002',
    })
    await expect(owner.query(`DELETE FROM presence WHERE convention_id = $1`, [id])).rejects.toMatchObject({
      code: 'CT002',
    })
  })

  it('nobody makes a validation without an account outside an import, nor with one inside', async () => {
    const id = await importSur(administratrice, createVivant('faux-releve'))
    const ajoute = async (operation: string, utilisateur: string): Promise<unknown> => {
      const app = new pg.Client({ connectionString: database.appUrl })
      await app.connect()
      try {
        const { rows } = await owner.query<{ id: string }>(
          `SELECT s.id FROM session s JOIN role r ON r.utilisateur_id = s.utilisateur_id WHERE r.type = 'ADMINISTRATEUR' AND s.fermee_le IS NULL ORDER BY s.cree_le DESC LIMIT 1`,
        )
        await app.query('BEGIN')
        await app.query(`SELECT set_config('app.session', $1, true), set_config('app.operation', $2, true)`, [
          rows[0]?.id,
          operation,
        ])
        await app.query(
          `INSERT INTO releve (convention_id, reunion_id, numero_version, etat) SELECT convention_id, id, 9, 'A_VALIDER' FROM reunion WHERE convention_id = $1 AND ref = 'cotech-1'`,
          [id],
        )
        await app.query(
          `INSERT INTO validation_releve (convention_id, releve_id, cote, utilisateur_id, nom) SELECT convention_id, id, 'CAF', ${utilisateur}, 'Quelqu’un' FROM releve WHERE convention_id = $1 AND numero_version = 9`,
          [id],
        )
        return 'écrit'
      } catch (erreur) {
        return erreur instanceof Error ? erreur.message : erreur
      } finally {
        await app.end()
      }
    }
    expect(await ajoute('releve.valider', 'NULL')).toMatch(/row-level security|Chaque côté valide pour lui-même/)
    expect(await ajoute('dossier.importer', 'app.utilisateur_id()')).toMatch(/row-level security/)
    expect(await ajoute('dossier.importer', 'NULL')).toBe('écrit')
  })
})

describe('a convention that goes', () => {
  it('takes all of its life along, whatever points to whatever, frozen minutes included', async () => {
    const avant = await countLignes(owner)
    const id = await importSur(administratrice, createVivant('depart'))
    const journal = await owner.query(`DELETE FROM convention WHERE id = $1`, [id])
    expect(journal.rowCount).toBe(1)
    const apres = await countLignes(owner)
    const restes = Object.keys(apres).filter((table) => apres[table] !== avant[table])
    // The journal keeps what was; organismes are shared.
    expect(restes.filter((table) => table !== 'journal' && table !== 'organisme')).toEqual([])
  })

  it.each(['demonstration', 'vallee-des-baux-alpilles', 'provence-alpes-agglomeration'])(
    '%s, as it is delivered',
    async (slug) => {
      await owner.query('BEGIN')
      await owner.query(`DELETE FROM convention WHERE slug = $1`, [slug])
      await owner.query('SET CONSTRAINTS ALL IMMEDIATE')
      await owner.query('ROLLBACK')
    },
  )

  it('a link broken on its own is still refused, when the transaction ends', async () => {
    const id = await importSur(administratrice, createVivant('lien'))
    await expect(owner.query(`DELETE FROM document WHERE convention_id = $1`, [id])).rejects.toMatchObject({
      code: '23503',
    })
    await expect(
      owner.query(`DELETE FROM convention_organisme WHERE convention_id = $1 AND ref = 'mairie'`, [id]),
    ).rejects.toMatchObject({ code: '23503' })
  })
})

it('an adviser brings in a living convention through the action, as they do any other', async () => {
  await importSur(administratrice, createVivant('caf-13'))
  const { session } = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: 'caf-13' }])
  expect(await runAs(session, () => importDossier({ dossier: { ...createVivant('caf-13-bis') } }))).toMatchObject({
    ok: true,
  })
})
