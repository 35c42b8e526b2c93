/** What a co-financing setting gives for a year, and which settings contradict each other. */
import { daysBetween, formatDateCourte, yearBounds } from '@/lib/platform/dates'
import type { Bornes } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import { foldMots } from '@/lib/platform/texte'
import { computeCout, computeCouverture, type CoutRegle } from './couts'
import { addFractions, toFraction, ZERO, type Fraction } from './argent'
import type { PeriodeConnue, Verdict } from '@/lib/cooperation/schemas/types/regles'
import { MOTS_NATURE } from '../words'
import type { NatureFinancement, SansEstimation } from '../types'

export interface ReglageRegle {
  financeur: string
  nature: NatureFinancement
  valeur: number
  valableDu: string | null
  valableAu: string | null
}

const formatPeriodeReglage = ({ valableDu, valableAu }: Pick<ReglageRegle, 'valableDu' | 'valableAu'>): string => {
  if (valableDu !== null)
    return valableAu === null
      ? `à partir du ${formatDateCourte(valableDu)}`
      : `du ${formatDateCourte(valableDu)} au ${formatDateCourte(valableAu)}`
  return valableAu === null ? 'sans date' : `jusqu’au ${formatDateCourte(valableAu)}`
}

/** Refuses a second setting of the same financer and nature on a common day; an open end has no limit. */
export function checkReglage(reglage: ReglageRegle, autres: readonly ReglageRegle[]): Verdict {
  const heurte = autres.find(
    (autre) =>
      foldMots(autre.financeur) === foldMots(reglage.financeur) &&
      autre.nature === reglage.nature &&
      (autre.valableDu === null || reglage.valableAu === null || autre.valableDu <= reglage.valableAu) &&
      (reglage.valableDu === null || autre.valableAu === null || reglage.valableDu <= autre.valableAu),
  )
  if (!heurte) return { ok: true }
  return {
    ok: false,
    message: `${heurte.financeur} a déjà un réglage « ${MOTS_NATURE[heurte.nature]} » ${formatPeriodeReglage(heurte)} : changez les dates de l’un des deux.`,
  }
}

/** What the schémas agree in a year, stretch by stretch. */
export interface ConvenuAnnee {
  bornes: Bornes
  total: Centiemes | null
}

export type CalculReglage = { fraction: Fraction } | { manque: SansEstimation }

const OUVERT = { debut: '0001-01-01', fin: '9999-12-31' } as const

/** The days of a span on which a setting holds. */
const readValidite = ({ valableDu, valableAu }: ReglageRegle, bornes: Bornes): Bornes | null =>
  computeCouverture({ debut: valableDu ?? OUVERT.debut, fin: valableAu ?? OUVERT.fin } satisfies PeriodeConnue, bornes)

/**
 * What a setting gives for a year on the total agreed with the Caf, filled or not. A rate is taken of the cost, an amount
 * per ETP of the quotité, both day by day; a flat amount is given for whole years: on a part of one, nothing says how much.
 */
export function computeAttendu(
  reglage: ReglageRegle,
  annee: number,
  convenus: readonly ConvenuAnnee[],
  couts: readonly CoutRegle[],
): CalculReglage {
  const an = yearBounds(annee)
  const valable = readValidite(reglage, an)
  if (valable === null) return { manque: 'HORS_ANNEE' }
  if (reglage.nature === 'FORFAIT') {
    return valable.debut === an.debut && valable.fin === an.fin
      ? { fraction: toFraction(BigInt(reglage.valeur), 1n) }
      : { manque: 'FORFAIT_PARTIEL' }
  }
  const parts = convenus.flatMap(({ bornes, total }) => {
    const communes = readValidite(reglage, bornes)
    return communes === null ? [] : [{ bornes: communes, total }]
  })
  if (parts.length === 0) return { manque: 'SANS_SCHEMA' }
  let somme = ZERO
  for (const { bornes, total } of parts) {
    if (total === null) return { manque: 'SANS_TOTAL' }
    if (reglage.nature === 'MONTANT_PAR_ETP') {
      const jours = BigInt(daysBetween(bornes.debut, bornes.fin) + 1)
      somme = addFractions(
        somme,
        toFraction(BigInt(total) * BigInt(reglage.valeur) * jours, 100n * BigInt(daysBetween(an.debut, an.fin) + 1)),
      )
      continue
    }
    const cout = computeCout({ quotite: total, occupations: [] }, 'prevu', couts, bornes)
    if ('manque' in cout) return cout
    somme = addFractions(somme, toFraction(cout.fraction.num * BigInt(reglage.valeur), cout.fraction.den * 10_000n))
  }
  return { fraction: somme }
}
