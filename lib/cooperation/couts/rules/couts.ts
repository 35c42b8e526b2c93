/** What posts cost over a year, and what a vacancy leaves unspent: exact, never from a cost that nobody gave. */
import { addDays, daysBetween, maxDate, minDate, yearBounds } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { addFractions, toFraction, ZERO, type Centimes, type Fraction } from './argent'
import type { PosteRegle } from '@/lib/cooperation/postes/rules/pourvu'
import { computeMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import type { PeriodeConnue } from '@/lib/cooperation/schemas/types/regles'

export interface CoutRegle {
  montant: Centimes
  /** First day it holds; null for as far back as one looks. */
  valableDu: DateCivile | null
}

/** A span over which one cost holds; null where none does, or where two are given for the same day. */
export interface TrancheCout<C extends CoutRegle> {
  bornes: Bornes
  cout: C | null
  /** Two costs hold from the same day: which one is right, nothing says. */
  plusieurs: boolean
}

/** The days of a span that a period covers, null when none; a period without a beginning covers nothing known. */
export function computeCouverture({ debut, fin }: PeriodeConnue, bornes: Bornes): Bornes | null {
  if (debut === null) return null
  const premier = maxDate(debut, bornes.debut)
  const dernier = fin === null ? bornes.fin : minDate(fin, bornes.fin)
  return premier <= dernier ? { debut: premier, fin: dernier } : null
}

const daysOf = ({ debut, fin }: Bornes): number => daysBetween(debut, fin) + 1

/** A span cut where the cost per ETP changes: at any day the latest one that has begun holds. */
export function computeTranchesCout<C extends CoutRegle>(couts: readonly C[], bornes: Bornes): TrancheCout<C>[] {
  const debuts = couts.flatMap(({ valableDu }) =>
    valableDu !== null && valableDu > bornes.debut && valableDu <= bornes.fin ? [valableDu] : [],
  )
  const jours = [...new Set([bornes.debut, ...debuts])].sort()
  return jours.map((debut, i) => {
    const suivant = jours[i + 1]
    const commences = couts.filter(({ valableDu }) => valableDu === null || valableDu <= debut)
    const dernier = commences.reduce((most, { valableDu }) => ((valableDu ?? '') > most ? (valableDu ?? '') : most), '')
    const valables = commences.filter(({ valableDu }) => (valableDu ?? '') === dernier)
    const [premier] = valables
    const plusieurs = valables.some(({ montant }) => montant !== premier?.montant)
    return {
      bornes: { debut, fin: suivant === undefined ? bornes.fin : addDays(suivant, -1) },
      cout: plusieurs ? null : (premier ?? null),
      plusieurs,
    }
  })
}

/** Which quantity of a post is multiplied by the cost per ETP. */
export type Mesure = 'prevu' | 'pourvu' | 'vacant'

export type Calcul = { fraction: Fraction } | { manque: 'SANS_COUT' | 'PLUSIEURS_COUTS' }

/**
 * Cost, over the days of a span, of what a post plans, fills or leaves vacant: each day is worth its quotité times the
 * cost per ETP of that day, divided by the days of the civil year. A cost is that of one ETP over a whole year.
 * @param bornes a span inside one civil year
 */
export function computeCout(poste: PosteRegle, mesure: Mesure, couts: readonly CoutRegle[], bornes: Bornes): Calcul {
  const jours = daysOf(yearBounds(Number(bornes.debut.slice(0, 4))))
  let total = ZERO
  for (const { bornes: tranche, cout, plusieurs } of computeTranchesCout(couts, bornes)) {
    const { centiemesJours } = computeMoyenne(poste, tranche)[mesure]
    if (centiemesJours === 0) continue
    if (cout === null) return { manque: plusieurs ? 'PLUSIEURS_COUTS' : 'SANS_COUT' }
    total = addFractions(total, toFraction(BigInt(centiemesJours) * BigInt(cout.montant), 100n * BigInt(jours)))
  }
  return { fraction: total }
}
