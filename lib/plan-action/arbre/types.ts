import type { DateCivile } from '@/lib/platform/dates'
import type { Numerotation } from './words'

/** The tree of a plan, as its editor sees it. */

export interface ReglagesPlan {
  titre: string | null
  /** the convention’s own names for its levels of axes, from the top (1 to 3) */
  niveaux: string[]
  nomFiche: string
  nomEtape: string
  texte: string | null
  raisonSansFiche: string | null
  numerotation: Numerotation
  prefixe: string | null
}

export interface AxeArbre {
  id: number
  ref: string
  parent: number | null
  numero: string | null
  titre: string
  description: string | null
  objectifs: string[]
  /** why it has no fiche */
  absence: string | null
  theme: string | null
  ordre: number
  version: number
}

export interface FicheArbre {
  id: number
  ref: string
  axe: number
  numero: string | null
  titre: string
  ordre: number
  /** announced and not yet written, until when */
  aRediger: boolean
  echeance: DateCivile | null
}

/** The tree whole, in the order of the document. */
export interface ArbrePlan {
  id: number
  /** bumped at each change of the tree */
  version: number
  /** number of the version that an avenant will close */
  numeroVersion: number
  reglages: ReglagesPlan
  axes: AxeArbre[]
  fiches: FicheArbre[]
}

export interface VueArbre {
  /** name of the convention */
  nom: string
  arbre: ArbrePlan | null
  /** why the dossier read carries no plan */
  lacune: string | null
  avenants: { id: number; objet: string; echeance: DateCivile | null }[]
  themes: { code: string; nom: string }[]
}

/** What a change of the tree answers: the tree as it is now, and what was done in words. */
export interface ArbreEcrit {
  arbre: ArbrePlan
  message: string
}
