import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeCout,
  computeCouverture,
  computeTranchesCout,
  type CoutRegle,
} from '@/lib/cooperation/couts/rules/couts'
import {
  addFractions,
  formatCentimes,
  formatSaisie,
  parseMontant,
  parseTaux,
  roundFraction,
  toDecimal,
  toFraction,
} from '@/lib/cooperation/couts/rules/argent'
import type { OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import { addDays, daysBetween, yearBounds } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const AN = yearBounds(2026)
const occupation = (part: Partial<OccupationPoste>): OccupationPoste => ({
  id: 1,
  charge: 1,
  quotite: 60,
  debut: '2026-01-01',
  fin: null,
  remplace: null,
  absences: [],
  ...part,
})
const cout = (montant: number, valableDu: string | null = null): CoutRegle => ({ montant, valableDu })
const round = (calcul: ReturnType<typeof computeCout>) =>
  'manque' in calcul ? calcul.manque : roundFraction(calcul.fraction)

describe('an amount as people type it', () => {
  it.each([
    ['48 000', 4_800_000],
    ['48\u202F000,50 €', 4_800_050],
    ['48000.5', 4_800_050],
    ['0', 0],
    ['0012', 1200],
    [' 33 600,7 ', 3_360_070],
  ])('reads %s', (texte, centiemes) => {
    expect(parseMontant(texte)).toEqual({ ok: true, centiemes })
  })
  it.each([
    ['', 'Indiquez un montant'],
    ['-3', 'sous zéro'],
    ['48.000', 'Deux décimales au plus'],
    ['1,234', 'Deux décimales au plus'],
    ['douze', 'n’est pas un nombre'],
    ['99999999999', 'trop grand'],
    ['1e3', 'n’est pas un nombre'],
  ])('refuses %s with what to do', (texte, mots) => {
    expect(parseMontant(texte)).toMatchObject({ ok: false, message: expect.stringContaining(mots) })
  })
  it('reads a rate from 0 to 100', () => {
    expect(parseTaux('57,5 %')).toEqual({ ok: true, centiemes: 5750 })
    expect(parseTaux('100')).toEqual({ ok: true, centiemes: 10_000 })
    expect(parseTaux('100,01')).toMatchObject({ ok: false, message: expect.stringContaining('0 à 100') })
  })
  it('comes back from what is shown', PATIENT, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (centimes) => {
        expect(parseMontant(formatSaisie(centimes))).toEqual({ ok: true, centiemes: centimes })
        expect(parseMontant(formatCentimes(centimes))).toEqual({ ok: true, centiemes: centimes })
        expect(parseMontant(toDecimal(centimes))).toEqual({ ok: true, centiemes: centimes })
      }),
      RUNS,
    )
  })
})

describe('a fraction of a cent', () => {
  it('is rounded half up, and only at the end', () => {
    expect(roundFraction(toFraction(1n, 2n))).toBe(1)
    expect(roundFraction(toFraction(49n, 100n))).toBe(0)
    expect(roundFraction(addFractions(toFraction(1n, 3n), toFraction(1n, 6n)))).toBe(1)
    expect(() => roundFraction(toFraction(-1n, 2n))).toThrow(RangeError)
    expect(() => toFraction(1n, 0n)).toThrow(RangeError)
  })
  it('adds up the same in any order', PATIENT, () => {
    const part = fc.tuple(fc.bigInt(0n, 10_000_000n), fc.bigInt(1n, 400n)).map(([num, den]) => toFraction(num, den))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const sum = (liste: typeof parts) => roundFraction(liste.reduce(addFractions, toFraction(0n, 1n)))
        expect(sum([...parts].reverse())).toBe(sum(parts))
      }),
      RUNS,
    )
  })
})

