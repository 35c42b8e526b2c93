import { startProcesseur } from '@/tests/unit/processeur'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeDifferences } from '@/lib/plan-action/suivi/rules/differences'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const join = (de: string, vers: string, genres: readonly string[]) =>
  computeDifferences(de, vers)
    .filter(({ genre }) => genres.includes(genre))
    .map(({ texte }) => texte)
    .join('')

describe('what differs between two texts', () => {
  it('is told word by word', () => {
    expect(computeDifferences('Le forum a lieu en mars.', 'Le forum a lieu en avril, à Digne.')).toEqual([
      { genre: 'GARDE', texte: 'Le forum a lieu en ' },
      { genre: 'RETIRE', texte: 'mars' },
      { genre: 'AJOUTE', texte: 'avril, à Digne' },
      { genre: 'GARDE', texte: '.' },
    ])
    expect(computeDifferences('', '')).toEqual([])
    expect(computeDifferences('', 'Né')).toEqual([{ genre: 'AJOUTE', texte: 'Né' }])
    expect(computeDifferences('Parti', '')).toEqual([{ genre: 'RETIRE', texte: 'Parti' }])
  })

  it('holds both texts, whole', PATIENT, () => {
    const texte = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('le', 'forum', ' ', '\n', 'é', '.', '👪'), { maxLength: 40 })
        .map((mots) => mots.join('')),
    )
    fc.assert(
      fc.property(texte, texte, (de, vers) => {
        expect(join(de, vers, ['GARDE', 'RETIRE'])).toBe(de)
        expect(join(de, vers, ['GARDE', 'AJOUTE'])).toBe(vers)
        if (de === vers) expect(computeDifferences(de, vers).every(({ genre }) => genre === 'GARDE')).toBe(true)
      }),
      RUNS,
    )
  })

  it('of two long texts with nothing in common is told at once, and as a whole', () => {
    const [de, vers] = [
      Array.from({ length: 3000 }, (_, n) => `a${n}`).join(' '),
      Array.from({ length: 3000 }, (_, n) => `b${n}`).join('\n'),
    ]
    const readDuree = startProcesseur()
    expect(computeDifferences(de, vers).map(({ genre }) => genre)).toEqual(['RETIRE', 'AJOUTE'])
    expect(readDuree()).toBeLessThan(1000)
  })
})
