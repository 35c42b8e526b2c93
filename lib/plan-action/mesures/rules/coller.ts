import { cleanTexte } from '@/lib/platform/texte'

/** What comes out of a spreadsheet by the clipboard: rows cut by line breaks, cells by tabs, quoted where they hold either. */

/**
 * Reads pasted text as a rectangle. A cell that begins with a quote goes on to the closing one, line breaks and tabs
 * included, a doubled quote being one; a quote anywhere else is a quote. Each cell is cleaned once it is cut out.
 */
export function parseTableau(texte: string): string[][] {
  const source = texte.replace(/\r\n?/g, '\n')
  const rangees: string[][] = [[]]
  let position = 0
  const ajoute = (cellule: string) => rangees.at(-1)?.push(cleanTexte(cellule))
  while (position <= source.length) {
    const citee = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y
    citee.lastIndex = position
    const entre = citee.exec(source)
    const nue = /[^\t\n]*/y
    nue.lastIndex = position
    const brute = entre ? entre[0] : (nue.exec(source)?.[0] ?? '')
    ajoute(entre ? (entre[1] ?? '').replaceAll('""', '"') : brute)
    position += brute.length
    if (source[position] === '\n') rangees.push([])
    position += 1
  }
  // A spreadsheet ends what it copies with a line break.
  if (rangees.length > 1 && rangees.at(-1)?.every((cellule) => cellule === '')) rangees.pop()
  return rangees
}

/** Writes a rectangle as a spreadsheet copies it; read back by {@link parseTableau}. */
export const formatTableau = (rangees: readonly (readonly string[])[]): string =>
  rangees
    .map((rangee) =>
      rangee.map((cellule) => (/^"|[\t\n]/.test(cellule) ? `"${cellule.replaceAll('"', '""')}"` : cellule)).join('\t'),
    )
    .join('\n')

export interface Collage<C> {
  cellules: { cible: C; texte: string }[]
  /** rows and columns of the clipboard that fall outside */
  horsLignes: number
  horsColonnes: number
}

/**
 * Lays a rectangle over cells, from one of them down and to the right; an empty cell of the clipboard leaves what is there.
 * @param cibles cells by row and column, null where nothing can be typed
 */
export function placeTableau<C>(
  tableau: readonly (readonly string[])[],
  cibles: readonly (readonly (C | null)[])[],
  depart: { ligne: number; colonne: number },
): Collage<C> {
  const lignes = cibles.slice(depart.ligne)
  const largeur = Math.max(0, ...tableau.map((rangee) => rangee.length))
  const place = lignes[0] ? lignes[0].length - depart.colonne : 0
  const cellules = tableau.flatMap((rangee, rang) =>
    rangee.flatMap((texte, colonne) => {
      const cible = lignes[rang]?.[depart.colonne + colonne] ?? null
      const net = texte.trim()
      return cible === null || net === '' ? [] : [{ cible, texte: net }]
    }),
  )
  return {
    cellules,
    horsLignes: Math.max(0, tableau.length - lignes.length),
    horsColonnes: Math.max(0, largeur - place),
  }
}
