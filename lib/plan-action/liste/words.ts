/** Closed lists of the plan’s address, apart from the schema so that a browser gets them without its library. */

/** Key of an axe or of a fiche in an address. */
export const CLE_REF = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Longest words looked for. */
export const LONGUEUR_MOTS = 100

/** Nobody is named, somebody is « à définir »: what a name as written cannot be. */
export const AUCUN = '-sans'
export const PILOTE_A_DEFINIR = '-a-definir'

/** The coordination flag as it is known. */
export const ENJEUX = ['oui', 'non', 'inconnu'] as const
export type Enjeu = (typeof ENJEUX)[number]

/** By what the rows are gathered; the first where the address says nothing. */
export const GROUPES = ['axe', 'pilote', 'theme', 'commune', 'statut', 'echeance'] as const
export type Groupe = (typeof GROUPES)[number]

/** In what order rows come inside their group; the first where the address says nothing. */
export const TRIS = ['plan', 'echeance', 'maj', 'titre'] as const
export type Tri = (typeof TRIS)[number]

export const VUES = ['liste', 'tableau', 'frise'] as const
export type Vue = (typeof VUES)[number]
