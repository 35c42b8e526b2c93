import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeDecision } from '@/lib/gouvernance/decisions/actions/decision'
import { closeDecision } from '@/lib/gouvernance/decisions/actions/suivi'
import { getDecisions } from '@/lib/gouvernance/decisions/queries'
import { Atelier, SLUG, TODAY } from '@/tests/support/decisions'
import { createPersonne } from '@/tests/support/personnes'

let a: Atelier

beforeAll(async () => {
  a = await Atelier.open()
})
beforeEach(() => a.reset())
afterAll(() => a.close())

describe('effects', () => {
  it('postpones a fiche in the transaction of the decision, traced on both sides', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const id = await a.recorded(point, { effet: 'REPORTER_FICHE', objet: a.fiche })
    expect(await a.readStatut(a.fiche)).toBe('REPORTEE')
    const ligne = await a.readLigne(id)
    expect(ligne.appliquee_le).not.toBeNull()
    expect(ligne.avant).toEqual({ statut: 'EN_COURS' })
    expect(await a.readJournal('fiche_action', a.fiche)).toEqual({
      operation: 'decision.ecrire',
      motif: 'Décision du COPIL du 3 mars 2026',
      avant: { statut: 'EN_COURS' },
      apres: { statut: 'REPORTEE' },
    })
    // Twice is once too many, and says what to do.
    expect(await a.record(point, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'FICHE_DEJA',
    })
    expect(await a.record(point, { effet: 'ABANDONNER_FICHE', objet: a.fiche })).toMatchObject({
      ok: true,
      data: { message: 'Décision enregistrée et appliquée' },
    })
    expect(await a.readStatut(a.fiche)).toBe('ABANDONNEE')
  })

  it('changes a target, read as its indicator is measured', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const { id } = await a.askUn<{ id: number }>(
      `SELECT id FROM indicateur WHERE convention_id = $1 AND nature = 'NOMBRE' ORDER BY id LIMIT 1`,
      [a.convention],
    )
    await a.owner.query(`UPDATE indicateur SET cible = 10, cible_texte = NULL WHERE id = $1`, [id])
    const refus = await a.record(point, { effet: 'CHANGER_CIBLE', objet: id, cible: 'une douzaine' })
    expect(refus).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'cible', message: expect.stringContaining('Écrivez un nombre') }],
    })
    expect(await a.record(point, { effet: 'CHANGER_CIBLE', objet: id, cible: '10' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'cible' }],
    })
    const decision = await a.recorded(point, { effet: 'CHANGER_CIBLE', objet: id, cible: '12,5' })
    expect(
      await a.askUn('SELECT trim_scale(cible)::text AS cible, cible_texte FROM indicateur WHERE id = $1', [id]),
    ).toEqual({ cible: '12.5', cible_texte: null })
    expect((await a.readLigne(decision)).avant).toEqual({ cible: '10', cibleTexte: null })
    expect(await a.readJournal('indicateur', id)).toMatchObject({ motif: 'Décision du COPIL du 3 mars 2026' })
  })

  it('validates a balanced schéma, and writes nothing of one that is out of balance', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const { id } = await a.askUn<{ id: number }>(
      `SELECT id FROM schema_cooperation WHERE convention_id = $1 AND etat = 'BROUILLON' LIMIT 1`,
      [a.convention],
    )
    const compte = 'SELECT count(*)::int AS n FROM decision WHERE point_id = $1'
    expect(await a.record(point, { effet: 'VALIDER_SCHEMA', objet: id })).toMatchObject({
      ok: false,
      tag: 'REGLE',
      message: expect.stringContaining('proposez-le d’abord'),
    })
    // Behind PostgreSQL’s back: it would refuse such a proposal.
    await a.owner.query('ALTER TABLE schema_cooperation DISABLE TRIGGER equilibre')
    const { somme } = await a.askUn<{ somme: string }>(
      `UPDATE schema_cooperation s SET etat = 'PROPOSE', total = (SELECT sum(quotite) + 0.10 FROM affectation WHERE schema_id = s.id AND marge = 'PORTEUR'), existant = NULL
       WHERE id = $1 RETURNING (total - 0.10)::text AS somme`,
      [id],
    )
    await a.owner.query('ALTER TABLE schema_cooperation ENABLE TRIGGER equilibre')
    const refus = await a.record(point, { effet: 'VALIDER_SCHEMA', objet: id })
    expect(refus).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'SOMME_INEXACTE',
      message: expect.stringContaining('il manque 0,10'),
    })
    expect(await a.ask(compte, [point])).toEqual([{ n: 0 }])
    expect(await a.ask('SELECT etat FROM schema_cooperation WHERE id = $1', [id])).toEqual([{ etat: 'PROPOSE' }])

    await a.owner.query('BEGIN')
    await a.owner.query(`DELETE FROM croisement WHERE schema_id = $1`, [id])
    await a.owner.query(`DELETE FROM developpement WHERE schema_id = $1`, [id])
    await a.owner.query(`DELETE FROM affectation WHERE schema_id = $1 AND marge = 'THEMATIQUE'`, [id])
    await a.owner.query('UPDATE schema_cooperation SET total = $2::numeric WHERE id = $1', [id, somme])
    await a.owner.query('COMMIT')
    const decision = await a.recorded(point, { effet: 'VALIDER_SCHEMA', objet: id })
    expect(await a.ask('SELECT etat FROM schema_cooperation WHERE id = $1', [id])).toEqual([{ etat: 'VALIDE' }])
    expect((await a.readLigne(decision)).avant).toEqual({ etat: 'PROPOSE' })
    expect(await a.readJournal('schema_cooperation', id)).toMatchObject({
      motif: 'Décision du COPIL du 3 mars 2026',
      apres: { etat: 'VALIDE' },
    })
  })

  it('validates an avenant on the day of the meeting', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const { id } = await a.askUn<{ id: number }>(
      'SELECT id FROM avenant WHERE convention_id = $1 ORDER BY id DESC LIMIT 1',
      [a.convention],
    )
    await a.owner.query('UPDATE avenant SET valide_le = NULL WHERE id = $1', [id])
    await a.recorded(point, { effet: 'VALIDER_AVENANT', objet: id })
    expect(await a.ask('SELECT valide_le::text FROM avenant WHERE id = $1', [id])).toEqual([
      { valide_le: '2026-03-03' },
    ])
    expect(await a.record(point, { effet: 'VALIDER_AVENANT', objet: id })).toMatchObject({
      ok: false,
      code: 'AVENANT_DEJA',
      message: expect.stringContaining('3 mars 2026'),
    })
  })

  it('never takes back what was applied: the remedy is another decision', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const id = await a.recorded(point, { effet: 'REPORTER_FICHE', objet: a.fiche })
    for (const change of [
      { etat: 'REPORTEE', effet: 'REPORTER_FICHE', objet: a.fiche },
      { etat: 'PRISE', effet: null },
      { effet: 'REPORTER_FICHE', objet: a.autreFiche },
    ] as const)
      expect(await a.update(id, change)).toMatchObject({
        ok: false,
        tag: 'REGLE',
        code: 'DEJA_APPLIQUEE',
        message: expect.stringContaining('prenez plutôt une nouvelle décision'),
      })
    const { version } = await a.readLigne(id)
    expect(await a.as(() => removeDecision({ convention: SLUG, decision: id, version }))).toMatchObject({
      ok: false,
      code: 'DEJA_APPLIQUEE',
    })
    // Its words may still be mended, even by an instance that lost its competence since.
    await a.owner.query('DELETE FROM competence WHERE convention_id = $1', [a.convention])
    expect(
      await a.update(id, { texte: 'Reporter la fiche à 2027', effet: 'REPORTER_FICHE', objet: a.fiche }),
    ).toMatchObject({ ok: true })
    expect(await a.readLigne(id)).toMatchObject({
      texte: 'Reporter la fiche à 2027',
      etat: 'PRISE',
      version: version + 1,
    })
  })

  it('applies a prepared decision on the day it is taken', async () => {
    const { point, reunion } = await a.addPoint('COPIL', '2026-12-08', { etat: 'PREVUE' })
    expect(await a.record(point, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: false,
      code: 'AVANT_LA_REUNION',
      message: expect.stringContaining('mardi 8 décembre 2026'),
    })
    const id = await a.recorded(point, { etat: 'ATTENDUE', effet: 'REPORTER_FICHE', objet: a.fiche })
    expect(await a.readStatut(a.fiche)).toBe('EN_COURS')
    expect(await a.update(id, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: false,
      code: 'AVANT_LA_REUNION',
    })
    await a.owner.query(`UPDATE reunion SET date = $2::date WHERE id = $1`, [reunion, TODAY])
    expect(await a.update(id, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: true,
      data: { message: 'Décision mise à jour et appliquée' },
    })
    expect(await a.readStatut(a.fiche)).toBe('REPORTEE')
  })
})

