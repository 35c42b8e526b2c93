import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCle } from '@/components/formulaire/send'
import { createLigneBudget, removeLigneBudget, updateLigneBudget } from '@/lib/plan-action/fiche/actions/budget'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { forgetEnvois } from '@/lib/platform/envoi'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { createInvitation } from '@/lib/utilisateurs/actions/acces'
import { createRole } from '@/lib/utilisateurs/actions/roles'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { runsOf } from '@/tests/unit/runs'

const convention = 'val-aigo'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let collegue: Personne
let administration: Personne
let fiche: number

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  collegue = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  const { rows } = await owner.query<{ id: number }>(
    `SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = 'action-13'`,
    [convention],
  )
  fiche = rows[0]?.id ?? 0
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})
beforeEach(() => owner.query('DELETE FROM ligne_budget WHERE fiche_action_id = $1', [fiche]))

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: '2024-06-15' })
const ligne = (financeur = 'Caf') => ({
  convention,
  fiche,
  annee: 2024,
  financeur,
  organisme: null,
  libelle: '',
  prevu: '1',
  realise: '',
  source: '',
})
const add = (cle: string, financeur = 'Caf', personne = coordination) =>
  as(personne, () => createLigneBudget(ligne(financeur), { cle }))
const listFinanceurs = async () =>
  (
    await owner.query<{ financeur: string }>(
      'SELECT financeur FROM ligne_budget WHERE fiche_action_id = $1 ORDER BY id',
      [fiche],
    )
  ).rows.map(({ financeur }) => financeur)
const countEnvois = async () =>
  (await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM envoi_recu')).rows[0]?.n

describe('a sending with its key', () => {
  it('sent forty times at once, writes one row, and every one gets the same answer', async () => {
    const cle = createCle()
    const reponses = await Promise.all(Array.from({ length: 40 }, () => add(cle)))
    expect(reponses[0]).toMatchObject({ ok: true, data: { version: 0, message: 'La ligne de budget est ajoutée.' } })
    expect(new Set(reponses.map((reponse) => JSON.stringify(reponse))).size).toBe(1)
    expect(await listFinanceurs()).toEqual(['Caf'])
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM journal WHERE utilisateur_id = $1 AND objet = 'ligne_budget' AND avant IS NULL`,
      [coordination.id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('is given its answer again whatever became of the row meanwhile', async () => {
    const cle = createCle()
    const cree = await add(cle)
    if (!cree.ok) throw new Error(cree.message)
    await as(collegue, () => removeLigneBudget({ convention, fiche, ligne: cree.data.id, version: 0 }))
    expect(await add(cle)).toEqual(cree)
    expect(await listFinanceurs()).toEqual([])
  })

  it('of a row that is changed or taken away is answered again, not met by its own version', async () => {
    const cree = await add(createCle())
    if (!cree.ok) throw new Error(cree.message)
    const [change, retrait] = [createCle(), createCle()]
    const update = () =>
      as(coordination, () => updateLigneBudget({ ...ligne('CCVA'), ligne: cree.data.id, version: 0 }, { cle: change }))
    const remove = () =>
      as(coordination, () =>
        removeLigneBudget({ convention, fiche, ligne: cree.data.id, version: 1 }, { cle: retrait }),
      )
    expect([await update(), await update()]).toMatchObject([
      { ok: true, data: { version: 1 } },
      { ok: true, data: { version: 1 } },
    ])
    expect([await remove(), await remove()]).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('corrected after it was written, is refused in words, and adds nothing', async () => {
    const cle = createCle()
    await add(cle, 'Caf')
    expect(await add(cle, 'CCVA')).toMatchObject({
      tag: 'REGLE',
      code: 'DEJA_ENREGISTRE',
      message: expect.stringMatching(/premier envoi avait bien été enregistré/),
    })
    expect(await listFinanceurs()).toEqual(['Caf'])
  })

  it('that was refused leaves its key free: mended, it is written', async () => {
    const cle = createCle()
    const avant = await countEnvois()
    expect(await add(cle, '')).toMatchObject({ tag: 'INVALIDE' })
    expect(
      await as(coordination, () => updateLigneBudget({ ...ligne(), ligne: 2_000_000_000, version: 0 }, { cle })),
    ).toMatchObject({ tag: 'INTROUVABLE' })
    expect(await countEnvois()).toBe(avant)
    expect(await add(cle, 'Caf')).toMatchObject({ ok: true })
    expect(await listFinanceurs()).toEqual(['Caf'])
  })

  it('is of one person and of one action', async () => {
    const cle = createCle()
    await add(cle, 'Caf')
    expect(await add(cle, 'CCVA', collegue)).toMatchObject({ ok: true })
    const cree = await add(createCle(), 'MSA')
    if (!cree.ok) throw new Error(cree.message)
    expect(
      await as(coordination, () => removeLigneBudget({ convention, fiche, ligne: cree.data.id, version: 0 }, { cle })),
    ).toMatchObject({ ok: true })
    expect(await listFinanceurs()).toEqual(['Caf', 'CCVA'])
  })

  it('opens nothing to who is no longer signed in', async () => {
    const cle = createCle()
    const invitee = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
    expect(await add(cle, 'Caf', invitee)).toMatchObject({ ok: true })
    await owner.query('UPDATE session SET fermee_le = now() WHERE id = $1', [hashSecret(invitee.session)])
    expect(await add(cle, 'Caf', invitee)).toMatchObject({ tag: 'NON_CONNECTE' })
  })

  it('costs one statement more, and nothing without a key', async () => {
    const count = async (travail: () => Promise<unknown>) => {
      const avant = countInstructions()
      await travail()
      return countInstructions() - avant
    }
    const sans = await count(() => as(coordination, () => createLigneBudget(ligne())))
    const cle = createCle()
    expect(await count(() => add(cle))).toBe(sans + 1)
    // Again: the opening, and ROLLBACK.
    expect(await count(() => add(cle))).toBe(2)
  })

  it('that is no key at all is an ordinary write', async () => {
    for (const envoi of [{ cle: 'x' }, { cle: 3 }, 'texte', null, { cle: `${createCle()}'` }]) {
      expect(await as(coordination, () => createLigneBudget(ligne(), envoi as never))).toMatchObject({ ok: true })
    }
    expect(await listFinanceurs()).toHaveLength(5)
  })
})

