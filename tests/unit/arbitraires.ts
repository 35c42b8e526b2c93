import fc from 'fast-check'
import { addDays } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'

const ORIGINE: DateCivile = '2019-06-15'

/** A day among some twelve years that hold three leap days. */
export const jour = (max = 4400): fc.Arbitrary<DateCivile> =>
  fc.integer({ min: 0, max }).map((n) => addDays(ORIGINE, n))

/** Two days in order. */
export const intervalle = (): fc.Arbitrary<{ debut: DateCivile; fin: DateCivile }> =>
  fc.tuple(jour(), jour()).map(([a, b]) => (a <= b ? { debut: a, fin: b } : { debut: b, fin: a }))
