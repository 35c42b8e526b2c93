import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isATrancher } from '@/lib/competences/rules/pouvoir'
import { computeRetardDecision, isSuivie } from '@/lib/gouvernance/decisions/rules'
import { computeEcheance, isClose, isEcartee, isEnRetard } from '@/lib/plan-action/champs/rules/echeance'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { findPlanEnVigueur } from '@/lib/plan-action/versions/rules/en-vigueur'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { ask, graine, insert, insertConventions, jourProche, PATIENT, sample, share } from '../support/regles-generees'

/** One rule, two texts: what is true of a convention on a day, asked of the pure rule and of PostgreSQL on the same rows. */

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})
// Whatever a case writes contradicts the rest on purpose: nothing of it is committed.
beforeEach(() => owner.query('BEGIN'))
afterEach(() => owner.query('ROLLBACK'))

describe('a fiche against its last day', () => {
  it('is late, past, closed or put aside, as the rule says', async () => {
    const cas = sample(fc.record({ statut: fc.constantFrom(...STATUTS), fin: fc.option(jourProche), jour: jourProche }))
    const lus = await ask(
      owner,
      cas,
      'statut statut_fiche, fin date, jour date',
      `app.fiche_echeance(x.statut, x.fin, x.jour) AS echeance, app.fiche_en_retard(x.statut, x.fin, x.jour) AS retard,
        app.fiche_close(x.statut) AS close, app.fiche_ecartee(x.statut) AS ecartee`,
    )
    expect(lus, graine).toEqual(
      cas.map(({ jour, ...fiche }) => ({
        echeance: computeEcheance(fiche, jour),
        retard: isEnRetard(fiche, jour),
        close: isClose(fiche.statut),
        ecartee: isEcartee(fiche.statut),
      })),
    )
  })
})

describe('a decision', () => {
  it('is awaited, followed, late or left open, as the rule says', async () => {
    const cas = sample(
      fc.record({
        etat: fc.constantFrom('ATTENDUE', 'PRISE', 'REPORTEE', 'REFUSEE'),
        par: fc.option(fc.constant(7)),
        realisee: fc.option(jourProche),
        echeance: fc.option(jourProche),
        jour: jourProche,
      }),
    )
    const lus = await ask(
      owner,
      cas,
      'etat etat_decision, par int, realisee date, echeance date, jour date',
      `app.decision_attendue(x.etat, x.par) AS attendue, app.decision_suivie(x.etat, x.par) AS suivie,
        app.decision_en_retard(x.etat, x.par, x.realisee, x.echeance, x.jour) AS retard, app.decision_ouverte(x.etat, x.par, x.realisee) AS ouverte`,
    )
    expect(lus, graine).toEqual(
      cas.map(({ etat, par, realisee, echeance, jour }) => {
        const decidee = par !== null
        const suivie = isSuivie({ etat, decidee })
        return {
          attendue: isATrancher({ etat, decidee }),
          suivie,
          retard: computeRetardDecision({ etat, decidee, realiseeLe: realisee, echeance }, jour),
          ouverte: !decidee && (etat === 'ATTENDUE' || etat === 'REPORTEE' || (suivie && realisee === null)),
        }
      }),
    )
  })
})

