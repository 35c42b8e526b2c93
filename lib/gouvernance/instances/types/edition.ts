/** What the screens that compose an instance receive, and what a stale save is compared with. */
import type { DateCivile } from '@/lib/platform/dates'
import type { ErreurChamp } from '@/lib/platform/resultat'
import type { RegleFrequence } from '@/lib/gouvernance/frequence/types'
import type { EntreeConvention, InstanceLue, TypeInstance, Voix } from './ecran'
import type { MatiereDecision, PouvoirInstance } from '@/lib/competences/types'

export const TYPES_INSTANCE = [
  'COPIL',
  'COTECH',
  'GROUPE_PROJET',
  'COMMISSION',
  'SEMINAIRE',
  'RENCONTRE',
  'AUTRE',
] as const satisfies readonly TypeInstance[]
export const MATIERES = ['FICHE', 'CIBLE', 'SCHEMA', 'AVENANT'] as const satisfies readonly MatiereDecision[]

export interface IdentiteInstance {
  type: TypeInstance
  nom: string
  parentId: number | null
  animation: string | null
  secretariat: string | null
  composition: string | null
  quorum: number | null
  quorumTexte: string | null
}

interface CompetenceInstance {
  matiere: MatiereDecision
  pouvoir: PouvoirInstance
  /** The sentence of the convention; null for a setting. */
  source: string | null
}

/** A rule of an instance as it is recorded. */
export interface RegleEnregistree extends RegleFrequence {
  id: number
}

/** An instance as it is recorded: what the forms edit. */
export interface InstanceActuelle extends IdentiteInstance {
  id: number
  ref: string
  version: number
  missions: string[]
  competences: CompetenceInstance[]
  /** In the order of their application. */
  regles: RegleEnregistree[]
}

/** A seat as it is recorded. */
export interface MembreActuel {
  id: number
  version: number
  libelle: string
  fonction: string | null
  organismeId: number | null
  personne: string | null
  suppleant: string | null
  voix: Voix
  coanimation: boolean
  debut: DateCivile | null
  fin: DateCivile | null
  motifFin: string | null
  utilisateurId: number | null
}

/** What a member’s form chooses among. */
export interface ChoixMembre {
  parties: { id: number; nom: string; signataire: boolean | null }[]
  comptes: { id: number; nom: string; fonction: string | null }[]
}

/** A rule as its list shows it. */
export interface VueRegle extends RegleEnregistree {
  texte: string
  /** Its groups and exceptions, one a line. */
  precisions: string[]
  quand: string
  temps: 'PASSEE' | 'EN_VIGUEUR' | 'A_VENIR'
}

export interface VueNouvelleInstance {
  convention: EntreeConvention
  /** Instances it may be listed inside. */
  parents: { id: number; nom: string }[]
  /** Kinds the convention has already, each with the name of one of them. */
  presents: Partial<Record<TypeInstance, string>>
}

export interface VueEditionInstance extends Omit<VueNouvelleInstance, 'presents'>, ChoixMembre {
  instance: InstanceActuelle
  /** The others, whose meetings its own may prepare. */
  autres: { ref: string; nom: string }[]
  /** Names of the instances listed inside it. */
  enfants: string[]
  membres: MembreActuel[]
  regles: VueRegle[]
  /** The day a change of the rule is proposed for. */
  dateProposee: DateCivile
  /** Who else of the convention decides of each matter. */
  decideurs: { matiere: MatiereDecision; nom: string }[]
  /** Why it may not be removed; null when it may. */
  obstacle: string | null
}

/** What a change of an instance answers. */
export interface InstanceEcrite {
  instance: number
  ref: string
  version: number
  message: string
}

export interface MembreEcrit {
  membre: number
  version: number
  message: string
}

/** What the frise draws of an instance. */
type FriseInstance = Pick<
  InstanceLue,
  'id' | 'ref' | 'nom' | 'regleTexte' | 'etat' | 'phrase' | 'periodes' | 'reunions'
>

/** How the instance would stand with a rule that is not saved yet. */
export interface ApercuRegle {
  erreurs: ErreurChamp[]
  avertissements: string[]
  /** Null while the rule contradicts itself. */
  effet:
    | (FriseInstance & {
        /** What is asked from the day of the change on, in one sentence; null when the rule does not change at a date. */
        ensuite: string | null
      })
    | null
}
