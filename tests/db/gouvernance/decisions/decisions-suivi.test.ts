import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { validateSchema } from '@/lib/cooperation/schemas/actions/etat'
import { removeDecision, updateDecision } from '@/lib/gouvernance/decisions/actions/decision'
import { closeDecision, reopenDecision, updateSuiviDecision } from '@/lib/gouvernance/decisions/actions/suivi'
import { getDecisions } from '@/lib/gouvernance/decisions/queries'
import type { RecordDecision } from '@/lib/gouvernance/decisions/schema/decision'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { countInstructions } from '@/lib/platform/db'
import { Atelier, SLUG, TODAY } from '@/tests/support/decisions'
import { createPersonne } from '@/tests/support/personnes'

let a: Atelier

beforeAll(async () => {
  a = await Atelier.open()
})
beforeEach(() => a.reset())
afterAll(() => a.close())

describe('competence and direct gestures', () => {
  it('an instance without a word on it is told who decides, or that nobody is named', async () => {
    const { point } = await a.addPoint('GROUPE_PROJET', '2026-03-03')
    expect(await a.record(point, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: false,
      code: 'HORS_COMPETENCE',
      message: expect.stringContaining('c’est le COPIL qui en décide'),
    })
    await a.owner.query('DELETE FROM competence WHERE convention_id = $1', [a.convention])
    expect(await a.record(point, { effet: 'REPORTER_FICHE', objet: a.fiche })).toMatchObject({
      ok: false,
      code: 'PERSONNE_NE_DECIDE',
      message: expect.stringContaining('réglez-le dans «\u00A0Qui décide\u00A0»'),
    })
    expect(await a.record(point, { texte: 'Écrire aux maires', nature: 'ENGAGEMENT' })).toMatchObject({ ok: true })
  })

  it('refuses the direct gesture once an instance decides, and leaves it free before', async () => {
    const { statut } = await a.askUn<{ statut: StatutFiche }>('SELECT statut FROM fiche_action WHERE id = $1', [
      a.fiche,
    ])
    const report = () =>
      a.as(() =>
        updateFiche({ convention: SLUG, fiche: a.fiche, champs: { statut: { avant: statut, apres: 'REPORTEE' } } }),
      )
    expect(await report()).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'INSTANCE_DECIDE',
      message: expect.stringContaining('c’est le COPIL qui décide'),
    })
    expect(
      await a.as(() =>
        updateFiche({
          convention: SLUG,
          fiche: a.autreFiche,
          champs: { statut: { avant: 'A_PRECISER', apres: 'EN_COURS' } },
        }),
      ),
    ).not.toMatchObject({ tag: 'REGLE' })
    const schema = await a.askUn<{ id: number; version: number }>(
      'SELECT id, version FROM schema_cooperation WHERE convention_id = $1 LIMIT 1',
      [a.convention],
    )
    expect(
      await a.as(() => validateSchema({ convention: SLUG, schema: schema.id, version: schema.version })),
    ).toMatchObject({ ok: false, code: 'INSTANCE_DECIDE' })
    await a.owner.query('DELETE FROM competence WHERE convention_id = $1', [a.convention])
    expect(await report()).toMatchObject({ ok: true })
  })
})

