import type { DateCivile } from '@/lib/platform/dates'

/** A sheet as text: what a person sees in each cell, rows of different lengths, no empty end. */
export interface Feuille {
  nom: string
  lignes: string[][]
}

export type FormatTableur = 'xlsx' | 'ods' | 'csv'
export const FORMATS_TABLEUR = ['xlsx', 'ods', 'csv'] as const satisfies readonly FormatTableur[]

export type LectureTableur = { ok: true; format: FormatTableur; feuilles: Feuille[] } | { ok: false; message: string }

/** A cell to write: words (never a formula), an exact number, or a day. */
export type Cellule = string | { nombre: string } | { date: DateCivile }

export interface FeuilleEcrite {
  nom: string
  /** the first row is the header */
  lignes: Cellule[][]
  /** widths of the columns, in characters */
  largeurs?: number[]
}

/** What a file may hold. Beyond, it is refused in words before it costs anything. */
export const LIMITES = {
  octets: 5_000_000,
  /** of all the parts of an archive, once inflated */
  deploye: 40_000_000,
  entrees: 2_000,
  feuilles: 40,
  /** header included */
  lignes: 5_001,
  colonnes: 200,
  cellule: 20_000,
  /** filled cells of a whole file */
  cellules: 400_000,
  balise: 20_000,
  /** tags and texts walked through: about a second of work */
  pas: 4_000_000,
} as const

/** Types that a browser and a spreadsheet know these files by. */
export const MIMES: Record<FormatTableur, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
}
