import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDossier } from '@/lib/dossier/import/write/dossier'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { closeClient, runTransaction } from '@/lib/platform/db'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { changeDocument, createDossierExemple, createReleve } from '@/tests/support/dossiers/exemple'
import {
  countLignes,
  expectChemins,
  goAndReturn,
  importSur,
  readSur,
  runAsSession,
} from '@/tests/support/dossiers/base'
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

/** The example, under this address and of this Caf, with other places changed. */
function create(slug: string, departement: string, ...changements: [chemin: string, valeur: unknown][]): Dossier {
  const depart: unknown = changeDocument(createDossierExemple(slug), 'organismes[0].departement', departement)
  return readSur(changements.reduce((courant, [chemin, valeur]) => changeDocument(courant, chemin, valeur), depart))
}

/** A dossier that fills every table an import writes. */
const createComplet = (slug: string) =>
  create(
    slug,
    '04',
    ['territoire.epcis', [{ nom: 'Une intercommunalité' }]],
    ['organismes[1].representants', [{ nom: 'EXEMPLE' }]],
    ['avenants', [{ ref: 'a', objet: 'Objet' }]],
    ['annexes', [{ titre: 'Annexe' }]],
    ['chiffres', [{ libelle: 'Habitants', valeur: '84904' }]],
    ['lacunes', [{ sujet: 'BUDGET', raison: 'Non précisé.' }]],
    ['reserves', [{ cible: { type: 'CONVENTION' }, raison: 'Douteux.' }]],
    ['jalons', [{ titre: 'Diagnostic' }]],
    ['documents', [{ titre: 'Compte rendu', nature: 'PDF' }]],
    ['missions', [{ bloc: 'Coordonner', texte: 'Animer' }]],
    ['equipements', [{ ref: 'e', nom: 'Crèche', nature: 'EAJE_MULTI_ACCUEIL' }]],
    ['coutsEtp', [{ montant: '48000', source: 'Convention' }]],
    ['evaluations', [{ ref: 'ev', objet: 'Démarche' }]],
    ['plan.fiches[0].themes', ['PARENTALITE']],
    ['plan.fiches[0].communes', ['Malijai']],
    ['plan.fiches[0].documents', [1]],
    ['plan.fiches[0].budget', [{ annee: 2024, financeur: 'Commune', organisme: 'mairie', prevu: '1200.50' }]],
    ['plan.fiches[0].liens', [{ libelle: 'Schéma départemental' }]],
    [
      'plan.fiches[0].appreciations',
      [{ cote: 'CAF', niveau: 'VIGILANCE', nom: 'A. EXEMPLE, conseillère', instant: '2024-03-07T09:00:00Z' }],
    ],
    ['plan.fiches[0].indicateurs[0].cibles', [{ periode: '2024', valeur: '10' }]],
    ['plan.fiches[0].indicateurs[0].mesures[0].accords', [{ organisme: 'mairie' }]],
    ['plan.versions', [{ numero: 1, libelle: 'Plan signé', arreteeLe: '2024-01-01', contenu: { niveaux: ['Axe'] } }]],
    ['instances[0].reunions[0].derogations', [{ regle: 'MAXIMUM', motif: 'Urgence' }]],
    ['instances[0].competences', [{ matiere: 'FICHE', pouvoir: 'DECIDE' }]],
    ['instances[0].series', [{ rythme: 'MENSUEL', libelle: 'Chaque mois', debut: '2024-01-01', fin: '2024-12-31' }]],
    ['instances[0].reunions[0].presences', [{ membre: 'copil/1', etat: 'PRESENT' }]],
    ['instances[0].reunions[0].releves', [createReleve()]],
    ['schemas[0].existant', '1'],
    ['schemas[0].developpements', [{ libelle: 'Création', quotite: '0.5' }]],
  )

describe('all or nothing', () => {
  it('an incident on any table, at any moment, leaves no row in any', async () => {
    const avant = await countLignes(owner)
    await importSur(administratrice, createComplet('reference'))
    const apres = await countLignes(owner)
    const ecrites = Object.keys(apres).filter((table) => apres[table] !== avant[table] && table !== 'journal')
    // convention, organisme, what says that a convention changed, and one table per kind of row
    expect(ecrites).toHaveLength(55)
    await owner.query(
      `CREATE FUNCTION essai_incident() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'incident'; END $$`,
    )
    for (const [i, table] of ecrites.entries()) {
      await owner.query(
        `CREATE TRIGGER essai AFTER INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION essai_incident()`,
      )
      // A Caf that is not known yet, so that the shared rows are written too.
      const dossier = readSur(changeDocument(createComplet(`incident-${i}`), 'organismes[0].departement', '05'))
      await expect(importSur(administratrice, dossier), table).rejects.toThrow()
      expect(await countLignes(owner), table).toEqual(apres)
      await owner.query(`DROP TRIGGER essai ON "${table}"`)
    }
  }, 120_000)

  it('a balance that only the database sees broken is refused at commit', async () => {
    const avant = await countLignes(owner)
    const session = runAsSession(administratrice, async (tx) => {
      const ecriture = await writeDossier(tx, create('desequilibre', '05'))
      await tx.schemaCooperation.updateMany({ where: { convention: { slug: 'desequilibre' } }, data: { total: '2' } })
      return ecriture
    })
    await expect(session).rejects.toThrow()
    expect(await countLignes(owner)).toEqual(avant)
  })

  it('a dossier that was never checked is checked before it is written', async () => {
    const dossier = create('jamais-verifie', '05')
    const [fiche] = dossier.plan?.fiches ?? []
    if (fiche) fiche.axe = 'absent'
    expectChemins(await runAsSession(administratrice, (tx) => writeDossier(tx, dossier)), ['plan.fiches[0].axe'])
  })
})

