import type { EtatMesure } from './rules/grille'

/** Feminine: a value. */
export const MOTS_ETAT_MESURE: Readonly<Record<EtatMesure, string>> = { CONFIRMEE: 'confirmée', PROPOSEE: 'proposée' }
