import type { EtatReunion } from '@/lib/gouvernance/frequence/types'

/** Feminine: a meeting. */
export const MOTS_ETAT_REUNION: Readonly<Record<EtatReunion, string>> = {
  PREVUE: 'prévue',
  TENUE: 'tenue',
  ANNULEE: 'annulée',
}

/** Rules of frequency that a meeting sets aside, by the code of what they refuse. */
export const MOTS_DEROGATION: Readonly<Record<string, string>> = {
  MAXIMUM_DEPASSE: 'maximum de réunions dépassé',
  MINIMUM_IMPOSSIBLE: 'minimum de réunions non assuré',
  HORS_CONVENTION: 'date en dehors de la convention',
}
