/** Minutes of a meeting (relevé de décisions): their state, as the page of the meeting shows it. */
import type { DocumentTexte } from '@/lib/documents/types'
import type { DateCivile } from '@/lib/platform/dates'
import type { EtatReunion } from '@/lib/gouvernance/frequence/types'

export type EtatReleve = 'BROUILLON' | 'A_VALIDER' | 'VALIDE'
export type CoteReleve = 'CAF' | 'COORDINATION'

export interface VueValidation {
  cote: CoteReleve
  /** Name and function on that day. */
  nom: string
  /** « le 3 mars 2026 à 14 h 05 » */
  quand: string
}

export interface VueVersionReleve {
  id: number
  version: number
  numero: number
  etat: EtatReleve
  /** Why it corrects the version before. */
  motif: string | null
  validations: VueValidation[]
  valideLe: string | null
}

/** A side that has not validated yet, and who may: named co-leads, or nobody in particular. */
export interface CoteAttendu {
  cote: CoteReleve
  noms: string[]
}

export interface VueEtatReleve {
  /** The latest version that this person may read, null while there is none. */
  derniere: VueVersionReleve | null
  /** The latest validated version: what the minutes officially say. */
  officielle: VueVersionReleve | null
  /** The sides this person may validate for, on the latest version. */
  peutValider: CoteReleve[]
  /** The sides whose validation the latest version awaits. */
  attendus: CoteAttendu[]
}

/** What a write on the minutes answers. */
export interface ReleveEcrit {
  releve: number
  version: number
  numero: number
  etat: EtatReleve
  message: string
}

/** The minutes of a meeting, to be read. */
export interface VueReleve {
  slug: string
  nom: string
  coordination: boolean
  peutEcrire: boolean
  reunion: {
    id: number
    ref: string
    version: number
    etat: EtatReunion
    figee: boolean
    date: DateCivile
    dateTexte: string
    instance: { nom: string; ref: string }
  }
  etat: VueEtatReleve
  /** Those this person may read, in order. */
  versions: { numero: number; etat: EtatReleve }[]
  /** The version on screen; null where none exists. */
  choisie: VueVersionReleve | null
  document: DocumentTexte | null
  /** Why there is no document. */
  absence: string | null
  /** What was said when it was last taken back from validation: « Camille Roussel, le 3 mars 2026 à 14 h 05 ». */
  reprise: { motif: string; par: string } | null
  /** Submitted, and the meeting was changed since. */
  change: boolean
}
