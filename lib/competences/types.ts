/** A decision as the screens of a meeting, of the register and of the minutes show it. */
import type { DateCivile } from '@/lib/platform/dates'

export type NatureDecision = 'VALIDATION' | 'AJUSTEMENT' | 'ARBITRAGE' | 'ENGAGEMENT'
export type EtatDecision = 'ATTENDUE' | 'PRISE' | 'REPORTEE' | 'REFUSEE'

/** The two sides of a convention, each with its own voice. */
export type Cote = 'CAF' | 'COORDINATION'

/** What a decision changes elsewhere, once an instance that decides of it has taken it. */
export type EffetDecision =
  | 'REPORTER_FICHE'
  | 'ABANDONNER_FICHE'
  | 'CHANGER_CIBLE'
  | 'VALIDER_SCHEMA'
  | 'VALIDER_AVENANT'

/** What a decision may bear on: an instance proposes or decides of each. */
export type MatiereDecision = 'FICHE' | 'CIBLE' | 'SCHEMA' | 'AVENANT'
export type PouvoirInstance = 'PROPOSE' | 'DECIDE'

/** Where another meeting of the convention is: for a link. */
export interface RenvoiReunion {
  /** `ref` of the meeting. */
  reunion: string
  /** Name of its instance. */
  instance: string
  date: DateCivile
  dateTexte: string
}

export interface VueDecision {
  id: number
  version: number
  pointId: number
  texte: string
  nature: NatureDecision
  etat: EtatDecision
  responsable: string | null
  echeance: DateCivile | null
  realiseeLe: DateCivile | null
  /** What has been done since, in words. */
  suivi: string | null
  effet: EffetDecision | null
  /** What it bears on, with the address that shows it. */
  objet: { type: 'FICHE' | 'INDICATEUR' | 'SCHEMA' | 'AVENANT'; id: number; libelle: string; href: string } | null
  /** The target that a change of target sets, in words. */
  cible: string | null
  /** The same, as it would be typed. */
  cibleSaisie: string | null
  /** True when its instance only proposes it: it waits for the instance that decides, or was settled by it (`decideePar`). */
  proposition: boolean
  /** When its effect was applied. */
  appliquee: boolean
  /** The meeting that settled this proposal. */
  decideePar: RenvoiReunion | null
  /** The meetings whose proposals this decision settles. */
  propositions: RenvoiReunion[]
  /** Taken, with a due date that is past and no day of completion. Derived. */
  enRetard: boolean
}

/** What an object remembers of a decision about it: applied, or still only proposed. */
export interface TraceDecision {
  id: number
  effet: EffetDecision
  appliquee: boolean
  /** `ref` of its meeting. */
  reunion: string
  date: DateCivile
  instance: { type: string; nom: string }
}

/** What an effect of a decision may be applied to, in a list to choose from. */
export interface ObjetDecidable {
  id: number
  libelle: string
}

export interface FicheDecidable extends ObjetDecidable {
  statut: string
}

interface IndicateurDecidable extends ObjetDecidable {
  nature: string
  unite: string | null
  /** The target in force, in words. */
  cible: string | null
}

export interface SchemaDecidable extends ObjetDecidable {
  /** Still a draft: it can be proposed, not yet validated. */
  brouillon: boolean
}

/** A proposal that a point of the agenda submits to the deciding instance, still to be settled. */
export interface PropositionATrancher {
  pointId: number
  decisionId: number
  texte: string
  nature: NatureDecision
  effet: EffetDecision | null
  objetId: number | null
  /** The target proposed, as it would be typed. */
  cible: string
  origine: RenvoiReunion
}

/** What an instance may propose or decide, and what it may bear on: what the form of a decision offers. */
export interface ChoixDecisions {
  pouvoirs: Record<MatiereDecision, PouvoirInstance | null>
  /** The instances that decide of each matière, in words: « le COPIL ». */
  decideurs: Record<MatiereDecision, string[]>
  fiches: FicheDecidable[]
  indicateurs: IndicateurDecidable[]
  schemas: SchemaDecidable[]
  avenants: ObjetDecidable[]
  aTrancher: PropositionATrancher[]
}
