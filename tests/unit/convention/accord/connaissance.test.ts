import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeConnaissance,
  findRaison,
  formatAbsence,
  formatCommunes,
} from '@/lib/convention/accord/rules/connaissance'

const lacune = fc.option(fc.string({ minLength: 1 }), { nil: null })
const accord = fc.constantFrom('' as const, 'e' as const, 's' as const, 'es' as const)

describe('what is known', () => {
  it('is one of three states: what is known is never absent, and only a lacune makes the document silent', () => {
    fc.assert(
      fc.property(fc.boolean(), lacune, accord, (connu, raison, fin) => {
        const etat = computeConnaissance(connu, raison)
        expect(etat === 'CONNU').toBe(connu)
        expect(etat === 'MUET').toBe(!connu && raison !== null)
        const mots = formatAbsence(raison, fin)
        expect(mots.includes('document')).toBe(raison !== null)
        expect(mots.split(' ')[1]?.endsWith(fin)).toBe(true)
      }),
    )
  })

  it('a lacune answers for its subject alone, the first of it', () => {
    const lacunes = fc.array(fc.record({ sujet: fc.constantFrom('ETP', 'BUDGET'), raison: fc.string() }))
    fc.assert(
      fc.property(lacunes, fc.constantFrom('ETP', 'BUDGET', 'PERIODE'), (toutes, sujet) => {
        expect(findRaison(toutes, sujet)).toBe(toutes.filter((l) => l.sujet === sujet)[0]?.raison ?? null)
      }),
    )
  })
})

describe('how many communes', () => {
  it('never counts the known ones as the territory where the list is known not to be whole', () => {
    const nombre = fc.nat(60)
    fc.assert(
      fc.property(nombre, fc.option(nombre, { nil: null }), lacune, (connues, annoncees, raison) => {
        const mots = formatCommunes(connues, annoncees, raison)
        const nombres = (mots ?? '').match(/\d+/g)?.map(Number) ?? []
        if (annoncees) {
          expect(nombres).toEqual(annoncees === connues ? [annoncees] : [annoncees, connues])
          expect(mots?.includes('annoncée')).toBe(annoncees !== connues)
        } else {
          expect(nombres).toEqual(connues === 0 ? [] : [connues])
          expect(mots?.includes('connue') ?? false).toBe(connues > 0 && raison !== null)
        }
      }),
    )
  })

  it.each([
    [2, null, 'Deux sont citées.', '2 communes connues'],
    [1, null, 'Une est citée.', '1 commune connue'],
    [10, null, null, '10 communes'],
    [44, 46, null, '46 communes annoncées, 44 connues'],
    [47, 47, 'Sans importance.', '47 communes'],
    [0, 9, null, '9 communes annoncées, 0 connue'],
    [0, null, null, null],
  ])('%i named of %s (%s): %s', (connues, annoncees, raison, mots) => {
    expect(formatCommunes(connues, annoncees, raison)).toBe(mots)
  })
})
