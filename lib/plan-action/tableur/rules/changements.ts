import type { ChangementCellule, LignePlate, TableTableur, Valeur } from '../types/tableur'
import { getTable } from '../words/colonnes'
import type { LigneLue } from './lecture'
import { formatTexte, isPareil, type Repertoire } from './valeurs'

/** Words of a changed cell that are shown; the rest is cut. */
export const MOTS_MAXIMUM = 400

/** A new row, complete: what the file does not say is not known. */
export function completeLigne({ table, valeurs }: LigneLue): LignePlate {
  const vides = getTable(table)
    .colonnes.filter(({ lecture }) => !lecture)
    .map(({ cle, defaut, genre }): [string, Valeur] => [
      cle,
      defaut ?? (['LISTE', 'THEMES', 'COMMUNES', 'DOCUMENTS', 'ACCORDS'].includes(genre) ? [] : null),
    ])
  return { ...Object.fromEntries(vides), ...valeurs }
}

/** Columns that a row changes, as they read. */
export function listChangements(
  repertoire: Repertoire,
  table: TableTableur,
  avant: LignePlate,
  apres: LignePlate,
  cles: readonly string[],
): ChangementCellule[] {
  const couper = (texte: string) => (texte.length > MOTS_MAXIMUM ? `${texte.slice(0, MOTS_MAXIMUM)}…` : texte)
  return getTable(table).colonnes.flatMap((colonne) => {
    if (!cles.includes(colonne.cle) || isPareil(avant[colonne.cle] ?? null, apres[colonne.cle] ?? null)) return []
    return [
      {
        colonne: colonne.titre,
        de: couper(formatTexte(colonne, avant[colonne.cle] ?? null, repertoire)),
        a: couper(formatTexte(colonne, apres[colonne.cle] ?? null, repertoire)),
      },
    ]
  })
}
