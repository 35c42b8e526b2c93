import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { updateFiches } from '@/lib/plan-action/liste/actions/lot'
import { createVuePlan, removeVuePlan, updateVuePlan } from '@/lib/plan-action/liste/actions/vues'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { NOMBRE_VUES } from '@/lib/plan-action/liste/schema/vues'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2024-06-15'
const convention = 'val-aigo'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let autre: Personne
let pilote: Personne
let elue: Personne
let fiches: number[]

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  autre = await createPersonne(database.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention: 'provence-alpes-agglomeration' },
  ])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'action-1' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention }])
  const { rows } = await owner.query<{ id: number }>(
    `SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 ORDER BY f.id`,
    [convention],
  )
  fiches = rows.map(({ id }) => id)
})

beforeEach(() => owner.query(`UPDATE fiche_action SET statut = 'A_PRECISER' WHERE id = ANY ($1)`, [fiches]))

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })
const id = (rang: number): number => fiches[rang] ?? 0

async function readStatuts(): Promise<string[]> {
  const { rows } = await owner.query<{ statut: string }>(
    'SELECT statut FROM fiche_action WHERE id = ANY ($1) ORDER BY id',
    [fiches],
  )
  return rows.map(({ statut }) => statut)
}

const enCours = (rangs: number[]) =>
  rangs.map((rang) => ({
    fiche: id(rang),
    champs: { statut: { avant: 'A_PRECISER' as const, apres: 'EN_COURS' as const } },
  }))

