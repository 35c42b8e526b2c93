/** Where the periods of fiches fall on a line of time: pure geometry, in percent of its width. */
import { daysBetween, maxDate, minDate, yearBounds, yearOf, type Bornes, type DateCivile } from '@/lib/platform/dates'

export interface PeriodeConnue {
  debut: DateCivile | null
  fin: DateCivile | null
}

export interface Barre {
  /** left edge and width, from 0 to 100 */
  x: number
  largeur: number
  /** nobody said when it begins, or ends: the bar runs to the edge and is drawn open there */
  ouverteAvant: boolean
  ouverteApres: boolean
}

export interface Frise extends Bornes {
  /** first day of each year inside the line */
  annees: { annee: number; x: number }[]
  /** place of today, null outside the line */
  aujourdhui: number | null
  /** one per period, in their order; null when neither of its days is known */
  barres: (Barre | null)[]
}

/** Whole years that hold the convention and every day known of its fiches; this year when no day is known. */
function computeEtendue(periodes: readonly PeriodeConnue[], convention: PeriodeConnue, today: DateCivile): Bornes {
  const jours = [...periodes, convention].flatMap(({ debut, fin }) => [debut, fin]).filter((jour) => jour !== null)
  const [premier = today, ...autres] = jours
  return {
    debut: yearBounds(yearOf(minDate(premier, ...autres))).debut,
    fin: yearBounds(yearOf(maxDate(premier, ...autres))).fin,
  }
}

const round = (x: number): number => Math.round(x * 100) / 100

/**
 * Places periods on a line of whole years.
 * A bar is never thinner than half a percent: one day among ten years is still seen.
 */
export function computeFrise(periodes: readonly PeriodeConnue[], convention: PeriodeConnue, today: DateCivile): Frise {
  const etendue = computeEtendue(periodes, convention, today)
  const jours = daysBetween(etendue.debut, etendue.fin) + 1
  const place = (jour: DateCivile): number => round((daysBetween(etendue.debut, jour) / jours) * 100)
  const barre = ({ debut, fin }: PeriodeConnue): Barre | null => {
    if (debut === null && fin === null) return null
    const x = debut === null ? 0 : place(debut)
    const bout = fin === null ? 100 : round(((daysBetween(etendue.debut, fin) + 1) / jours) * 100)
    const largeur = Math.max(0.5, round(bout - x))
    return { x: Math.min(x, round(100 - largeur)), largeur, ouverteAvant: debut === null, ouverteApres: fin === null }
  }
  const [de, a] = [yearOf(etendue.debut), yearOf(etendue.fin)]
  return {
    ...etendue,
    annees: Array.from({ length: a - de + 1 }, (_, i) => ({ annee: de + i, x: place(yearBounds(de + i).debut) })),
    aujourdhui: today < etendue.debut || today > etendue.fin ? null : place(today),
    barres: periodes.map(barre),
  }
}