describe('proposals', () => {
  const propose = async () => {
    const { point, reunion } = await a.addPoint('COTECH', '2026-02-02')
    return {
      id: await a.recorded(point, { etat: 'ATTENDUE', effet: 'REPORTER_FICHE', objet: a.fiche }),
      reunion,
      point,
    }
  }

  it('the COTECH proposes, the COPIL decides: each names the other', async () => {
    const { point } = await a.addPoint('COTECH', '2026-02-02')
    expect(await a.record(point, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'PROPOSE_SEULEMENT',
      message: expect.stringContaining('Le COTECH propose, le COPIL décide'),
    })
    const { id: proposition } = await propose()
    expect(await a.readStatut(a.fiche)).toBe('EN_COURS')
    const copil = await a.addPoint('COPIL', '2026-03-03', { proposition })
    const id = await a.recorded(copil.point, { effet: 'REPORTER_FICHE', objet: a.fiche })
    expect(await a.readStatut(a.fiche)).toBe('REPORTEE')
    expect(await a.readLigne(proposition)).toMatchObject({ etat: 'PRISE', decidee_par_id: id, appliquee_le: null })
    const vue = await a.as(() => getDecisions({ convention: SLUG }))
    const lues = vue.ok ? vue.data.decisions : []
    expect(lues.find((decision) => decision.id === proposition)).toMatchObject({
      proposition: true,
      decideePar: { reunion: copil.ref, instance: 'Comité de pilotage' },
    })
    expect(lues.find((decision) => decision.id === id)?.propositions).toMatchObject([{ dateTexte: '2 février 2026' }])
    // Settled, it changes no more, and is followed in the decision that settled it.
    expect(await a.update(proposition, { etat: 'ATTENDUE' })).toMatchObject({ ok: false, code: 'DEJA_TRANCHEE' })
    const { version } = await a.readLigne(proposition)
    expect(
      await a.as(() => closeDecision({ convention: SLUG, decision: proposition, version, realiseeLe: TODAY })),
    ).toMatchObject({ ok: false, code: 'DEJA_TRANCHEE' })
  })

  it('two meetings that settle one proposal at once: exactly one wins', async () => {
    const { id: proposition } = await propose()
    const [un, deux] = [
      await a.addPoint('COPIL', '2026-03-03', { proposition }),
      await a.addPoint('COPIL', '2026-03-10', { proposition }),
    ]
    const autre = await createPersonne(a.database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: SLUG }])
    const issues = await Promise.all([
      a.record(un.point, { effet: 'REPORTER_FICHE', objet: a.fiche }),
      a.record(deux.point, { etat: 'REFUSEE', effet: 'REPORTER_FICHE', objet: a.fiche }, autre),
    ])
    expect(issues.filter(({ ok }) => ok)).toHaveLength(1)
    const perdante = issues.find(({ ok }) => !ok)
    expect(perdante).toMatchObject({
      tag: 'REGLE',
      code: 'DEJA_TRANCHEE',
      message: expect.stringContaining('Comité de pilotage'),
    })
    expect(
      await a.ask('SELECT count(*)::int AS n FROM decision WHERE point_id IN ($1, $2)', [un.point, deux.point]),
    ).toEqual([{ n: 1 }])
  })

  it('two people in one meeting: the second is told it is settled', async () => {
    const { id: proposition } = await propose()
    const { point } = await a.addPoint('COPIL', '2026-03-03', { proposition })
    const issues = await Promise.all([1, 2].map(() => a.record(point, { effet: 'REPORTER_FICHE', objet: a.fiche })))
    expect(issues.map((issue) => (issue.ok ? 'OK' : issue.tag)).sort()).toEqual(['OK', 'REGLE'])
  })

  it('put off, it may be settled later, though its own minutes are validated', async () => {
    const { id: proposition, reunion } = await propose()
    await a.freeze(reunion)
    const premier = await a.addPoint('COPIL', '2026-03-03', { proposition })
    const report = await a.recorded(premier.point, { etat: 'REPORTEE', effet: 'REPORTER_FICHE', objet: a.fiche })
    expect(await a.readLigne(proposition)).toMatchObject({ etat: 'REPORTEE', decidee_par_id: report })
    const attente = await a.as(() => getDecisions({ convention: SLUG, etat: 'a-trancher' }))
    expect(attente.ok ? attente.data.decisions.map(({ id }) => id) : []).toContain(proposition)
    const second = await a.addPoint('COPIL', '2026-06-03', { proposition })
    const prise = await a.recorded(second.point, { effet: 'REPORTER_FICHE', objet: a.fiche })
    expect(await a.readLigne(proposition)).toMatchObject({ etat: 'PRISE', decidee_par_id: prise })
  })

  it('decided otherwise, it is set aside; taken back, it waits again', async () => {
    const { id: proposition } = await propose()
    const { point } = await a.addPoint('COPIL', '2026-03-03', { proposition })
    const refus = await a.recorded(point, { etat: 'REFUSEE', effet: 'REPORTER_FICHE', objet: a.fiche })
    expect(await a.readLigne(proposition)).toMatchObject({ etat: 'REFUSEE', decidee_par_id: refus })
    expect(await a.as(() => removeDecision({ convention: SLUG, decision: refus, version: 0 }))).toMatchObject({
      ok: true,
    })
    expect(await a.readLigne(proposition)).toMatchObject({ etat: 'ATTENDUE', decidee_par_id: null })
    const autre = await a.recorded(point, { effet: 'ABANDONNER_FICHE', objet: a.fiche })
    expect(await a.readLigne(proposition)).toMatchObject({ etat: 'REFUSEE', decidee_par_id: autre })
    expect(await a.readStatut(a.fiche)).toBe('ABANDONNEE')
  })

  it('on an agenda, it is not removed before it leaves it', async () => {
    const { id: proposition } = await propose()
    await a.addPoint('COPIL', '2026-03-03', { proposition })
    expect(await a.as(() => removeDecision({ convention: SLUG, decision: proposition, version: 0 }))).toMatchObject({
      ok: false,
      code: 'A_L_ORDRE_DU_JOUR',
      message: expect.stringContaining('du COPIL du 03/03/2026'),
    })
  })
})
