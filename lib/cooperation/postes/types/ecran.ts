/** The page of posts and people, as plain data. */
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import type { EtatSchema, SituationPoste } from '@/lib/cooperation/schemas/types/regles'
import type { HomonymeLu, PosteLu } from './postes'

/** A day, nothing vacant (null), or a vacancy that nothing dates. */
export type DebutVacance = DateCivile | 'INCONNU' | null

/** Who holds a post at the date in view. */
export interface Titulaire {
  occupation: number
  charge: number
  nom: string
  /** Null when nobody gives it. */
  quotite: Centiemes | null
  depuis: DateCivile
  /** Last day in post, null while it lasts. */
  jusque: DateCivile | null
  /** Away that day: until when, null while nobody knows; undefined when there. */
  absentJusque: DateCivile | null | undefined
  remplacants: { nom: string; quotite: Centiemes | null }[]
}

export interface PosteVue extends PosteLu {
  effectif: Effectif
  vacantDepuis: DebutVacance
  titulaires: Titulaire[]
}

/** A line by porteur of the schéma, with the posts it is cut into. */
export interface LignePostes {
  id: number
  libelle: string
  /** What the schéma agrees; null when the documents give no figure. */
  quotite: Centiemes | null
  /** Why it is at zero, or what the document adds. */
  note: string | null
  /** As written in the schéma: all that is known while no post is described. */
  situation: SituationPoste
  postes: PosteVue[]
  /** Sum of its posts. */
  decoupe: Centiemes
  /** Null while no post is described: then nothing is derived. */
  effectif: Effectif | null
  vacantDepuis: DebutVacance
}

/** The whole schéma at the date in view, by the one rule of what is filled. */
export interface TotauxPostes extends Effectif {
  /** Total of the schéma, null when not known; agreed with the Caf once it is validated. */
  convenu: Centiemes | null
  /** Planned on lines that posts describe, and by posts on no line. */
  decrit: Centiemes
  /** Planned on lines of which no post is described: they are what the document writes of them. */
  sansDescription: Centiemes
  /** Agreed on a described line, but not cut into posts. */
  nonDecoupe: Centiemes
}

/** Means over the days of one civil year that the schéma covers. */
export interface MoyennePostes extends Pick<Effectif, 'pourvu' | 'present' | 'vacant'> {
  annee: number
  bornes: Bornes
  /** The schéma covers only a part of that year. */
  partielle: boolean
  /** Somebody held a post for a part that nobody gives: what is filled is a least. */
  auMoins: boolean
}

export interface PersonnePostes {
  charge: number
  version: number
  nom: string
  anonyme: boolean
  /** What the person does in this convention at the date in view. */
  total: Centiemes
  /** One of these quotités is not known: the total is a least. */
  auMoins: boolean
  postes: { id: number; intitule: string; quotite: Centiemes | null; remplacement: boolean }[]
  absent: boolean
  /** Last day of all their posts of this convention; null while one has no end. */
  dernierJour: DateCivile | null
  /** Nothing is left after today: the name may be forgotten. */
  partie: boolean
  /** Fills a post of the schéma in view. */
  dansSchema: boolean
}

export interface MissionReference {
  numero: number
  bloc: string
  texte: string
}

export interface SchemaVue {
  id: number
  ref: string
  libelle: string
  etat: EtatSchema
  debut: DateCivile | null
  fin: DateCivile | null
  periodeTexte: string | null
  total: Centiemes | null
  anterieur: boolean
}

export interface EcranPostes {
  lignes: LignePostes[]
  /** Posts attached to no line. */
  sansLigne: PosteVue[]
  totaux: TotauxPostes
  moyenne: MoyennePostes | null
  personnes: PersonnePostes[]
  /** The span that the pictures cover; null when nothing dates it. */
  periode: Bornes | null
}

export interface VuePostes extends EcranPostes {
  nom: string
  today: DateCivile
  /** The day everything is said of. */
  date: DateCivile
  /** May write schémas: to others a draft is a projet. */
  redacteur: boolean
  schemas: SchemaVue[]
  schema: SchemaVue | null
  /** The schéma before, when it has posts: what may be taken over. */
  precedent: { libelle: string; postes: string[] } | null
  /** People of the same name in other conventions, for whoever may answer. */
  homonymes: HomonymeLu[]
  missions: MissionReference[]
  lacune: string | null
  /** May write, and the schéma still takes writes. */
  modifiable: boolean
  /** May write, but the schéma is closed. */
  fige: boolean
}
