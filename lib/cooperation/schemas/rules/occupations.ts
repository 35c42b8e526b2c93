/** Within which limits people occupy posts, and what a quotité costs. */
import { addDays, formatDateCourte } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { centiemesFromDecimal, decimalFromCentiemes, formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'

/** One person works at most full time, over all posts and all conventions. */
const TEMPS_PLEIN: Centiemes = 100

export interface OccupationRegle {
  /** Key of the person, the same over all posts and conventions. */
  personne: string
  /** Key of the line or post occupied. */
  ligne: string
  /** Null when nobody gives it: it proves no excess, and known ones alone may be one. */
  quotite: Centiemes | null
  debut: DateCivile
  /** Last day, included; null while it lasts. */
  fin: DateCivile | null
}

export interface LigneOccupee {
  ligne: string
  libelle: string
  quotite: Centiemes
}

interface Depassement {
  nature: 'PERSONNE' | 'LIGNE'
  cle: string
  /** The first day above the limit. */
  date: DateCivile
  somme: Centiemes
  plafond: Centiemes
  message: string
}

export type VerdictOccupations = { ok: true } | { ok: false; message: string; depassements: Depassement[] }

/** The first day on which occupations add up above a limit, and the sum that day; null when none. Bounds are inclusive. */
function findDepassement(
  occupations: readonly OccupationRegle[],
  plafond: Centiemes,
): { date: DateCivile; somme: Centiemes } | null {
  // A sum can only rise on a day an occupation begins.
  for (const date of occupations.map(({ debut }) => debut).sort()) {
    const somme = occupations
      .filter(({ debut, fin }) => debut <= date && date <= (fin ?? date))
      .reduce((total, { quotite }) => total + (quotite ?? 0), 0)
    if (somme > plafond) return { date, somme }
  }
  return null
}

/**
 * Checks that no person exceeds 1,00 at any date over the given occupations, and that no line is filled beyond
 * its quotité at any date. Give all the occupations of the persons and lines at stake; a line not described is
 * not limited. Answers every excess with its first day and a remedy.
 */
export function checkOccupations(
  occupations: readonly OccupationRegle[],
  lignes: readonly LigneOccupee[],
): VerdictOccupations {
  const personnes = [...new Set(occupations.map(({ personne }) => personne))].flatMap((personne): Depassement[] => {
    const depassement = findDepassement(
      occupations.filter((occupation) => occupation.personne === personne),
      TEMPS_PLEIN,
    )
    if (depassement === null) return []
    const { date, somme } = depassement
    const texte = `${personne} atteindrait ${formatQuotite(somme, { deux: true })} ETP le ${formatDateCourte(date)}, au-delà de 1,00 : réduisez une quotité ou terminez une occupation la veille (${formatDateCourte(addDays(date, -1))}).`
    return [{ nature: 'PERSONNE', cle: personne, ...depassement, plafond: TEMPS_PLEIN, message: texte }]
  })
  const remplies = lignes.flatMap(({ ligne, libelle, quotite }): Depassement[] => {
    const depassement = findDepassement(
      occupations.filter((occupation) => occupation.ligne === ligne),
      quotite,
    )
    if (depassement === null) return []
    const texte = `« ${libelle} » serait occupé à ${formatQuotite(depassement.somme, { deux: true })} ETP le ${formatDateCourte(depassement.date)}, au-delà de ${formatQuotite(quotite, { deux: true })} : réduisez une occupation ou augmentez la ligne.`
    return [{ nature: 'LIGNE', cle: ligne, ...depassement, plafond: quotite, message: texte }]
  })
  const depassements = [...personnes, ...remplies]
  if (depassements.length === 0) return { ok: true }
  return { ok: false, message: depassements.map(({ message }) => message).join(' '), depassements }
}

/**
 * The cost of a quotité for a year: quotité × cost per ETP, exact. Takes hundredths and euros (a whole number, or
 * the text of a decimal with at most two decimals); answers euros as the text of a decimal, ready for
 * `formatEuros`, rounded to the nearest cent only when the cost itself has cents.
 */
export function computeCout(quotite: Centiemes, coutParEtp: number | string): string {
  const dixMilliemes = BigInt(quotite) * BigInt(centiemesFromDecimal(String(coutParEtp)))
  const centimes = (dixMilliemes + (dixMilliemes < 0n ? -50n : 50n)) / 100n
  return decimalFromCentiemes(Number(centimes))
}