describe('the plan in force', () => {
  it('is the latest of the convention, with its fiches and their lines', PATIENT, async () => {
    const plans = share(sample(fc.nat(5))).flatMap(({ convention, siennes }) =>
      [...new Set(siennes)].map((numeroVersion, rang) => ({ id: convention * 10 + rang, convention, numeroVersion })),
    )
    const conventions = [...new Set(plans.map(({ convention }) => convention))]
    await insertConventions(owner, conventions)
    const communs = (un: { id: number; convention: number }) => ({ id: un.id, convention_id: un.convention })
    await insert(
      owner,
      'plan_action',
      plans.map((plan) => ({
        ...communs(plan),
        numero_version: plan.numeroVersion,
        niveaux: ['Axe'],
        nom_fiche: 'Fiche',
        nom_etape: 'Étape',
        numerotation: 'LIBRE',
        version: 0,
      })),
    )
    await insert(
      owner,
      'axe',
      plans.map((plan) => ({
        ...communs(plan),
        plan_id: plan.id,
        ref: `a${plan.id}`,
        titre: 'Axe',
        objectifs: [],
        ordre: 0,
        version: 0,
        recherche: '',
      })),
    )
    await insert(
      owner,
      'fiche_action',
      plans.map((plan) => ({
        ...communs(plan),
        plan_id: plan.id,
        axe_id: plan.id,
        ref: `f${plan.id}`,
        titre: 'Fiche',
        statut: 'EN_COURS',
        a_rediger: false,
        ordre: 0,
        version: 0,
        recherche: '',
      })),
    )
    const ligne = { nature: 'NOMBRE', evolution: false, ventiles: [], ordre: 0, version: 0, libelle: 'Ligne' }
    await insert(
      owner,
      'indicateur',
      plans.flatMap((plan) => [
        { ...communs(plan), ref: `i${plan.id}`, fiche_action_id: plan.id, origine_id: null, ...ligne },
        {
          ...communs(plan),
          id: plan.id + 5 * 10 ** 8,
          ref: `c${plan.id}`,
          fiche_action_id: null,
          origine_id: null,
          ...ligne,
        },
        {
          ...communs(plan),
          id: plan.id + 10 ** 9,
          ref: `p${plan.id}`,
          fiche_action_id: plan.id,
          origine_id: plan.id,
          ...ligne,
        },
      ]),
    )
    const { rows } = await owner.query(
      `SELECT c.id AS convention, (SELECT p.id FROM app.plan_en_vigueur(c.id) p) AS plan, (SELECT array_agg(f.id) FROM app.fiches_en_vigueur(c.id) f) AS fiches,
        (SELECT array_agg(i.id ORDER BY i.id) FROM app.lignes_en_vigueur(c.id) i) AS lignes
      FROM convention c WHERE c.id = ANY ($1) ORDER BY c.id`,
      [conventions],
    )
    expect(rows, graine).toEqual(
      conventions.map((convention) => {
        const siens = plans.filter((plan) => plan.convention === convention)
        const plan = findPlanEnVigueur(siens)?.id ?? -1
        return {
          convention,
          plan,
          fiches: [plan],
          lignes: [plan, ...siens.map(({ id }) => id + 5 * 10 ** 8)],
        }
      }),
    )
    const { rows: sans } = await owner.query(`SELECT FROM app.plan_en_vigueur(-1), app.fiches_en_vigueur(-1)`)
    expect(sans).toEqual([])
  })
})

describe('the functions', () => {
  it('run as whoever asks, are open to the application, and those that give rows are written into the statement', async () => {
    const { rows } = await owner.query<{
      nom: string
      prosecdef: boolean
      proconfig: string[] | null
      ouvert: boolean
    }>(
      `SELECT p.proname AS nom, p.prosecdef, p.proconfig, has_function_privilege('copilote_app', p.oid, 'EXECUTE') AS ouvert
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
      WHERE n.nspname = 'app' AND l.lanname = 'sql' AND p.provolatile <> 'v' AND NOT p.prosecdef AND p.proname ~ '_en_vigueur|_en_vue|effectifs_|sommes_|_attendus|releve_courant|^fiche_|^decision_|^periode_|_convenu'`,
    )
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter(({ proconfig, ouvert }) => proconfig !== null || !ouvert)).toEqual([])
    const { rows: plan } = await owner.query<{ 'QUERY PLAN': string }>(
      'EXPLAIN SELECT f.id FROM app.fiches_en_vigueur(1) f JOIN app.schema_en_vigueur(1, current_date) s ON true CROSS JOIN app.effectifs_schema(s.id, current_date) e',
    )
    expect(plan.map((ligne) => ligne['QUERY PLAN']).join('\n')).not.toContain('Function Scan')
  })
})
