import { writeXlsx as write, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { cleanTexte } from '@/lib/platform/texte'
import { formatColonne } from './grille'
import type { Cellule, FeuilleEcrite } from './types'

/** Words that look like a character by its number are written so that they stay words. */
const escape = (texte: string): string => cleanTexte(texte).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** The calendar of spreadsheets starts in 1900, with a day too many at first. */
const PREMIER_JOUR = '1900-03-01'

function toValeur(cellule: Cellule): CellValue {
  if (typeof cellule === 'string') return cellule === '' ? null : escape(cellule)
  if ('nombre' in cellule) return Number(cellule.nombre)
  return cellule.date < PREMIER_JOUR ? cellule.date : new Date(`${cellule.date}T00:00:00Z`)
}

const HAUT = { wrapText: true, vertical: 'top' } as const

function toFeuille({ nom, lignes, largeurs = [] }: FeuilleEcrite): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  lignes[0]?.forEach((cellule, colonne) =>
    cells.set(`0,${colonne}`, {
      value: toValeur(cellule),
      type: 'string',
      style: { font: { bold: true }, alignment: HAUT },
    }),
  )
  lignes.forEach((ligne, i) =>
    ligne.forEach((cellule, colonne) => {
      if (i > 0 && typeof cellule === 'object' && 'date' in cellule)
        cells.set(`${i},${colonne}`, { value: toValeur(cellule), style: { numFmt: 'dd/mm/yyyy', alignment: HAUT } })
    }),
  )
  return {
    name: nom,
    rows: lignes.map((ligne) => ligne.map(toValeur)),
    columns: largeurs.map((width) => ({ width, style: { alignment: HAUT } })),
    cells,
    freezePane: { rows: 1 },
    ...(lignes.length > 1 && lignes[0]
      ? { autoFilter: { range: `A1:${formatColonne(lignes[0].length - 1)}${lignes.length}` } }
      : {}),
  }
}

/** A workbook as the bytes of an XLSX: its texts are typed as texts, none is a formula. */
export const writeXlsx = (feuilles: readonly FeuilleEcrite[]): Promise<Uint8Array> =>
  write({ sheets: feuilles.map(toFeuille) })
