/** What the governance screens receive: plain objects, words already in French. */
import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import type { FiltreEtat, FiltreReunions } from '@/lib/gouvernance/frequence/words'
import type { DateCivile } from '@/lib/platform/dates'
import type {
  EtatPeriode,
  EtatReunion,
  Par,
  RegleFrequence,
  ReunionRegle,
  Temps,
} from '@/lib/gouvernance/frequence/types'
import type { MatiereDecision, PouvoirInstance } from '@/lib/competences/types'

export type TypeInstance = 'COPIL' | 'COTECH' | 'GROUPE_PROJET' | 'COMMISSION' | 'SEMINAIRE' | 'RENCONTRE' | 'AUTRE'
export type Voix = 'DECISIVE' | 'CONSULTATIVE' | 'NON_PRECISEE'

/** A doubtful reading of the document: shown beside what it is about, until it is settled. */
export interface VueReserve {
  champ: string | null
  citation: string | null
  lecture: string | null
  raison: string
}

export interface VueMembre {
  id: number
  libelle: string
  fonction: string | null
  /** The party it comes from, when the convention knows it. */
  organisme: string | null
  /** null: nothing says whether it signs */
  signataire: boolean | null
  voix: Voix
  /** Who holds the seat, and who replaces them; null when the convention names nobody. */
  personne: string | null
  suppleant: string | null
  /** Leads the instance with the other co-lead. */
  coanimation: boolean
  /** The mandate; null ends are those of the convention. */
  debut: DateCivile | null
  fin: DateCivile | null
  motifFin: string | null
}

/** What an instance proposes or decides of. */
export interface VueCompetence {
  matiere: MatiereDecision
  pouvoir: PouvoirInstance
  /** The sentence of the convention; null for a setting of the convention, which is silent. */
  source: string | null
}

/** One matter, and the instances that propose or decide of it. */
export interface VueMatiere {
  matiere: MatiereDecision
  decident: string[]
  proposent: string[]
  /** True when the convention is silent: it was set. */
  reglage: boolean
}

/** One instance as the database gives it. */
export interface LigneInstance {
  id: number
  ref: string
  type: TypeInstance
  nom: string
  /** `ref` of the instance it is listed inside. */
  parent: string | null
  composition: string | null
  animation: string | null
  secretariat: string | null
  missions: string[]
  quorum: number | null
  /** The sentence of the convention on the quorum. */
  quorumTexte: string | null
  competences: VueCompetence[]
  regles: RegleFrequence[]
  reunions: ReunionRegle[]
  membres: VueMembre[]
  reserves: (VueReserve & { type: 'INSTANCE' | 'REGLE' })[]
}

/** A period with the state that may be shown of it. */
export interface PeriodeLue extends EtatPeriode {
  etatSuivi: EtatSuivi
}

/** An instance read at a date: the rule in force, the state and why. */
export interface InstanceLue extends LigneInstance {
  /** 0 for an instance of its own, 1 for one inside another. */
  niveau: number
  regle: RegleFrequence | null
  regleTexte: string
  etat: EtatSuivi
  /** A period that is over was missed. */
  manquee: boolean
  /** The state and its reason, in one French sentence. */
  phrase: string
  periodes: PeriodeLue[]
  /** The period the state is about. */
  vue: EtatPeriode | null
  /** The next day by which a meeting is due. */
  echeance: DateCivile | null
  /** The next planned meeting, from today on, and the last one held. */
  prochaine: DateCivile | null
  derniere: DateCivile | null
  /** Planned for a day that is past, and declared neither held nor cancelled. */
  aDeclarer: number
}

export interface VueDerogation {
  /** The rule set aside, in words. */
  regle: string
  motif: string
}

/** A meeting as it is recorded: what a form edits, and what a stale save is compared with. */
export interface ReunionActuelle {
  id: number
  version: number
  date: DateCivile
  heureDebut: string | null
  heureFin: string | null
  lieu: string | null
  objet: string | null
  groupe: string | null
  etat: EtatReunion
  motifAnnulation: string | null
  compteRendu: string | null
  /** Its minutes were validated: nothing changes any more. */
  figee: boolean
}

/** What a meeting’s forms need to know of its instance. */
export interface VueInstanceReunion {
  id: number
  ref: string
  nom: string
  type: TypeInstance
  par: Par
  /** Groups that its rule names, then those that its meetings add. */
  groupes: string[]
}

