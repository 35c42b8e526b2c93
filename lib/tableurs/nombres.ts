import type { Cellule } from './types'
/** How a number of a spreadsheet reads: by its value and by how its cell shows it. */

export type Affichage = 'NOMBRE' | 'POURCENT' | 'DATE' | 'HEURE'

/** Formats of dates that files name by number alone. */
const NUMEROS_DATES = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
const NUMEROS_HEURES = (id: number): boolean => (id >= 18 && id <= 21) || (id >= 45 && id <= 47)

/** What a number format shows. */
export function readAffichage(id: number, code: string | undefined): Affichage {
  if (code === undefined)
    return NUMEROS_DATES(id) ? 'DATE' : NUMEROS_HEURES(id) ? 'HEURE' : id === 9 || id === 10 ? 'POURCENT' : 'NOMBRE'
  const nu =
    code
      .slice(0, 400)
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .split(';', 1)[0] ?? ''
  if (/[dy]/i.test(nu) || (/m/i.test(nu) && !/[hs]/i.test(nu))) return 'DATE'
  if (/[hs]/i.test(nu) && !/general|standard/i.test(nu)) return 'HEURE'
  return nu.includes('%') ? 'POURCENT' : 'NOMBRE'
}

/** The decimal a spreadsheet shows: fifteen figures, no exponent. */
function formatDecimal(valeur: number): string {
  const court = Number(valeur.toPrecision(15))
  if (Object.is(court, -0)) return '0'
  const texte = String(court)
  return texte.includes('e') ? court.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : texte
}

const JOUR_MS = 86_400_000
const pad = (n: number): string => String(n).padStart(2, '0')

/** A day counted by a spreadsheet, as ISO; with its hour when it has one. Null outside its calendar. */
export function formatSerie(serie: number, depuis1904: boolean): string | null {
  if (!(serie >= 0 && serie < 2_958_466)) return null
  // 1900 is no leap year, but the first spreadsheets thought so, and all others do as they did.
  const jours = depuis1904 ? serie + 1462 : serie < 60 ? serie + 1 : serie
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round(jours * JOUR_MS))
  const jour = instant.toISOString().slice(0, 10)
  const heure = instant.toISOString().slice(11, 16)
  return Number.isInteger(serie) || heure === '00:00' ? jour : `${jour} ${heure}`
}

/** A number as the text of its cell. */
export function formatValeur(texte: string, affichage: Affichage, depuis1904 = false): string {
  const valeur = Number(texte)
  if (texte.trim() === '' || !Number.isFinite(valeur)) return texte.trim()
  if (affichage === 'DATE') return formatSerie(valeur, depuis1904) ?? formatDecimal(valeur)
  if (affichage === 'HEURE') {
    const minutes = Math.round((valeur - Math.floor(valeur)) * 1440)
    return valeur >= 1
      ? (formatSerie(valeur, depuis1904) ?? formatDecimal(valeur))
      : `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`
  }
  if (affichage === 'POURCENT') return `${formatDecimal(Number((valeur * 100).toPrecision(15)))} %`
  return formatDecimal(valeur)
}

/** A number that a spreadsheet holds exactly; a longer one is kept as its words. */
export function toNombre(decimal: string): Cellule {
  const chiffres = decimal.replace(/[-.]/g, '').replace(/^0+/, '')
  return chiffres.length <= 15 ? { nombre: decimal } : decimal
}
