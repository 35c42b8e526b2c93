/** The years that the pages kept by year offer. */
import { isAnnee, yearOf } from '@/lib/platform/dates'
import type { PeriodeConnue } from '@/lib/cooperation/schemas/types/regles'

/** A long or mistyped period does not fill the page with years. */
const MAXIMUM = 15

/**
 * The year that an address asks for, and those to choose from: the years of the convention and those that hold something.
 * @param demandee as the address says it; anything else than a year is the current one, brought inside the convention
 * @param remplies years that hold something
 */
export function findAnnee(
  demandee: string | undefined,
  convention: PeriodeConnue,
  contexte: { today: string; remplies: readonly number[] },
): { annee: number; annees: number[] } {
  const ici = yearOf(contexte.today)
  const debut = convention.debut === null ? ici - 1 : yearOf(convention.debut)
  const fin = convention.fin === null ? Math.max(ici, debut) : yearOf(convention.fin)
  const lue = demandee !== undefined && /^\d{4}$/.test(demandee) ? Number(demandee) : null
  const annee = lue !== null && isAnnee(lue) ? lue : Math.min(Math.max(ici, debut), fin)
  const cours = Array.from({ length: Math.min(MAXIMUM, Math.max(1, fin - debut + 1)) }, (_, i) => debut + i)
  return { annee, annees: [...new Set([...cours, ...contexte.remplies, annee])].sort((a, b) => a - b) }
}
