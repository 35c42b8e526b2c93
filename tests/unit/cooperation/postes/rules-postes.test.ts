import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { computeEffectif, RIEN, type OccupationPoste, type PosteRegle } from '@/lib/cooperation/postes/rules/pourvu'
import {
  computeMoyenne,
  computeTranchesEffectif,
  findVacantDepuis,
  roundMoyenne,
} from '@/lib/cooperation/postes/rules/effectif'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const occupation = (part: Partial<OccupationPoste>): OccupationPoste => ({
  id: 1,
  charge: 1,
  quotite: 60,
  debut: '2027-01-01',
  fin: null,
  remplace: null,
  absences: [],
  ...part,
})

const DEBUT = '2027-01-01'
const jour = fc.integer({ min: 0, max: 1200 })
const duree = fc.tuple(jour, fc.option(fc.integer({ min: 0, max: 500 }), { nil: null })).map(([d, n]) => ({
  debut: addDays(DEBUT, d),
  fin: n === null ? null : addDays(DEBUT, d + n),
}))
const arbitraryPoste: fc.Arbitrary<PosteRegle> = fc.record({
  quotite: fc.integer({ min: 0, max: 200 }),
  occupations: fc
    .array(
      fc.record({
        span: duree,
        quotite: fc.integer({ min: 1, max: 100 }),
        absences: fc.array(duree, { maxLength: 2 }),
        remplace: fc.boolean(),
      }),
      { maxLength: 5 },
    )
    .map((brutes) =>
      brutes.map(({ span, quotite, absences, remplace }, i) => ({
        id: i + 1,
        charge: i,
        quotite,
        ...span,
        absences,
        remplace: remplace && i > 0 ? i : null,
      })),
    ),
})

describe('a post at a date', () => {
  it('is vacant before, filled from the first day to the last, vacant again the day after', () => {
    const poste = { quotite: 60, occupations: [occupation({ debut: '2027-03-01', fin: '2027-06-30' })] }
    expect(computeEffectif(poste, '2027-02-28')).toEqual({ ...RIEN, prevu: 60, pourvu: 0, present: 0, vacant: 60 })
    expect(computeEffectif(poste, '2027-03-01')).toEqual({ ...RIEN, prevu: 60, pourvu: 60, present: 60, vacant: 0 })
    expect(computeEffectif(poste, '2027-06-30').pourvu).toBe(60)
    expect(computeEffectif(poste, '2027-07-01').vacant).toBe(60)
  })

  it('stays filled while somebody is away: present only with who stands in', () => {
    const occupations = [
      occupation({ id: 1, absences: [{ debut: '2027-02-01', fin: '2027-02-28' }] }),
      occupation({ id: 2, charge: 2, quotite: 40, remplace: 1, debut: '2027-02-10', fin: '2027-02-28' }),
    ]
    const poste = { quotite: 60, occupations }
    expect(computeEffectif(poste, '2027-02-05')).toEqual({ ...RIEN, prevu: 60, pourvu: 60, present: 0, vacant: 0 })
    expect(computeEffectif(poste, '2027-02-15')).toEqual({ ...RIEN, prevu: 60, pourvu: 60, present: 40, vacant: 0 })
    expect(computeEffectif(poste, '2027-03-01').present).toBe(60)
  })

  it('says since when it is vacant, or that nothing tells', () => {
    const poste = { quotite: 60, occupations: [occupation({ fin: '2027-08-31' })] }
    expect(findVacantDepuis(poste, '2027-08-31', '2027-01-01')).toBeNull()
    expect(findVacantDepuis(poste, '2027-12-25', '2027-01-01')).toBe('2027-09-01')
    expect(findVacantDepuis({ quotite: 60, occupations: [] }, '2027-12-25', '2027-01-01')).toBe('2027-01-01')
    expect(findVacantDepuis({ quotite: 60, occupations: [] }, '2027-12-25', null)).toBe('INCONNU')
    expect(findVacantDepuis({ quotite: 60, occupations: [occupation({ quotite: 30 })] }, '2027-12-25', null)).toBe(
      'INCONNU',
    )
  })

  it('rounds a mean half up', () => {
    expect(roundMoyenne({ centiemesJours: 365 * 60, jours: 365 })).toBe(60)
    expect(roundMoyenne({ centiemesJours: 1, jours: 2 })).toBe(1)
    expect(roundMoyenne({ centiemesJours: 1, jours: 3 })).toBe(0)
    expect(() => roundMoyenne({ centiemesJours: 0, jours: 0 })).toThrow(RangeError)
  })
})