describe('expected refusals write nothing, even if the transaction goes on', () => {
  async function expectRefus(dossier: Dossier, chemins: string[], session = administratrice): Promise<void> {
    const avant = await countLignes(owner)
    expectChemins(await runAsSession(session, (tx) => writeDossier(tx, dossier), 'portefeuille.lire'), chemins)
    expect(await countLignes(owner)).toEqual(avant)
  }

  it('a slug that is taken', async () => {
    await importSur(administratrice, create('prise', '04'))
    await expectRefus(create('prise', '05', ['organismes[1].nom', 'Une autre commune']), ['convention.slug'])
    const refus = await runAsSession(administratrice, (tx) => writeDossier(tx, create('prise', '05')))
    expect(refus).toMatchObject({
      erreurs: [{ message: expect.stringMatching(/choisissez un autre convention\.slug/) }],
    })
  })

  it('official codes that are in no table', async () => {
    const dossier = create(
      'codes',
      '05',
      ['territoire.departement', '99'],
      ['territoire.communes[0].insee', '04999'],
      ['territoire.epcis', [{ nom: 'Inconnue', siren: '999999999' }]],
      ['organismes[1].insee', '13999'],
      ['organismes[2]', { ref: 'epci', type: 'EPCI', nom: 'x', siren: '999999998' }],
      ['organismes[3]', { ref: 'asso', type: 'ASSOCIATION', nom: 'x', siren: '999999997' }],
      ['organismes[1].departement', '96'],
      ['equipements', [{ ref: 'e', nom: 'x', nature: 'RPE', insee: '2A999' }]],
    )
    await expectRefus(dossier, [
      'territoire.departement',
      'territoire.epcis[0].siren',
      'territoire.communes[0].insee',
      'organismes[1].insee',
      'organismes[1].departement',
      'organismes[2].siren',
      'equipements[0].insee',
    ])
  })

  it('a code that is not the one already known of the same organisme', async () => {
    const msa = (siren: string | null, departement: string | null): [string, unknown] => [
      'organismes[2]',
      { ref: 'msa', type: 'MSA', nom: 'MSA des Essais', siren, departement },
    ]
    await importSur(administratrice, create('msa-1', '04', msa('111111111', null)))
    await expectRefus(create('msa-2', '04', msa('222222222', null)), ['organismes[2].siren'])
    // An administrator completes what was not known; silence agrees with everything.
    const complete = create('msa-3', '04', msa('111111111', '04'))
    expect(await goAndReturn(administratrice, complete)).toEqual(complete)
    await importSur(administratrice, create('msa-4', '04', msa(null, null)))
    const { rows } = await owner.query(`SELECT siren, departement_code FROM organisme WHERE cle = 'MSA:essais'`)
    expect(rows).toEqual([{ siren: '111111111', departement_code: '04' }])
  })

  it('an adviser imports for their own Caf, and for no other', async () => {
    await importSur(administratrice, create('caf-06', '06'))
    await importSur(administratrice, create('caf-07', '07'))
    const { session } = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: 'caf-06' }])
    const sien = create('caf-06-bis', '06')
    expect(await goAndReturn(session, sien)).toEqual(sien)
    await expectRefus(create('caf-07-bis', '07'), ['convention.caf'], session)
    await expectRefus(create('caf-08', '08'), ['convention.caf'], session)
    // The address is taken by a convention that they cannot read.
    await expectRefus(create('caf-07', '06'), ['convention.slug'], session)
    // A code they give is theirs: the shared row, which they may not change, stays as it was.
    const avecSiren = create('caf-06-ter', '06', ['organismes[0].siren', '333333333'])
    expect(await goAndReturn(session, avecSiren)).toEqual(avecSiren)
    expect((await owner.query("SELECT siren FROM organisme WHERE cle = 'CAF:06'")).rows).toEqual([{ siren: null }])
  })

  it('others, and nobody, import nothing', async () => {
    const { session } = await createPersonne(database.ownerUrl, [
      { type: 'CHARGE_COOPERATION', convention: 'caf-06' },
      { type: 'LECTEUR', convention: 'caf-06' },
    ])
    await expectRefus(create('charge', '06'), ['convention.caf'], session)
    expectChemins(await runTransaction((tx) => writeDossier(tx, create('personne', '06'))), ['convention.caf'])
  })
})

describe('several at once', () => {
  it('one slug goes to one of them', async () => {
    const ecritures = await Promise.all(
      ['05', '05', '09', '09'].map((departement) =>
        runAsSession(administratrice, (tx) => writeDossier(tx, create('ensemble', departement))),
      ),
    )
    expect(ecritures.filter(({ ok }) => ok)).toHaveLength(1)
    for (const ecriture of ecritures) if (!ecriture.ok) expectChemins(ecriture, ['convention.slug'])
    const { rows } = await owner.query(`SELECT count(*)::int AS n FROM convention WHERE slug = 'ensemble'`)
    expect(rows).toEqual([{ n: 1 }])
  })

  it('one commune is one row, whoever names it first', async () => {
    const commune: [string, unknown] = ['organismes[1].insee', '09001']
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((suite) => importSur(administratrice, create(`commune-${suite}`, '09', commune))),
    )
    const { rows } = await owner.query(
      `SELECT count(DISTINCT o.id)::int AS organismes, count(*)::int AS parties FROM organisme o JOIN convention_organisme p ON p.organisme_id = o.id WHERE o.cle = 'COMMUNE:09001'`,
    )
    expect(rows).toEqual([{ organismes: 1, parties: 4 }])
  })
})
