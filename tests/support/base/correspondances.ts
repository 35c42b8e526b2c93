/**
 * What migrations have renamed, reshaped or given up since the oldest lived-in base: the only differences that the
 * trial of an upgrade lets pass. A migration that moves something adds its line here, with why nobody loses anything.
 */
export interface Correspondance {
  /** table as the base names it */
  table: string
  /** column as the base names it; left out: the table itself */
  colonne?: string
  /** its name now; null: given up, for the reason said */
  devient: string | null
  /** what a value has become, in the text of PostgreSQL */
  traduit?: (valeur: string | null) => string | null
  /** the migration, and why nothing that somebody wrote is lost */
  pourquoi: string
}

export const CORRESPONDANCES: readonly Correspondance[] = []
