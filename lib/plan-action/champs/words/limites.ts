/** Longest text of a fiche: what a dossier carries. */
export const LONGUEUR_TEXTE = 20_000

/** Longest follow-up note: about two pages. */
export const LONGUEUR_SUIVI = 5000
