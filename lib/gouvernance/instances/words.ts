import type { TypeInstance, Voix } from './types/ecran'

/** Feminine: the voice of a member. */
export const MOTS_VOIX: Readonly<Record<Voix, string>> = {
  DECISIVE: 'décisive',
  CONSULTATIVE: 'consultative',
  NON_PRECISEE: 'non précisée',
}

export const MOTS_TYPE_INSTANCE: Readonly<Record<TypeInstance, string>> = {
  COPIL: 'comité de pilotage',
  COTECH: 'comité technique',
  GROUPE_PROJET: 'groupe projet',
  COMMISSION: 'commission',
  SEMINAIRE: 'séminaire',
  RENCONTRE: 'rencontre',
  AUTRE: 'autre',
}