describe('a post over a span', () => {
  const bornes = { debut: '2027-01-01', fin: '2030-12-31' }

  it(
    'is cut in stretches that cover it exactly, each as its days are',
    () => {
      fc.assert(
        fc.property(arbitraryPoste, fc.integer({ min: 0, max: 1460 }), (poste, n) => {
          const tranches = computeTranchesEffectif(poste, bornes)
          expect(tranches[0]?.debut).toBe(bornes.debut)
          expect(tranches.at(-1)?.fin).toBe(bornes.fin)
          for (const [i, { fin }] of tranches.entries())
            if (i + 1 < tranches.length) expect(tranches[i + 1]?.debut).toBe(addDays(fin, 1))
          const date = addDays(bornes.debut, n)
          const {
            debut: _debut,
            fin: _fin,
            ...effectif
          } = tranches.find((t) => t.debut <= date && date <= t.fin) ?? { debut: '', fin: '' }
          expect(effectif).toEqual(computeEffectif(poste, date))
        }),
        RUNS,
      )
    },
    PATIENT.timeout,
  )

  it(
    'has for mean the sum of its days, one by one',
    () => {
      const mois = { debut: '2027-01-01', fin: '2027-03-15' }
      fc.assert(
        fc.property(arbitraryPoste, (poste) => {
          const jours = Array.from({ length: daysBetween(mois.debut, mois.fin) + 1 }, (_, i) =>
            computeEffectif(poste, addDays(mois.debut, i)),
          )
          const moyenne = computeMoyenne(poste, mois)
          for (const cle of ['prevu', 'pourvu', 'present', 'vacant'] as const)
            expect(moyenne[cle]).toEqual({
              centiemesJours: jours.reduce((total, effectif) => total + effectif[cle], 0),
              jours: jours.length,
            })
        }),
        RUNS,
      )
    },
    PATIENT.timeout,
  )

  it(
    'has been vacant every day since the day that is said, and not the day before',
    () => {
      fc.assert(
        fc.property(arbitraryPoste, fc.integer({ min: 0, max: 1460 }), (poste, n) => {
          const date = addDays(bornes.debut, n)
          const depuis = findVacantDepuis(poste, date, bornes.debut)
          if (depuis === null) {
            expect(computeEffectif(poste, date).vacant).toBe(0)
            return
          }
          expect(depuis).not.toBe('INCONNU')
          for (let jour = depuis; jour <= date; jour = addDays(jour, 1))
            expect(computeEffectif(poste, jour).vacant).toBeGreaterThan(0)
          if (depuis > bornes.debut) expect(computeEffectif(poste, addDays(depuis, -1)).vacant).toBe(0)
        }),
        RUNS,
      )
    },
    PATIENT.timeout,
  )
})

describe('a person known, and a quotité that nobody gives', () => {
  const tenue = (quotite: number | null): OccupationPoste => ({
    id: 1,
    charge: 1,
    quotite,
    debut: '2026-01-01',
    fin: null,
    remplace: null,
    absences: [],
  })
  it('is neither filled nor vacant for what is left, and what others hold stays filled', () => {
    const poste = { quotite: 100, occupations: [tenue(null)] }
    expect(computeEffectif(poste, '2026-06-01')).toEqual({ ...RIEN, prevu: 100, nonPrecise: 100 })
    expect(computeEffectif(poste, '2025-06-01')).toEqual({ ...RIEN, prevu: 100, vacant: 100 })
    const partage = { quotite: 100, mode: 'EXTERNALISE' as const, occupations: [tenue(null), { ...tenue(40), id: 2 }] }
    expect(computeEffectif(partage, '2026-06-01')).toEqual({
      ...RIEN,
      prevu: 100,
      pourvu: 40,
      present: 40,
      nonPrecise: 60,
    })
    const ligne = { quotite: 120, situation: 'NON_PRECISE' as const, postes: [poste] }
    expect(computeEffectif(ligne, '2026-06-01')).toEqual({ ...RIEN, prevu: 120, nonPrecise: 100, vacant: 20 })
  })
})
