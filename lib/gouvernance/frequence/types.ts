import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import type { Bornes, DateCivile } from '@/lib/platform/dates'

/** How a convention words a frequency: "à minima", "1 à 2 fois", "en moyenne", as needed, nothing written. */
export type ModeFrequence = 'MINIMUM' | 'FOURCHETTE' | 'MOYENNE' | 'SELON_BESOIN' | 'NON_PRECISEE'

export type PeriodeFrequence =
  | 'MOIS'
  | 'BIMESTRE'
  | 'TRIMESTRE'
  | 'SEMESTRE'
  | 'AN_CIVIL'
  | 'AN_CONVENTION'
  | 'CONVENTION'

/** What the figures bear on: the instance as a whole, or each of its thématiques, commissions or territories. */
export type Par = 'INSTANCE' | 'THEMATIQUE' | 'COMMISSION' | 'TERRITOIRE'

/**
 * Other figures for a year, named or described in words (« l’année des élections municipales ») until it is named. A null
 * figure keeps the rule's own: an exception states only what changes.
 */
export interface ExceptionFrequence {
  /** Null while only words say which year it is: it then changes nothing yet, and that is said. */
  annee: number | null
  /** The year in the words of the convention. */
  quand?: string | null | undefined
  minimum: number | null
  maximum: number | null
  motif?: string | null | undefined
}

export type EtatReunion = 'PREVUE' | 'TENUE' | 'ANNULEE'

/** A meeting of the instance that another one prepares. */
export interface ReunionPreparee {
  date: DateCivile
  etat: EtatReunion
}

/**
 * A moment of each period in which a meeting is promised, apart from how many: a window of days (« au premier
 * trimestre »), or before each meeting of another instance (« avant le comité de pilotage »).
 */
export interface MomentFrequence {
  /** The moment in the words of the convention. */
  mots: string
  /** First and last day of the window, 'MM-DD', both included; null before an instance. */
  du: string | null
  au: string | null
  /** `ref` of the instance whose meetings it prepares; null for a window. */
  avant: string | null
  /** Its name, and its meetings, cancelled ones left out; absent where nobody read them. */
  nom?: string | null | undefined
  reunions?: readonly ReunionPreparee[] | undefined
}

/** The reading of what a convention writes about an instance's meetings; `source` keeps the sentence itself. */
export interface RegleFrequence {
  mode: ModeFrequence
  minimum: number | null
  maximum: number | null
  /** Meetings per period, on average; may be fractional (at most two decimals). */
  moyenne: number | null
  periode: PeriodeFrequence | null
  par: Par
  /** The groups it bears on, as the convention names them; none where it does not, or for the instance as a whole. */
  groupes: readonly string[]
  exceptions: readonly ExceptionFrequence[]
  moments: readonly MomentFrequence[]
  /** First and last day the rule applies, when it does not follow the convention: a change never rewrites the past. */
  debut: DateCivile | null
  fin: DateCivile | null
  /** The event its meetings prepare, as written. */
  evenement: string | null
  /** The wording is ambiguous and was read literally. */
  aConfirmer: boolean
  source: string | null
}

export interface ReunionRegle {
  id: number
  date: DateCivile
  etat: EtatReunion
  /** The thématique, commission or territory it was for, when the rule is per group. */
  groupe: string | null
  /** Planned or held against the rule, with a reason kept beside it. */
  derogation: boolean
  /** Its day comes before the one the convention was signed on: it counts, and that is said. Absent where it is not asked. */
  avantSignature?: boolean | undefined
}

/** The convention's dates; null when the documents do not give them. */
export interface DatesConvention {
  debut: DateCivile | null
  fin: DateCivile | null
}

/** A_DECLARER: meetings whose day has passed would settle what is missing, and nobody said whether they were held. */
export type EtatFrequence =
  | 'RESPECTEE'
  | 'A_PLANIFIER'
  | 'PLANIFIEE'
  | 'A_DECLARER'
  | 'EN_DEFAUT'
  | 'DEPASSEE'
  | 'SANS_REGLE'

