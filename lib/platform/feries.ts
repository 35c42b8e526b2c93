import 'server-only'
import joursFeries from '@socialgouv/jours-feries'
import type { DateCivile } from '@/lib/platform/dates'

/** Départements where two more days are holidays (local law of Alsace-Moselle). */
const ALSACE_MOSELLE: ReadonlySet<string> = new Set(['57', '67', '68'])

/** The library writes some names without the typography of the product. */
const NOMS: Record<string, string> = {
  "Jour de l'an": 'Jour de l’an',
  'Victoire des alliés': 'Victoire de 1945',
  'Fête Nationale': 'Fête nationale',
  Armistice: 'Armistice de 1918',
  'Lundi de Pâques': 'lundi de Pâques',
  'Lundi de Pentecôte': 'lundi de Pentecôte',
  'Vendredi Saint': 'Vendredi saint',
  'Saint Étienne': 'Saint-Étienne',
}

const pad = (nombre: number): string => String(nombre).padStart(2, '0')

/** A local midnight as a civil date; six hours later, so that an hour gained or lost by the clocks changes nothing. */
function toDateCivile(instant: Date): DateCivile {
  const jour = new Date(instant.getTime() + 6 * 3_600_000)
  return `${jour.getFullYear()}-${pad(jour.getMonth() + 1)}-${pad(jour.getDate())}`
}

/**
 * The public holidays of France over whole years, by day. Two may share one day (Ascension and 8 May): both are named.
 * @param departements those of the territory; Alsace and Moselle have two more days
 */
export function listFeries(
  annees: { premiere: number; derniere: number },
  departements: readonly string[],
): Record<DateCivile, string> {
  const alsace = departements.some((code) => ALSACE_MOSELLE.has(code))
  const feries: Record<DateCivile, string> = {}
  for (let annee = annees.premiere; annee <= annees.derniere; annee += 1) {
    for (const [nom, instant] of Object.entries(joursFeries(annee, { alsace }))) {
      const date = toDateCivile(instant)
      const mots = NOMS[nom] ?? nom
      feries[date] = feries[date] === undefined ? mots : `${feries[date]}, ${mots}`
    }
  }
  return feries
}