describe('many fiches at once', () => {
  it('writes what can be, says which stayed and why, and the others lose nothing', async () => {
    await owner.query(`UPDATE fiche_action SET statut = 'REALISEE' WHERE id = $1`, [id(1)])
    const resultat = await as(coordination, () =>
      updateFiches({ convention, lot: { genre: 'FICHES', fiches: enCours([0, 1, 2]) } }),
    )
    expect(resultat).toMatchObject({
      ok: true,
      data: {
        modifiees: 2,
        inchangees: 0,
        echecs: [
          { fiche: id(1), ref: 'action-2', numero: '2', raison: expect.stringContaining('Modifiée entre-temps') },
        ],
      },
    })
    expect((await readStatuts()).slice(0, 3)).toEqual(['EN_COURS', 'REALISEE', 'EN_COURS'])
    if (!resultat.ok) return
    expect(
      await as(coordination, () =>
        updateFiches({ convention, lot: { genre: 'FICHES', fiches: resultat.data.retour } }),
      ),
    ).toMatchObject({ ok: true, data: { modifiees: 2, echecs: [] } })
    expect((await readStatuts()).slice(0, 3)).toEqual(['A_PRECISER', 'REALISEE', 'A_PRECISER'])
  })

  it('lists what PostgreSQL refuses of one fiche without losing the others', async () => {
    await owner.query(
      `CREATE FUNCTION refuser() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Cette fiche est gelée : demandez à la Caf.' USING ERRCODE = 'CT009'; END $$`,
    )
    await owner.query(
      `CREATE TRIGGER gel BEFORE UPDATE ON fiche_action FOR EACH ROW WHEN (OLD.id = ${id(4)}) EXECUTE FUNCTION refuser()`,
    )
    const resultat = await as(coordination, () =>
      updateFiches({ convention, lot: { genre: 'FICHES', fiches: enCours([3, 4, 5]) } }),
    )
    await owner.query('DROP TRIGGER gel ON fiche_action')
    expect(resultat).toMatchObject({
      ok: true,
      data: { modifiees: 2, echecs: [{ fiche: id(4), raison: 'Cette fiche est gelée : demandez à la Caf.' }] },
    })
    expect((await readStatuts()).slice(3, 6)).toEqual(['EN_COURS', 'A_PRECISER', 'EN_COURS'])
  })

  it('changes all that the filters leave, over pages, and only while it is what one saw', async () => {
    const vue = await as(coordination, () => getPlanAction({ convention, axe: 'axe-1' }))
    const attendu = vue.ok ? vue.data.comptes.filtrees : 0
    const geste = { genre: 'THEME' as const, mode: 'AJOUTER' as const, themes: ['PARENTALITE'] }
    const lot = { genre: 'FILTRES' as const, parametres: 'axe=axe-1', attendu, geste }
    expect(
      await as(coordination, () => updateFiches({ convention, lot: { ...lot, attendu: attendu + 1 } })),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'LISTE_CHANGEE' })
    const resultat = await as(coordination, () => updateFiches({ convention, lot }))
    expect(resultat.ok && resultat.data.modifiees + resultat.data.inchangees).toBe(attendu)
    expect(await as(coordination, () => updateFiches({ convention, lot }))).toMatchObject({
      ok: true,
      data: { modifiees: 0, inchangees: attendu, retour: [] },
    })
    expect(
      await as(coordination, () => getPlanAction({ convention, theme: 'PARENTALITE', axe: 'axe-1' })),
    ).toMatchObject({ ok: true, data: { comptes: { filtrees: attendu } } })
  })

  it('adds a pilote beside those written, and takes the addition back', async () => {
    const read = async () =>
      (
        await owner.query<{ texte: string; role: string }>(
          'SELECT texte, role FROM pilotage WHERE fiche_action_id = $1 ORDER BY ordre, id',
          [id(0)],
        )
      ).rows
    const avant = await read()
    const geste = {
      genre: 'PILOTE',
      mode: 'AJOUTER',
      pilote: { role: 'PILOTE', texte: 'Val’Aïgo, service enfance', organisme: null, aDefinir: false },
    } as const
    const resultat = await as(coordination, () =>
      updateFiches({ convention, lot: { genre: 'FILTRES', parametres: '', attendu: fiches.length, geste } }),
    )
    expect(resultat).toMatchObject({ ok: true, data: { modifiees: fiches.length } })
    expect(await read()).toEqual([...avant, { texte: 'Val’Aïgo, service enfance', role: 'PILOTE' }])
    expect(
      await as(coordination, () => getPlanAction({ convention, pilote: 'Val’Aïgo, service enfance' })),
    ).toMatchObject({ ok: true, data: { comptes: { filtrees: fiches.length } } })
    if (!resultat.ok) return
    await as(coordination, () => updateFiches({ convention, lot: { genre: 'FICHES', fiches: resultat.data.retour } }))
    expect(await read()).toEqual(avant)
  })

  it('is for those who coordinate, on their own convention', async () => {
    const lot = { genre: 'FICHES' as const, fiches: enCours([0]) }
    for (const personne of [pilote, elue])
      expect(await as(personne, () => updateFiches({ convention, lot }))).toMatchObject({ ok: false, tag: 'INTERDIT' })
    expect(await as(autre, () => updateFiches({ convention, lot }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    // Fiches of another convention are not there: nothing of them is told.
    expect(await as(autre, () => updateFiches({ convention: 'provence-alpes-agglomeration', lot }))).toMatchObject({
      ok: true,
      data: { modifiees: 0, echecs: [{ fiche: id(0), ref: null, titre: null }] },
    })
    expect((await readStatuts())[0]).toBe('A_PRECISER')
  })
})

describe('saved views', () => {
  it('are kept in one order, without what an address may not say, and are one’s own', async () => {
    const nee = await as(coordination, () =>
      createVuePlan({
        convention,
        nom: ' Mes retards ',
        parametres: 'page=4&retard=1&statut=EN_COURS&perdu=1&groupe=axe',
      }),
    )
    expect(nee).toMatchObject({ ok: true })
    const mienne = await as(coordination, () => getPlanAction({ convention }))
    expect(mienne.ok && mienne.data.vues).toMatchObject([
      { nom: 'Mes retards', parametres: 'statut=EN_COURS&retard=1' },
    ])
    const sienne = await as(elue, () => getPlanAction({ convention }))
    expect(sienne.ok && sienne.data.vues).toEqual([])
    const vue = nee.ok ? nee.data.id : 0
    expect(await as(elue, () => updateVuePlan({ convention, id: vue, nom: 'À moi' }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    expect(await as(elue, () => removeVuePlan({ convention, id: vue }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    expect(
      await as(coordination, () => createVuePlan({ convention, nom: 'Mes retards', parametres: '' })),
    ).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'nom' }] })
    expect(await as(coordination, () => updateVuePlan({ convention, id: vue, nom: 'Retards' }))).toMatchObject({
      ok: true,
    })
    expect(await as(coordination, () => removeVuePlan({ convention, id: vue }))).toMatchObject({ ok: true })
  })

  it('are few enough to be read', async () => {
    for (let rang = 0; rang < NOMBRE_VUES; rang += 1)
      expect(await as(elue, () => createVuePlan({ convention, nom: `Vue ${rang}`, parametres: '' }))).toMatchObject({
        ok: true,
      })
    expect(await as(elue, () => createVuePlan({ convention, nom: 'Une de trop', parametres: '' }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'VUES_PLEINES',
    })
  })
})
