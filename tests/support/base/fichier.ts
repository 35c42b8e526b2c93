import fs from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** A base as it was on a day, in one file: what it was made by, and its rows as PostgreSQL writes them. */
export interface BaseVecue {
  entete: EnteteBase
  tables: TableVecue[]
}

export interface EnteteBase {
  format: 1
  /** commit whose code made it */
  version: string
  /** instant at which it was made */
  instant: string
  /** migrations it was made under, in order */
  migrations: { name: string; checksum: string }[]
  /** last value given by each sequence */
  sequences: Record<string, string>
  /** secrets of links that are open in it: the choice of a password by somebody invited, a fiche by invitation */
  liens: { invitation: string; fiche: string }
}

export interface TableVecue {
  nom: string
  colonnes: { nom: string; type: string }[]
  /** one text per column, null for NULL */
  lignes: (string | null)[][]
}

/** Writes a base: one JSON text per line, the header, then each table followed by its rows; under brotli. */
export function writeBase(chemin: string, { entete, tables }: BaseVecue): void {
  const lignes = [
    entete,
    ...tables.flatMap(({ lignes: rangs, ...table }) => [{ ...table, lignes: rangs.length }, ...rangs]),
  ]
  const texte = lignes.map((ligne) => `${JSON.stringify(ligne)}\n`).join('')
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  }
  fs.writeFileSync(chemin, brotliCompressSync(texte, { params }))
}

/** Reads what `writeBase` wrote. */
export function readBase(chemin: string): BaseVecue {
  const [entete = '', ...lignes] = brotliDecompressSync(fs.readFileSync(chemin)).toString('utf8').trimEnd().split('\n')
  const tables: TableVecue[] = []
  for (let rang = 0; rang < lignes.length; ) {
    const { lignes: nombre, ...table } = JSON.parse(lignes[rang] ?? '') as Omit<TableVecue, 'lignes'> & {
      lignes: number
    }
    tables.push({
      ...table,
      lignes: lignes.slice(rang + 1, rang + 1 + nombre).map((ligne) => JSON.parse(ligne) as (string | null)[]),
    })
    rang += nombre + 1
  }
  return { entete: JSON.parse(entete) as EnteteBase, tables }
}
