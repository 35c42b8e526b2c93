import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeTotal,
  computeTotauxBudget,
  formatResumeBudget,
  formatSaisieMontant,
  formatTotal,
  parseMontantBudget,
  type LigneRegle,
} from '@/lib/plan-action/fiche/rules/budget'

const montant = fc
  .bigInt({ min: 0n, max: 99_999_999_999_999n })
  .map((centimes) => `${centimes / 100n}.${String(centimes % 100n).padStart(2, '0')}`)
const ligne: fc.Arbitrary<LigneRegle> = fc.record({
  annee: fc.option(fc.integer({ min: 2020, max: 2026 })),
  financeur: fc.constantFrom('Caf', 'CAF', ' caf ', 'CCVA', 'Département', 'departement'),
  prevu: fc.option(montant),
  realise: fc.option(montant),
})

describe('an amount as typed', () => {
  it.each([
    ['12 345,50 €', '12345.50'],
    ['12345.5', '12345.50'],
    ['12\u202F345,5', '12345.50'],
    ['12.345,50', '12345.50'],
    ['1.234.567', '1234567.00'],
    ['0', '0.00'],
    ['007', '7.00'],
    ['12 000 euros', '12000.00'],
    ['48 000,', '48000.00'],
    ['999999999999,99', '999999999999.99'],
  ])('« %s » is %s', (texte, attendu) => {
    expect(parseMontantBudget(texte)).toEqual({ ok: true, montant: attendu })
  })

  it('is unknown when nothing is typed, and not zero', () => {
    for (const texte of ['', '   ', '€', '\u00A0'])
      expect(parseMontantBudget(texte)).toEqual({ ok: true, montant: null })
  })

  it.each([
    ['-5', /sous zéro/],
    ['−5', /sous zéro/],
    ['abc', /n’est pas un montant/],
    ['12,345', /Deux décimales/],
    ['12.345', /deux façons/],
    ['1234567890123', /trop grand/],
    ['12 k€', /n’est pas un montant/],
    ['1e5', /n’est pas un montant/],
    ['12,5,0', /n’est pas un montant/],
  ])('« %s » is refused with its remedy', (texte, message) => {
    const lu = parseMontantBudget(texte)
    expect(lu.ok).toBe(false)
    expect(!lu.ok && lu.message).toMatch(message)
  })

  it('is read back from what a field shows', () => {
    fc.assert(
      fc.property(montant, (valeur) => {
        expect(parseMontantBudget(formatSaisieMontant(valeur))).toEqual({ ok: true, montant: valeur })
        expect(parseMontantBudget(valeur)).toEqual({ ok: true, montant: valeur })
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
        const lu = parseMontantBudget(texte)
        if (!lu.ok) expect(lu.message.length).toBeGreaterThan(10)
      }),
    )
  })
})

describe('totals', () => {
  it('say « au moins » when an amount is missing, and nothing when all are', () => {
    expect(formatTotal(computeTotal(['1000.00', null]))).toBe('au moins 1\u202F000\u00A0€')
    expect(formatTotal(computeTotal(['0.10', '0.20']))).toBe('0,30\u00A0€')
    expect(formatTotal(computeTotal([null, null]))).toBe('inconnu')
    expect(formatTotal(computeTotal([]))).toBe('inconnu')
    expect(formatTotal(computeTotal(['0.00']))).toBe('0\u00A0€')
  })

  it('are exact, and whatever the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.option(montant), { maxLength: 60 }), (montants) => {
        const { connu, inconnus } = computeTotal(montants)
        expect(inconnus).toBe(montants.filter((un) => un === null).length)
        const centimes = montants.reduce((somme, un) => somme + BigInt((un ?? '0.00').replace('.', '')), 0n)
        expect(connu === null ? null : BigInt(connu.replace('.', ''))).toBe(
          inconnus === montants.length ? null : centimes,
        )
        expect(computeTotal([...montants].reverse())).toEqual({ connu, inconnus })
      }),
    )
  })

  it('by year and by financer add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(ligne, { maxLength: 30 }), (lignes) => {
        const { parAnnee, parFinanceur, total } = computeTotauxBudget(lignes)
        for (const groupes of [parAnnee, parFinanceur]) {
          expect(groupes.reduce((somme, { lignes: siennes }) => somme + siennes, 0)).toBe(lignes.length)
          for (const nature of ['prevu', 'realise'] as const) {
            expect(computeTotal(groupes.flatMap((groupe) => groupe[nature].connu ?? [])).connu).toBe(
              total[nature].connu,
            )
            expect(groupes.reduce((somme, groupe) => somme + groupe[nature].inconnus, 0)).toBe(total[nature].inconnus)
          }
        }
        expect(parFinanceur.length).toBeLessThanOrEqual(3)
        expect(parAnnee.map(({ annee }) => annee ?? 9999)).toEqual(
          parAnnee.map(({ annee }) => annee ?? 9999).sort((a, b) => a - b),
        )
      }),
    )
  })

  it('say themselves in a sentence', () => {
    const lignes: LigneRegle[] = [
      { annee: 2024, financeur: 'Caf', prevu: '12000.00', realise: null },
      { annee: 2025, financeur: 'CCVA', prevu: null, realise: null },
    ]
    expect(formatResumeBudget(computeTotauxBudget(lignes).total)).toBe(
      'Prévu au moins 12\u202F000\u00A0€, réalisé inconnu. 1 montant prévu manque.',
    )
    expect(formatResumeBudget(computeTotauxBudget([]).total)).toBe('Aucune ligne de budget.')
  })
})
