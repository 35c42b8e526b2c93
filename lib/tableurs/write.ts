import { writeCsv } from './csv'
import type { Cellule, FeuilleEcrite, FormatTableur } from './types'
import { writeOds } from './write-ods'
import { writeXlsx } from './write-xlsx'

const toTexte = (cellule: Cellule): string =>
  typeof cellule === 'string'
    ? cellule
    : 'nombre' in cellule
      ? cellule.nombre.replace('.', ',')
      : cellule.date.split('-').reverse().join('/')

/** A file to download: every sheet, or the first alone in CSV. In none does a cell become a formula. */
export async function writeTableur(format: FormatTableur, feuilles: readonly FeuilleEcrite[]): Promise<Uint8Array> {
  if (format === 'xlsx') return writeXlsx(feuilles)
  if (format === 'ods') return writeOds(feuilles)
  return Buffer.from(writeCsv((feuilles[0]?.lignes ?? []).map((ligne) => ligne.map(toTexte))), 'utf8')
}
