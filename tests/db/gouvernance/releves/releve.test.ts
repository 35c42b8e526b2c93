import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  correctReleve,
  prepareReleve,
  reopenReleve,
  submitReleve,
  validateReleve,
} from '@/lib/gouvernance/releves/actions'
import { getReleve } from '@/lib/gouvernance/releves/queries'
import { updateReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import type { CoteReleve, ReleveEcrit } from '@/lib/gouvernance/releves/types'
import { closeClient, countInstructions } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { createSeance, type Seance } from '@/tests/support/seance-releve'

const TODAY = '2026-11-22'
const slug = 'essai-releve'

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let caf: Personne
let coordination: Personne
let seance: Seance

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, slug)
  coordination = essai.coordination
  caf = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: slug }])
})
beforeEach(async () => {
  seance = await createSeance(owner, essai)
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })
const unwrap = (resultat: Resultat<ReleveEcrit, unknown>): ReleveEcrit => {
  if (!resultat.ok) throw new Error(`${resultat.tag} ${resultat.message}`)
  return resultat.data
}
const vise = ({ releve, version }: ReleveEcrit) => ({ convention: slug, releve, version })

const prepare = () => as(coordination, () => prepareReleve({ convention: slug, reunion: seance.id, version: 0 }))
const submit = (ecrit: ReleveEcrit) => as(coordination, () => submitReleve(vise(ecrit)))
const validate = (personne: Personne, cote: CoteReleve, ecrit: ReleveEcrit) =>
  as(personne, () => validateReleve({ ...vise(ecrit), cote }))
const submitted = async () => unwrap(await submit(unwrap(await prepare())))
async function validated(): Promise<ReleveEcrit> {
  const soumis = await submitted()
  unwrap(await validate(coordination, 'COORDINATION', soumis))
  return unwrap(await validate(caf, 'CAF', soumis))
}
async function read(personne: Personne, numero?: number) {
  const resultat = await as(personne, () => getReleve({ convention: slug, reunion: seance.ref, numero }))
  if (!resultat.ok) throw new Error(resultat.tag)
  return resultat.data
}
const isFigee = async () =>
  (await owner.query<{ figee: boolean }>('SELECT figee FROM reunion WHERE id = $1', [seance.id])).rows[0]?.figee
const textOf = (document: unknown): string => JSON.stringify(document)