describe('what is kept of a sending', () => {
  it('can be read by nobody without the key: not the answer, not the input, not the key', async () => {
    const invitee = await createPersonne(database.ownerUrl, [])
    const cle = createCle()
    const premier = await as(administration, () => createInvitation({ personne: invitee.id }, { cle }))
    if (!premier.ok) throw new Error(premier.message)
    const secret = premier.data.chemin.split('/').at(-1) ?? ''
    expect(secret.length).toBeGreaterThan(20)
    const { rows } = await owner.query<{ tout: string; reponse: Buffer }>(
      'SELECT e::text AS tout, reponse FROM envoi_recu e WHERE utilisateur_id = $1',
      [administration.id],
    )
    expect(rows).toHaveLength(1)
    for (const mot of [cle, secret])
      expect(`${rows[0]?.tout} ${rows[0]?.reponse.toString('latin1')}`).not.toContain(mot)
    // And yet the second gets the first’s link, which still opens.
    expect(await as(administration, () => createInvitation({ personne: invitee.id }, { cle }))).toEqual(premier)
    expect((await owner.query('SELECT 1 FROM invitation WHERE utilisateur_id = $1', [invitee.id])).rowCount).toBe(1)
  })

  it('is out of reach of the application, but by its functions', async () => {
    const app = new pg.Client({ connectionString: database.appUrl })
    await app.connect()
    try {
      for (const sql of ['SELECT * FROM envoi_recu', 'DELETE FROM envoi_recu', `UPDATE envoi_recu SET reponse = NULL`])
        await expect(app.query(sql)).rejects.toThrow(/permission denied/)
      expect((await app.query(`SELECT app.recevoir(NULL, 'x', NULL, 'cle', 'empreinte') AS vue`)).rows).toEqual([
        { vue: null },
      ])
    } finally {
      await app.end()
    }
  })

  it('is forgotten after a week', async () => {
    const vieillir = () => owner.query(`UPDATE envoi_recu SET instant = now() - interval '8 days'`)
    await add(createCle())
    await vieillir()
    await forgetEnvois()
    expect(await countEnvois()).toBe(0)
    // And without background work, when its person writes again.
    await add(createCle())
    await vieillir()
    await add(createCle())
    expect(await countEnvois()).toBe(1)
  })
})

describe('any sequence of sendings with repeats', () => {
  it('leaves what the sequence without repeats leaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('Caf', 'CCVA', 'MSA', 'Département'), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(100), { maxLength: 8 }),
        async (financeurs, reprises) => {
          await owner.query('DELETE FROM ligne_budget WHERE fiche_action_id = $1', [fiche])
          const envois = financeurs.map((financeur) => ({ financeur, cle: createCle() }))
          // Each in order for the first time; before each next one, any of those sent before again, some at once.
          const reponses = new Map<string, unknown>()
          for (const [rang, { financeur, cle }] of envois.entries()) {
            reponses.set(cle, await add(cle, financeur))
            const encore = reprises
              .filter((reprise) => reprise % financeurs.length === rang)
              .map((reprise) => envois[reprise % (rang + 1)])
            const repetes = await Promise.all(
              encore.map(async (envoi) => envoi && ([envoi.cle, await add(envoi.cle, envoi.financeur)] as const)),
            )
            for (const repete of repetes) if (repete) expect(repete[1]).toEqual(reponses.get(repete[0]))
          }
          expect(await listFinanceurs()).toEqual(financeurs)
        },
      ),
      runsOf(40),
    )
  })

  it('gives a role once', async () => {
    const personne = await createPersonne(database.ownerUrl, [])
    const cle = createCle()
    const { rows } = await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [convention])
    const give = () =>
      as(administration, () =>
        createRole(
          { personne: personne.id, version: 0, role: 'LECTEUR', cible: rows[0]?.id ?? 0, debut: '', fin: '' },
          { cle },
        ),
      )
    const reponses = await Promise.all(Array.from({ length: 5 }, give))
    expect(reponses.every((reponse) => reponse.ok)).toBe(true)
    expect((await owner.query('SELECT 1 FROM role WHERE utilisateur_id = $1', [personne.id])).rowCount).toBe(1)
  })
})
