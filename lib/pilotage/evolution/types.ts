/** What changed between two days: the facts as they were read, and what they amount to. */
import type { DateCivile } from '@/lib/platform/dates'
import type { StatutFiche } from '@/lib/plan-action/champs/words/statuts'
import type { Centiemes } from '@/lib/platform/nombres'

export type Statut = StatutFiche
export type EtatSchemaSuivi = 'BROUILLON' | 'PROPOSE' | 'VALIDE' | 'CLOS'

/** A meeting that was held: a bound to compare from, or to. */
export interface ReunionTenue {
  ref: string
  date: DateCivile
  instance: string
  type: string
}

/** What an address asks for; blank is by default. */
export interface DemandeBornes {
  /** A day, as typed. */
  depuis?: string | undefined
  jusque?: string | undefined
  /** `ref` of a held meeting to start from. */
  reunion?: string | undefined
  /** `ref` of a held meeting to end with. */
  fin?: string | undefined
}

/** The two ends of a comparison, and what has to be said of them. */
export interface BornesEvolution {
  /** First and last day looked at, both included. After a meeting, the first is the day that follows it. */
  depuis: DateCivile
  jusque: DateCivile
  /** What it starts from. */
  origine: 'REUNION' | 'DATE' | 'CONVENTION' | 'ENREGISTREMENT'
  reunion: ReunionTenue | null
  /** The meeting it ends with; null for a day. */
  terme: ReunionTenue | null
  /** Ends today. */
  ouverte: boolean
  /** What was asked for and could not be followed, and why the start is this one. */
  remarques: string[]
}

export type ObjetChange = 'fiche_action' | 'etape' | 'schema_cooperation'

/** A status that changed after the first day; `dedans` is false once the last day is over. */
export type ChangementLu = [objet: ObjetChange, id: number, avant: string | null, apres: string, dedans: boolean]

export interface FicheLue {
  id: number
  ref: string
  numero: string | null
  titre: string
  statut: Statut
  fin: DateCivile | null
}

export interface EtapeLue {
  id: number
  fiche: string
  numero: string | null
  titre: string
  statut: Statut
}

export interface MesureLue {
  indicateur: number
  libelle: string
  /** `ref` of the fiche; null for an indicator of the convention. */
  fiche: string | null
  nature: string
  unite: string | null
  periode: string
  ventilation: string | null
  valeur: string | null
  prevue: string | null
  texte: string | null
  /** Taken up from the documents, not recorded here: placed at the end of its period. */
  reprise: boolean
  precedente: { periode: string; valeur: string | null; prevue: string | null; texte: string | null } | null
}

export interface SchemaSuivi {
  id: number
  ref: string
  libelle: string
  etat: EtatSchemaSuivi
  debut: DateCivile | null
  fin: DateCivile | null
  total: Centiemes | null
  anterieur: boolean
  ordre: number
}

export interface DecisionSuivie {
  id: number
  texte: string
  etat: 'ATTENDUE' | 'PRISE' | 'REPORTEE' | 'REFUSEE'
  responsable: string | null
  echeance: DateCivile | null
  realiseeLe: DateCivile | null
  /** `ref`, day and instance of the meeting it belongs to. */
  reunion: string
  date: DateCivile
  instance: string
}

export interface ReunionSuivie {
  ref: string
  date: DateCivile
  etat: 'PREVUE' | 'TENUE' | 'ANNULEE'
  instance: string
  motif: string | null
}

export interface FaitsEvolution {
  changements: ChangementLu[]
  fiches: FicheLue[]
  etapes: EtapeLue[]
  mesures: MesureLue[]
  schemas: SchemaSuivi[]
  decisions: DecisionSuivie[]
  reunions: ReunionSuivie[]
}

/** An instance that met less than its rule asks, over a period that ended in between. */
export interface Manquement {
  ref: string
  instance: string
  raison: string
}

export type CleSection = 'FICHES' | 'RETARDS' | 'ETAPES' | 'DECISIONS' | 'SUITES' | 'ETP' | 'MESURES' | 'REUNIONS'

/** One fact, with the place that shows it. */
export interface LigneEvolution {
  texte: string
  /** Address after that of the convention. */
  chemin: string
  precision: string | null
  /** From what to what, in words. */
  de: string | null
  vers: string | null
}

export interface SectionEvolution {
  cle: CleSection
  titre: string
  /** What it amounts to, in one sentence an elected official reads. */
  phrase: string
  chemin: string
  /** Name of the place `chemin` leads to: 'Voir les fiches'. */
  lien: string
  lignes: LigneEvolution[]
}
