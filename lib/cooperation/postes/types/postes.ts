/** Posts and people as they are read: quotités in hundredths, dates as civil days. */
import type { DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { Duree, OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import type { EtatSchema, ModePoste } from '@/lib/cooperation/schemas/types/regles'
import type { CodeTheme } from '@/lib/cooperation/schemas/words'

export type { ModePoste }

export interface AbsenceLue extends Duree {
  id: number
}

export interface OccupationLue extends OccupationPoste {
  version: number
  /** Name of the person: professional identity only. */
  nom: string
  anonyme: boolean
  chargeVersion: number
  absences: AbsenceLue[]
}

/** Somebody of this convention, and somebody of the same name elsewhere that the reader may read. */
export interface HomonymeLu {
  charge: number
  nom: string
  /** The other person, as the other convention knows them. */
  autre: number
  nomAutre: string
  /** Names of the conventions where the other one holds a post. */
  conventions: string[]
  /** Said to be one person; null: nobody was asked. */
  meme: true | null
}

export interface PosteLu {
  id: number
  version: number
  ref: string
  schema: number
  /** The line by porteur it is a part of. */
  affectation: number | null
  intitule: string
  quotite: Centiemes
  mode: ModePoste
  note: string | null
  themes: CodeTheme[]
  /** Numbers of the reference missions. */
  missions: number[]
  occupations: OccupationLue[]
}

/** What a post must stay within: the period of its schéma, the quotité of its line. */
export interface CadrePoste {
  schema: { id: number; libelle: string; etat: EtatSchema; debut: DateCivile | null; fin: DateCivile | null }
  ligne: { id: number; libelle: string; quotite: Centiemes | null } | null
}
