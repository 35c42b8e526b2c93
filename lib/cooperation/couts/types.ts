/** Money of the posts as it is read and shown: euros as whole cents, quotités in hundredths, dates as civil days. */
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { Centimes } from './rules/argent'
import type { EtatSchema, SituationPoste } from '@/lib/cooperation/schemas/types/regles'

/** A dated cost of one ETP over one year. */
export interface CoutLu {
  id: number
  /** Changes at each write of the row. */
  version: number
  montant: Centimes
  /** First day it holds; null when the document gives none: it holds until a dated one. */
  valableDu: DateCivile | null
  /** The document gives it as an indication. */
  indicatif: boolean
  source: string
}

export type NatureFinancement = 'TAUX' | 'MONTANT_PAR_ETP' | 'FORFAIT'

export interface ReglageLu {
  id: number
  version: number
  financeur: string
  nature: NatureFinancement
  /** Hundredths of a percent of the cost, cents per ETP and year, or cents per year. */
  valeur: number
  valableDu: DateCivile | null
  valableAu: DateCivile | null
  source: string
}

/** What a financer planned and paid in a year. */
export interface MontantLu {
  id: number
  version: number
  annee: number
  /** Null: for no post in particular. */
  poste: number | null
  financeur: string
  prevu: Centimes | null
  realise: Centimes | null
  note: string | null
}

/** Why an estimate is not made. */
export type SansEstimation =
  | 'SANS_COUT'
  | 'PLUSIEURS_COUTS'
  | 'SANS_POSTE'
  | 'SANS_QUOTITE'
  | 'EXTERNALISE'
  | 'QUOTITE_INCONNUE'
  | 'SANS_SCHEMA'
  | 'FORFAIT_PARTIEL'
  | 'HORS_ANNEE'
  | 'SANS_TOTAL'

/** An amount rounded to the cent, or the reason why there is none. */
export type Estimation = { centimes: Centimes } | { manque: SansEstimation }

/** A post, a line of which no post is described, or what is left of a line once cut into posts. */
export interface LigneCout {
  cle: string
  genre: 'POSTE' | 'LIGNE' | 'RESTE'
  poste: number | null
  libelle: string
  /** The line a post is a part of. */
  ligne: string | null
  quotite: Centiemes | null
  /** As written in the schéma, where no post is described. */
  situation: SituationPoste
  /** Means over the days of the year that the schéma covers; null when not known. */
  pourvu: Centiemes | null
  vacant: Centiemes | null
  cout: Estimation
  nonDepense: Estimation
}

export interface TotalCouts {
  /** Sum of what is known. */
  centimes: Centimes
  /** Rows without an estimate. */
  inconnues: number
}

/** The part of a year that one schéma covers. */
export interface SchemaAnnee {
  ref: string
  libelle: string
  etat: EtatSchema
  total: Centiemes | null
  bornes: Bornes
  partielle: boolean
  lignes: LigneCout[]
  cout: TotalCouts
  nonDepense: TotalCouts
}

/** What a setting gives for the year, on the total that the schémas agree. */
export interface ReglageAnnee extends ReglageLu {
  attendu: Estimation
}

export interface TotalFinanceur {
  financeur: string
  prevu: Centimes | null
  realise: Centimes | null
  /** Amounts of this financer that nobody gave. */
  prevuInconnus: number
  realiseInconnus: number
}

export interface AnneeMontants {
  annee: number
  prevu: Centimes | null
  realise: Centimes | null
}

export interface MontantVue extends MontantLu {
  libellePoste: string | null
}

export interface TableauCouts {
  annee: number
  schemas: SchemaAnnee[]
  /** Schémas without dates: of no year. */
  sansDate: string[]
  /** Costs that hold on some day of the year, in order. */
  coutsAnnee: { cout: CoutLu; bornes: Bornes }[]
  reglages: ReglageAnnee[]
  montants: MontantVue[]
  financeurs: TotalFinanceur[]
  total: Omit<TotalFinanceur, 'financeur'>
  parAnnee: AnneeMontants[]
}

export interface ChoixPoste {
  id: number
  libelle: string
}

export interface VueCouts extends TableauCouts {
  nom: string
  annees: number[]
  couts: CoutLu[]
  /** Posts of the year, which an amount may be for. */
  postes: ChoixPoste[]
  /** Names offered as financers. */
  organismes: string[]
  lacune: string | null
  modifiable: boolean
}
