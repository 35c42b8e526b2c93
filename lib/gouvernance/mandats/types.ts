/** Mandates as they are read and shown: a seat is one row of an instance’s composition, a person may hold several. */
import type { DateCivile } from '@/lib/platform/dates'

/** The colleges of a meeting: the Caf, the EPCI, the communes, and the others. */
export const COLLEGES = ['CAF', 'EPCI', 'COMMUNE', 'AUTRES'] as const
export type College = (typeof COLLEGES)[number]

/** A seat as the composition gives it. */
export interface Siege {
  id: number
  version: number
  instance: { ref: string; nom: string }
  /** As written in the convention. */
  libelle: string
  fonction: string | null
  /** Who sits; null where nobody is named. */
  personne: string | null
  /** The name folded: the same person, however it is spelt. */
  cle: string | null
  suppleant: string | null
  coanimation: boolean
  voix: 'DECISIVE' | 'CONSULTATIVE' | 'NON_PRECISEE'
  organisme: { ref: string; nom: string; college: College } | null
  debut: DateCivile | null
  fin: DateCivile | null
  motifFin: string | null
}

export type EtatMandat = 'A_VENIR' | 'EN_COURS' | 'BIENTOT' | 'TERMINE'

/** Someone and what they sit in. */
export interface PersonneMandatee {
  /** The name folded; for a seat without a name, its id: 'siege:12'. */
  cle: string
  /** Null for a seat without a name. */
  nom: string | null
  sieges: (Siege & { etat: EtatMandat })[]
}

/** What a person holds beside seats, and what becomes of it when they leave. */
export interface AffairesTenues {
  decisions: {
    id: number
    version: number
    texte: string
    reunion: string
    instance: string
    date: DateCivile
    echeance: DateCivile | null
  }[]
  points: { id: number; version: number; titre: string; reunion: string; instance: string; date: DateCivile }[]
  fiches: { ref: string; numero: string | null; titre: string; texte: string }[]
  /** Seats where they stand in for somebody. */
  suppleances: { id: number; instance: { ref: string; nom: string }; titulaire: string }[]
  comptes: { id: number; nom: string; roles: string[] }[]
}

/** What becomes of a seat: taken over by somebody, waiting for somebody, or gone with who held it. */
export const REPRISES = ['SUCCESSEUR', 'A_DESIGNER', 'SANS'] as const
export type Reprise = (typeof REPRISES)[number]

/** The mandate that takes over from another. */
export interface Succession {
  membre: number
  libelle: string
  personne: string | null
  fonction: string | null
  debut: DateCivile
}

/** The latest ending of mandates, which may be taken back. */
export interface DerniereCloture {
  id: number
  /** Day it was recorded. */
  jour: DateCivile
  fin: DateCivile | null
  motif: string
  personnes: string[]
  mandats: number
}

/** Something that somebody else saved first: what it is, and how it stands now. */
export interface ChangementMandat {
  libelle: string
  actuel: string
}
