import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toEcran } from '@/components/pilotage/copil/ecran'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import { getTableauDeBord, type VueCopil } from '@/lib/pilotage/copil/queries'
import { getAccueil, getNavigation } from '@/lib/pilotage/navigation/queries'
import { getGouvernance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { closeClient, countInstructions } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { hideSchemas } from '@/tests/support/ecrans'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'
const REELLES = [
  'vallee-des-baux-alpilles',
  'golfe-et-etangs',
  'grand-chatellerault',
  'provence-alpes-agglomeration',
  'val-aigo',
]
const TOUTES = [...REELLES, 'demonstration']

let database: TestDatabase
let owner: pg.Client
let administration: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: 'demonstration' }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function read<T>(travail: () => Promise<Resultat<T>>, personne = administration): Promise<T> {
  const resultat = await runAs(personne.session, travail, { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

const readCopil = (convention: string, personne?: Personne): Promise<VueCopil> =>
  read(() => getTableauDeBord({ convention }), personne)

async function count(travail: () => Promise<unknown>): Promise<number> {
  const avant = countInstructions()
  await travail()
  return countInstructions() - avant
}

describe('the cost of the dashboard', () => {
  it('is the same small number of statements for every convention, frame included', async () => {
    for (const convention of TOUTES) {
      // Worked out for the first reader, and kept: two statements for the facts, three to look, take and keep.
      expect(await count(() => readCopil(convention)), convention).toBe(7)
      expect(await count(() => readCopil(convention)), convention).toBe(3)
      expect(await count(() => read(() => getNavigation({ convention }))), convention).toBe(3)
    }
    expect(await count(() => read(() => getAccueil({})))).toBe(3)
  })
})

describe('the four figures', () => {
  it.each([
    [
      'vallee-des-baux-alpilles',
      ['–', '–', '–', '3,1'],
      ['3 instances à tenir avant le 30 nov.', 'aucune fiche', 'aucun indicateur défini', 'pourvu non précisé'],
    ],
    [
      'golfe-et-etangs',
      ['–', '–', '–', '3,8'],
      ['aucune réunion enregistrée', 'aucune fiche', 'aucun indicateur défini', 'répartition non communiquée'],
    ],
    [
      'grand-chatellerault',
      ['–', '–', '–', '1'],
      ['fréquence non précisée', 'aucune fiche', 'aucun indicateur défini', 'pourvu non précisé'],
    ],
    [
      'provence-alpes-agglomeration',
      ['–', '0 sur 8', '0 sur 46', '–'],
      ['fréquence non précisée', 'avancement à préciser', 'aucune mesure enregistrée', 'aucun schéma connu'],
    ],
    [
      'val-aigo',
      ['–', '0 sur 20', '–', '–'],
      ['aucune réunion enregistrée', 'avancement à préciser', 'aucun indicateur défini', 'aucun schéma connu'],
    ],
  ])('%s: what it promises, and nothing it is accused of', async (convention, valeurs, mentions) => {
    const { chiffres, instances } = await readCopil(convention)
    const tous = [chiffres.instances, chiffres.actions, chiffres.indicateurs, chiffres.etp]
    expect(tous.map(({ valeur }) => valeur)).toEqual(valeurs)
    expect(tous.map(({ mention }) => mention.texte)).toEqual(mentions)
    // What comes due is told of the one that runs, before its day; nobody is accused of what nothing records.
    const presse = convention === 'vallee-des-baux-alpilles' ? [chiffres.instances] : []
    expect(tous.filter(({ mention }) => mention.ton === 'bad' || mention.ton === 'warn')).toEqual(presse)
    expect(instances.filter(({ etat }) => etat === 'EN_DEFAUT')).toEqual([])
  })

  it.each(TOUTES)('%s: each leads to exactly the rows it counts', async (convention) => {
    const { chiffres, annee, etp } = await readCopil(convention)
    const nombre = (valeur: string) => (valeur === '–' ? 0 : Number(valeur.split(' ')[0]))
    const { instances } = await read(() => getGouvernance({ convention, etat: 'respectees' }))
    expect(nombre(chiffres.instances.valeur)).toBe(instances.length)
    const realisees = await read(() => getPlanAction({ convention, statut: 'REALISEE' }))
    expect(nombre(chiffres.actions.valeur)).toBe(realisees.comptes.filtrees)
    const renseignes = await read(() => getPlanAction({ convention, indicateurs: 'renseignes', annee }))
    expect(nombre(chiffres.indicateurs.valeur)).toBe(renseignes.comptes.lignes)
    const schemas = await read(() => getEtp({ convention, schema: etp?.ref }))
    expect(etp?.ref ?? null).toBe(schemas.choisi?.ref ?? null)
    expect(etp?.total ?? null).toBe(schemas.choisi?.total ?? null)
  })

  it('say where a convention stands that is over, or of unknown dates', async () => {
    expect((await readCopil('grand-chatellerault')).convention.phaseTexte).toBe(
      'convention terminée le 31 décembre 2024',
    )
    expect((await readCopil('grand-chatellerault')).annee).toBe(2024)
    expect((await readCopil('golfe-et-etangs')).convention.phaseTexte).toBe('dates de la convention non connues')
  })
})

describe('the lived-in convention', () => {
  it('shows all the decisions of the next COPIL and no other, votes first', async () => {
    const {
      decisions: { prochain, inscrites, autres },
    } = await readCopil('demonstration')
    const { rows } = await owner.query<{ n: number; autres: number }>(
      `SELECT (count(*) FILTER (WHERE r.ref = $1))::int AS n, (count(*) FILTER (WHERE r.ref <> $1))::int AS autres
       FROM decision d JOIN point_ordre_du_jour p ON p.id = d.point_id JOIN reunion r ON r.id = p.reunion_id JOIN convention c ON c.id = d.convention_id
       WHERE c.slug = 'demonstration' AND (d.etat = 'ATTENDUE' OR (d.etat = 'REPORTEE' AND d.decidee_par_id IS NOT NULL))`,
      [prochain?.ref],
    )
    expect(prochain?.date).toBe('2026-12-08')
    expect([inscrites.length, autres.length]).toEqual([rows[0]?.n, rows[0]?.autres])
    expect(inscrites.every(({ typeInstance }) => typeInstance === 'COPIL')).toBe(true)
    const votes = inscrites.map(({ effet }) => effet !== null)
    expect(votes).toEqual([...votes].sort((a, b) => Number(b) - Number(a)))
    expect(inscrites[0]?.objet).not.toBeNull()
  })

  it('lets an elected official read the schéma they are to vote', async () => {
    const { decisions } = await readCopil('demonstration', elue)
    const vote = decisions.inscrites.find(({ effet }) => effet === 'VALIDER_SCHEMA')
    const ref = vote?.objet?.[1].split('schema=')[1]
    expect(ref).toBeDefined()
    const { choisi } = await read(() => getEtp({ convention: 'demonstration', schema: ref }), elue)
    expect(choisi?.ref).toBe(ref)
  })

  it('hides from an elected official what is only a draft, the journal, and the export', async () => {
    await hideSchemas(owner, 'demonstration')
    expect((await readCopil('demonstration')).etp).not.toBeNull()
    const vue = await readCopil('demonstration', elue)
    expect(vue.etp).toBeNull()
    expect(vue.exportable).toBe(false)
    expect(await read(() => getNavigation({ convention: 'demonstration' }), elue)).toMatchObject({
      journal: false,
      etp: null,
      conventions: 1,
    })
    expect(await read(() => getAccueil({}), elue)).toMatchObject({
      seule: 'demonstration',
      lecture: true,
      droits: { territoires: false, importer: false, administrer: false },
    })
  })

  it('answers an elected official of elsewhere that it does not exist', async () => {
    for (const convention of REELLES)
      expect((await runAs(elue.session, () => getTableauDeBord({ convention }))).ok, convention).toBe(false)
  })

  it('follows a meeting as soon as it is held', async () => {
    const etat = async () =>
      (await readCopil('vallee-des-baux-alpilles')).instances.find(
        ({ ref }) => ref === 'comite-technique' || ref === 'cotech',
      )?.etat
    expect(await etat()).toBe('A_PLANIFIER')
    await owner.query(`INSERT INTO reunion (convention_id, instance_id, ref, date, etat)
      SELECT i.convention_id, i.id, 'essai', '2026-11-10', 'TENUE' FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = 'vallee-des-baux-alpilles' AND i.type = 'COTECH'`)
    expect(await etat()).toBe('RESPECTEE')
  })
})

describe('the screen', () => {
  it.each(TOUTES)('%s: fits on one sheet and weighs little', async (convention) => {
    const ecran = toEcran(await readCopil(convention))
    expect(ecran.feuille).toBeGreaterThanOrEqual(6.5)
    expect(JSON.stringify(ecran).length).toBeLessThan(14_000)
  })
})
