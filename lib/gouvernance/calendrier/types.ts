/** Days, series and calendar: plain shapes, shared by the rules, the queries and the screens. */
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { EntreeConvention, VueInstanceReunion, VueReunion } from '@/lib/gouvernance/instances/types/ecran'

/** Monday is 1. */
export type JourSemaine = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** Which of the Tuesdays of a month. */
export type Rang = 1 | 2 | 3 | 4 | 'DERNIER'

export type ZoneScolaire = 'A' | 'B' | 'C'

export interface Vacances extends Bornes {
  nom: string
}

/** What is known of the days of a territory: plain data, so that the rules stay pure. */
export interface CalendrierJours {
  /** Public holidays by day. */
  feries: Readonly<Record<DateCivile, string>>
  /** School holidays of the zone; none where the zone is not known. */
  vacances: readonly Vacances[]
}

/** The rhythm of a series, as a person says it. */
export type Rythme =
  | { genre: 'MENSUEL_JOUR'; rang: Rang; jour: JourSemaine }
  | { genre: 'MENSUEL_DATE'; quantieme: number }
  | { genre: 'DEUX_PAR_MOIS'; rangs: readonly [Rang, Rang]; jour: JourSemaine }
  | { genre: 'QUINZAINE'; jour: JourSemaine }
  | { genre: 'TRIMESTRIEL'; rang: Rang; jour: JourSemaine }
  | { genre: 'AVANT_INSTANCE'; jours: number }

/** What becomes of a day on which nobody meets. */
type SiFerme = 'SUIVANT' | 'PRECEDENT' | 'OTER' | 'GARDER'
type SiVacances = 'GARDER' | 'DECALER' | 'OTER'

export interface ChoixSerie {
  siFerme: SiFerme
  siVacances: SiVacances
  sansAout: boolean
}

export interface DateSerie {
  date: DateCivile
  /** The day the rhythm gave, before it was moved. */
  prevue: DateCivile
  /** Why it was moved; null when it was not. */
  motif: string | null
}

export interface DateEcartee {
  prevue: DateCivile
  motif: string
}

export interface Serie {
  dates: DateSerie[]
  ecartees: DateEcartee[]
}

/** The zone of a convention, and how far its school calendar is known. */
export interface VueZone {
  zone: ZoneScolaire | null
  /** « zone B », or why it is not known. */
  phrase: string
  /** Last day of the published calendar; null without a zone. */
  publieJusquau: DateCivile | null
}

/** One date of a series about to be planned. */
export interface LigneProjet {
  date: DateCivile
  dateTexte: string
  /** The day the rhythm gave; null for a date chosen by hand. */
  prevue: DateCivile | null
  motif: string | null
  /** « Férié : Toussaint », « Vacances d’hiver »: what is worth knowing of that day. */
  jour: string[]
  /** Why the rule refuses it, in one sentence; null when it does not. */
  refus: string | null
  derogationPossible: boolean
  avertissements: string[]
}

export interface ApercuSerie {
  /** The rhythm in words. */
  libelle: string
  lignes: LigneProjet[]
  ecartees: { dateTexte: string; motif: string }[]
  /** What the rule says of the whole; null when nothing is refused. */
  refus: string | null
  derogationPossible: boolean
  /** How the instance would stand once all are planned. */
  apres: string
  /** What is not known of the days of this series. */
  notes: string[]
}

export interface SerieEcrite {
  serie: number
  message: string
  avertissements: string[]
}

/** A series with meetings still to come. */
export interface VueSerie {
  id: number
  libelle: string
  instance: { id: number; nom: string }
  aVenir: number
  /** « mardi 3 mars 2026 » */
  prochaine: string
  derniere: string
}

export interface JourCalendrier {
  date: DateCivile
  numero: number
  dansLeMois: boolean
  aujourdhui: boolean
  ferie: string | null
  vacances: string | null
  reunions: VueReunion[]
}

export interface MoisListe {
  /** '2027-03' */
  cle: string
  titre: string
  resume: string
  ouvert: boolean
  /** Holidays of the month, in words. */
  jours: string[]
  reunions: VueReunion[]
}

export type VueCalendrier = {
  convention: EntreeConvention
  peutEcrire: boolean
  /** Those who coordinate see more tabs. */
  coordination: boolean
  instances: VueInstanceReunion[]
  /** ref of the instance the calendar is limited to. */
  instance: string | null
  zone: VueZone
  series: VueSerie[]
  total: number
} & (
  | {
      vue: 'mois'
      mois: string
      titre: string
      precedent: string
      suivant: string
      semaines: JourCalendrier[][]
      liste: MoisListe
    }
  | { vue: 'liste'; annee: number; annees: number[]; mois: MoisListe[] }
)
