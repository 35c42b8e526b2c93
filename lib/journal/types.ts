/** A row as the journal or a table gives it, by column. */
export type Colonnes = Readonly<Record<string, unknown>>

/** What was done to a row. */
export type Geste = 'AJOUT' | 'MODIFICATION' | 'RETRAIT'

/** One line of the journal: a row and what changed of it. */
export interface LigneJournal {
  id: number
  /** table; `convention` for what is of no table */
  objet: string
  /** null where the key of the row is not a number */
  objetId: number | null
  libelle: string | null
  avant: Colonnes | null
  apres: Colonnes | null
  motif: string | null
  /** how many of the same table were added, changed or removed at once; the lines given may be fewer */
  nombre: number
}

/** What one person did at once: the lines of one transaction. */
export interface GesteJournal {
  /** the last of its lines */
  id: number
  /** in Europe/Paris: 'YYYY-MM-DD HH:MI' */
  instant: string
  /** null: nobody, the application itself */
  auteurId: number | null
  operation: string
  /** in the order they were written */
  lignes: readonly LigneJournal[]
}

/** Rows by table and key ('fiche_action 12'), those of people and of the sides they speak for included. */
export type Noms = ReadonlyMap<string, Colonnes>

/** One field, from what to what, in words. */
export interface Changement {
  champ: string
  de: string | null
  vers: string | null
}

/** One thing done: « a planifié le COPIL du 8 décembre 2026 ». */
export interface Fait {
  phrase: string
  details: Changement[]
}

/** A gesture as people read it. */
export interface GesteLu {
  id: number
  instant: string
  /** « La coordination (Awa Diallo) » */
  auteur: string
  faits: Fait[]
  /** why, in the words of who did it */
  motif: string | null
}
