import type { ChampFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'

/** What the edition of a fiche answers. */

/** A field that somebody else changed since one began to type over it. */
export interface ChampEnConflit<C extends ChampFiche = ChampFiche> {
  champ: C
  /** what is there now */
  actuel: ValeursFiche[C]
  /** what one wanted to write */
  voulu: ValeursFiche[C]
  /** who changed it, and when ('YYYY-MM-DD HH:MI' in Europe/Paris); null when the journal may not be read */
  auteur: string | null
  instant: string | null
}

/** Carried by a CONFLIT of `updateFiche`: nothing was written; the fields not listed are free to be sent again. */
export interface ConflitFiche {
  conflits: ChampEnConflit[]
}

/** Answer of `updateFiche`. */
export interface FicheModifiee {
  version: number
  /** fields whose value changed */
  champs: ChampFiche[]
  /** when it was saved: 'HH:MI' in Europe/Paris */
  heure: string
}