/** A meeting as a list shows it. */
export interface VueReunion extends ReunionActuelle {
  /** Names the meeting in addresses. */
  ref: string
  instance: VueInstanceReunion
  dateTexte: string
  horaire: string | null
  /** Planned for a day that is past. */
  aDeclarer: boolean
  derogations: VueDerogation[]
}

/** What the rule says of a change before it is made. */
export interface ApercuReunion {
  /** The day in words, so that a date is never read the wrong way round. */
  dateTexte: string
  accepte: boolean
  derogationPossible: boolean
  /** The refusal, in one sentence with its remedy; null when there is none. */
  refus: string | null
  avertissements: string[]
  /** How the instance would stand afterwards, in one sentence. */
  apres: string
}

/** What a change of a meeting answers. */
export interface ReunionEcrite {
  reunion: number
  version: number
  /** Said to the person: « Réunion prévue le mardi 3 mars 2026 ». */
  message: string
  avertissements: string[]
}

/** The meetings of one year among those of the whole convention, with what the other years hold. */
export interface VueReunions {
  annee: number | null
  etat: FiltreReunions | null
  total: number
  annees: { annee: number; total: number; resume: string }[]
  /** Of the chosen year. */
  comptes: Record<FiltreReunions, number>
  lignes: VueReunion[]
}

export interface VuePeriode {
  titre: string
  etat: EtatSuivi
  temps: Temps
  tenues: number
  prevues: number
  requis: number | null
  maximum: number | null
  raison: string
}

/** What both screens say of an instance. */
export interface VueInstance extends VueInstanceReunion {
  niveau: number
  parent: { ref: string; nom: string } | null
  regleTexte: string
  /** Its groups and exceptions, one a line. */
  precisions: string[]
  /** The sentence of the convention. */
  source: string | null
  evenement: string | null
  /** Doubtful readings of the frequency. */
  reservesRegle: VueReserve[]
  /** Why no frequency is known and nothing is signalled; null when the convention gives one. */
  sansFrequence: string | null
  etat: EtatSuivi
  /** A period that is over was missed. */
  manquee: boolean
  phrase: string
  echeance: string | null
  tenues: number | null
  prevues: number | null
  requis: number | null
  prochaine: string | null
  derniere: string | null
  aDeclarer: number
  nombreReunions: number
  nombreMembres: number
  nombreMissions: number
}

export interface VueLacune {
  sujet: string
  raison: string
}

/** What the documents do not say of governance, and the doubtful readings about its instances as a whole. */
export interface Manques {
  lacunes: VueLacune[]
  reserves: VueReserve[]
}

export interface EntreeConvention {
  slug: string
  nom: string
  today: DateCivile
  debut: DateCivile | null
  fin: DateCivile | null
  /** « du 1er janvier 2026 au 31 décembre 2030 », or why it is not known. */
  dates: string | null
}

export interface VueGouvernance {
  convention: EntreeConvention
  peutEcrire: boolean
  /** May compose and edit the instances. */
  peutComposer: boolean
  /** Coordinates: mandates and watch are shown. */
  coordination: boolean
  /** Who proposes and who decides of each matter; empty while nothing is set. */
  matieres: VueMatiere[]
  filtre: FiltreEtat | null
  comptes: Record<FiltreEtat, number> & { toutes: number }
  /** The frequencies in words: how many are kept, planned, missed. */
  frequences: string
  /** All of them, for the frise. */
  toutes: InstanceLue[]
  /** Those the filter keeps, each after the one it is listed inside. */
  instances: VueInstance[]
  /** All of them, to choose one from. */
  choix: VueInstanceReunion[]
  reunions: VueReunions
  manques: Manques
}

export interface VueFicheInstance {
  convention: EntreeConvention
  peutEcrire: boolean
  peutComposer: boolean
  coordination: boolean
  quorum: number | null
  quorumTexte: string | null
  competences: VueCompetence[]
  /** For each matter it does not decide of, who does. */
  matieres: VueMatiere[]
  instance: VueInstance
  lue: InstanceLue
  composition: string | null
  animation: string | null
  secretariat: string | null
  missions: string[]
  /** Seats whose mandate runs or is to come, then those whose mandate is over. */
  membres: VueMembre[]
  anciens: VueMembre[]
  reserves: VueReserve[]
  enfants: VueInstance[]
  periodes: VuePeriode[]
  /** Rules that applied before the one in force, or will after it. */
  autresRegles: { texte: string; quand: string; precisions: string[]; source: string | null }[]
  reunions: VueReunions
  manques: Manques
}