describe('the cost of a post over a year', () => {
  it('is its quotité times the cost of an ETP, whole on a whole year', () => {
    expect(round(computeCout({ quotite: 70, occupations: [] }, 'prevu', [cout(4_800_000)], AN))).toBe(3_360_000)
    expect(round(computeCout({ quotite: 100, occupations: [] }, 'prevu', [cout(4_800_000)], yearBounds(2028)))).toBe(
      4_800_000,
    )
  })
  it('is not computed from a cost that nobody gave', () => {
    expect(round(computeCout({ quotite: 70, occupations: [] }, 'prevu', [], AN))).toBe('SANS_COUT')
    expect(round(computeCout({ quotite: 70, occupations: [] }, 'prevu', [cout(4_800_000, '2026-02-01')], AN))).toBe(
      'SANS_COUT',
    )
    expect(round(computeCout({ quotite: 70, occupations: [] }, 'prevu', [cout(4_800_000), cout(4_700_000)], AN))).toBe(
      'PLUSIEURS_COUTS',
    )
    expect(round(computeCout({ quotite: 70, occupations: [] }, 'prevu', [cout(4_800_000), cout(4_800_000)], AN))).toBe(
      3_360_000,
    )
  })
  it('says what a vacancy leaves unspent: the mean vacant times the cost', () => {
    const poste = { quotite: 70, occupations: [occupation({ quotite: 70, debut: '2026-01-01', fin: '2026-08-31' })] }
    // 122 days of 365 at 0,70 of 48 000 €: 11 230,684… €
    expect(round(computeCout(poste, 'vacant', [cout(4_800_000)], AN))).toBe(1_123_068)
    expect(round(computeCout({ quotite: 70, occupations: [occupation({ quotite: 70 })] }, 'vacant', [], AN))).toBe(0)
  })
  it('changes with the cost on the day it changes', () => {
    expect(computeTranchesCout([cout(1), cout(2, '2026-07-01')], AN)).toMatchObject([
      { bornes: { debut: '2026-01-01', fin: '2026-06-30' }, cout: { montant: 1 } },
      { bornes: { debut: '2026-07-01', fin: '2026-12-31' }, cout: { montant: 2 } },
    ])
    expect(
      round(computeCout({ quotite: 100, occupations: [] }, 'prevu', [cout(36_500), cout(73_000, '2026-07-01')], AN)),
    ).toBe(181 * 100 + 184 * 200)
  })
  it('is cut to the days that a period covers', () => {
    expect(computeCouverture({ debut: '2026-03-01', fin: null }, AN)).toEqual({
      debut: '2026-03-01',
      fin: '2026-12-31',
    })
    expect(computeCouverture({ debut: null, fin: '2026-12-31' }, AN)).toBeNull()
    expect(computeCouverture({ debut: '2027-01-01', fin: '2027-12-31' }, AN)).toBeNull()
  })

  const arbitraire = fc.record({
    quotite: fc.integer({ min: 0, max: 200 }),
    occupations: fc
      .array(
        fc.record({
          d: fc.integer({ min: -200, max: 500 }),
          n: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
          quotite: fc.integer({ min: 1, max: 100 }),
        }),
        { maxLength: 4 },
      )
      .map((brutes) =>
        brutes.map(({ d, n, quotite }, id) =>
          occupation({
            id: id + 1,
            quotite,
            debut: addDays(AN.debut, d),
            fin: n === null ? null : addDays(AN.debut, d + n),
          }),
        ),
      ),
  })
  const couts = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 364 })), { maxLength: 3 })
    .map((dates) => [
      cout(4_800_000),
      ...new Map(dates.map(([montant, jour]) => [jour, cout(montant, addDays(AN.debut, jour + 1))])).values(),
    ])

  it('cut anywhere, adds up exactly to the whole year', PATIENT, () => {
    fc.assert(
      fc.property(
        arbitraire,
        couts,
        fc.integer({ min: 0, max: 363 }),
        fc.constantFrom('prevu', 'pourvu', 'vacant'),
        (poste, prix, n, mesure) => {
          const coupe = addDays(AN.debut, n)
          const parts = [AN, { debut: AN.debut, fin: coupe }, { debut: addDays(coupe, 1), fin: AN.fin }].map((bornes) =>
            computeCout(poste, mesure, prix, bornes),
          )
          const [tout, avant, apres] = parts.map((part) => ('manque' in part ? toFraction(0n, 1n) : part.fraction))
          if (!tout || !avant || !apres) throw new Error('three parts')
          const somme = addFractions(avant, apres)
          expect(somme.num * tout.den).toBe(tout.num * somme.den)
        },
      ),
      RUNS,
    )
  })

  it('is the sum of its days, and what is unspent is never more than what is planned', PATIENT, () => {
    fc.assert(
      fc.property(arbitraire, fc.integer({ min: 0, max: 9_000_000 }), (poste, montant) => {
        const jours = daysBetween(AN.debut, AN.fin) + 1
        let attendu = 0n
        for (let i = 0; i < jours; i += 1) {
          const jour = addDays(AN.debut, i)
          const pourvu = poste.occupations.reduce(
            (total, o) => (o.debut <= jour && (o.fin === null || jour <= o.fin) ? total + (o.quotite ?? 0) : total),
            0,
          )
          attendu += BigInt(Math.max(0, poste.quotite - pourvu)) * BigInt(montant)
        }
        const vacant = computeCout(poste, 'vacant', [cout(montant)], AN)
        const prevu = computeCout(poste, 'prevu', [cout(montant)], AN)
        if ('manque' in vacant || 'manque' in prevu) throw new Error('a cost is given')
        expect(vacant.fraction.num * 36_500n).toBe(attendu * vacant.fraction.den)
        expect(roundFraction(vacant.fraction)).toBeLessThanOrEqual(roundFraction(prevu.fraction))
      }),
      RUNS,
    )
  })
})
