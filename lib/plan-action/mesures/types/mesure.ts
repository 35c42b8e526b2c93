import type { EtatMesure } from '../rules/grille'

/** What the saving of values answers. */

/** A row of a cell, as one types over it. */
export interface MesureCourante {
  id: number
  version: number
  /** as one types it again */
  saisie: string
  etat: EtatMesure
  source: string | null
}

/** A cell after saving: null where nothing is left. */
interface CelluleEnregistree {
  /** place of the cell among those sent */
  rang: number
  mesure: MesureCourante | null
}

export interface MesuresEnregistrees {
  cellules: CelluleEnregistree[]
}

/** A cell that somebody else changed since one began to type over it. */
export interface CelluleEnConflit {
  rang: number
  actuelle: MesureCourante | null
  /** who, where it may be read */
  auteur: string | null
}

/** Carried by a CONFLIT of `recordMesures`: nothing was written. */
export interface ConflitMesures {
  cellules: CelluleEnConflit[]
}
