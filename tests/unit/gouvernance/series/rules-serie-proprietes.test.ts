import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listFeries } from '@/lib/platform/feries'
import { findVacances, isOuvert, listMois } from '@/lib/gouvernance/jours/rules/jours'
import { computeSerie } from '@/lib/gouvernance/series/rules/dates'
import { listVacances } from '@/lib/gouvernance/jours/rules/vacances'
import type { CalendrierJours, ChoixSerie, JourSemaine, Rang, Rythme } from '@/lib/gouvernance/calendrier/types'
import { addDays, addMonths, boundsContaining, daysBetween, monthBounds } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '@/tests/unit/runs'

/** Five years, as a convention lasts: 2026 to 2030. */
const CONVENTION = { debut: '2026-01-01', fin: '2030-12-31' }
const calendriers: CalendrierJours[] = [
  { feries: listFeries({ premiere: 2025, derniere: 2031 }, ['13']), vacances: listVacances('B', CONVENTION) },
  { feries: listFeries({ premiere: 2025, derniere: 2031 }, ['67']), vacances: listVacances('A', CONVENTION) },
  { feries: listFeries({ premiere: 2025, derniere: 2031 }, ['2A']), vacances: [] },
]
const calendrier = fc.constantFrom(...calendriers)
const rang = fc.constantFrom<Rang>(1, 2, 3, 4, 'DERNIER')
const jour = fc.constantFrom<JourSemaine>(1, 2, 3, 4, 5, 6, 7)
const choix = (
  siFerme: ChoixSerie['siFerme'][] = ['SUIVANT', 'PRECEDENT', 'OTER', 'GARDER'],
): fc.Arbitrary<ChoixSerie> =>
  fc.record({
    siFerme: fc.constantFrom(...siFerme),
    siVacances: fc.constantFrom('GARDER', 'DECALER', 'OTER'),
    sansAout: fc.boolean(),
  })
const jourDeConvention = fc
  .integer({ min: 0, max: daysBetween(CONVENTION.debut, CONVENTION.fin) })
  .map((n) => addDays(CONVENTION.debut, n))
const bornes = fc
  .tuple(jourDeConvention, jourDeConvention)
  .map(([a, b]) => (a <= b ? { debut: a, fin: b } : { debut: b, fin: a }))
const evenements = fc.array(jourDeConvention, { maxLength: 20 })
const rythme: fc.Arbitrary<Rythme> = fc.oneof(
  fc.record({ genre: fc.constant('MENSUEL_JOUR' as const), rang, jour }),
  fc.record({ genre: fc.constant('MENSUEL_DATE' as const), quantieme: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ genre: fc.constant('DEUX_PAR_MOIS' as const), rangs: fc.tuple(rang, rang), jour }),
  fc.record({ genre: fc.constant('QUINZAINE' as const), jour }),
  fc.record({ genre: fc.constant('TRIMESTRIEL' as const), rang, jour }),
  fc.record({ genre: fc.constant('AVANT_INSTANCE' as const), jours: fc.integer({ min: 1, max: 120 }) }),
)

const SANS_EVITER = { siVacances: 'GARDER', sansAout: false } as const
const moisEntiers = ({ debut, fin }: { debut: string; fin: string }) =>
  listMois({ debut, fin }).filter((mois) => mois >= debut && monthBounds(mois).fin <= fin)

describe('a series of any rhythm over a five-year convention', PATIENT, () => {
  it('is sorted, without duplicate, within its bounds, and says why it moves a date', () => {
    fc.assert(
      fc.property(rythme, bornes, choix(), calendrier, evenements, (r, { debut, fin }, c, jours, lies) => {
        const { dates, ecartees } = computeSerie({
          rythme: r,
          debut,
          fin,
          choix: c,
          calendrier: jours,
          evenements: lies,
        })
        dates.forEach(({ date, prevue, motif }, place) => {
          expect(date > (dates[place - 1]?.date ?? '')).toBe(true)
          expect(date >= debut && date <= fin).toBe(true)
          expect(motif === null).toBe(date === prevue)
        })
        for (const { motif } of ecartees) expect(motif).not.toBe('')
      }),
      RUNS,
    )
  })

  it('never falls on a week-end, a public holiday or the holidays it avoids', () => {
    fc.assert(
      fc.property(
        rythme,
        bornes,
        choix(['SUIVANT', 'PRECEDENT', 'OTER']),
        calendrier,
        evenements,
        (r, { debut, fin }, c, jours, lies) => {
          for (const { date } of computeSerie({ rythme: r, debut, fin, choix: c, calendrier: jours, evenements: lies })
            .dates) {
            expect(isOuvert(date, jours)).toBe(true)
            if (c.siVacances !== 'GARDER') expect(findVacances(date, jours)).toBeNull()
            if (c.sansAout) expect(date.slice(5, 7)).not.toBe('08')
          }
        },
      ),
      RUNS,
    )
  })

  it('loses no date in silence: each one the rhythm gives is planned, or left out with a reason', () => {
    fc.assert(
      fc.property(rythme, bornes, choix(), calendrier, evenements, (r, { debut, fin }, c, jours, lies) => {
        const nue = computeSerie({
          rythme: r,
          debut,
          fin,
          choix: { siFerme: 'GARDER', ...SANS_EVITER },
          calendrier: jours,
          evenements: lies,
        })
        const choisie = computeSerie({ rythme: r, debut, fin, choix: c, calendrier: jours, evenements: lies })
        expect(choisie.dates.length + choisie.ecartees.length).toBe(nue.dates.length + nue.ecartees.length)
      }),
      RUNS,
    )
  })
})