export type Temps = 'PASSEE' | 'EN_COURS' | 'A_VENIR'

/** Meetings counted over a span, at a date. */
export interface Comptes {
  /** Held on or before today. */
  tenues: number
  /** Planned for today or later. */
  prevues: number
  /** Planned for a day that is past, and declared neither held nor cancelled. */
  aConstater: number
  /** Held with a dérogation. */
  derogations: number
  /** Held before the convention was signed. */
  avantSignature: number
}

/** The judgment of one span: of the instance, or of one of its groups. */
export interface Jugement extends Comptes {
  etat: EtatFrequence
  /** Held or planned, and left out of the verdict: they prepare nothing yet, and the rule says what its meetings prepare. */
  sansObjet: number
  /** Meetings required over `fenetre`: what a short period owes of what it shares, less `reportees`; null when there is no minimum. */
  requis: number | null
  /** Held in an earlier short period, and counted for this one. */
  reportees: number
  maximum: number | null
  /** The span the counts are taken over: the period, or for a mean the elapsed part of the sliding year. */
  fenetre: Bornes
  /** A mean under way: the verdict is on the time elapsed, not on what is left of the period. */
  ecoulee: boolean
  /** The last day to hold the next required meeting; null when none is due. */
  echeance: DateCivile | null
  /** Shorter than a full period. */
  incomplete: boolean
}

/** A_DECLARER: a meeting past and undeclared would settle it. SANS_OBJET: the instance to prepare holds no meeting in that period. */
export type SortMoment = 'TENU' | 'PREVU' | 'A_PLANIFIER' | 'A_DECLARER' | 'MANQUE' | 'SANS_OBJET'

/** What became of one moment in one period; before an instance, of one of its meetings. */
export interface EtatMoment {
  mots: string
  sort: SortMoment
  groupe: string | null
  /** The meeting that keeps it. */
  reunion: DateCivile | null
  /** The last day to meet; null when there is nothing to prepare. */
  limite: DateCivile | null
}

export interface EtatGroupe extends Jugement {
  groupe: string
}

/** One period of the rule, drawn as one band of the frise. A period to come is A_PLANIFIER or PLANIFIEE, one that is over neither. */
export interface EtatPeriode extends Jugement, Bornes {
  temps: Temps
  /** Why, in one French sentence. */
  raison: string
  /** One judgment per group when the rule is per group; else empty. */
  groupes: EtatGroupe[]
  /** The moments of the rule in this period, each with what became of it. */
  moments: EtatMoment[]
}

export interface EvaluationRegle {
  /** The state now: of the current period, else of the first to come or of the last one over. */
  etat: EtatFrequence
  periodes: EtatPeriode[]
  /** The period that contains today. */
  courante: EtatPeriode | null
  /** Periods that ended in default: kept apart, so that the past does not colour the present for ever. */
  defautsPasses: number
  /** The next day by which a meeting is due. */
  echeance: DateCivile | null
  /** What a person needs to know, in one French sentence. */
  phrase: string
}

/** A meeting as the rule needs it. A dérogation that let another one be cancelled says nothing of this one being held. */
type ReunionCompacte = [
  id: number,
  date: DateCivile,
  etat: EtatReunion,
  groupe: string | null,
  derogation: boolean,
  avantSignature?: boolean,
]

/** An instance as `sqlInstances` gives it. */
export interface InstanceLue {
  id: number
  ref: string
  nom: string
  type: string
  regles: RegleFrequence[]
  reunions: ReunionCompacte[]
}

export interface InstanceSuivie {
  id: number
  ref: string
  nom: string
  type: string
  /** The rule in short words. */
  regle: string
  aConfirmer: boolean
  etat: EtatSuivi
  /** The rule asks for a mean. */
  moyenne: boolean
  /** A period that is over was missed. */
  manquee: boolean
  /** State and reason in one sentence. */
  phrase: string
  echeance: DateCivile | null
  periodes: EtatPeriode[]
  reunions: ReunionRegle[]
  /** First day from which the convention’s meetings were recorded. */
  debutSuivi: DateCivile | null
}
