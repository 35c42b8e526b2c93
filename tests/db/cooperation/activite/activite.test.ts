import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { createActivite, recordBilanFonction, removeActivite, updateActivite } from '@/lib/cooperation/activite/actions'
import { getActivite } from '@/lib/cooperation/activite/queries'
import type { VueActivite } from '@/lib/cooperation/activite/types'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'demonstration'
const voisine = 'grand-chatellerault'
const today = '2026-11-22'
const BILAN = { effets: 'Un réseau d’acteurs installé', objectifs: '', moyens: '', difficultes: '', suites: '' }

let db: TestDatabase
let owner: pg.Client
let ici: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  ici = await createPersonne(db.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention },
    { type: 'CHARGE_COOPERATION', convention: voisine },
  ])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

const as = <T>(qui: Personne, travail: () => Promise<T>): Promise<T> => runAs(qui.session, travail, { today })
async function readVue(slug = convention, annee = '2026', qui = ici): Promise<VueActivite> {
  const reponse = await as(qui, () => getActivite({ convention: slug, annee }))
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}
const note = (part: Partial<Parameters<typeof createActivite>[0]> = {}) =>
  as(ici, () =>
    createActivite({ convention, annee: 2026, mission: 3, charge: null, texte: 'Trois experts réunis', ...part }),
  )

describe('given the missions of the reference list', () => {
  it('then the twelve are there, numbered, and those in post that year', async () => {
    const vue = await readVue()
    expect(vue.missions.map(({ numero }) => numero)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(vue.charges.map(({ nom }) => nom)).toEqual(['Andrea FICTIVE', 'Charlie MAQUETTE', 'Lou SPÉCIMEN'])
    expect(vue).toMatchObject({ listePropre: [], bilan: null, modifiable: true })
    expect((await readVue(convention, '2027')).charges).toHaveLength(2)
  })

  it('then the convention’s own words are shown where its list answers one by one, and otherwise apart', async () => {
    await owner.query(
      `UPDATE mission_cooperation SET texte = 'Réunir les experts' WHERE ordre = 2 AND convention_id = (SELECT id FROM convention WHERE slug = $1)`,
      [convention],
    )
    const vue = await readVue()
    expect(vue.missions[2]).toMatchObject({ propre: 'Réunir les experts' })
    expect(vue.missions[0]).toMatchObject({ propre: null })
    const autre = await readVue(voisine)
    expect(autre.listePropre).toHaveLength(17)
    expect(autre.missions.every(({ propre }) => propre === null)).toBe(true)
    expect(autre.demande).toMatchObject({
      texte: expect.stringContaining('mesurés au terme'),
      periode: 'au terme de l’engagement pluriannuel',
    })
  })

  it('when something was done, then it is noted, changed and taken back under its version', async () => {
    expect(await note()).toMatchObject({ ok: true })
    const lue = async () => (await readVue()).missions[2]?.activites[0]
    const activite = await lue()
    expect(activite).toMatchObject({ version: 0, charge: null, qui: null, texte: 'Trois experts réunis' })
    const id = activite?.id ?? 0
    const charge = (await readVue()).charges[0]?.id ?? 0
    expect(
      await as(ici, () =>
        updateActivite({ convention, activite: id, version: 0, charge, texte: 'Quatre experts réunis' }),
      ),
    ).toMatchObject({ ok: true })
    expect(await lue()).toMatchObject({ version: 1, qui: 'Andrea FICTIVE', texte: 'Quatre experts réunis' })
    expect(
      await as(ici, () => updateActivite({ convention, activite: id, version: 0, charge: null, texte: 'Autre' })),
    ).toMatchObject({ tag: 'CONFLIT', actuel: { version: 1, texte: 'Quatre experts réunis' } })
    expect(await as(ici, () => removeActivite({ convention: voisine, activite: id, version: 1 }))).toMatchObject({
      tag: 'INTROUVABLE',
    })
    expect(await as(ici, () => removeActivite({ convention, activite: id, version: 1 }))).toMatchObject({ ok: true })
    expect(await lue()).toBeUndefined()
  })

  it('when it is empty, or by somebody who was not in post, then the field says so', async () => {
    expect(await note({ texte: '  ' })).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'texte' }] })
    const lou = (await readVue()).charges.find(({ nom }) => nom === 'Lou SPÉCIMEN')?.id ?? 0
    expect(await note({ annee: 2027, charge: lou })).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'charge', message: expect.stringContaining('2027') }],
    })
    expect(await note({ convention: voisine, charge: lou })).toMatchObject({ tag: 'INTROUVABLE' })
    expect(await note({ mission: 13 })).toMatchObject({ tag: 'INTROUVABLE' })
  })

  it('then an élu reads the same without forms, and the page costs four statements', async () => {
    await note()
    const elu = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention }])
    expect((await readVue(convention, '2026', elu)).missions[2]?.activites).toHaveLength(1)
    expect(await readVue(convention, '2026', elu)).toMatchObject({ modifiable: false })
    expect(
      await as(elu, () => createActivite({ convention, annee: 2026, mission: 1, charge: null, texte: 'Non' })),
    ).toMatchObject({ tag: 'INTERDIT' })
    const avant = countInstructions()
    await readVue()
    // Who asks, missions and years, the year, COMMIT (BEGIN is not reported).
    expect(countInstructions() - avant).toBe(4)
  })
})

describe('given the appraisal of the function', () => {
  const ecrit = (version: number, part: Partial<typeof BILAN> = {}) =>
    as(ici, () => recordBilanFonction({ convention, annee: 2026, version, ...BILAN, ...part }))
  it('then it is written by year under its version, two at once included, and taken back', async () => {
    expect(await ecrit(-1, { effets: '' })).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'effets' }] })
    const reponses = await Promise.all([ecrit(-1), ecrit(-1, { effets: 'Autre chose' })])
    expect(reponses.filter(({ ok }) => ok)).toHaveLength(1)
    expect(reponses.find(({ ok }) => !ok)).toMatchObject({ tag: 'CONFLIT', actuel: { version: 0 } })
    expect(await ecrit(0, { suites: 'Poursuivre' })).toMatchObject({ ok: true })
    expect((await readVue()).bilan).toEqual({
      version: 1,
      ...BILAN,
      objectifs: null,
      moyens: null,
      difficultes: null,
      suites: 'Poursuivre',
    })
    expect((await readVue(convention, '2027')).bilan).toBeNull()
    expect((await readVue(convention, '2027')).annees).toContain(2026)
    expect(await ecrit(1, { effets: '' })).toMatchObject({ ok: true })
    expect((await readVue()).bilan).toBeNull()
  })
})
