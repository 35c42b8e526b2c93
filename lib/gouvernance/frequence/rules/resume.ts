/** What the frequencies of a convention come to at a date: the present on one side, what was missed before on the other. */
import {
  computeEtatPeriode,
  type EtatSuivi,
  type PeriodeJugee,
  type PhaseConvention,
} from '@/lib/convention/phase/rules/suivi'
import type { DateCivile } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import type { FiltreEtat } from '../words'

/** An instance as it is counted. */
export interface InstanceResumee {
  etat: EtatSuivi
  /** A period that is over was missed (`checkManquee`). */
  manquee: boolean
}

/** Whether a period that is over ended short of its minimum, as far as meetings were recorded then. */
export const checkManquee = (periodes: readonly PeriodeJugee[], debutSuivi: DateCivile | null): boolean =>
  periodes.some((periode) => periode.temps === 'PASSEE' && computeEtatPeriode(periode, debutSuivi) === 'EN_DEFAUT')

/** The states that ask somebody to do something, or to answer for something. */
const A_TRAITER: ReadonlySet<EtatSuivi> = new Set(['EN_DEFAUT', 'A_DECLARER', 'A_PLANIFIER', 'DEPASSEE'])

/** Whether an instance is one of those that a filter of the address shows: what every count of instances counts. */
export function checkFiltre({ etat, manquee }: InstanceResumee, filtre: FiltreEtat): boolean {
  switch (filtre) {
    case 'respectees':
      return etat === 'RESPECTEE'
    case 'prevues':
      return etat === 'PLANIFIEE'
    case 'a-traiter':
      return A_TRAITER.has(etat)
    case 'non-enregistrees':
      return etat === 'NON_ENREGISTREE'
    case 'sans-frequence':
      return etat === 'SANS_REGLE'
    case 'manquees':
      return manquee
  }
}

export type ComptesFrequence = Record<EtatSuivi, number> & {
  /** Those that have a frequency to follow. */
  suivies: number
  /** Those that missed a period that is over. */
  manquees: number
}

/** How many instances stand in each state. */
export function countFrequences(instances: readonly InstanceResumee[]): ComptesFrequence {
  const comptes: ComptesFrequence = {
    suivies: 0,
    manquees: 0,
    RESPECTEE: 0,
    PLANIFIEE: 0,
    A_PLANIFIER: 0,
    A_DECLARER: 0,
    EN_DEFAUT: 0,
    DEPASSEE: 0,
    NON_ENREGISTREE: 0,
    SANS_REGLE: 0,
  }
  for (const { etat, manquee } of instances) {
    comptes[etat] += 1
    if (etat !== 'SANS_REGLE') comptes.suivies += 1
    if (manquee) comptes.manquees += 1
  }
  return comptes
}

/** 'par le passé, il a manqué une réunion à 4 instances'; null when none is known to be missing. */
export const formatManquees = (manquees: number): string | null =>
  manquees === 0
    ? null
    : `${manquees === 1 ? 'par le passé, il a manqué une réunion à' : 'par le passé, il a manqué au moins une réunion à'} ${formatCompte(manquees, 'instance')}`

/**
 * The frequencies in words: '2 respectées, 4 prévues ; par le passé, il a manqué une réunion à 1 instance'. Of a
 * convention that is over, only what was missed can be said; of one whose dates are unknown, nothing.
 */
export function formatFrequences(comptes: ComptesFrequence, phase: PhaseConvention): string {
  const { suivies, manquees } = comptes
  if (suivies === 0) return 'aucune fréquence à suivre'
  const passe = formatManquees(manquees)
  if (phase === 'TERMINEE')
    return passe ?? (comptes.NON_ENREGISTREE > 0 ? 'suivi incomplet' : 'aucune réunion n’a manqué')
  if (phase === 'INCONNUE') return passe ?? 'dates de la convention non connues : rien ne peut être dit en retard'
  const present = (
    [
      ['RESPECTEE', 'respectée'],
      ['PLANIFIEE', 'prévue'],
      ['A_PLANIFIER', 'à planifier'],
      ['A_DECLARER', 'à déclarer'],
      ['EN_DEFAUT', 'en défaut'],
      ['DEPASSEE', 'au-delà du maximum'],
      ['NON_ENREGISTREE', 'sans réunion enregistrée'],
    ] as const
  ).flatMap(([etat, mots]) => {
    const n = comptes[etat]
    if (n === 0) return []
    return [mots === 'respectée' || mots === 'prévue' ? formatCompte(n, mots) : `${n} ${mots}`]
  })
  return [present.join(', '), passe].filter(Boolean).join(' ; ')
}
