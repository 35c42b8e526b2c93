/** Closed lists and limits of a meeting’s page, apart from the schemas so that a browser gets them without their library. */
import type { EtatPresence } from './rules/quorum'
import type { EtatPoint } from './types/agenda'

/** States of a point, in the order people read them. */
export const ETATS_POINT = ['A_TRAITER', 'TRAITE', 'REPORTE'] as const

/** Masculine: a point. */
export const MOTS_ETAT_POINT: Readonly<Record<EtatPoint, string>> = {
  A_TRAITER: 'à traiter',
  TRAITE: 'traité',
  REPORTE: 'reporté',
}

/** Longest notes of a point: about eight pages. */
export const LONGUEUR_NOTES = 20_000

/** Longest title of a point. */
export const LONGUEUR_TITRE = 300

/** What may be said of a member, in the order people call the roll. */
export const ETATS_PRESENCE = ['PRESENT', 'REPRESENTE', 'EXCUSE', 'ABSENT'] as const

/** Masculine: a member. */
export const MOTS_PRESENCE: Readonly<Record<EtatPresence, string>> = {
  PRESENT: 'présent',
  REPRESENTE: 'représenté',
  EXCUSE: 'excusé',
  ABSENT: 'absent',
}
