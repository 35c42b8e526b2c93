/** Closed lists and limits of proposals by invitation, apart from the schemas so that a telephone gets them without their library. */

/** Days a link may stay open. */
export const DUREES_INVITATION = [7, 14, 30] as const

export const LONGUEUR_MESSAGE = 2000

/** Fields of a fiche that a guest may propose, in its order. */
export const CHAMPS_PROPOSES = ['statut', 'avancement', 'suivi'] as const
export type ChampPropose = (typeof CHAMPS_PROPOSES)[number]
