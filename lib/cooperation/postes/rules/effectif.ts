/** Posts and people: what is planned, filled, present and vacant at a date, on average over a span, and since when. */
import { addDays, daysBetween, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'

/** A span whose end may be open. */
export interface Duree {
  debut: DateCivile
  /** Last day, included; null while it lasts. */
  fin: DateCivile | null
}

export interface OccupationPoste extends Duree {
  id: number
  /** Key of the person, the same over all posts and conventions. */
  charge: number
  quotite: Centiemes
  /** The occupation it stands in for, of the same post; null for whoever holds the post. */
  remplace: number | null
  absences: readonly Duree[]
}

export interface PosteRegle {
  quotite: Centiemes
  occupations: readonly OccupationPoste[]
}

/** A post at a date, in hundredths of ETP. */
export interface Effectif {
  prevu: Centiemes
  /** Held by somebody, present or not. */
  pourvu: Centiemes
  /** Held by somebody who is there, or replaced. */
  present: Centiemes
  /** Planned and held by nobody; never negative. */
  vacant: Centiemes
}

const covers = ({ debut, fin }: Duree, date: DateCivile): boolean => debut <= date && (fin === null || date <= fin)

const sum = (occupations: readonly OccupationPoste[]): Centiemes =>
  occupations.reduce((total, { quotite }) => total + quotite, 0)

/** What a post is at a date. A replacement stands in for an absent person: it adds nothing to what is filled. */
export function computeEffectif({ quotite, occupations }: PosteRegle, date: DateCivile): Effectif {
  const actives = occupations.filter((occupation) => covers(occupation, date))
  const titulaires = actives.filter(({ remplace }) => remplace === null)
  const pourvu = sum(titulaires)
  const present = titulaires.reduce((total, titulaire) => {
    if (!titulaire.absences.some((absence) => covers(absence, date))) return total + titulaire.quotite
    return total + sum(actives.filter(({ remplace }) => remplace === titulaire.id))
  }, 0)
  return { prevu: quotite, pourvu, present, vacant: Math.max(0, quotite - pourvu) }
}

/** Days on which something may change inside a span: its first day, and the days an occupation or absence begins or is over. */
function listRuptures(occupations: readonly OccupationPoste[], { debut, fin }: Bornes): DateCivile[] {
  const durees = occupations.flatMap((occupation): Duree[] => [occupation, ...occupation.absences])
  const jours = durees.flatMap((duree) => [duree.debut, ...(duree.fin === null ? [] : [addDays(duree.fin, 1)])])
  return [...new Set([debut, ...jours.filter((jour) => jour > debut && jour <= fin)])].sort()
}

/** A stretch of days over which nothing changes. */
export interface TrancheEffectif extends Bornes, Effectif {}

/** A post over a span, cut where something changes; the stretches follow one another and cover the span exactly. */
export function computeTranchesEffectif(poste: PosteRegle, bornes: Bornes): TrancheEffectif[] {
  const ruptures = listRuptures(poste.occupations, bornes)
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

/** Mean of what is planned, filled, present and vacant over a span, weighted by days. */
export function computeMoyenne(poste: PosteRegle, bornes: Bornes): Record<keyof Effectif, Moyenne> {
  const jours = daysBetween(bornes.debut, bornes.fin) + 1
  const totaux: Effectif = { prevu: 0, pourvu: 0, present: 0, vacant: 0 }
  for (const tranche of computeTranchesEffectif(poste, bornes)) {
    const duree = daysBetween(tranche.debut, tranche.fin) + 1
    for (const cle of ['prevu', 'pourvu', 'present', 'vacant'] as const) totaux[cle] += tranche[cle] * duree
  }
  const toMoyenne = (centiemesJours: number): Moyenne => ({ centiemesJours, jours })
  return {
    prevu: toMoyenne(totaux.prevu),
    pourvu: toMoyenne(totaux.pourvu),
    present: toMoyenne(totaux.present),
    vacant: toMoyenne(totaux.vacant),
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
  poste: PosteRegle,
  date: DateCivile,
  depuis: DateCivile | null,
): DateCivile | 'INCONNU' | null {
  if (computeEffectif(poste, date).vacant === 0) return null
  const debuts = poste.occupations.map(({ debut }) => debut).filter((debut) => debut <= date)
  const origine = depuis ?? (debuts.length > 0 ? debuts.reduce((premier, debut) => minDate(premier, debut)) : null)
  if (origine === null || origine > date) return origine === null ? 'INCONNU' : date
  const tranches = computeTranchesEffectif(poste, { debut: origine, fin: date })
  const pleine = tranches.findLastIndex(({ vacant }) => vacant === 0)
  if (pleine === -1) return depuis === null ? 'INCONNU' : origine
  return tranches[pleine + 1]?.debut ?? maxDate(origine, date)
}
