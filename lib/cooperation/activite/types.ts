/** The activity of a year as it is read. */
import type { DateCivile } from '@/lib/platform/dates'

export interface ActiviteLue {
  id: number
  version: number
  /** Null: all of them together. */
  charge: number | null
  qui: string | null
  texte: string
}

export interface MissionActivite {
  id: number
  numero: number
  bloc: string
  texte: string
  /** The convention’s own words, where its list answers the reference one by one and says it otherwise. */
  propre: string | null
  activites: ActiviteLue[]
}

export const RUBRIQUES_BILAN = ['effets', 'objectifs', 'moyens', 'difficultes', 'suites'] as const
export type RubriqueBilan = (typeof RUBRIQUES_BILAN)[number]

export interface BilanLu extends Record<RubriqueBilan, string | null> {
  version: number
}

export interface VueActivite {
  nom: string
  annee: number
  annees: number[]
  missions: MissionActivite[]
  /** The missions are the convention’s own; otherwise those of the reference list alone, which it does not write. */
  propres: boolean
  /** The convention’s list where it does not answer the reference one by one; empty otherwise. */
  listePropre: { bloc: string; texte: string }[]
  /** People in post during the year. */
  charges: { id: number; nom: string }[]
  bilan: BilanLu | null
  /** Last day of the convention. */
  fin: DateCivile | null
  /** What the convention writes about the appraisal of the function. */
  demande: { texte: string; periode: string | null } | null
  modifiable: boolean
}
