import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeFrise, type PeriodeConnue } from '@/lib/plan-action/liste/rules/frise'
import { addDays } from '@/lib/platform/dates'

const CONVENTION = { debut: '2022-01-01', fin: '2025-12-31' }

describe('the line of time of a plan', () => {
  it('covers whole years of the convention, with a mark at each', () => {
    const frise = computeFrise([], CONVENTION, '2024-01-01')
    expect([frise.debut, frise.fin]).toEqual(['2022-01-01', '2025-12-31'])
    expect(frise.annees.map(({ annee }) => annee)).toEqual([2022, 2023, 2024, 2025])
    expect(frise.aujourdhui).toBe(49.97)
  })

  it('grows to hold what goes past the convention, not to hold today', () => {
    const frise = computeFrise([{ debut: '2026-03-01', fin: '2026-06-30' }], CONVENTION, '2030-01-01')
    expect(frise.fin).toBe('2026-12-31')
    expect(frise.aujourdhui).toBeNull()
  })

  it('runs to the edge where a day is not known, and says so', () => {
    const [depuis, jusqua, rien] = computeFrise(
      [
        { debut: '2024-01-01', fin: null },
        { debut: null, fin: '2023-12-31' },
        { debut: null, fin: null },
      ],
      CONVENTION,
      '2024-01-01',
    ).barres
    expect(depuis).toEqual({ x: 49.97, largeur: 50.03, ouverteAvant: false, ouverteApres: true })
    expect(jusqua).toEqual({ x: 0, largeur: 49.97, ouverteAvant: true, ouverteApres: false })
    expect(rien).toBeNull()
  })

  it('shows this year when no day at all is known', () => {
    expect(computeFrise([{ debut: null, fin: null }], { debut: null, fin: null }, '2026-11-22')).toMatchObject({
      debut: '2026-01-01',
      fin: '2026-12-31',
    })
  })

  it('keeps every bar inside the line and wide enough to be seen, in the order of its days', () => {
    const jour = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2018-01-01', n))
    const periode = fc
      .tuple(fc.option(jour), fc.option(jour))
      .map(([a, b]): PeriodeConnue => (a !== null && b !== null && a > b ? { debut: b, fin: a } : { debut: a, fin: b }))
    fc.assert(
      fc.property(fc.array(periode, { maxLength: 20 }), periode, jour, (periodes, convention, today) => {
        const { barres } = computeFrise(periodes, convention, today)
        expect(barres).toHaveLength(periodes.length)
        for (const [i, barre] of barres.entries()) {
          const { debut, fin } = periodes[i] ?? { debut: null, fin: null }
          expect(barre === null).toBe(debut === null && fin === null)
          if (barre === null) continue
          expect(barre.x).toBeGreaterThanOrEqual(0)
          expect(barre.largeur).toBeGreaterThanOrEqual(0.5)
          expect(barre.x + barre.largeur).toBeLessThanOrEqual(100.011)
        }
      }),
    )
  })
})
