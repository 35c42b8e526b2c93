import { expect, it } from 'vitest'
import { formatAccord, formatCompte, formatListe } from '@/lib/platform/typographie'

it('agrees in number, zero being singular', () => {
  expect([0, 1, 2].map((n) => formatCompte(n, 'réunion'))).toEqual(['0 réunion', '1 réunion', '2 réunions'])
  expect(formatCompte(3, 'réunion passée', 'réunions passées')).toBe('3 réunions passées')
  expect(formatAccord(1, 'tenue')).toBe('tenue')
})

it('joins words', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatListe)).toEqual(['', 'a', 'a et b', 'a, b et c'])
})
