/** Exact money: cents as whole numbers, shares of a cent as fractions; rounding only at the end, half up. */
import { capitalise } from '@/lib/platform/mots'
import { formatNombre } from '@/lib/platform/nombres'

/** Euros as whole cents: 48 000 € = 4 800 000. */
export type Centimes = number

export type LectureMontant = { ok: true; centiemes: number } | { ok: false; message: string }

const ESPACES = /[\s\u00A0\u202F]/g

/** What a number with two decimals is called in a refusal, and an example. */
interface Mots {
  nom: string
  exemple: string
}

function parseDeuxDecimales(texte: string, { nom, exemple }: Mots, unite: RegExp): LectureMontant {
  const refuse = (message: string): LectureMontant => ({ ok: false, message: message })
  const saisie = texte.trim().replace(unite, '').trim()
  const nu = saisie.replace(ESPACES, '')
  if (nu === '') return refuse(`Indiquez ${nom}, par exemple ${exemple}.`)
  if (/^[-\u2212]\d/.test(nu))
    return refuse(`${capitalise(nom)} ne peut pas être sous zéro : écrivez 0 ou un nombre positif.`)
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(nu)
  if (!match) return refuse(`« ${saisie} » n’est pas un nombre : écrivez par exemple ${exemple}.`)
  const [, entier = '', decimales = ''] = match
  if (decimales.length > 2)
    return refuse('Deux décimales au plus : écrivez les milliers sans point ni virgule, les centimes après la virgule.')
  const chiffres = entier.replace(/^0+(?=\d)/, '')
  if (chiffres.length > 10) return refuse('Ce nombre est trop grand : vérifiez les zéros.')
  return { ok: true, centiemes: Number(chiffres) * 100 + Number(decimales.padEnd(2, '0')) }
}

/** Reads euros as people type them: « 48 000 », « 48000,50 », « 33600.5 € ». Gives cents, or the sentence that says what to write. */
export function parseMontant(texte: string): LectureMontant {
  return parseDeuxDecimales(texte, { nom: 'un montant', exemple: '24 000 ou 24 000,50' }, /€\s*$/)
}

/** Reads a percentage from 0 to 100: « 57 », « 57,5 % ». Gives hundredths of a percent. */
export function parseTaux(texte: string): LectureMontant {
  const lu = parseDeuxDecimales(texte, { nom: 'un taux', exemple: '12,5' }, /%\s*$/)
  if (!lu.ok || lu.centiemes <= 10_000) return lu
  return { ok: false, message: 'Un taux va de 0 à 100 % du coût : corrigez-le.' }
}

/** 4800050 → "48000.50": what PostgreSQL takes. */
export const toDecimal = (centiemes: number): string =>
  `${Math.trunc(centiemes / 100)}.${String(centiemes % 100).padStart(2, '0')}`

/** 4800000 → "48 000", 4800050 → "48 000,50": as a field shows it. */
export const formatSaisie = (centiemes: number): string =>
  formatNombre(toDecimal(centiemes), { decimales: centiemes % 100 === 0 ? 0 : 2 })

/** 4800000 → "48 000 €", 4800050 → "48 000,50 €". */
export const formatCentimes = (centimes: Centimes): string => `${formatSaisie(centimes)} €`

/** A share of cents, exact. */
export interface Fraction {
  num: bigint
  den: bigint
}

export const ZERO: Fraction = { num: 0n, den: 1n }

/** @throws RangeError on a denominator that is not positive */
export function toFraction(num: bigint, den: bigint): Fraction {
  if (den <= 0n) throw new RangeError('Un dénominateur est positif')
  return { num, den }
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den }
}

/** Whole cents, rounded half up; takes what is not negative. @throws RangeError on a negative amount, or one no number holds exactly */
export function roundFraction({ num, den }: Fraction): Centimes {
  const arrondi = (2n * num + den) / (2n * den)
  if (num < 0n || arrondi > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError('Un montant est positif, et tient dans un nombre exact')
  return Number(arrondi)
}
