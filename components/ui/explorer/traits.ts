import type { RangeeVue, SerieVue } from './types'

/** A line to draw: its height at each row, null where it does not pass. */
export interface Trait {
  cle: string
  serie: SerieVue
  /** Between two values that nothing joins: drawn as dots. */
  pointille: boolean
  hauteurs: (number | null)[]
}

/**
 * The lines of one series. A course is cut where values are missing, and dots lead over the gap; a step is drawn to the
 * row where it ends, and nothing leads over a gap.
 */
export function listTraits(serie: SerieVue, rangees: readonly RangeeVue[]): Trait[] {
  const connues = rangees.flatMap(({ valeurs }, rang) => {
    const valeur = valeurs[serie.cle]
    return valeur ? [{ rang, ...valeur }] : []
  })
  const traits: Trait[] = []
  const open = (pointille: boolean): Trait => {
    const trait: Trait = { cle: `${serie.cle}-${traits.length}`, serie, pointille, hauteurs: rangees.map(() => null) }
    traits.push(trait)
    return trait
  }
  let courant: Trait | undefined
  for (const [place, { rang, y, trou }] of connues.entries()) {
    const avant = connues[place - 1]
    const coupe = serie.marche ? avant?.rang !== rang - 1 : trou === true
    if (!courant || coupe) {
      if (avant && !serie.marche) {
        const pont = open(true)
        pont.hauteurs[avant.rang] = avant.y
        pont.hauteurs[rang] = y
      }
      courant = open(false)
    }
    courant.hauteurs[rang] = y
    if (serie.marche && rang + 1 < rangees.length) courant.hauteurs[rang + 1] ??= y
  }
  return traits
}

/** The rows between two places; a step that began before the first is kept, since it still holds there. */
export function keepEntre(rangees: readonly RangeeVue[], debut: number, fin: number, marches: boolean): RangeeVue[] {
  const premiere = marches ? rangees.findLastIndex(({ x }) => x <= debut) : -1
  return rangees.filter(({ x }, rang) => (x >= debut && x <= fin) || rang === premiere)
}
