import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  QUOTITE_MAXIMUM,
  centiemesFromDecimal,
  decimalFromCentiemes,
  formatEcart,
  formatEuros,
  formatNombre,
  formatPourcent,
  formatQuotite,
  parseQuotite,
} from '@/lib/platform/nombres'
import { RUNS } from '../runs'

const FINE = '\u202F'
const NBSP = '\u00A0'
const centiemes = fc.integer({ min: 0, max: QUOTITE_MAXIMUM })

describe('quotités', () => {
  it.each([
    ['1,6', 160],
    ['1.6', 160],
    ['0', 0],
    [' 0,20 ', 20],
    ['3 , 1', 310],
    [',5', 50],
    ['1,', 100],
    ['999,99', 99_999],
    [`${NBSP}1,05${FINE}`, 105],
  ])('reads « %s »', (texte, attendu) => {
    expect(parseQuotite(texte)).toEqual({ ok: true, centiemes: attendu })
  })

  it.each([
    ['0,125', `Deux décimales au plus${NBSP}: arrondissez au centième, par exemple 0,12.`],
    [',125', `Deux décimales au plus${NBSP}: arrondissez au centième, par exemple 0,12.`],
    ['-0,2', `Une quotité ne peut pas être négative${NBSP}: saisissez 0 ou un nombre positif.`],
    ['−1', `Une quotité ne peut pas être négative${NBSP}: saisissez 0 ou un nombre positif.`],
    ['mi-temps', `«${NBSP}mi-temps${NBSP}» n’est pas un nombre${NBSP}: écrivez par exemple 0,20.`],
    ['1,2,3', `«${NBSP}1,2,3${NBSP}» n’est pas un nombre${NBSP}: écrivez par exemple 0,20.`],
    [',', `«${NBSP},${NBSP}» n’est pas un nombre${NBSP}: écrivez par exemple 0,20.`],
    ['1000', `Quotité trop grande${NBSP}: saisissez au plus 999,99.`],
    ['', 'Saisissez une quotité, par exemple 0,20.'],
    ['  ', 'Saisissez une quotité, par exemple 0,20.'],
  ])('refuses « %s » and says what to write', (texte, message) => {
    expect(parseQuotite(texte)).toEqual({ ok: false, message })
  })

  it('writes them the French way', () => {
    expect(formatQuotite(160)).toBe('1,6')
    expect(formatQuotite(320, { deux: true })).toBe('3,20')
    expect(formatQuotite(100)).toBe('1')
    expect(formatQuotite(5)).toBe('0,05')
    expect(formatQuotite(0, { deux: true })).toBe('0')
    expect(formatQuotite(-20)).toBe('−0,2')
    expect(formatQuotite(1_234_567)).toBe(`12${FINE}345,67`)
    expect(formatEcart(20)).toBe(`+${NBSP}0,2`)
    expect(formatEcart(-20, { deux: true })).toBe(`−${NBSP}0,20`)
    expect(formatEcart(0)).toBe('0')
  })

  it('travels as the shortest decimal', () => {
    expect(decimalFromCentiemes(160)).toBe('1.6')
    expect(decimalFromCentiemes(-5)).toBe('-0.05')
    expect(centiemesFromDecimal('1.60')).toBe(160)
    expect(centiemesFromDecimal('3')).toBe(300)
    expect(centiemesFromDecimal('-0.050')).toBe(-5)
    expect(centiemesFromDecimal('-0')).toBe(0)
    expect(() => centiemesFromDecimal('1.605')).toThrow(RangeError)
    expect(() => centiemesFromDecimal('1,6')).toThrow(RangeError)
    expect(() => centiemesFromDecimal('99999999999999999')).toThrow(RangeError)
    expect(() => decimalFromCentiemes(1.5)).toThrow(RangeError)
  })

  it('comes back from every writing', () => {
    fc.assert(
      fc.property(centiemes, fc.boolean(), (valeur, deux) => {
        expect(parseQuotite(formatQuotite(valeur, { deux }))).toEqual({ ok: true, centiemes: valeur })
        expect(parseQuotite(decimalFromCentiemes(valeur))).toEqual({ ok: true, centiemes: valeur })
        expect(centiemesFromDecimal(decimalFromCentiemes(valeur))).toBe(valeur)
        expect(centiemesFromDecimal(decimalFromCentiemes(-valeur))).toBe(valeur === 0 ? 0 : -valeur)
      }),
      RUNS,
    )
  })

  it('never throws on what is typed', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        const lecture = parseQuotite(texte)
        expect(lecture.ok ? Number.isInteger(lecture.centiemes) : lecture.message.length > 0).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('numbers', () => {
  it('are grouped by narrow no-break spaces', () => {
    expect(formatNombre(84904)).toBe(`84${FINE}904`)
    expect(formatNombre(1234567.5)).toBe(`1${FINE}234${FINE}567,5`)
    expect(formatNombre('12345678901234567890.10')).toBe(
      `12${FINE}345${FINE}678${FINE}901${FINE}234${FINE}567${FINE}890,1`,
    )
    expect(formatNombre('3.10', { decimales: 2 })).toBe('3,10')
    expect(formatNombre(-7)).toBe('−7')
    expect(() => formatNombre(Number.NaN)).toThrow(RangeError)
  })

  it('carry their unit', () => {
    expect(formatEuros(158400)).toBe(`158${FINE}400${NBSP}€`)
    expect(formatEuros('4.5')).toBe(`4,50${NBSP}€`)
    expect(formatEuros('48000.00')).toBe(`48${FINE}000${NBSP}€`)
    expect(formatPourcent(64)).toBe(`64${FINE}%`)
    expect(formatPourcent(100 / 3)).toBe(`33,3${FINE}%`)
    expect(formatPourcent('19.44')).toBe(`19,44${FINE}%`)
  })
})
