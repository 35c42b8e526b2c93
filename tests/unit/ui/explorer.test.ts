import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAnnees } from '@/components/ui/explorer/annees'
import { keepEntre, listTraits } from '@/components/ui/explorer/traits'
import type { RangeeVue, SerieVue } from '@/components/ui/explorer/types'
import { addDays, toJour } from '@/lib/platform/dates'
import { RUNS } from '../runs'

const COURS: SerieVue = { cle: 'a', libelle: 'A', color: 'primary', trait: 'plein' }
const MARCHE: SerieVue = { ...COURS, marche: true }

/** Rows from heights; '…' before one says that nothing is known of what lies before it. */
const rows = (...hauteurs: (number | null | `…${number}`)[]): RangeeVue[] =>
  hauteurs.map((hauteur, x): RangeeVue => {
    if (hauteur === null) return { x, libelle: String(x), valeurs: {} }
    const trou = typeof hauteur === 'string'
    const a = { y: trou ? Number(hauteur.slice(1)) : hauteur, texte: '', ...(trou ? { trou: true } : {}) }
    return { x, libelle: String(x), valeurs: { a } }
  })
const draw = (serie: SerieVue, rangees: RangeeVue[]) =>
  listTraits(serie, rangees).map(({ pointille, hauteurs }) => [pointille ? 'dots' : 'line', ...hauteurs])

describe('the lines of a series', () => {
  it('a course goes over rows of other series, and dots lead over what nobody measured', () => {
    expect(draw(COURS, rows(1, null, 2))).toEqual([['line', 1, null, 2]])
    expect(draw(COURS, rows(1, 2, '…3', 4))).toEqual([
      ['line', 1, 2, null, null],
      ['dots', null, 2, 3, null],
      ['line', null, null, 3, 4],
    ])
  })

  it('a step holds until the next row, and nothing leads over a gap', () => {
    expect(draw(MARCHE, rows(1, 2, null, 3, null))).toEqual([
      ['line', 1, 2, 2, null, null],
      ['line', null, null, null, 3, 3],
    ])
  })

  it('every value is drawn once as itself, whatever the gaps', () => {
    const hauteur = fc.oneof(fc.constant(null), fc.integer({ min: -9, max: 99 }))
    fc.assert(
      fc.property(fc.array(hauteur, { maxLength: 20 }), fc.boolean(), (hauteurs, marche) => {
        const traits = listTraits(marche ? MARCHE : COURS, rows(...hauteurs)).filter(({ pointille }) => !pointille)
        for (const [rang, y] of hauteurs.entries())
          if (y !== null) expect(traits.map((trait) => trait.hauteurs[rang])).toContain(y)
        expect(new Set(traits.map(({ cle }) => cle)).size).toBe(traits.length)
      }),
      RUNS,
    )
  })
})

describe('the years one chooses', () => {
  it('keeps what is between, and the step that already held', () => {
    const rangees = rows(1, 2, 3, 4)
    expect(keepEntre(rangees, 2, 3, false).map(({ x }) => x)).toEqual([2, 3])
    expect(keepEntre(rangees, 1.5, 3, true).map(({ x }) => x)).toEqual([1, 2, 3])
  })

  it('covers each day of the span by exactly one year', () => {
    const jour = fc.nat({ max: 9000 }).map((jours) => addDays('2010-01-01', jours))
    fc.assert(
      fc.property(jour, fc.nat({ max: 4000 }), (debut, duree) => {
        const fin = addDays(debut, duree)
        const annees = listAnnees({ debut, fin })
        for (const place of [toJour(debut), toJour(fin), toJour(debut) + Math.floor(duree / 2)])
          expect(annees.filter((annee) => annee.debut <= place && place < annee.fin)).toHaveLength(1)
        expect(annees.every((annee, rang) => rang === 0 || annees[rang - 1]?.fin === annee.debut)).toBe(true)
      }),
      RUNS,
    )
  })
})