describe('the life of minutes', () => {
  it('goes from a live draft to two validations, freezes, and is corrected by a version that says why', async () => {
    const brouillon = unwrap(await prepare())
    expect(brouillon).toMatchObject({ version: 0, numero: 1, etat: 'BROUILLON' })
    await owner.query(`UPDATE point_ordre_du_jour SET notes = 'Note ajoutée après coup' WHERE id = $1`, [
      seance.points[0],
    ])
    const vivant = await read(coordination)
    expect(textOf(vivant.document)).toContain('Note ajoutée après coup')
    expect(vivant.etat).toMatchObject({
      derniere: { etat: 'BROUILLON' },
      officielle: null,
      peutValider: [],
      attendus: [],
    })

    const soumis = unwrap(await submit(brouillon))
    expect(soumis).toMatchObject({ version: 1, etat: 'A_VALIDER' })
    expect((await read(caf)).etat).toMatchObject({
      peutValider: ['CAF'],
      attendus: [
        { cote: 'CAF', noms: [] },
        { cote: 'COORDINATION', noms: [] },
      ],
    })
    expect(await isFigee()).toBe(false)

    const premiere = unwrap(await validate(coordination, 'COORDINATION', soumis))
    expect(premiere).toMatchObject({ version: 1, etat: 'A_VALIDER' })
    expect((await read(coordination)).etat).toMatchObject({ peutValider: [], attendus: [{ cote: 'CAF' }] })
    expect(await isFigee()).toBe(false)

    const valide = unwrap(await validate(caf, 'CAF', premiere))
    expect(valide).toMatchObject({ version: 2, etat: 'VALIDE' })
    expect(await isFigee()).toBe(true)
    const lu = await read(caf)
    expect(lu.choisie).toMatchObject({
      numero: 1,
      etat: 'VALIDE',
      validations: [{ cote: 'COORDINATION' }, { cote: 'CAF' }],
    })
    expect(lu.choisie?.valideLe).toMatch(/^le \d+(er)? \S+ \d{4} à \d{2}\u00A0h\u00A0\d{2}$/)
    expect(textOf(lu.document)).toMatch(/Pour la Caf.*Personne \d+, Personne de test/)

    const motif = 'Le responsable de la première décision était faux'
    const v2 = unwrap(await as(caf, () => correctReleve({ ...vise(valide), motif })))
    expect(v2).toMatchObject({ numero: 2, version: 0, etat: 'BROUILLON' })
    expect(await isFigee()).toBe(false)
    await owner.query(`UPDATE decision SET responsable = 'La commune' WHERE id = $1`, [seance.decisions[0]])
    const pendant = await read(coordination)
    expect(pendant).toMatchObject({
      choisie: { numero: 2, motif },
      etat: { officielle: { numero: 1 } },
      versions: [{ numero: 1 }, { numero: 2 }],
    })
    expect(textOf(pendant.document)).not.toContain('La Caf de l’essai')
    expect(textOf((await read(coordination, 1)).document)).toContain('La Caf de l’essai')

    const v2soumise = unwrap(await submit(v2))
    unwrap(await validate(caf, 'CAF', v2soumise))
    expect(unwrap(await validate(coordination, 'COORDINATION', v2soumise))).toMatchObject({ numero: 2, etat: 'VALIDE' })
    expect(await isFigee()).toBe(true)
    expect(textOf((await read(coordination)).document)).toContain(`Corrige la version précédente\u00A0: ${motif}`)
  })

  it('writes down everything that was recorded', async () => {
    await validated()
    const texte = textOf((await read(coordination)).document)
    for (const mot of seance.mots) expect(texte, mot).toContain(mot)
  })

  it('lets two people of the two sides validate at the same moment', async () => {
    const soumis = await submitted()
    const issues = await Promise.all([validate(caf, 'CAF', soumis), validate(coordination, 'COORDINATION', soumis)])
    expect(issues.map((issue) => issue.ok)).toEqual([true, true])
    expect(issues.map((issue) => (issue.ok ? issue.data.etat : '')).sort()).toEqual(['A_VALIDER', 'VALIDE'])
    expect(await isFigee()).toBe(true)
  })

  it('lets one of two people of one side validate at the same moment', async () => {
    const collegue = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: slug }])
    const soumis = await submitted()
    const issues = await Promise.all([validate(caf, 'CAF', soumis), validate(collegue, 'CAF', soumis)])
    expect(issues.map((issue) => issue.ok).sort()).toEqual([false, true])
    expect(issues.find((issue) => !issue.ok)).toMatchObject({ tag: 'REGLE', code: 'COTE_DEJA_VALIDE' })
  })

  it('goes back to a draft: validations are removed, the reason is shown', async () => {
    const soumis = await submitted()
    unwrap(await validate(caf, 'CAF', soumis))
    const repris = unwrap(await as(coordination, () => reopenReleve({ ...vise(soumis), motif: 'Une décision manque' })))
    expect(repris).toMatchObject({ etat: 'BROUILLON', version: 2, numero: 1 })
    const lu = await read(coordination)
    expect(lu).toMatchObject({ choisie: { validations: [] }, reprise: { motif: 'Une décision manque' } })
    expect(lu.reprise?.par).toMatch(/^Personne \d+, le /)
    unwrap(await submit(repris))
    expect((await read(coordination)).reprise).toBeNull()
  })

  it('is not validated once the meeting says something else', async () => {
    const soumis = await submitted()
    await owner.query(`UPDATE decision SET texte = 'Tout autre chose' WHERE id = $1`, [seance.decisions[0]])
    expect(await read(caf)).toMatchObject({ change: true })
    expect(await validate(caf, 'CAF', soumis)).toMatchObject({ ok: false, tag: 'REGLE', code: 'A_CHANGE' })
  })

  it('stays validated when a proposal is settled, a decision followed, a name changed elsewhere', async () => {
    const soumis = await submitted()
    await owner.query(`UPDATE decision SET suivi = 'Fait en avril', realisee_le = '2026-04-02' WHERE id = $1`, [
      seance.decisions[0],
    ])
    await owner.query(`UPDATE convention SET titre = 'Nouveau titre' WHERE id = $1`, [essai.id])
    unwrap(await validate(caf, 'CAF', soumis))
    unwrap(await validate(coordination, 'COORDINATION', soumis))
    expect(textOf((await read(caf)).document)).not.toContain('Nouveau titre')
  })
})

