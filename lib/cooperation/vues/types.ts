/** The views of the ETP by commune, by thématique and through time, as plain data. */
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { Partage } from '@/lib/cooperation/schemas/rules/partage'
import type { Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import type { EtatMarge, EtatSchema } from '@/lib/cooperation/schemas/types/regles'
import type { LignePostes, SchemaVue, TotauxPostes } from '@/lib/cooperation/postes/types/ecran'

/** A commune of the territory, as the convention names it. */
export interface CommuneTerritoire {
  nom: string
  /** Reference of its organisme in the convention; null when it is no party to it. */
  ref: string | null
  /** The reader is an élu of it. */
  sienne: boolean
}

/** Words of another line that name this one: kept as written, without a figure of their own. */
export interface Mention {
  /** The line that says it. */
  libelle: string
  quotite: Centiemes | null
  texte: string
}

/** What one commune or organisme carries in the schéma in view, and what the words say of it. */
export interface FicheCommune {
  /** Its name in an address. */
  cle: string
  nom: string
  genre: 'COMMUNE' | 'ORGANISME'
  sienne: boolean
  /** Its line by porteur; null when the schéma gives it none. */
  ligne: LignePostes | null
  /** Thématiques as written beside its line, without split. */
  themes: string[]
  /** The words that say it gets its ETP from others. */
  recoit: string | null
  /** Why its line is at zero or without a figure, when others do not carry it. */
  raison: string | null
  /** Those words are the document’s; otherwise they name its reason from the list. */
  citation: boolean
  /** Lines of which the words name it: what it carries for others. */
  cites: Mention[]
  /** Parts that an evolution adds under its name (existing + developments = total). */
  developpements: { libelle: string; quotite: Centiemes }[]
  /** What changed since the schéma before, in words. */
  changements: string[]
}

/** A line that names no commune nor organisme: the document does not share it out between them. */
export interface LigneSansCommune {
  ligne: LignePostes
  themes: string[]
  changements: string[]
}

export interface VueCommunes {
  fiches: FicheCommune[]
  sansCommune: LigneSansCommune[]
  /** Sums of the lines of communes, of organismes, and of lines that are nobody’s in particular: one schéma, never several. */
  sousTotaux: { communes: Centiemes; organismes: Centiemes; autres: Centiemes }
  /** Nothing was said by commune in the schéma before: nothing to compare with. */
  comparable: boolean
  precedent: string | null
}

export interface VueTheme {
  cle: string
  libelle: string
  theme: string | null
  /** What the schéma gives to it; null when no figure is given. */
  quotite: Centiemes | null
  note: string | null
  /** Carriers that cite it beside their line, with no split of their quotité. */
  citePar: string[]
  /** Posts of which it is the only thématique: their whole quotité is known to be for it. */
  postes: { quotite: Centiemes; pourvu: Centiemes; nonPrecise: Centiemes; nombre: number }
  /** Posts that share it with others: how much goes to each is not known. */
  partages: { intitule: string; quotite: Centiemes }[]
  /** Cells of the cross table, when the document gives one. */
  parts: { porteur: string; quotite: Centiemes }[]
  changements: string[]
}

export interface VueThematiques {
  /** By thématique, or between parts that the document writes beside none. */
  partage: Partage
  lignes: VueTheme[]
  somme: EtatMarge
  /** Themes cited beside a carrier that match no line of the schéma, as written. */
  horsListe: string[]
  /** Posts without any thématique. */
  postesSansTheme: number
  croise: boolean
  /** Why who carries which thématique is not known; null when a cross table tells. */
  pourquoi: string | null
}

/** Mean of what is filled over the days of a schéma that are past. */
export interface MoyennePeriode {
  pourvu: Centiemes
  bornes: Bornes
  /** The period goes on after the last day counted. */
  partielle: boolean
  /** Somebody held a post for a part that nobody gives: the mean is a least. */
  auMoins: boolean
  /** Sum of the posts described: what the mean can reach. */
  decrit: Centiemes
}

/** A span of days over which what is filled does not change. */
export interface MarchePourvu extends Bornes {
  pourvu: Centiemes
}

/** One schéma among those of the territory; its figures are its own and are never added to another’s. */
export interface PeriodeVue {
  /** Reference, for a link; null when it belongs to the previous convention. */
  ref: string | null
  libelle: string
  /** Name of the previous convention, when the schéma was read there. */
  convention: string | null
  etat: EtatSchema
  anterieur: boolean
  debut: DateCivile | null
  fin: DateCivile | null
  periodeTexte: string | null
  total: Centiemes | null
  parCommune: Centiemes | null
  parThematique: Centiemes | null
  moyenne: MoyennePeriode | null
  /** What is filled, day by day, over the days that the mean counts; empty when there is no mean. */
  marches: MarchePourvu[]
  /** What the document itself says of the lines of which no post is described, in the five states. */
  ecrit: Effectif
}

export interface VueTemps {
  periodes: PeriodeVue[]
  trous: Bornes[]
  /** First and last day drawn; null when no schéma is dated. */
  bornes: Bornes | null
  /** The convention before, when the product holds it and the reader may read it. */
  predecesseur: string | null
  phrase: string
}

export interface VueVues {
  nom: string
  today: DateCivile
  date: DateCivile
  /** May write schémas: to others a draft is a projet. */
  redacteur: boolean
  schemas: SchemaVue[]
  schema: SchemaVue | null
  totaux: TotauxPostes | null
  marges: { PORTEUR: EtatMarge; THEMATIQUE: EtatMarge } | null
  communes: VueCommunes | null
  thematiques: VueThematiques | null
  temps: VueTemps
  lacune: string | null
}

/** What is needed of a schéma of the previous convention. */
export interface SchemaPredecesseur {
  ref: string
  libelle: string
  etat: EtatSchema
  debut: DateCivile | null
  fin: DateCivile | null
  periodeTexte: string | null
  total: Centiemes | null
  parCommune: Centiemes | null
  parThematique: Centiemes | null
  ecrit: Effectif
  postes: {
    quotite: Centiemes
    occupations: { quotite: Centiemes | null; debut: DateCivile; fin: DateCivile | null }[]
  }[]
}
