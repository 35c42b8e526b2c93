import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeRegleApplicable,
  evaluateRegles,
  type PeriodeFrequence,
  type RegleFrequence,
  type ReunionRegle,
} from '@/lib/gouvernance/frequence/rules/evaluation'
import {
  computeSuccession,
  proposeDate,
  removeRegleFuture,
  type ProjetRegle,
  type RegleDatee,
} from '@/lib/gouvernance/frequence/rules/succession'
import type { TermesRegle } from '@/lib/gouvernance/frequence/rules/regle'
import { addDays } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '@/tests/unit/runs'
import { BAUX, COPIL, COTECH, fr, regle } from './cas'

const TODAY = '2027-05-12'

function toTermes({ debut: _debut, fin: _fin, ...termes }: RegleFrequence): TermesRegle {
  return termes
}

const datee = (id: number, r: RegleFrequence, debut: string | null = null, fin: string | null = null): RegleDatee => ({
  ...r,
  id,
  debut,
  fin,
})
const change = (regles: RegleDatee[], aPartirDu: string, r = COTECH, today = TODAY) =>
  computeSuccession(regles, { geste: 'CHANGER', aPartirDu, termes: toTermes(r) }, BAUX, today)
const correct = (regles: RegleDatee[], champs: Partial<Extract<ProjetRegle, { geste: 'CORRIGER' }>>) =>
  computeSuccession(
    regles,
    { geste: 'CORRIGER', regle: 1, debut: null, fin: null, termes: toTermes(COTECH), ...champs },
    BAUX,
    TODAY,
  )

describe('changing a rule at a date', () => {
  it('closes the former one the day before', () => {
    const suite = change([datee(1, COPIL)], '2028-01-01')
    expect(suite).toEqual({
      ok: true,
      avertissements: [],
      regles: [datee(1, COPIL, null, '2027-12-31'), { ...COTECH, id: null, debut: '2028-01-01', fin: null }],
    })
  })

  it('fits between two rules, and leaves the one that follows as it is', () => {
    const suite = change([datee(1, COPIL, null, '2028-12-31'), datee(2, COPIL, '2029-01-01')], '2028-01-01')
    expect(suite.ok && suite.regles.map(({ id, debut, fin }) => [id, debut, fin])).toEqual([
      [1, null, '2027-12-31'],
      [null, '2028-01-01', '2028-12-31'],
      [2, '2029-01-01', null],
    ])
  })

  it('warns of a date that is past, and of a period cut in two', () => {
    const suite = change([datee(1, COPIL)], '2027-03-10')
    expect(suite.ok && suite.avertissements).toEqual([
      fr('Cette date est passée : depuis le 10 mars 2027, les réunions sont comptées avec la nouvelle règle.'),
      fr(
        'La période du 1er janvier au 31 décembre 2027 serait coupée en deux, et ses deux parties se partageraient les réunions demandées. Pour l’éviter, choisissez le 1er janvier 2027 ou le 1er janvier 2028.',
      ),
    ])
  })

  it.each([
    ['2026-01-01', 'La convention commence le 1er janvier 2026'],
    ['2031-01-01', 'La convention finit le 31 décembre 2030'],
    ['2029-01-01', 'Une règle commence déjà le 1er janvier 2029'],
  ])('refuses %s: %s', (date, message) => {
    const suite = change([datee(1, COPIL, null, '2028-12-31'), datee(2, COPIL, '2029-01-01')], date)
    expect(suite).toMatchObject({
      ok: false,
      erreurs: [{ champ: 'aPartirDu', message: expect.stringContaining(message) }],
    })
  })

  it('gives a first rule to an instance that has none, once', () => {
    const projet: ProjetRegle = { geste: 'PREMIERE', termes: toTermes(COPIL) }
    expect(computeSuccession([], projet, BAUX, TODAY)).toMatchObject({
      ok: true,
      regles: [{ id: null, debut: null, fin: null, minimum: 1 }],
    })
    expect(computeSuccession([datee(1, COPIL)], projet, BAUX, TODAY)).toMatchObject({
      ok: false,
      erreurs: [{ champ: 'mode' }],
    })
  })

  it('is proposed for the first day of a period', () => {
    expect(proposeDate({ periode: 'AN_CIVIL' }, BAUX, TODAY)).toBe('2028-01-01')
    expect(proposeDate({ periode: 'MOIS' }, BAUX, TODAY)).toBe('2027-06-01')
    expect(proposeDate({ periode: 'AN_CONVENTION' }, { debut: '2024-07-01', fin: '2029-06-30' }, TODAY)).toBe(
      '2027-07-01',
    )
    expect(proposeDate({ periode: 'AN_CIVIL' }, BAUX, '2030-05-12')).toBe('2030-05-12')
  })
})

