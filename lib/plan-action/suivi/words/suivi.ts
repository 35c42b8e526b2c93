/** Closed lists of the follow-up, apart from the schemas so that a browser gets them without their library. */

export const NIVEAUX_APPRECIATION = ['COMME_PREVU', 'VIGILANCE', 'DIFFICULTE'] as const
export type NiveauAppreciation = (typeof NIVEAUX_APPRECIATION)[number]

export const MOTS_NIVEAU: Record<NiveauAppreciation, string> = {
  COMME_PREVU: 'Avance comme prévu',
  VIGILANCE: 'Points de vigilance',
  DIFFICULTE: 'En difficulté',
}

/** The two voices. */
export const COTES = ['COORDINATION', 'CAF'] as const
export type Cote = (typeof COTES)[number]

/** Who reads a comment, from the fewest to all. */
export const VISIBILITES = ['CAF', 'PAIRE', 'TOUS'] as const
export type Visibilite = (typeof VISIBILITES)[number]

export const MOTS_VISIBILITE: Record<Visibilite, string> = {
  CAF: 'La Caf seulement',
  PAIRE: 'La Caf et la coordination',
  TOUS: 'Tous ceux qui lisent la convention',
}

export const LONGUEUR_COMMENTAIRE = 4000
export const LONGUEUR_APPRECIATION = 2000
/** People one comment may name. */
export const MENTIONS_MAXIMUM = 20
