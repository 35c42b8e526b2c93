/** The page of one meeting: agenda, presences, quorum, notes. Words already in French. */
import type { DateCivile } from '@/lib/platform/dates'
import type { EtatPoint, GroupePropositions, OriginePoint } from './agenda'
import type { EtatPresence, Quorum } from '../rules/quorum'
import type { EntreeConvention, TypeInstance, VueReunion, Voix } from '@/lib/gouvernance/instances/types/ecran'
import type { ChoixDecisions, VueDecision } from '@/lib/competences/types'
import type { VueEtatReleve } from '@/lib/gouvernance/releves/types'

export type { EtatPoint, OriginePoint }

/** What a point is about: shown as a link where it has a page. */
export interface LienPoint {
  type: 'FICHE' | 'INDICATEUR' | 'SCHEMA' | 'DOCUMENT'
  id: number
  libelle: string
  /** Null where no page shows it. */
  href: string | null
}

/** Another meeting, for a link. */
export interface RenvoiSeance {
  ref: string
  date: DateCivile
  dateTexte: string
}

/** One point of the agenda as it is recorded. */
export interface PointActuel {
  id: number
  version: number
  titre: string
  presentateur: string | null
  dureeMinutes: number | null
  etat: EtatPoint
  notes: string | null
  fiche: number | null
  indicateur: number | null
  schema: number | null
  document: number | null
}

export interface VuePoint extends PointActuel {
  origine: OriginePoint
  liens: LienPoint[]
  /** The unfinished point of an earlier meeting that it takes up. */
  repris: RenvoiSeance | null
  /** The proposal of another instance that it settles. */
  proposition: { texte: string; instance: string; seance: RenvoiSeance } | null
  decisions: VueDecision[]
}

/** What a select offers. */
export interface Choix {
  id: number
  libelle: string
}

/** What a point of the agenda may be linked to. */
export interface ChoixLiens {
  fiches: Choix[]
  indicateurs: Choix[]
  schemas: Choix[]
  documents: Choix[]
}

export interface PresenceMembre {
  membre: number
  /** The seat as the convention writes it. */
  libelle: string
  fonction: string | null
  personne: string | null
  suppleant: string | null
  voix: Voix
  etat: EtatPresence | null
  representant: string | null
  /** Recorded, though the mandate no longer covers the day of the meeting. */
  horsMandat: boolean
}

/** The members of one side: the Caf, the EPCI, each commune, the others. */
interface College {
  cle: string
  nom: string
  membres: PresenceMembre[]
  /** « 2 présents ou représentés sur 3 ». */
  phrase: string
}

export interface VuePresences {
  colleges: College[]
  /** Of all colleges together, in words. */
  phrase: string
  quorum: Quorum
  /** The sentence of the convention on its quorum. */
  quorumSource: string | null
  /** Why there is nobody to list; null when there is. */
  vide: string | null
}

/** Why nothing can be changed; null when it can. */
export type LectureSeule = { titre: string; raison: string } | null

export interface VuePageReunion {
  convention: EntreeConvention
  /** Who reads: a draft of notes kept on a device is theirs alone. */
  moi: number
  peutEcrire: boolean
  coordination: boolean
  lectureSeule: LectureSeule
  reunion: VueReunion
  instance: {
    id: number
    ref: string
    nom: string
    type: TypeInstance
    regleTexte: string | null
    source: string | null
  }
  precedente: RenvoiSeance | null
  suivante: RenvoiSeance | null
  points: VuePoint[]
  /** Sum of the durations that are known. */
  minutes: number
  propositions: GroupePropositions[]
  /** What a point may be linked to, and what a decision may bear on; null for those who only read. */
  choix: ChoixLiens | null
  choixDecisions: ChoixDecisions | null
  presences: VuePresences
  releve: VueEtatReleve
}

/** What a change of a point answers. */
export interface PointEcrit {
  point: number
  version: number
  message: string
}

/** What a presence answers. */
export interface PresenceEcrite {
  membre: number
  etat: EtatPresence | null
}