describe('correcting a rule', () => {
  it('reads it again over all its days', () => {
    expect(correct([datee(1, COPIL)], {})).toEqual({ ok: true, avertissements: [], regles: [datee(1, COTECH)] })
  })

  it.each<[champ: string, message: string, debut: string | null, fin: string | null]>([
    ['finRegle', 'finirait avant de commencer', '2027-06-01', '2027-05-01'],
    [
      'finRegle',
      'Une autre règle s’applique à partir du 1er janvier 2029, deux règles ne valent pas le même jour : finissez le 31 décembre 2028.',
      null,
      null,
    ],
    ['debutRegle', 'La convention finit le 31 décembre 2030', '2031-01-01', null],
    ['finRegle', 'La convention commence le 1er janvier 2026', null, '2025-12-31'],
  ])('refuses on %s: %s', (champ, message, debut, fin) => {
    const suite = correct([datee(1, COPIL, null, '2028-12-31'), datee(2, COPIL, '2029-01-01')], { debut, fin })
    expect(suite).toMatchObject({ ok: false, erreurs: [{ champ, message: expect.stringContaining(fr(message)) }] })
  })

  it('says which days no rule covers any more', () => {
    const suite = correct([datee(1, COPIL, null, '2028-12-31'), datee(2, COPIL, '2029-01-01')], { fin: '2028-06-30' })
    expect(suite.ok && suite.avertissements).toEqual([
      'Aucune règle ne s’appliquerait du 1er juillet au 31 décembre 2028.',
    ])
  })

  it('names the day to begin on when the rule would overlap the one before', () => {
    const suite = correct([datee(2, COPIL, null, '2027-12-31'), datee(1, COPIL, '2028-01-01')], { debut: '2027-06-01' })
    expect(suite).toMatchObject({
      ok: false,
      erreurs: [{ champ: 'debutRegle', message: expect.stringContaining('commencez le 1er janvier 2028') }],
    })
  })
})

describe('giving up a rule that has not begun', () => {
  it('lets the one before it go on', () => {
    const regles = [datee(1, COPIL, null, '2027-12-31'), datee(2, COTECH, '2028-01-01')]
    expect(removeRegleFuture(regles, 2, TODAY)).toEqual([datee(1, COPIL)])
    expect(removeRegleFuture(regles, 1, TODAY)).toBeNull()
    expect(removeRegleFuture(regles, 2, '2028-01-01')).toBeNull()
  })
})