describe('what each rhythm promises', PATIENT, () => {
  it('once a month is once in each whole month, whichever day, moved or not', () => {
    const mensuel = fc.oneof(
      fc.record({ genre: fc.constant('MENSUEL_JOUR' as const), rang, jour }),
      fc.record({ genre: fc.constant('MENSUEL_DATE' as const), quantieme: fc.integer({ min: 1, max: 31 }) }),
    )
    fc.assert(
      fc.property(
        mensuel,
        bornes,
        fc.constantFrom('SUIVANT', 'PRECEDENT', 'GARDER' as const),
        calendrier,
        (r, span, siFerme, jours) => {
          const { dates } = computeSerie({
            rythme: r,
            ...span,
            choix: { siFerme, ...SANS_EVITER },
            calendrier: jours,
            evenements: [],
          })
          for (const mois of moisEntiers(span))
            expect(dates.filter(({ date }) => date.slice(0, 7) === mois.slice(0, 7))).toHaveLength(1)
        },
      ),
      RUNS,
    )
  })

  it('twice a month is twice in each whole month', () => {
    const paire = fc.constantFrom<readonly [Rang, Rang]>([1, 3], [2, 4], [1, 2], [1, 'DERNIER'], [2, 'DERNIER'])
    fc.assert(
      fc.property(
        paire,
        jour,
        bornes,
        fc.constantFrom('SUIVANT', 'PRECEDENT' as const),
        calendrier,
        (rangs, j, span, siFerme, jours) => {
          const { dates, ecartees } = computeSerie({
            rythme: { genre: 'DEUX_PAR_MOIS', rangs, jour: j },
            ...span,
            choix: { siFerme, ...SANS_EVITER },
            calendrier: jours,
            evenements: [],
          })
          // Left out only at an edge of the span, where the next open day is outside of it.
          for (const { prevue } of ecartees) expect(moisEntiers(span)).not.toContain(monthBounds(prevue).debut)
          for (const mois of moisEntiers(span))
            expect(dates.filter(({ date }) => date.slice(0, 7) === mois.slice(0, 7))).toHaveLength(2)
        },
      ),
      RUNS,
    )
  })

  it('every second week is fourteen days apart before any date is moved', () => {
    fc.assert(
      fc.property(jour, bornes, calendrier, (j, span, jours) => {
        const { dates } = computeSerie({
          rythme: { genre: 'QUINZAINE', jour: j },
          ...span,
          choix: { siFerme: 'GARDER', ...SANS_EVITER },
          calendrier: jours,
          evenements: [],
        })
        dates.slice(1).forEach(({ date }, place) => expect(daysBetween(dates[place]?.date ?? date, date)).toBe(14))
      }),
      RUNS,
    )
  })

  it('every three months is once in each run of three months', () => {
    fc.assert(
      fc.property(
        rang,
        jour,
        fc.constantFrom('SUIVANT', 'PRECEDENT' as const),
        calendrier,
        (rangSouhaite, j, siFerme, jours) => {
          const { dates } = computeSerie({
            rythme: { genre: 'TRIMESTRIEL', rang: rangSouhaite, jour: j },
            ...CONVENTION,
            choix: { siFerme, ...SANS_EVITER },
            calendrier: jours,
            evenements: [],
          })
          expect(dates).toHaveLength(20)
          const trimestres = dates.map(({ date }) => boundsContaining(date, 'TRIMESTRE').debut)
          expect(trimestres).toEqual(Array.from({ length: 20 }, (_, n) => addMonths(CONVENTION.debut, 3 * n)))
        },
      ),
      RUNS,
    )
  })

  it('« so many days before » is at least that far from the meeting it prepares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), evenements, choix(), calendrier, (jours, lies, c, ouvres) => {
        const { dates } = computeSerie({
          rythme: { genre: 'AVANT_INSTANCE', jours },
          ...CONVENTION,
          choix: c,
          calendrier: ouvres,
          evenements: lies,
        })
        for (const { date, prevue } of dates) {
          expect(lies).toContain(addDays(prevue, jours))
          expect(daysBetween(date, addDays(prevue, jours))).toBeGreaterThanOrEqual(jours)
        }
      }),
      RUNS,
    )
  })
})
