/** Posts and people through time: what is planned, filled, present and vacant over a span, on average, and since when. */
import { addDays, daysBetween, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import {
  computeEffectif,
  type Duree,
  type Effectif,
  type LigneRegle,
  type OccupationPoste,
  type PosteRegle,
} from '@/lib/cooperation/postes/rules/pourvu'

/** What may be held: a post, or a line with its posts. */
type Tenable = PosteRegle | LigneRegle

const listOccupations = (regle: Tenable): readonly OccupationPoste[] =>
  'postes' in regle ? regle.postes.flatMap(({ occupations }) => occupations) : regle.occupations

/** Days on which something may change inside a span: its first day, and the days an occupation or absence begins or is over. */
function listRuptures(occupations: readonly OccupationPoste[], { debut, fin }: Bornes): DateCivile[] {
  const durees = occupations.flatMap((occupation): Duree[] => [occupation, ...occupation.absences])
  const jours = durees.flatMap((duree) => [duree.debut, ...(duree.fin === null ? [] : [addDays(duree.fin, 1)])])
  return [...new Set([debut, ...jours.filter((jour) => jour > debut && jour <= fin)])].sort()
}

/** A stretch of days over which nothing changes. */
export interface TrancheEffectif extends Bornes, Effectif {}

/** A post or a line over a span, cut where something changes; the stretches follow one another and cover the span exactly. */
export function computeTranchesEffectif(poste: Tenable, bornes: Bornes): TrancheEffectif[] {
  const ruptures = listRuptures(listOccupations(poste), bornes)
  return ruptures.map((debut, i) => {
    const suivante = ruptures[i + 1]
    return { debut, fin: suivante === undefined ? bornes.fin : addDays(suivante, -1), ...computeEffectif(poste, debut) }
  })
}

/** Hundredths of ETP times days, out of a number of days: exact, to be rounded only when shown. */
export interface Moyenne {
  centiemesJours: number
  jours: number
}

/** What is averaged over a span. */
const MESURES = [
  'prevu',
  'pourvu',
  'present',
  'vacant',
  'externalise',
  'nonPrecise',
] as const satisfies readonly (keyof Effectif)[]
export type MesureEffectif = (typeof MESURES)[number]

/** Mean of what is planned, filled, present, vacant, handed to an operator and not known over a span, weighted by days. */
export function computeMoyenne(poste: Tenable, bornes: Bornes): Record<MesureEffectif, Moyenne> {
  const jours = daysBetween(bornes.debut, bornes.fin) + 1
  const totaux: Record<MesureEffectif, number> = {
    prevu: 0,
    pourvu: 0,
    present: 0,
    vacant: 0,
    externalise: 0,
    nonPrecise: 0,
  }
  for (const tranche of computeTranchesEffectif(poste, bornes)) {
    const duree = daysBetween(tranche.debut, tranche.fin) + 1
    for (const cle of MESURES) totaux[cle] += tranche[cle] * duree
  }
  const toMoyenne = (centiemesJours: number): Moyenne => ({ centiemesJours, jours })
  return {
    prevu: toMoyenne(totaux.prevu),
    pourvu: toMoyenne(totaux.pourvu),
    present: toMoyenne(totaux.present),
    vacant: toMoyenne(totaux.vacant),
    externalise: toMoyenne(totaux.externalise),
    nonPrecise: toMoyenne(totaux.nonPrecise),
  }
}

/** A mean in hundredths, rounded half up. @throws RangeError on a span without a day */
export function roundMoyenne({ centiemesJours, jours }: Moyenne): Centiemes {
  if (jours < 1) throw new RangeError('Une moyenne se prend sur un jour au moins')
  return Math.floor((2 * centiemesJours + jours) / (2 * jours))
}

/**
 * The first day of the vacancy that is open at a date: the post has had something vacant every day since then.
 * Null when nothing is vacant that day.
 * @param depuis the first day the post exists; null when unknown, and then a vacancy without any occupation has no known start
 * @returns the day, or 'INCONNU' when nothing tells when it began
 */
export function findVacantDepuis(
  poste: Tenable,
  date: DateCivile,
  depuis: DateCivile | null,
): DateCivile | 'INCONNU' | null {
  if (computeEffectif(poste, date).vacant === 0) return null
  const debuts = listOccupations(poste)
    .map(({ debut }) => debut)
    .filter((debut) => debut <= date)
  const origine = depuis ?? (debuts.length > 0 ? debuts.reduce((premier, debut) => minDate(premier, debut)) : null)
  if (origine === null || origine > date) return origine === null ? 'INCONNU' : date
  const tranches = computeTranchesEffectif(poste, { debut: origine, fin: date })
  const pleine = tranches.findLastIndex(({ vacant }) => vacant === 0)
  if (pleine === -1) return depuis === null ? 'INCONNU' : origine
  return tranches[pleine + 1]?.debut ?? maxDate(origine, date)
}
