import { describe, expect, test } from 'vitest'
import { isCurrent } from '@/components/shell/nav-links'
import { formatInitiales } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { formatTypedDecimal } from '@/components/ui/saisie/decimal-input'
import { fieldAria, fieldId } from '@/components/ui/saisie/field'
import { listPages } from '@/components/ui/pagination'
import { parseSigles } from '@/components/ui/texte-sigles'
import { readTheme } from '@/components/ui/theme'

describe('a decimal as typed', () => {
  test.each([
    ['1.6', '1,6'],
    [' 12,5 ', '12,5'],
    ['.5', ',5'],
    ['-0.10', '-0,10'],
    ['3', '3'],
    ['1.2.3', '1.2.3'],
    ['douze', 'douze'],
    ['1.', '1.'],
    ['', ''],
  ])('%s is shown as %s', (typed, shown) => {
    expect(formatTypedDecimal(typed)).toBe(shown)
  })
})

describe('acronyms of a sentence', () => {
  const sigles = { COPIL: 'comité de pilotage', Caf: 'caisse d’allocations familiales' }

  test('the first of each is explained, and the sentence is kept whole', () => {
    const texte = 'Le COPIL de la Caf ; le COPIL suivant.'
    const pieces = parseSigles(texte, sigles)
    expect(pieces.map((p) => p.texte).join('')).toBe(texte)
    expect(pieces.filter((p) => p.sens).map((p) => p.texte)).toEqual(['COPIL', 'Caf'])
  })

  test.each(['COPILOTE', 'MiniCOPIL', 'copil', 'toString', 'constructor'])('%s is no acronym', (texte) => {
    expect(parseSigles(texte, sigles)).toEqual([{ texte }])
  })

  test('an apostrophe does not hide one', () => {
    expect(parseSigles('l’EPCI', { EPCI: 'x' })).toEqual([{ texte: 'l’' }, { texte: 'EPCI', sens: 'x' }])
  })
})

describe('pages of a list', () => {
  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('page %i of %i', (page, pages, expected) => {
    expect(listPages(page, pages)).toEqual(expected)
  })
})

describe('the current line of the navigation', () => {
  test('is that of the address or above it, never a longer name', () => {
    expect(isCurrent('/conventions/1/etp', { href: '/conventions/1/etp' })).toBe(true)
    expect(isCurrent('/conventions/1/etp/2', { href: '/conventions/1/etp' })).toBe(true)
    expect(isCurrent('/conventions/12', { href: '/conventions/1' })).toBe(false)
  })

  test('exact: only at its own address', () => {
    expect(isCurrent('/conventions/1/etp', { href: '/conventions/1', exact: true })).toBe(false)
    expect(isCurrent('/conventions/1', { href: '/conventions/1', exact: true })).toBe(true)
  })

  test('the other addresses of its section', () => {
    const gouvernance = { href: '/conventions/1/gouvernance', aussi: ['/conventions/1/reunions'] }
    expect(isCurrent('/conventions/1/reunions/copil-2026', gouvernance)).toBe(true)
    expect(isCurrent('/conventions/1/reunions-passees', gouvernance)).toBe(false)
  })
})

test('the theme cookie is read strictly', () => {
  expect(readTheme('clair')).toBe('clair')
  expect(readTheme('sombre')).toBe('sombre')
  expect(readTheme('dark"><script>')).toBeUndefined()
  expect(readTheme(undefined)).toBeUndefined()
})

test('a field is tied to its hint and its error, and to nothing when it has none', () => {
  expect(fieldAria('champ-date', { hint: 'h', error: 'e' })).toEqual({
    'aria-describedby': 'champ-date-aide champ-date-erreur',
    'aria-invalid': true,
  })
  expect(fieldAria('champ-date', {})).toEqual({ 'aria-describedby': undefined, 'aria-invalid': undefined })
  expect(fieldId('lignes[0].quotite')).toBe('champ-lignes-0-quotite')
})

test('initials keep accents and skip what is no letter', () => {
  expect(formatInitiales('Élue Référente')).toBe('ÉR')
  expect(formatInitiales('Chargé de coopération')).toBe('CC')
  expect(formatInitiales('Camille')).toBe('C')
  expect(formatInitiales('')).toBe('')
})

test('class names: absent ones are left out, none gives no attribute', () => {
  expect(cx('a', false, undefined, 'b')).toBe('a b')
  expect(cx(false)).toBeUndefined()
})
