/** The values of an indicator, of what it takes over from and of its targets, side by side in time. Pure. */
import { toJour, yearOf } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { PointSerie, Serie } from '@/lib/plan-action/indicateurs/rules/evolution'

/** True where a whole year lies between two values: nothing is known of it. */
export const isTrou = (avant: Bornes, apres: Bornes): boolean => yearOf(apres.debut) - yearOf(avant.fin) > 1

interface CibleDatee {
  periode: string
  debut: DateCivile | null
  fin: DateCivile | null
  /** exact decimal text; null for a target in words */
  valeur: string | null
}

export interface RangeeExploree {
  /** Middle of the period, in days since 1 January 1970. */
  jour: number
  periode: string
  valeur: (PointSerie & { trou: boolean }) | null
  devancier: (PointSerie & { trou: boolean }) | null
  /** exact decimal text */
  cible: string | null
}

const milieu = ({ debut, fin }: Bornes): number => Math.floor((toJour(debut) + toJour(fin)) / 2)

const withTrous = ({ points }: Serie): (PointSerie & { trou: boolean })[] =>
  points.map((point, rang) => {
    const avant = points[rang - 1]
    return { ...point, trou: avant !== undefined && isTrou(avant, point) }
  })

/**
 * One row per place in time, oldest first: what is of one period stands together. A target without dates, or in words,
 * has no place and is left out.
 */
export function listRangees({
  serie,
  devancier,
  cibles,
}: {
  serie: Serie
  devancier: Serie | null
  cibles: readonly CibleDatee[]
}): RangeeExploree[] {
  const rangees = new Map<number, RangeeExploree>()
  const at = (bornes: Bornes, periode: string): RangeeExploree => {
    const jour = milieu(bornes)
    const rangee = rangees.get(jour) ?? { jour, periode, valeur: null, devancier: null, cible: null }
    rangees.set(jour, rangee)
    return rangee
  }
  for (const point of withTrous(serie)) at(point, point.periode).valeur = point
  for (const point of devancier ? withTrous(devancier) : []) at(point, point.periode).devancier = point
  for (const { periode, debut, fin, valeur } of cibles) {
    if (debut !== null && fin !== null && valeur !== null) at({ debut, fin }, periode).cible = valeur
  }
  return [...rangees.values()].sort((a, b) => a.jour - b.jour)
}
