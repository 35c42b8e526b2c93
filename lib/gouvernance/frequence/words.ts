import { isAnnee } from '@/lib/platform/dates'
import type { Par } from './types'

/** What `?etat=` may say of instances: the state now, but for the last, which is what was missed before. */
export const FILTRES_ETAT = [
  'respectees',
  'prevues',
  'a-traiter',
  'non-enregistrees',
  'sans-frequence',
  'manquees',
] as const

export type FiltreEtat = (typeof FILTRES_ETAT)[number]

/** What `?reunions=` may say of a list of meetings. */
export const FILTRES_REUNIONS = ['prevues', 'a-declarer', 'tenues', 'annulees'] as const
export type FiltreReunions = (typeof FILTRES_REUNIONS)[number]

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