const PERIODES: PeriodeFrequence[] = [
  'MOIS',
  'BIMESTRE',
  'TRIMESTRE',
  'SEMESTRE',
  'AN_CIVIL',
  'AN_CONVENTION',
  'CONVENTION',
]
/** A day of the five years of the convention. */
const jour = fc.integer({ min: 0, max: 1825 }).map((n) => addDays(BAUX.debut, n))
const nombre = fc.option(fc.integer({ min: 0, max: 6 }))
const uneRegle: fc.Arbitrary<RegleFrequence> = fc.record({
  mode: fc.constantFrom('MINIMUM', 'FOURCHETTE', 'MOYENNE', 'SELON_BESOIN', 'NON_PRECISEE' as const),
  minimum: nombre,
  maximum: nombre,
  moyenne: nombre,
  periode: fc.constantFrom(...PERIODES),
  par: fc.constantFrom('INSTANCE', 'THEMATIQUE' as const),
  groupes: fc.subarray(['Jeunesse', 'Logement']),
  exceptions: fc.array(fc.record({ annee: fc.integer({ min: 2026, max: 2030 }), minimum: nombre, maximum: nombre }), {
    maxLength: 2,
  }),
  debut: fc.constant(null),
  fin: fc.constant(null),
  moments: fc.constant([]),
  evenement: fc.constant(null),
  aConfirmer: fc.boolean(),
  source: fc.constant(null),
})
const reunions: fc.Arbitrary<ReunionRegle[]> = fc
  .array(
    fc.record({
      date: jour,
      etat: fc.constantFrom('PREVUE', 'TENUE', 'ANNULEE' as const),
      groupe: fc.constantFrom(null, 'Jeunesse'),
      derogation: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((liste) => liste.map((reunion, id) => ({ ...reunion, id })))
/** Successive changes, in any order: those a date refuses are left out. */
const changements = fc.array(fc.tuple(jour, uneRegle), { maxLength: 4 })

/** The rules of an instance after a first one and some changes. */
function succeedRules(premiere: RegleFrequence, suite: readonly [string, RegleFrequence][]): RegleDatee[] {
  return suite.reduce<RegleDatee[]>(
    (regles, [date, r], rang) => {
      const ecrite = computeSuccession(regles, { geste: 'CHANGER', aPartirDu: date, termes: toTermes(r) }, BAUX, TODAY)
      return ecrite.ok ? ecrite.regles.map((une) => ({ ...une, id: une.id ?? rang + 1 })) : regles
    },
    [{ ...premiere, id: 0 }],
  )
}

describe('over a five-year convention, whatever the rules', PATIENT, () => {
  it('a change never touches the judgment of what was over before it', () => {
    fc.assert(
      fc.property(
        uneRegle,
        changements,
        jour,
        uneRegle,
        reunions,
        jour,
        (premiere, suite, date, nouvelle, liste, today) => {
          const avant = succeedRules(premiere, suite)
          const ecrite = computeSuccession(
            avant,
            { geste: 'CHANGER', aPartirDu: date, termes: toTermes(nouvelle) },
            BAUX,
            today,
          )
          fc.pre(ecrite.ok)
          const lire = (regles: readonly RegleFrequence[]) =>
            evaluateRegles({ regles, reunions: liste, convention: BAUX, today }).periodes
          // A mean is read over a sliding year: while it runs, it looks beyond its own period.
          const jugees = (regles: readonly RegleFrequence[]) =>
            lire(regles).filter(
              ({ fin, temps }) => fin < date && (temps === 'PASSEE' || !regles.some(({ mode }) => mode === 'MOYENNE')),
            )
          const apres = ecrite.ok ? lire(ecrite.regles) : []
          for (const periode of jugees(avant)) expect(apres).toContainEqual(periode)
        },
      ),
      RUNS,
    )
  })

  it('the periods of successive rules never overlap, and one rule at most is in force on a day', () => {
    fc.assert(
      fc.property(uneRegle, changements, reunions, jour, (premiere, suite, liste, today) => {
        const regles = succeedRules(premiere, suite)
        const { periodes } = evaluateRegles({ regles, reunions: liste, convention: BAUX, today })
        periodes.slice(1).forEach((p, rang) => expect(p.debut > (periodes[rang]?.fin ?? '')).toBe(true))
        const couvrent = regles.filter(({ debut, fin }) => (debut ?? '') <= today && today <= (fin ?? '9'))
        expect(couvrent).toEqual([computeRegleApplicable(regles, today)])
      }),
      RUNS,
    )
  })

  it('every day of the convention keeps a rule, through changes and second thoughts', () => {
    fc.assert(
      fc.property(uneRegle, changements, jour, (premiere, suite, today) => {
        const regles = succeedRules(premiere, suite)
        const couvre = (parmi: readonly RegleDatee[]) =>
          parmi.every(({ debut }, rang) =>
            rang === 0 ? debut === null : debut === addDays(parmi[rang - 1]?.fin ?? '', 1),
          ) && parmi.at(-1)?.fin === null
        expect(couvre(regles)).toBe(true)
        for (const { id } of regles) {
          const restantes = removeRegleFuture(regles, id ?? -1, today)
          if (restantes !== null) expect(couvre(restantes)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('giving up a change that has not begun restores what was', () => {
    fc.assert(
      fc.property(uneRegle, changements, jour, uneRegle, jour, (premiere, suite, date, nouvelle, today) => {
        fc.pre(date > today)
        const avant = succeedRules(premiere, suite)
        const ecrite = computeSuccession(
          avant,
          { geste: 'CHANGER', aPartirDu: date, termes: toTermes(nouvelle) },
          BAUX,
          today,
        )
        fc.pre(ecrite.ok)
        const avecId = ecrite.ok ? ecrite.regles.map((r) => ({ ...r, id: r.id ?? 999 })) : []
        expect(removeRegleFuture(avecId, 999, today)).toEqual(avant)
      }),
      RUNS,
    )
  })
})

describe('a rule changed while a meeting was held under the former one', () => {
  it('keeps the year of the COPIL respected, and asks twice from the change on', () => {
    const deux = regle({ mode: 'MINIMUM', minimum: 2 })
    const ecrite = change([datee(1, COPIL)], '2028-01-01', deux)
    const liste: ReunionRegle[] = [{ id: 1, date: '2026-10-01', etat: 'TENUE', groupe: null, derogation: false }]
    const lire = (regles: readonly RegleFrequence[]) =>
      evaluateRegles({ regles, reunions: liste, convention: BAUX, today: '2027-02-01' }).periodes
    const apres = ecrite.ok ? lire(ecrite.regles) : []
    expect(apres.map(({ debut, requis }) => [debut, requis])).toEqual([
      ['2026-01-01', 1],
      ['2027-01-01', 1],
      ['2028-01-01', 2],
      ['2029-01-01', 2],
      ['2030-01-01', 2],
    ])
    expect(apres.slice(0, 2)).toEqual(lire([COPIL]).slice(0, 2))
  })
})
