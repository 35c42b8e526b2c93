import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAnneesConnues, formatPeriodeConnue } from '@/lib/convention/phase/rules/dates'
import { formatDateCourte, yearOf } from '@/lib/platform/dates'
import { jour } from '@/tests/unit/arbitraires'

const borne = fc.option(jour(), { nil: null })
const lacune = fc.option(fc.constant('Le support ne l’écrit pas.'), { nil: null })

describe('the dates of a convention', () => {
  it('are told as far as they are known: no known bound is hidden, no unknown one is made up', () => {
    fc.assert(
      fc.property(borne, borne, lacune, (debut, fin, raison) => {
        const mots = formatPeriodeConnue({ debut, fin }, raison)
        const annees = formatAnneesConnues({ debut, fin })
        expect(mots === null).toBe(debut === null && fin === null)
        expect(annees === null).toBe(mots === null)
        for (const date of [debut, fin])
          if (date !== null) {
            expect(mots).toContain(formatDateCourte(date))
            expect(annees).toContain(String(yearOf(date)))
          }
        const manque = (debut === null) !== (fin === null)
        expect(/non saisi/.test(mots ?? '')).toBe(manque && raison === null)
        expect(/par le document/.test(mots ?? '')).toBe(manque && raison !== null)
      }),
    )
  })
})
