import type { DateCivile } from '@/lib/platform/dates'
import type { StatutFiche } from '@/lib/plan-action/champs/words/statuts'
import type { TypeInstance } from '@/lib/gouvernance/instances/types/ecran'
import type { EffetDecision, EtatDecision, MatiereDecision, PouvoirInstance } from '@/lib/competences/types'

export type EtatPoint = 'A_TRAITER' | 'TRAITE' | 'REPORTE'
export type OriginePoint = 'SAISI' | 'FICHE' | 'INDICATEUR' | 'DECISION' | 'SCHEMA' | 'PROPOSITION' | 'REPRISE'

/** What the agenda of a meeting is proposed from: facts of the convention, read when it is asked for. */

export interface FicheFait {
  id: number
  numero: string | null
  titre: string
  statut: StatutFiche
  debut: DateCivile | null
  fin: DateCivile | null
  /** Day of the last follow-up; null when there never was one. */
  suiviLe: DateCivile | null
}

/** An indicator without a measure for the year in view. */
export interface IndicateurFait {
  id: number
  libelle: string
  fiche: number | null
}

export interface SeanceFait {
  id: number
  instance: number
  type: string
  nom: string
  date: DateCivile
}

/** A decision awaited, a proposal put off by the instance that decides, or one taken with a due date that is past. */
export interface DecisionFait {
  id: number
  texte: string
  etat: EtatDecision
  effet: EffetDecision | null
  responsable: string | null
  echeance: DateCivile | null
  seance: SeanceFait
  /** Settled, or put off, by a decision of another instance. */
  decidee: boolean
  /** The point it was recorded under. */
  point: number
  /** What the instance that recorded it may do of the matière of its effect. */
  pouvoir: PouvoirInstance | null
  fiche: number | null
  indicateur: number | null
  schema: number | null
}

export interface SchemaFait {
  id: number
  libelle: string
  etat: 'BROUILLON' | 'PROPOSE'
}

/** A point that an earlier meeting of the same instance left unfinished, and that no other meeting took up. */
export interface RepriseFait {
  id: number
  titre: string
  etat: Exclude<EtatPoint, 'TRAITE'>
  date: DateCivile
  /** It was left by the last meeting held before this one. */
  derniere: boolean
  presentateur: string | null
  dureeMinutes: number | null
  fiche: number | null
  indicateur: number | null
  schema: number | null
  document: number | null
  /** The proposal it was to settle, while that still waits. */
  proposition: number | null
}

/** What is already on the agenda. */
export interface PointFait {
  cle: string | null
  fiche: number | null
  indicateur: number | null
  schema: number | null
  proposition: number | null
  precedent: number | null
}

export interface FaitsAgenda {
  instance: { id: number; type: TypeInstance; pouvoirs: Partial<Record<MatiereDecision, PouvoirInstance>> }
  /** First day of the convention; null when it is not known. */
  debut: DateCivile | null
  /** The year whose indicators are expected. */
  annee: number
  fiches: readonly FicheFait[]
  indicateurs: readonly IndicateurFait[]
  decisions: readonly DecisionFait[]
  schemas: readonly SchemaFait[]
  reprises: readonly RepriseFait[]
  points: readonly PointFait[]
}

export type GenreProposition =
  | 'PROPOSITION'
  | 'REPRISE'
  | 'DECISION_ATTENDUE'
  | 'DECISION_EN_RETARD'
  | 'SCHEMA'
  | 'FICHE_EN_RETARD'
  | 'FICHE_PASSEE'
  | 'FICHE_SANS_SUIVI'
  | 'INDICATEUR'

/** A point that may be put on the agenda, and why. */
export interface Proposition {
  /** The same as long as its reason stands: a meeting takes it once. */
  cle: string
  genre: GenreProposition
  titre: string
  /** Why, in one sentence. */
  raison: string
  origine: OriginePoint
  fiche: number | null
  indicateur: number | null
  schema: number | null
  document: number | null
  /** The proposal of another instance that it settles. */
  proposition: number | null
  /** The unfinished point that it takes up. */
  precedent: number | null
  presentateur: string | null
  dureeMinutes: number | null
}

/** Proposals of one kind, in a line that opens on them. */
export interface GroupePropositions {
  genre: GenreProposition
  /** '12 fiches en retard'. */
  titre: string
  /** One point for all of them; null where each must be settled by itself, or where they are few. */
  ensemble: Proposition | null
  propositions: Proposition[]
}
