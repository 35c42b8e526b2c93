import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLigneBudget, removeLigneBudget, updateLigneBudget } from '@/lib/plan-action/fiche/actions/budget'
import {
  createDocumentFiche,
  createFicheDocument,
  createLienFiche,
  removeFicheDocument,
  removeLienFiche,
  updateLienFiche,
} from '@/lib/plan-action/fiche/actions/liens'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'val-aigo'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let pilote: Personne
let elue: Personne
let fiche: number
let autre: number

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'action-13' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
  fiche = await readId(
    'SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
    [convention, 'action-13'],
  )
  autre = await readId(
    'SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
    [convention, 'action-5'],
  )
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: '2024-06-15' })

async function readId(sql: string, valeurs: unknown[]): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(sql, valeurs)
  if (!rows[0]) throw new Error(`nothing for ${sql}`)
  return rows[0].id
}

async function readContenu(personne: Personne, ref = 'action-13') {
  const vue = await as(personne, () => getFiche({ convention, ref }))
  if (!vue.ok) throw new Error(vue.message)
  return vue.data.contenu
}

const ligne = {
  convention,
  annee: 2024,
  financeur: 'Caf',
  organisme: null,
  libelle: '',
  prevu: '12 345,50 €',
  realise: '',
  source: '',
}

describe('budget lines', () => {
  it('keep exact decimals, and what is unknown stays unknown', async () => {
    const cree = await as(coordination, () => createLigneBudget({ ...ligne, fiche }))
    expect(cree).toMatchObject({ ok: true })
    const { rows } = await owner.query(
      'SELECT annee, financeur, prevu::text, realise, libelle FROM ligne_budget WHERE fiche_action_id = $1',
      [fiche],
    )
    expect(rows).toEqual([{ annee: 2024, financeur: 'Caf', prevu: '12345.50', realise: null, libelle: null }])
    expect((await readContenu(elue)).budget).toMatchObject([
      { annee: 2024, financeur: 'Caf', prevu: '12345.50', realise: null, version: 0 },
    ])
    expect(await as(coordination, () => createLigneBudget({ ...ligne, fiche, prevu: '12.345' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'prevu', message: /deux façons/ }],
    })
    expect(
      await as(coordination, () => createLigneBudget({ ...ligne, fiche, financeur: '', annee: 24 })),
    ).toMatchObject({ tag: 'INVALIDE' })
  })

  it('are changed over what one saw, and taken away', async () => {
    const cree = await as(coordination, () => createLigneBudget({ ...ligne, fiche, annee: null, financeur: 'CCVA' }))
    if (!cree.ok) throw new Error(cree.message)
    const cible = { ...ligne, fiche, ligne: cree.data.id }
    expect(await as(coordination, () => updateLigneBudget({ ...cible, version: 0, realise: '10' }))).toMatchObject({
      ok: true,
      data: { version: 1 },
    })
    expect(await as(coordination, () => updateLigneBudget({ ...cible, version: 0, realise: '20' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { version: 1, realise: '10.00', prevu: '12345.50' },
    })
    expect(
      await as(coordination, () => removeLigneBudget({ convention, fiche, ligne: cree.data.id, version: 0 })),
    ).toMatchObject({ tag: 'CONFLIT' })
    expect(
      await as(coordination, () => removeLigneBudget({ convention, fiche, ligne: cree.data.id, version: 1 })),
    ).toMatchObject({ ok: true })
    expect((await readContenu(coordination)).budget).toHaveLength(1)
  })

  it('name no organisme of another convention', async () => {
    const etranger = await readId(
      `SELECT o.id FROM convention_organisme o JOIN convention c ON c.id = o.convention_id WHERE c.slug <> $1 LIMIT 1`,
      [convention],
    )
    expect(await as(coordination, () => createLigneBudget({ ...ligne, fiche, organisme: etranger }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'organisme' }],
    })
  })
})

describe('links to other schemes', () => {
  it('are added, changed over what one saw, and taken away; only http(s) addresses', async () => {
    const lien = { convention, fiche, libelle: 'SDSF', precision: 'axe 2', adresse: 'https://example.org/sdsf' }
    for (const adresse of ['javascript:alert(1)', 'example.org', 'ftp://example.org', 'https://', 'https://a b']) {
      expect(await as(coordination, () => createLienFiche({ ...lien, adresse }))).toMatchObject({
        tag: 'INVALIDE',
        champs: [{ champ: 'adresse' }],
      })
    }
    const cree = await as(coordination, () => createLienFiche(lien))
    if (!cree.ok) throw new Error(cree.message)
    const avant = { libelle: 'SDSF', precision: 'axe 2', adresse: 'https://example.org/sdsf' }
    expect(
      await as(coordination, () => updateLienFiche({ ...lien, lien: cree.data.id, avant, precision: '' })),
    ).toMatchObject({ ok: true })
    expect(
      await as(coordination, () => updateLienFiche({ ...lien, lien: cree.data.id, avant, precision: 'axe 3' })),
    ).toMatchObject({ tag: 'CONFLIT', actuel: { precision: null } })
    expect((await readContenu(elue)).liens).toEqual([
      { id: cree.data.id, libelle: 'SDSF', precision: null, adresse: 'https://example.org/sdsf' },
    ])
    expect(await as(coordination, () => removeLienFiche({ convention, fiche, lien: cree.data.id }))).toMatchObject({
      ok: true,
    })
    expect((await readContenu(elue)).liens).toEqual([])
  })
})

describe('documents', () => {
  it('are made, tied and untied; the document stays in the convention', async () => {
    const cree = await as(coordination, () =>
      createDocumentFiche({
        convention,
        fiche,
        titre: 'Bilan du forum',
        nature: 'Compte rendu',
        reference: 'https://example.org/bilan',
        date: '2024-03-03',
      }),
    )
    if (!cree.ok) throw new Error(cree.message)
    expect((await readContenu(elue)).documents).toMatchObject([
      { titre: 'Bilan du forum', reference: 'https://example.org/bilan', date: '2024-03-03' },
    ])
    expect(
      await as(coordination, () => createFicheDocument({ convention, fiche: autre, document: cree.data.id })),
    ).toMatchObject({ ok: true })
    expect(
      await as(coordination, () => createFicheDocument({ convention, fiche: autre, document: cree.data.id })),
    ).toMatchObject({ ok: true })
    expect(
      await as(coordination, () => removeFicheDocument({ convention, fiche, document: cree.data.id })),
    ).toMatchObject({ ok: true })
    const contenu = await readContenu(coordination)
    expect(contenu.documents).toEqual([])
    expect(contenu.choix?.documents).toContainEqual({
      id: cree.data.id,
      titre: 'Bilan du forum',
      nature: 'Compte rendu',
    })
    const etranger = await readId(
      `SELECT d.id FROM document d JOIN convention c ON c.id = d.convention_id WHERE c.slug <> $1 LIMIT 1`,
      [convention],
    )
    expect(await as(coordination, () => createFicheDocument({ convention, fiche, document: etranger }))).toMatchObject({
      tag: 'INVALIDE',
    })
  })

  it('a pilote ties those there are to their fiche, and adds none to the convention', async () => {
    const document = await readId(
      `SELECT d.id FROM document d JOIN convention c ON c.id = d.convention_id WHERE c.slug = $1 LIMIT 1`,
      [convention],
    )
    expect(await as(pilote, () => createFicheDocument({ convention, fiche, document }))).toMatchObject({ ok: true })
    expect(await as(pilote, () => createFicheDocument({ convention, fiche: autre, document }))).toMatchObject({
      tag: 'INTERDIT',
    })
    expect(
      await as(pilote, () =>
        createDocumentFiche({ convention, fiche, titre: 'Le mien', nature: 'Note', reference: '', date: '' }),
      ),
    ).toMatchObject({ tag: 'INTERDIT', message: /coordination/ })
    expect(await as(pilote, () => createLigneBudget({ ...ligne, fiche }))).toMatchObject({ ok: true })
    expect(
      await as(pilote, () => createLienFiche({ convention, fiche, libelle: 'SDSF', precision: '', adresse: '' })),
    ).toMatchObject({ ok: true })
    expect(await as(elue, () => createLigneBudget({ ...ligne, fiche }))).toMatchObject({ tag: 'INTERDIT' })
  })
})

describe('the page of a fiche', () => {
  it('carries it all in the statements it had, and no choice for who only reads', async () => {
    const avant = countInstructions()
    expect((await readContenu(elue)).choix).toBeNull()
    // BEGIN, the wall, the fiche, COMMIT
    expect(countInstructions() - avant).toBeLessThanOrEqual(6)
    const { choix } = await readContenu(coordination)
    expect(choix?.themes).toHaveLength(5)
    expect(choix?.communes.length).toBeGreaterThan(3)
    expect(choix?.organismes.length).toBeGreaterThan(0)
  })
})

describe('who leads, as written', () => {
  it.each([
    ['action-5', 'A définir\u00A0: collectivités'],
    ['action-13', 'CCVA\u00A0: facilitateur\u202F?'],
    ['action-18', 'Selon les modalités'],
  ])('%s keeps « %s » when another line is added', async (ref, texte) => {
    const id = await readId(
      'SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
      [convention, ref],
    )
    const listPilotages = async () =>
      (
        await owner.query<ValeursFiche['pilotages'][number]>(
          'SELECT role, texte, organisme_id AS organisme, a_definir AS "aDefinir" FROM pilotage WHERE fiche_action_id = $1 ORDER BY ordre',
          [id],
        )
      ).rows
    const avant = await listPilotages()
    expect(avant.map((pilotage) => pilotage.texte)).toContain(texte)
    const apres = [
      ...avant,
      { role: 'PARTENAIRE' as const, texte: 'Écoles volontaires', organisme: null, aDefinir: false },
    ]
    expect(
      await as(coordination, () => updateFiche({ convention, fiche: id, champs: { pilotages: { avant, apres } } })),
    ).toMatchObject({ ok: true })
    expect(await listPilotages()).toEqual(apres)
    expect(
      await as(coordination, () =>
        updateFiche({ convention, fiche: id, champs: { pilotages: { avant: apres, apres: avant } } }),
      ),
    ).toMatchObject({ ok: true })
    expect(await listPilotages()).toEqual(avant)
  })
})
