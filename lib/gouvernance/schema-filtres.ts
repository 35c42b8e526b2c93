import type { FiltreReunions, Situation } from './types'

/** What `?etat=` may say of instances, and what it stands for: the same words as the counts it filters. */
export const SITUATION_PAR_FILTRE = {
  conformes: 'CONFORME',
  'a-traiter': 'A_TRAITER',
  'non-enregistrees': 'NON_ENREGISTREE',
  'sans-frequence': 'SANS_FREQUENCE',
} as const satisfies Record<string, Situation>

export type FiltreEtat = keyof typeof SITUATION_PAR_FILTRE

/** What `?reunions=` may say of a list of meetings. */
export const FILTRES_REUNIONS = ['prevues', 'a-declarer', 'tenues', 'annulees'] as const satisfies readonly FiltreReunions[]
