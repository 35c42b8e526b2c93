/**
 * Exact numbers. A quotité is a whole number of hundredths of ETP in code (1,6 ETP = 160), numeric(6,2) in
 * PostgreSQL, and a minimal decimal string ("1.6") in dossiers: no sum ever goes through a float.
 */

/** Hundredths of ETP, a whole number: 1,6 ETP = 160. */
export type Centiemes = number

/** The greatest quotité that numeric(6,2) is asked to hold here: 999,99. */
export const QUOTITE_MAXIMUM: Centiemes = 99_999

export type LectureQuotite = { ok: true; centiemes: Centiemes } | { ok: false; message: string }

const FINE = '\u202F'
const MOINS = '\u2212'

const refuse = (message: string): LectureQuotite => ({ ok: false, message })

/**
 * Reads a quotité as people type it: "1,6", "1.6", "0", " 0,20 ", "3 , 1".
 * Answers hundredths, or a sentence in French that says what to write instead.
 */
export function parseQuotite(texte: string): LectureQuotite {
  // \s also covers the no-break spaces a paste brings.
  const saisie = texte.trim().replace(/\s*([.,])\s*/, '$1')
  if (saisie === '') return refuse('Saisissez une quotité, par exemple 0,20.')
  if (/^[-\u2212]\s*\d/.test(saisie)) {
    return refuse(`Une quotité ne peut pas être négative : saisissez 0 ou un nombre positif.`)
  }
  const match = /^(\d*)(?:[.,](\d*))?$/.exec(saisie)
  const entier = match?.[1] ?? ''
  const decimales = match?.[2] ?? ''
  if (!match || entier + decimales === '') {
    return refuse(`« ${saisie} » n’est pas un nombre : écrivez par exemple 0,20.`)
  }
  if (decimales.length > 2) {
    return refuse(
      `Deux décimales au plus : arrondissez au centième, par exemple ${entier || '0'},${decimales.slice(0, 2)}.`,
    )
  }
  const centiemes = Number(entier) * 100 + Number(decimales.padEnd(2, '0'))
  if (centiemes > QUOTITE_MAXIMUM) {
    return refuse(`Quotité trop grande : saisissez au plus ${formatQuotite(QUOTITE_MAXIMUM)}.`)
  }
  return { ok: true, centiemes }
}

/** Whole part and two decimals of the absolute value; throws RangeError on anything but whole hundredths. */
function split(centiemes: Centiemes): { negatif: boolean; entier: string; decimales: string } {
  if (!Number.isSafeInteger(centiemes)) throw new RangeError(`Centièmes entiers attendus, reçu ${centiemes}`)
  const absolu = Math.abs(centiemes)
  return {
    negatif: centiemes < 0,
    entier: String(Math.trunc(absolu / 100)),
    decimales: String(absolu % 100).padStart(2, '0'),
  }
}

/**
 * 160 → "1,6"; with `deux`, both decimals: 320 → "3,20". Zero is always "0": in a column of quotités it is
 * a statement with its reason, not a small amount.
 */
export function formatQuotite(centiemes: Centiemes, options: { deux?: boolean } = {}): string {
  const { negatif, entier, decimales } = split(centiemes)
  const utiles = options.deux && centiemes !== 0 ? decimales : decimales.replace(/0+$/, '')
  return `${negatif ? MOINS : ''}${groupDigits(entier)}${utiles ? `,${utiles}` : ''}`
}

/** A difference with its sign: 20 → "+ 0,2", -20 → "− 0,2" (true minus, no-break space), 0 → "0". */
export function formatEcart(centiemes: Centiemes, options: { deux?: boolean } = {}): string {
  if (centiemes === 0) return '0'
  return `${centiemes > 0 ? '+' : MOINS} ${formatQuotite(Math.abs(centiemes), options)}`
}

/** 160 → "1.6", 100 → "1", 5 → "0.05": the shortest decimal, as written in dossiers and sent to PostgreSQL. */
export function decimalFromCentiemes(centiemes: Centiemes): string {
  const { negatif, entier, decimales } = split(centiemes)
  const utiles = decimales.replace(/0+$/, '')
  return `${negatif ? '-' : ''}${entier}${utiles ? `.${utiles}` : ''}`
}

/** As `decimalFromCentiemes`; what is not known stays so. */
export const decimalOuNul = (centiemes: Centiemes | null): string | null =>
  centiemes === null ? null : decimalFromCentiemes(centiemes)

/** "1.60" → 160. Takes the text of a decimal (PostgreSQL, dossier); throws RangeError when it has no exact value in hundredths. */
export function centiemesFromDecimal(decimal: string): Centiemes {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(decimal)
  const valeur = match ? Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0')) : Number.NaN
  if (!Number.isSafeInteger(valeur)) throw new RangeError(`Décimal à deux décimales attendu, reçu « ${decimal} »`)
  // Subtracting from zero keeps "-0" from becoming the float -0.
  return match?.[1] ? 0 - valeur : valeur
}

const groupDigits = (chiffres: string): string => chiffres.replace(/\B(?=(\d{3})+$)/g, FINE)

/**
 * A number the French way: 12345.5 → "12 345,5" (narrow no-break space, comma, true minus). Takes a number or
 * the exact text of a decimal; `decimales` is the least number of decimals shown (nothing is ever rounded). Throws RangeError on what is not a finite plain decimal.
 */
export function formatNombre(valeur: number | string, options: { decimales?: number } = {}): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(valeur))
  if (!match) throw new RangeError(`Nombre décimal attendu, reçu « ${valeur} »`)
  const [, signe, entier = '', reste = ''] = match
  const decimales = reste.replace(/0+$/, '').padEnd(options.decimales ?? 0, '0')
  return `${signe ? MOINS : ''}${groupDigits(entier)}${decimales ? `,${decimales}` : ''}`
}

/** 158400 → "158 400 €"; an amount with cents shows both: "4.5" → "4,50 €". */
export function formatEuros(valeur: number | string): string {
  const entier = /^-?\d+(\.0*)?$/.test(String(valeur))
  return `${formatNombre(valeur, { decimales: entier ? 0 : 2 })} €`
}

/** 64 → "64 %" (narrow no-break space). Takes the percentage itself, not a ratio; a number is rounded to one decimal, a decimal text is shown as it is. */
export function formatPourcent(valeur: number | string): string {
  return `${formatNombre(typeof valeur === 'number' ? Math.round(valeur * 10) / 10 : valeur)}${FINE}%`
}