describe('who reads', () => {
  it('shows drafts to those who write minutes, and validated ones to all', async () => {
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: slug }])
    const soumis = await submitted()
    expect(await read(elue)).toMatchObject({
      document: null,
      versions: [],
      etat: { derniere: null },
      peutEcrire: false,
    })
    expect(await as(elue, () => getReleve({ convention: slug, reunion: seance.ref, numero: 1 }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    unwrap(await validate(caf, 'CAF', soumis))
    const valide = unwrap(await validate(coordination, 'COORDINATION', soumis))
    unwrap(await as(caf, () => correctReleve({ ...vise(valide), motif: 'À préciser encore' })))
    const lu = await read(elue)
    expect(lu).toMatchObject({
      choisie: { numero: 1, etat: 'VALIDE' },
      versions: [{ numero: 1 }],
      etat: { derniere: { numero: 1 }, peutValider: [] },
    })
    expect(lu.document).not.toBeNull()
  })

  it('asks for at most 7 statements, BEGIN aside', async () => {
    const soumis = await submitted()
    for (const [attendu, travail] of [
      [6, () => read(coordination)],
      [6, () => read(caf, 1)],
    ] as const) {
      const avant = countInstructions()
      await travail()
      expect(countInstructions() - avant).toBeLessThanOrEqual(attendu)
    }
    unwrap(await as(coordination, () => reopenReleve({ ...vise(soumis), motif: 'À compléter' })))
    const avant = countInstructions()
    await read(coordination)
    expect(countInstructions() - avant).toBeLessThanOrEqual(7)
  })
})

