import type { DateCivile } from '@/lib/platform/dates'
import type { Changement, PlanVersion } from './rules/comparaison'

/** A closed version, without what it says. */
export interface VersionListee {
  numero: number
  libelle: string
  motif: string | null
  arreteeLe: DateCivile
  avenant: string | null
  auteur: string | null
  fiches: number
  axes: number
}

/** A version as one reads or compares it: a closed one, or the plan as it is today. */
export interface CoteVersion {
  /** null: today */
  numero: number | null
  nom: string
}

export interface VueVersions {
  /** name of the convention */
  nom: string
  /** slug of the convention */
  slug: string
  /** the plan in force; null when there is none */
  plan: { version: number; numeroVersion: number; fiches: number; nomFiche: string } | null
  versions: VersionListee[]
  avenants: { id: number; objet: string; dateSignature: DateCivile | null }[]
  today: DateCivile
  peutEcrire: boolean
  /** the version asked for, whole */
  lue: { cote: CoteVersion; plan: PlanVersion } | null
  comparaison: { avant: CoteVersion; apres: CoteVersion; changements: Changement[] } | null
}

/** What closing a version answers. */
export interface VersionArretee {
  numero: number
  message: string
}
