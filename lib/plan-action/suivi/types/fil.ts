import type { CleChangement } from '../words/fil'
import type { Visibilite } from '../words/suivi'

/** The thread of a fiche: what happened to it, newest first. */

/** Columns of a row as the journal keeps them, as text. */
export type Colonnes = Record<string, string | null>

/** A line of the journal, with what its row is called. */
export interface LigneFil {
  id: number
  objet: string
  objetId: number | null
  /** what it is about, in words: an étape, an indicator, a theme, a side */
  sujet: string | null
  avant: Colonnes | null
  apres: Colonnes | null
}

export interface Partie {
  nom: string | null
  de: string | null
  vers: string | null
}

/** A change of one field, in words. */
export interface ChangementVu {
  /** own key among the changes of one save */
  cle: string
  /** « Étape 1. Forum des métiers »; null: the fiche itself */
  sujet: string | null
  champ: string
  parties: Partie[]
  /** words long enough to be folded, with what differs */
  long: boolean
  /** what puts it back, where it can be */
  retablir: { ligne: number; champ: CleChangement } | null
}

interface Evenement {
  /** in Europe/Paris: 'YYYY-MM-DD HH:MI' */
  instant: string
  cle: string
  auteur: string | null
}

/** One save, whatever it changed. */
export interface ChangementsFil extends Evenement {
  genre: 'CHANGEMENT'
  motif: string | null
  changements: ChangementVu[]
}

export interface CommentaireFil extends Evenement {
  genre: 'COMMENTAIRE'
  id: number
  fonction: string | null
  visibilite: Visibilite
  texte: string
  /** names of the people it names */
  cites: string[]
  mien: boolean
  /** whether it names who reads, and was not read yet */
  nonLu: boolean
}

export interface DecisionFil extends Evenement {
  genre: 'DECISION'
  texte: string
  etat: 'ATTENDUE' | 'PRISE' | 'REPORTEE' | 'REFUSEE'
  instance: string
  /** `ref` of its meeting, and its day */
  reunion: string
  date: string
}

export interface ContributionFil extends Evenement {
  genre: 'CONTRIBUTION'
  etat: 'PROPOSEE' | 'ACCEPTEE' | 'REFUSEE'
  message: string | null
  motif: string | null
  /** who answered, and when */
  par: string | null
  le: string | null
}

export type EvenementFil = ChangementsFil | CommentaireFil | DecisionFil | ContributionFil

export interface FilFiche {
  evenements: EvenementFil[]
  /** how many there are in all, those left out of this page included */
  total: number
}

/** Carried by a CONFLIT of `cancelChangement`: the value changed since that line. */
export interface ConflitRetablir {
  /** the value now, in words, and as it is to be sent back to say that it was seen */
  actuel: string
  vu: string
  /** what it would be put back to */
  voulu: string
}
