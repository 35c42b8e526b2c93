import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import type { DateCivile } from '@/lib/platform/dates'

/** Late: should be done already. At risk: will be missed if nothing is planned soon. To do: due, with time left. */
export type Gravite = 'RETARD' | 'A_RISQUE' | 'A_FAIRE'

/**
 * Whose business a signal is: those who coordinate get all, but what waits for one of the two sides alone; élus the COPIL,
 * decisions and the end of the convention; pilotes their fiches; whoever a comment names.
 */
export type Lecteur = 'COORDINATION' | 'CAF' | 'CHARGE' | 'ELU' | 'PILOTE' | 'CITE'

/** One thing that is due, late or at risk, at a date. */
export interface Signal {
  /** Changes only when the thing told changes: « instance:4:EN_DEFAUT:2027-01-01 ». It is told once to each person. */
  cle: string
  gravite: Gravite
  /** What it is listed under: an instance, « Décisions », « Fiches »… */
  sujet: string
  objet: string
  /** What is the matter, and why, in one sentence. */
  phrase: string
  echeance: DateCivile | null
  /** Where it is put right. */
  href: string
  lecteurs: readonly Lecteur[]
  /** The fiche whose pilotes it concerns. */
  fiche: number | null
}

export interface GroupeFait {
  groupe: string
  etat: EtatSuivi
  tenues: number
  prevues: number
  requis: number | null
  echeance: DateCivile | null
}

/** A period of the frequency rule, judged at the date. */
export interface PeriodeFait {
  debut: DateCivile
  fin: DateCivile
  etat: EtatSuivi
  /** Why, in one sentence. */
  raison: string
  echeance: DateCivile | null
  groupes: readonly GroupeFait[]
}

export interface InstanceFait {
  id: number
  ref: string
  nom: string
  copil: boolean
  /** The rule asks for a mean: what is behind is behind of a month, not of a year. */
  moyenne: boolean
  /** The period the state is about; null where there is no rule to judge by. */
  courante: PeriodeFait | null
  /** The last period that is over. */
  precedente: PeriodeFait | null
}

export interface ReleveFait {
  id: number
  etat: 'BROUILLON' | 'A_VALIDER' | 'VALIDE'
  numero: number
  soumisLe: DateCivile | null
  /** Sides that have validated. */
  cotes: readonly ('CAF' | 'COORDINATION')[]
}

/** A meeting that may ask for something: past and undeclared, near, or held lately. */
export interface ReunionFait {
  id: number
  ref: string
  instance: string
  /** Its instance writes minutes of every meeting: COPIL, COTECH. */
  aReleve: boolean
  date: DateCivile
  heure: string | null
  etat: 'PREVUE' | 'TENUE'
  points: number
  decisions: number
  /** The latest version of its minutes. */
  releve: ReleveFait | null
}

/** A decision that waits to be taken, or one taken that is not carried out. */
export interface DecisionFait {
  id: number
  texte: string
  etat: 'ATTENDUE' | 'PRISE'
  /** It changes something elsewhere once the deciding instance takes it. */
  effet: boolean
  echeance: DateCivile | null
  responsable: string | null
  instance: string
  date: DateCivile
}

export interface FicheFait {
  id: number
  ref: string
  numero: string | null
  titre: string
  statut: 'A_ENGAGER' | 'EN_COURS'
  debut: DateCivile | null
  fin: DateCivile | null
  /** Day of the last follow-up; null when there never was one. */
  suiviLe: DateCivile | null
}

/** Indicators of one fiche, or of the convention, and those without a value for the year expected. */
export interface IndicateursFait {
  fiche: { id: number; ref: string; numero: string | null; titre: string } | null
  total: number
  manquants: number
}

export interface SchemaFait {
  id: number
  ref: string
  libelle: string
  etat: 'BROUILLON' | 'PROPOSE'
  debut: DateCivile
  /** Hundredths: total, and what each distribution that is filled in adds up to, with how many lines are unknown. */
  total: number | null
  porteur: number | null
  porteurInconnues: number
  thematique: number | null
  thematiqueInconnues: number
}

/** A seat whose mandate ends and that nobody takes over yet. */
export interface MandatFait {
  libelle: string
  instance: string
  fin: DateCivile
}

/** A comment that names who asks, and that they have not read. What it says is read behind its walls, not in a message. */
export interface MentionFait {
  commentaire: number
  auteur: string | null
  fiche: { ref: string; numero: string | null; titre: string } | null
}

/** What the end of a convention depends on. */
interface TermeFait {
  renouvellement: 'EXPRES' | 'TACITE' | 'NON_PRECISE'
  /** Another convention takes over from this one. */
  remplacee: boolean
}

/** What is known of a convention at a date, of what may be due. */
export interface FaitsVeille {
  convention: { slug: string; debut: DateCivile | null; fin: DateCivile | null }
  instances: readonly InstanceFait[]
  reunions: readonly ReunionFait[]
  decisions: readonly DecisionFait[]
  fiches: readonly FicheFait[]
  /** A fiche under way is silent after so many days without a word. */
  silence: number
  indicateurs: readonly IndicateursFait[]
  schemas: readonly SchemaFait[]
  mandats: readonly MandatFait[]
  /** Avenants announced for a day and not signed. */
  avenants: readonly [objet: string, echeance: DateCivile][]
  /** Appraisals with a last day. */
  evaluations: readonly [objet: string, fin: DateCivile][]
  terme: TermeFait
}
