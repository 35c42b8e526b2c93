import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  boundsContaining,
  compareDates,
  daysBetween,
  formatDate,
  formatDateCourte,
  formatIntervalle,
  formatMois,
  isDateCivile,
  maxDate,
  minDate,
  monthBounds,
  parseDateSaisie,
  todayParis,
  yearBounds,
  yearOf,
} from '@/lib/platform/dates'
import { intervalle, jour } from '../arbitraires'
import { RUNS } from '../runs'

describe('civil dates', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (date) => {
    expect(isDateCivile(date)).toBe(true)
  })
  it.each([
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    20260101,
    null,
  ])('%s is refused', (value) => {
    expect(isDateCivile(value)).toBe(false)
  })

  it('keeps months and years inside the calendar', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2025-03-01', '2025-02-28')).toBe(-1)
  })

  it('refuses to compute on what is not a date', () => {
    expect(() => addDays('3/3/2026', 1)).toThrow(RangeError)
    expect(() => addDays('2025-02-29', 1)).toThrow(RangeError)
  })

  it('finds the calendar span of a day', () => {
    expect(yearBounds(2026)).toEqual({ debut: '2026-01-01', fin: '2026-12-31' })
    expect(yearOf('2026-05-04')).toBe(2026)
    expect(monthBounds('2024-02-10')).toEqual({ debut: '2024-02-01', fin: '2024-02-29' })
    expect(boundsContaining('2025-02-28', 'BIMESTRE')).toEqual({ debut: '2025-01-01', fin: '2025-02-28' })
    expect(boundsContaining('2026-12-31', 'TRIMESTRE')).toEqual({ debut: '2026-10-01', fin: '2026-12-31' })
    expect(boundsContaining('2026-06-30', 'SEMESTRE')).toEqual({ debut: '2026-01-01', fin: '2026-06-30' })
    expect(boundsContaining('2026-06-30', 'AN')).toEqual(yearBounds(2026))
  })

  it('knows the day in Paris at an instant, summer and winter', () => {
    expect(todayParis(new Date('2026-03-31T22:30:00Z'))).toBe('2026-04-01')
    expect(todayParis(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
    expect(todayParis(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
  })

  it.each([
    ['3/3/2026', '2026-03-03'],
    ['03-03-2026', '2026-03-03'],
    ['2026-03-03', '2026-03-03'],
    [' 29.02.2024 ', '2024-02-29'],
    ['2026-3-3', '2026-03-03'],
  ])('reads %s', (texte, date) => {
    expect(parseDateSaisie(texte)).toBe(date)
  })
  it.each(['29/02/2025', '31/4/2026', '3/3/26', '3 mars 2026', '', '12/2026', '2026/03/03/1'])(
    'does not read %s',
    (texte) => {
      expect(parseDateSaisie(texte)).toBeNull()
    },
  )

  it('writes dates the French way', () => {
    expect(formatDate('2026-03-03')).toBe('mardi 3 mars 2026')
    expect(formatDate('2026-03-01')).toBe('dimanche 1er mars 2026')
    expect(formatDateCourte('2026-08-11')).toBe('11 août 2026')
    expect(formatMois('2026-03-03')).toBe('mars 2026')
    expect(formatIntervalle({ debut: '2026-03-03', fin: '2026-03-03' })).toBe('le 3 mars 2026')
    expect(formatIntervalle({ debut: '2026-01-01', fin: '2026-01-15' })).toBe('du 1er au 15 janvier 2026')
    expect(formatIntervalle({ debut: '2026-01-01', fin: '2026-03-15' })).toBe('du 1er janvier au 15 mars 2026')
    expect(formatIntervalle({ debut: '2025-05-01', fin: '2026-04-30' })).toBe('du 1er mai 2025 au 30 avril 2026')
  })

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(jour(), fc.integer({ min: -2000, max: 2000 }), (date, jours) => {
        const autre = addDays(date, jours)
        expect(isDateCivile(autre)).toBe(true)
        expect(daysBetween(date, autre)).toBe(jours)
        expect(Math.sign(compareDates(autre, date))).toBe(Math.sign(jours))
      }),
      RUNS,
    )
  })

  it('reads back what it writes for every day, leap days included', () => {
    fc.assert(
      fc.property(jour(), (date) => {
        const [annee, mois, numero] = date.split('-')
        expect(parseDateSaisie(`${numero}/${mois}/${annee}`)).toBe(date)
        expect(parseDateSaisie(date)).toBe(date)
      }),
      RUNS,
    )
  })

  it('tiles the calendar: a day is in its span, and the next day after a span is in another', () => {
    fc.assert(
      fc.property(
        jour(),
        fc.constantFrom('MOIS', 'BIMESTRE', 'TRIMESTRE', 'SEMESTRE', 'AN' as const),
        (date, unite) => {
          const { debut, fin } = boundsContaining(date, unite)
          expect(debut <= date && date <= fin).toBe(true)
          expect(boundsContaining(addDays(fin, 1), unite).debut).toBe(addDays(fin, 1))
          expect(boundsContaining(debut, unite)).toEqual({ debut, fin })
        },
      ),
      RUNS,
    )
  })

  it('finds the first and the last of dates in any order', () => {
    fc.assert(
      fc.property(intervalle(), ({ debut, fin }) => {
        expect([minDate(fin, debut), maxDate(fin, debut), minDate(debut, fin), maxDate(debut, fin)]).toEqual([
          debut,
          fin,
          debut,
          fin,
        ])
      }),
      RUNS,
    )
  })
})
