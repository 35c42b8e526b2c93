import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatAccord, formatCompte, formatListe, formatTypographie } from '@/lib/platform/typographie'
import { RUNS } from '../runs'

it('sets French spaces and apostrophes', () => {
  expect(formatTypographie("L'axe « Parentalité » : prêt ; et après ? Oui !")).toBe(
    'L’axe «\u00A0Parentalité\u00A0»\u00A0: prêt\u202F; et après\u202F? Oui\u202F!',
  )
})

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string(), (texte) => {
      expect(formatTypographie(formatTypographie(texte))).toBe(formatTypographie(texte))
    }),
    RUNS,
  )
})

it('agrees in number, zero being singular', () => {
  expect([0, 1, 2].map((n) => formatCompte(n, 'réunion'))).toEqual(['0 réunion', '1 réunion', '2 réunions'])
  expect(formatCompte(3, 'réunion passée', 'réunions passées')).toBe('3 réunions passées')
  expect(formatAccord(1, 'tenue')).toBe('tenue')
})

it('joins words', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatListe)).toEqual(['', 'a', 'a et b', 'a, b et c'])
})