describe('bad input and follow-up', () => {
  it('names the field and the remedy', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const refuse = async (reste: Partial<RecordDecision>, champ: string, message: string) =>
      expect(await a.record(point, reste)).toMatchObject({
        ok: false,
        tag: 'INVALIDE',
        champs: [{ champ, message: expect.stringContaining(message) }],
      })
    await refuse({ texte: ' ' }, 'texte', 'Écrivez la décision')
    await refuse({ echeance: '2/3/2026' }, 'echeance', 'L’échéance est avant la réunion')
    await refuse({ echeance: '31/2/2026' }, 'echeance', 'n’est pas une date lisible')
    await refuse({ effet: 'REPORTER_FICHE' }, 'objet', 'Choisissez la fiche à reporter')
    expect(await a.record(point, { effet: 'REPORTER_FICHE', objet: 2_147_483_647 })).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    expect(await a.record(2_147_483_647)).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })

  it('refuses on a cancelled meeting, and on validated minutes, where the follow-up goes on', async () => {
    const annulee = await a.addPoint('COPIL', '2026-03-03', { etat: 'ANNULEE' })
    expect(await a.record(annulee.point)).toMatchObject({ ok: false, code: 'ANNULEE' })
    const { point, reunion } = await a.addPoint('COPIL', '2026-03-03')
    const id = await a.recorded(point, {
      texte: 'Écrire aux maires',
      nature: 'ENGAGEMENT',
      echeance: '2026-10-01',
      responsable: 'La coordination',
    })
    await a.freeze(reunion)
    expect(await a.record(point)).toMatchObject({
      ok: false,
      code: 'FIGEE',
      message: expect.stringContaining('nouvelle version'),
    })
    expect(await a.update(id, { texte: 'Autre' })).toMatchObject({ ok: false, code: 'FIGEE' })
    expect(await a.as(() => removeDecision({ convention: SLUG, decision: id, version: 0 }))).toMatchObject({
      ok: false,
      code: 'FIGEE',
    })
    const retard = await a.as(() => getDecisions({ convention: SLUG, etat: 'en-retard' }))
    expect(retard.ok ? retard.data.decisions.find((decision) => decision.id === id) : null).toMatchObject({
      enRetard: true,
    })
    expect(
      await a.as(() =>
        updateSuiviDecision({
          convention: SLUG,
          decision: id,
          version: 0,
          responsable: 'La Caf',
          suivi: 'Modèle prêt',
        }),
      ),
    ).toMatchObject({ ok: true })
    const close = (jour: string, version: number) =>
      a.as(() =>
        closeDecision({ convention: SLUG, decision: id, version, realiseeLe: jour, suivi: 'Courriers partis' }),
      )
    expect(await close('2026-12-01', 1)).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'realiseeLe', message: expect.stringContaining('pas encore venu') }],
    })
    expect(await close('2026-01-01', 1)).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'realiseeLe', message: expect.stringContaining('3 mars 2026') }],
    })
    expect(await close('', 1)).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'realiseeLe' }] })
    expect(await close('20/11/2026', 1)).toMatchObject({ ok: true })
    expect(await close('20/11/2026', 1)).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { realiseeLe: '2026-11-20', responsable: 'La Caf' },
    })
    expect(
      await a.as(() => reopenDecision({ convention: SLUG, decision: id, version: 2, suivi: 'Deux retours' })),
    ).toMatchObject({ ok: true })
    expect(await a.readLigne(id)).toMatchObject({ realisee_le: null, suivi: 'Deux retours', version: 3 })
  })

  it('only what is taken is followed', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const id = await a.recorded(point, { etat: 'REFUSEE' })
    expect(
      await a.as(() => closeDecision({ convention: SLUG, decision: id, version: 0, realiseeLe: TODAY })),
    ).toMatchObject({ ok: false, code: 'PAS_PRISE' })
    expect(await a.as(() => reopenDecision({ convention: SLUG, decision: id, version: 0 }))).toMatchObject({
      ok: false,
      code: 'PAS_REALISEE',
    })
  })

  it('a stale save shows what is there now', async () => {
    const { point } = await a.addPoint('COPIL', '2026-03-03')
    const id = await a.recorded(point)
    await a.update(id, { texte: 'Changée entre-temps' })
    const conflit = await a.as(() =>
      updateDecision({
        convention: SLUG,
        decision: id,
        version: 0,
        texte: 'La mienne',
        nature: 'AJUSTEMENT',
        etat: 'PRISE',
      }),
    )
    expect(conflit).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { texte: 'Changée entre-temps', version: 1 } })
  })
})

describe('the register', () => {
  it('counts, filters, searches and turns its pages, in few statements', async () => {
    const { point } = await a.addPoint('SEMINAIRE', '2024-05-05')
    await a.owner.query(
      `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, ordre)
       SELECT $1, $2, 'Résolution ' || n, 'ENGAGEMENT', 'PRISE', 'Mme Registre', n FROM generate_series(1, 45) n`,
      [a.convention, point],
    )
    const lire = (filtres: object) => a.as(() => getDecisions({ convention: SLUG, ...filtres }))
    const avant = countInstructions()
    const vue = await lire({ annee: 2024, instance: 'seminaire-partenarial' })
    expect(countInstructions() - avant).toBeLessThanOrEqual(5)
    if (!vue.ok) throw new Error(vue.message)
    expect(vue.data).toMatchObject({
      pages: 3,
      comptes: { toutes: 45, prises: 45, 'a-suivre': 45, realisees: 0 },
      filtres: { page: 1 },
    })
    expect(vue.data.decisions).toHaveLength(20)
    expect(vue.data.annees).toContain(2024)
    expect(vue.data.responsables).toContain('Mme Registre')
    const derniere = await lire({ annee: 2024, instance: 'seminaire-partenarial', page: 99 })
    expect(derniere.ok ? [derniere.data.filtres.page, derniere.data.decisions.length] : []).toEqual([3, 5])
    const trouvee = await lire({ q: 'resolution 44', responsable: 'Mme Registre' })
    expect(trouvee.ok ? trouvee.data.decisions.map(({ texte }) => texte) : []).toEqual(['Résolution 44'])
    const elue = await createPersonne(a.database.ownerUrl, [{ type: 'ELU', convention: SLUG }])
    const lecture = await a.as(() => getDecisions({ convention: SLUG }), elue)
    expect(lecture).toMatchObject({ ok: true, data: { peutEcrire: false } })
  })
})