describe('what is refused', () => {
  it('minutes of a meeting that was not held, or prepared already, or overtaken', async () => {
    unwrap(await prepare())
    expect(await prepare()).toMatchObject({ tag: 'REGLE', code: 'DEJA_PREPARE' })
    seance = await createSeance(owner, essai)
    await owner.query(`UPDATE reunion SET etat = 'PREVUE' WHERE id = $1`, [seance.id])
    expect(await prepare()).toMatchObject({ tag: 'REGLE', code: 'PAS_TENUE' })
    await owner.query(`UPDATE reunion SET version = 3 WHERE id = $1`, [seance.id])
    expect(await prepare()).toMatchObject({ tag: 'CONFLIT', actuel: { version: 3 } })
  })

  it('a validation for the other side, twice, by nobody’s side, or of a draft', async () => {
    const brouillon = unwrap(await prepare())
    expect(await validate(caf, 'CAF', brouillon)).toMatchObject({ tag: 'REGLE', code: 'EN_BROUILLON' })
    const soumis = unwrap(await submit(brouillon))
    expect(await validate(coordination, 'CAF', soumis)).toMatchObject({ tag: 'REGLE', code: 'AUTRE_COTE' })
    expect(await validate(caf, 'COORDINATION', soumis)).toMatchObject({ tag: 'REGLE', code: 'AUTRE_COTE' })
    unwrap(await validate(caf, 'CAF', soumis))
    expect(await validate(caf, 'CAF', soumis)).toMatchObject({ tag: 'REGLE', code: 'DEJA_VALIDE_PAR_VOUS' })
    for (const role of ['ADMINISTRATEUR', 'ELU', 'LECTEUR'] as const) {
      const autre = await createPersonne(database.ownerUrl, [
        role === 'ADMINISTRATEUR' ? { type: role } : { type: role, convention: slug },
      ])
      expect(await validate(autre, 'COORDINATION', soumis), role).toMatchObject({ tag: 'INTERDIT' })
    }
  })

  it('both sides validated by one person who holds the two roles', async () => {
    const double = await createPersonne(database.ownerUrl, [
      { type: 'CONSEILLER_CAF', convention: slug },
      { type: 'CHARGE_COOPERATION', convention: slug },
    ])
    const soumis = await submitted()
    unwrap(await validate(double, 'CAF', soumis))
    expect(await validate(double, 'COORDINATION', soumis)).toMatchObject({ tag: 'REGLE', code: 'DEUX_PERSONNES' })
  })

  it('a validation by somebody else where a co-lead with an account is named for that side', async () => {
    const designee = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: slug }])
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: slug }])
    const { rows } = await owner.query<{ id: number }>(
      `INSERT INTO membre (convention_id, instance_id, libelle, personne, coanimation, utilisateur_id, ordre) VALUES
        ($1, $2, 'La Caf', 'Mme Désignée', true, $3, 90), ($1, $2, 'La commune', 'L’élue', true, $4, 91), ($1, $2, 'Un ancien', 'Ancien', true, $5, 92) RETURNING id`,
      [essai.id, seance.instance, designee.id, elue.id, coordination.id],
    )
    await owner.query(`UPDATE membre SET fin = '2026-01-31' WHERE id = $1`, [rows[2]?.id])
    const soumis = await submitted()
    const refus = await validate(caf, 'CAF', soumis)
    expect(refus).toMatchObject({ tag: 'REGLE', code: 'COANIMATEURS_NOMMES' })
    expect(refus.ok ? '' : refus.message).toContain('Mme Désignée')
    expect((await read(coordination)).etat.attendus).toEqual([
      { cote: 'CAF', noms: ['Mme Désignée'] },
      { cote: 'COORDINATION', noms: [] },
    ])
    unwrap(await validate(designee, 'CAF', soumis))
    // An elected co-lead validates nothing: the side they lead is not held up.
    unwrap(await validate(coordination, 'COORDINATION', soumis))
    await owner.query('DELETE FROM membre WHERE id = ANY($1)', [rows.map(({ id }) => id)])
  })

  it('a change of the meeting, of its agenda, of its presences and decisions once frozen', async () => {
    await validated()
    const { rows } = await owner.query<{ version: number; date: string }>(
      'SELECT version, date::text FROM reunion WHERE id = $1',
      [seance.id],
    )
    const [{ version, date } = { version: 0, date: '' }] = rows
    expect(
      await as(coordination, () =>
        updateReunion({ convention: slug, reunion: seance.id, version, date, lieu: 'Ailleurs', derogation: null }),
      ),
    ).toMatchObject({ ok: false, tag: 'REGLE' })
    for (const sql of [
      `UPDATE reunion SET lieu = 'Ailleurs' WHERE id = ${seance.id}`,
      `UPDATE reunion SET figee = false WHERE id = ${seance.id}`,
      `DELETE FROM reunion WHERE id = ${seance.id}`,
      `UPDATE point_ordre_du_jour SET notes = 'x' WHERE reunion_id = ${seance.id}`,
      `DELETE FROM point_ordre_du_jour WHERE reunion_id = ${seance.id}`,
      `UPDATE presence SET etat = 'ABSENT' WHERE reunion_id = ${seance.id}`,
      `UPDATE decision SET texte = 'x' WHERE id = ${seance.decisions[0] ?? 0}`,
      `UPDATE releve SET motif = 'x' WHERE reunion_id = ${seance.id}`,
      `UPDATE releve SET etat = 'BROUILLON' WHERE reunion_id = ${seance.id}`,
      `DELETE FROM releve WHERE reunion_id = ${seance.id}`,
      `DELETE FROM validation_releve WHERE releve_id IN (SELECT id FROM releve WHERE reunion_id = ${seance.id})`,
      `UPDATE validation_releve SET nom = 'x' WHERE releve_id IN (SELECT id FROM releve WHERE reunion_id = ${seance.id})`,
    ])
      await expect(owner.query(sql), sql).rejects.toMatchObject({ code: 'CT002' })
  })

  it('every step out of order, and every stale version', async () => {
    const brouillon = unwrap(await prepare())
    expect(await as(coordination, () => reopenReleve({ ...vise(brouillon), motif: 'Pour voir' }))).toMatchObject({
      tag: 'REGLE',
      code: 'EN_BROUILLON',
    })
    expect(await as(coordination, () => correctReleve({ ...vise(brouillon), motif: 'Pour voir' }))).toMatchObject({
      tag: 'REGLE',
      code: 'PAS_VALIDE',
    })
    const soumis = unwrap(await submit(brouillon))
    expect(await submit(brouillon)).toMatchObject({ tag: 'CONFLIT', actuel: { version: 1, etat: 'A_VALIDER' } })
    expect(await submit(soumis)).toMatchObject({ tag: 'REGLE', code: 'DEJA_SOUMIS' })
    expect(await validate(caf, 'CAF', brouillon)).toMatchObject({ tag: 'CONFLIT' })
    unwrap(await validate(caf, 'CAF', soumis))
    const valide = unwrap(await validate(coordination, 'COORDINATION', soumis))
    expect(await validate(caf, 'CAF', valide)).toMatchObject({ tag: 'REGLE', code: 'DEJA_VALIDE' })
    expect(await as(coordination, () => reopenReleve({ ...vise(valide), motif: 'Pour voir' }))).toMatchObject({
      tag: 'REGLE',
      code: 'DEJA_VALIDE',
    })
    expect(await as(coordination, () => correctReleve({ ...vise(valide), motif: ' ' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'motif' }],
    })
    unwrap(await as(coordination, () => correctReleve({ ...vise(valide), motif: 'Deux personnes à la fois' })))
    expect(await as(caf, () => correctReleve({ ...vise(valide), motif: 'Deux personnes à la fois' }))).toMatchObject({
      tag: 'CONFLIT',
      actuel: { numero: 2 },
    })
  })

  it('by PostgreSQL itself, whoever writes: one validation, another’s side, a freeze without minutes', async () => {
    const soumis = await submitted()
    const insert = (cote: string, personne: number) =>
      owner.query(
        `INSERT INTO validation_releve (convention_id, releve_id, cote, utilisateur_id, nom) VALUES ($1, $2, $3::cote_releve, $4, 'x')`,
        [essai.id, soumis.releve, cote, personne],
      )
    await expect(insert('CAF', coordination.id)).rejects.toMatchObject({ code: 'CT004' })
    await insert('COORDINATION', coordination.id)
    await expect(owner.query(`UPDATE releve SET etat = 'VALIDE' WHERE id = $1`, [soumis.releve])).rejects.toMatchObject(
      { code: 'CT002' },
    )
    await expect(owner.query(`UPDATE releve SET contenu = '{}' WHERE id = $1`, [soumis.releve])).rejects.toMatchObject({
      code: 'CT002',
    })
    await expect(owner.query(`UPDATE reunion SET figee = true WHERE id = $1`, [seance.id])).rejects.toMatchObject({
      code: 'CT002',
    })
  })
})

describe('a meeting frozen before its minutes were kept here', () => {
  it('is read as it stands, and opens again for a reason', async () => {
    const { rows } = await owner.query<{ id: number; version: number }>(
      `SELECT id, version FROM reunion WHERE convention_id = $1 AND ref = 'copil-figee'`,
      [essai.id],
    )
    const [{ id: reunion, version } = { id: 0, version: 0 }] = rows
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: slug }])
    const lu = await as(elue, () => getReleve({ convention: slug, reunion: 'copil-figee' }))
    expect(lu).toMatchObject({ ok: true, data: { choisie: null, absence: null } })
    expect(textOf(lu.ok ? lu.data.document : '')).toContain('Validé avant d’être enregistré ici.')
    expect(await as(coordination, () => prepareReleve({ convention: slug, reunion, version }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'motif' }],
    })
    const repris = unwrap(
      await as(coordination, () =>
        prepareReleve({ convention: slug, reunion, version, motif: 'Une date était fausse' }),
      ),
    )
    expect(repris).toMatchObject({ numero: 1, etat: 'BROUILLON' })
    expect((await owner.query('SELECT figee FROM reunion WHERE id = $1', [reunion])).rows).toEqual([{ figee: false }])
  })
})
