import type { Verdict } from '../types/tableur'

/** What becomes of a row of a file, as a cell of the report and a badge say it. */
export const MOTS_VERDICT: Readonly<Record<Verdict, string>> = {
  REFUSEE: 'Refusée',
  CHANGEE: 'Changée',
  CREEE: 'Créée',
  INCHANGEE: 'Inchangée',
}
