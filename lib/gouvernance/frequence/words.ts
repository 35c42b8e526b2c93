import { isAnnee } from '@/lib/platform/dates'
import type { FiltreReunions, Situation } from '@/lib/gouvernance/instances/types/ecran'
import type { Par } from './types'

/** What `?etat=` may say of instances, and what it stands for: the same words as the counts it filters. */
export const SITUATION_PAR_FILTRE = {
  conformes: 'CONFORME',
  'a-traiter': 'A_TRAITER',
  'non-enregistrees': 'NON_ENREGISTREE',
  'sans-frequence': 'SANS_FREQUENCE',
} as const satisfies Record<string, Situation>

export type FiltreEtat = keyof typeof SITUATION_PAR_FILTRE
export const FILTRES_ETAT = Object.keys(SITUATION_PAR_FILTRE) as [FiltreEtat, ...FiltreEtat[]]

/** What `?reunions=` may say of a list of meetings. */
export const FILTRES_REUNIONS: readonly FiltreReunions[] = ['prevues', 'a-declarer', 'tenues', 'annulees']

/** What each count of a rule is made for. */
export const MOTS_PAR: Readonly<Record<Par, string>> = {
  INSTANCE: 'instance',
  THEMATIQUE: 'thématique',
  COMMISSION: 'commission',
  TERRITOIRE: 'territoire',
}

/** What the groups of a rule are, together. */
export const MOTS_GROUPES: Readonly<Record<Exclude<Par, 'INSTANCE'>, string>> = {
  THEMATIQUE: 'Thématiques',
  COMMISSION: 'Commissions',
  TERRITOIRE: 'Territoires',
}

/** The year an address asks for, if it is one that may be asked. */
export function parseAnnee(texte: string | undefined): number | undefined {
  const annee = Number(texte)
  return isAnnee(annee) ? annee : undefined
}
