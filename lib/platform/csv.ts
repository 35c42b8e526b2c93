/** Tables for spreadsheets, in which no cell becomes a formula. */

/** A cell that a spreadsheet would run is kept as text by an apostrophe. */
export const formatCellule = (texte: string): string => (/^[\s]*[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte)

function formatCelluleCsv(texte: string): string {
  const sure = formatCellule(texte)
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure
}

/** A whole file as French spreadsheets open it: UTF-8 with its mark, semicolons, CRLF, quotes where the format asks for them. */
export const formatCsv = (rangs: readonly (readonly string[])[]): string =>
  `\uFEFF${rangs.map((rang) => rang.map(formatCelluleCsv).join(';')).join('\r\n')}\r\n`
