import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMots } from '@/lib/plan-action/liste/rules/recherche'
import { foldMots } from '@/lib/platform/texte'

/** Tries the expression on folded words as PostgreSQL does: \m and \M are the ends of a word. */
function isProche(cherche: string, texte: string): boolean {
  const [mot] = parseMots(cherche)
  if (!mot?.proche) return false
  return new RegExp(mot.proche.replace(/\\m/g, '(?<![a-z0-9])').replace(/\\M/g, '(?![a-z0-9])')).test(foldMots(texte))
}

describe('words looked for', () => {
  it('are folded; a number stays whole, a single letter is left out', () => {
    expect(parseMots('L’Accueil  1.1 FA').map(({ mot, entier }) => [mot, entier])).toEqual([
      ['accueil', false],
      ['1 1', true],
      ['fa', false],
    ])
    expect(parseMots(' ')).toEqual([])
    expect(parseMots('œuvre Ça').map(({ mot }) => mot)).toEqual(['oeuvre', 'ca'])
    expect(parseMots('un deux trois quatre cinq six sept huit')).toHaveLength(6)
  })

  it.each([
    ['parantalité', 'Parentalité'],
    ['logemant', 'Les logements'],
    ['jeuness', 'jeunesse'],
    ['piolte', 'un pilote'],
    ['acueil', 'accueil'],
    ['acccueil', 'accueil'],
    ['jeuens', 'jeunes'],
    ['fmaille', 'famille'],
    ['etpe', 'etape'],
  ])('« %s » is near « %s »', (cherche, texte) => {
    expect(isProche(cherche, texte)).toBe(true)
  })

  it.each([
    ['voiture', 'parentalité'],
    ['piscine', 'pilote'],
    ['logo', 'logement'],
    ['parc', 'parcours'],
    ['2024', '2025'],
    ['abc', 'abd'],
  ])('« %s » is not near « %s »', (cherche, texte) => {
    expect(isProche(cherche, texte)).toBe(false)
  })

  it('forgives any one letter of any word', () => {
    const mot = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(...'abcdefghilmnoprstuv') })
    fc.assert(
      fc.property(
        mot,
        fc.nat(),
        fc.constantFrom('z', 'e'),
        fc.constantFrom('change', 'perd', 'ajoute', 'echange'),
        (juste, hasard, lettre, faute) => {
          const rang = hasard % (juste.length - 1)
          const [avant, apres] = [juste.slice(0, rang), juste.slice(rang)]
          const faux = {
            change: `${avant}${lettre}${apres.slice(1)}`,
            perd: `${avant}${apres.slice(1)}`,
            ajoute: `${avant}${lettre}${apres}`,
            echange: `${avant}${apres.charAt(1)}${apres.charAt(0)}${apres.slice(2)}`,
          }[faute]
          if (faux.length < 4) return
          expect(isProche(faux, `un ${juste} ici`)).toBe(true)
        },
      ),
    )
  })

  it('the quick look keeps every word that is one letter away', () => {
    const mot = fc.string({ minLength: 6, maxLength: 14, unit: fc.constantFrom(...'abcdefghilmnoprstuv') })
    fc.assert(
      fc.property(mot, fc.nat(), fc.constantFrom('change', 'perd', 'ajoute', 'echange'), (cherche, hasard, faute) => {
        const rang = hasard % cherche.length
        const [avant, apres] = [cherche.slice(0, rang), cherche.slice(rang)]
        const ecrit = {
          change: `${avant}z${apres.slice(1)}`,
          perd: `${avant}${apres.slice(1)}`,
          ajoute: `${avant}z${apres}`,
          echange: `${avant}${apres.charAt(1)}${apres.charAt(0)}${apres.slice(2)}`,
        }[faute]
        const [lu] = parseMots(cherche)
        expect(lu?.morceaux.join('')).toBe(cherche)
        expect(lu?.morceaux.some((morceau) => ecrit.includes(morceau))).toBe(true)
      }),
    )
  })
})
