/** Counting the meetings of a span, and the order of the states. */
import { daysBetween } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Comptes, EtatFrequence, RegleFrequence, ReunionRegle, Temps } from '../types'

/** False for a body whose meetings are as needed, not stated, or stated without enough to judge: never an alert. */
export function checkJugeable(regle: RegleFrequence): boolean {
  if (regle.periode === null) return false
  if (regle.mode === 'MOYENNE') return regle.moyenne !== null
  return regle.mode === 'MINIMUM' || regle.mode === 'FOURCHETTE'
}

/** Number of days of a span, both ends included. */
export const countJours = ({ debut, fin }: Bornes): number => daysBetween(debut, fin) + 1

/** Where a span stands relative to today. */
export function computeTemps({ debut, fin }: Bornes, today: DateCivile): Temps {
  if (fin < today) return 'PASSEE'
  return debut > today ? 'A_VENIR' : 'EN_COURS'
}

/**
 * Counts the meetings of a span as they stood at `today`: a meeting held later than today was still only
 * planned; cancelled ones never count.
 */
export function countReunions(reunions: readonly ReunionRegle[], bornes: Bornes, today: DateCivile): Comptes {
  const comptes: Comptes = { tenues: 0, prevues: 0, aConstater: 0, derogations: 0, avantSignature: 0 }
  for (const { date, etat, derogation, avantSignature } of reunions) {
    if (etat === 'ANNULEE' || date < bornes.debut || date > bornes.fin) continue
    if (etat === 'TENUE' && date <= today) {
      comptes.tenues += 1
      if (derogation) comptes.derogations += 1
      if (avantSignature) comptes.avantSignature += 1
    } else if (date >= today) comptes.prevues += 1
    else comptes.aConstater += 1
  }
  return comptes
}

const GRAVITE: readonly EtatFrequence[] = [
  'SANS_REGLE',
  'RESPECTEE',
  'PLANIFIEE',
  'A_DECLARER',
  'A_PLANIFIER',
  'DEPASSEE',
  'EN_DEFAUT',
]

/** The state that deserves attention first; SANS_REGLE when there is none. */
export function computePire(etats: readonly EtatFrequence[]): EtatFrequence {
  return etats.reduce<EtatFrequence>(
    (pire, etat) => (GRAVITE.indexOf(etat) > GRAVITE.indexOf(pire) ? etat : pire),
    'SANS_REGLE',
  )
}
