import type { DateCivile } from '@/lib/platform/dates'
import type { Cote, Frequence, NatureIndicateur, Pas } from '@/lib/plan-action/indicateurs/words'
import type { MesureCourante } from './mesure'

/** The grid of values: what a screen shows of it. */

/** A cell with something in it; those that are empty are left out. */
export interface CelluleGrille {
  /** the row one types over */
  courante: MesureCourante
  /** why it is proposed, and by whom */
  motif: string | null
  auteur: string | null
  /** the other row of the cell, as read: what holds beside one’s proposal, or what is proposed beside what holds */
  autre: string | null
}

/** A row of the grid: a line as written, a measure it was split into, or a part of a breakdown. */
export interface RangeeGrille {
  cle: string
  genre: 'LIGNE' | 'PARTIE' | 'PART'
  indicateur: number
  ref: string
  /** part of the breakdown; null: the whole */
  ventilation: string | null
  libelle: string
  nature: NatureIndicateur
  unite: string | null
  source: string | null
  frequence: Frequence | null
  /** side that confirms what this person types; null: it holds at once */
  confirmation: Cote | null
  /** false for a line that was split: its measures are entered instead */
  saisissable: boolean
  /** number of parts of its breakdown, folded under it */
  parts: number
  reference: string | null
  cible: string | null
  /** by key of period */
  cellules: Record<string, CelluleGrille>
  /** by key of period: what its parts add up to, when all are known */
  totaux: Record<string, string>
  /** values at other periods than the columns */
  autresValeurs: number
}

export interface GroupeGrille {
  /** null: the convention itself */
  fiche: { id: number; ref: string; numero: string | null; titre: string } | null
  /** whether this person may type here */
  modifiable: boolean
  rangees: RangeeGrille[]
}

export interface ColonneGrille {
  cle: string
  libelle: string
  /** not begun yet: takes no value */
  future: boolean
}

export interface VueGrille {
  nom: string
  pas: Pas
  /** year in view: what is expected and what is filled is of that year */
  annee: number
  annees: { debut: number; fin: number }
  colonnes: ColonneGrille[]
  groupes: GroupeGrille[]
  comptes: { lignes: number; renseignees: number; proposees: number; filtrees: number }
  fiches: { ref: string; numero: string | null; titre: string }[]
  axes: { ref: string; numero: string | null; titre: string }[]
  fournisseurs: string[]
  lacune: string | null
  page: number
  pages: number
  /** whoever reads, for the drafts kept on the device */
  personne: number
  coordination: boolean
  today: DateCivile
}
