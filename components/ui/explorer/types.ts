import type { ColorToken } from '../tokens'

/** What a picture that one explores is made of. Its words are written beforehand, by who knows what the figures mean. */

export interface SerieVue {
  cle: string
  libelle: string
  color: ColorToken
  trait: 'plein' | 'tirets'
  /** A value holds until the next row, as an agreed total does; otherwise it is a point of a course. */
  marche?: boolean
}

export interface ValeurVue {
  y: number
  /** As it is read: '12 345 €'. */
  texte: string
  /** Nothing is known of what lies between this value and the one before. */
  trou?: boolean
}

export interface RangeeVue {
  /** Place in time: days since 1 January 1970. Rows are in order, and no two share a place. */
  x: number
  /** What the row is of: '2024', 'du 1er janvier au 30 juin 2026'. */
  libelle: string
  valeurs: Record<string, ValeurVue>
}

/** A level to compare with: a target, a starting point. */
export interface RepereVue {
  cle: string
  libelle: string
  y: number
  texte: string
  color: ColorToken
}

export interface SeriesVue {
  /** Accessible name of the picture. */
  titre: string
  axe: 'nombre' | 'pourcent' | 'euros' | 'etp'
  series: SerieVue[]
  rangees: RangeeVue[]
  reperes: RepereVue[]
  annees: AnneeVue[]
}

/** A year of the picture: its first day, and the one of the next, in days since 1 January 1970. */
export interface AnneeVue {
  annee: number
  debut: number
  fin: number
}

/** One way to share things out: its bands, and what is in each. */
interface RepartitionVue {
  cle: string
  libelle: string
  /** Said in one sentence. */
  phrase: string
  bandes: BandeVue[]
}

export interface BandeVue {
  libelle: string
  elements: { libelle: string; href: string; detail: string; signale: boolean }[]
}

export interface BandesVue {
  titre: string
  repartitions: RepartitionVue[]
  /** What is counted, and what a signalled one is: 'convention', 'à regarder'. */
  mots: { un: string; signale: string; autre: string }
}
