import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Reads `--color-x: light-dark(#a, #b);` lines of the tokens, as two palettes. */
function readPalettes() {
  const css = readFileSync(new URL('../../../components/ui/styles/tokens.css', import.meta.url), 'utf8')
  const found = [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  return {
    clair: new Map(found.map(([, name, light]) => [name, light])),
    sombre: new Map(found.map(([, name, , dark]) => [name, dark])),
  }
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'surface', 'shell', 'hover']

/** Text on its ground: 4.5:1 at least. */
const TEXTS = [
  ...['ink', 'muted', 'primary', 'primary-strong', 'bad'].flatMap((t) => GROUNDS.map((ground) => [t, ground] as const)),
  ...['ok', 'warn', 'bad', 'neutral'].map((t) => [t, `${t}-tint`] as const),
  ...['ok-tint', 'warn-tint', 'bad-tint', 'neutral-tint', 'primary-tint'].map((ground) => ['ink', ground] as const),
  ['primary', 'primary-tint'],
  ['muted', 'primary-tint'],
  ['muted', 'neutral-tint'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-bad', 'bad'],
  ['on-bar', 'bar'],
  ['ink', 'primary-line'],
] as const

/** Outline of a field, focus, shape of a chart that says something: 3:1 at least. */
const SHAPES = [
  ...GROUNDS.slice(0, 3).flatMap((ground) => [['line-field', ground] as const, ['primary', ground] as const]),
  ...[
    'petite-enfance',
    'enfance-jeunesse',
    'parentalite',
    'droits-vie-sociale',
    'globale',
    'realisee',
    'ok',
    'warn',
  ].map((shape) => [shape, 'surface'] as const),
] as const

describe.each(Object.entries(readPalettes()))('thème %s', (_theme, palette) => {
  function ratio(a: string, b: string): number {
    const [first, second] = [palette.get(a), palette.get(b)]
    if (!first || !second) throw new Error(`unknown colour: ${a} or ${b}`)
    return contrast(first, second)
  }

  test.each(TEXTS)('text %s is read on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SHAPES)('shape %s is seen on %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3)
  })
})
