import type { ChangementsFiche } from '@/lib/plan-action/champs/schema'

/** What changing many fiches answers. */

/** A fiche that stayed as it was, and why. */
export interface EchecDuLot {
  fiche: number
  ref: string | null
  numero: string | null
  titre: string | null
  raison: string
}

export interface LotModifie {
  /** fiches that changed */
  modifiees: number
  /** fiches that already were what is wanted */
  inchangees: number
  echecs: EchecDuLot[]
  /** what takes the whole back: each fiche over what it now holds */
  retour: { fiche: number; champs: ChangementsFiche }[]
  /** when it was saved: 'HH:MI' in Europe/Paris */
  heure: string
}
