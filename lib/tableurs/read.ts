import { openArchive } from './archive'
import { readCsv } from './csv'
import { readOds } from './read-ods'
import { readXlsx } from './read-xlsx'
import { refus, RefusTableur } from './refus'
import { Rythme } from './rythme'
import { LIMITES, type Feuille, type FormatTableur, type LectureTableur } from './types'

const startsWith = (octets: Uint8Array, ...signature: number[]): boolean =>
  signature.every((octet, i) => octets[i] === octet)

async function readClasseur(
  octets: Uint8Array,
  rythme: Rythme,
): Promise<{ format: FormatTableur; feuilles: Feuille[] }> {
  const archive = await openArchive(octets)
  if (archive.noms.has('content.xml')) return { format: 'ods', feuilles: await readOds(archive, rythme) }
  return { format: 'xlsx', feuilles: await readXlsx(archive, rythme) }
}

function read(octets: Uint8Array): Promise<{ format: FormatTableur; feuilles: Feuille[] }> {
  const rythme = new Rythme()
  if (octets.length > LIMITES.octets) throw refus.lourd()
  if (octets.length === 0) throw refus.vide()
  if (startsWith(octets, 0x50, 0x4b)) return readClasseur(octets, rythme)
  if (startsWith(octets, 0xd0, 0xcf, 0x11, 0xe0)) throw refus.protege()
  if (startsWith(octets, 0x25, 0x50, 0x44, 0x46) || startsWith(octets, 0x1f, 0x8b)) throw refus.abime()
  return readCsv(octets, rythme).then((feuilles) => ({ format: 'csv' as const, feuilles }))
}

/**
 * A spreadsheet as text, or the sentence that says why it is not read and what to do. What the file is follows from
 * its bytes, never from its name. Hostile files are refused before they cost: by their size, by what they declare, by
 * what comes out of them, by the time they take; meanwhile other requests are answered.
 */
export async function readTableur(octets: Uint8Array): Promise<LectureTableur> {
  try {
    const { format, feuilles } = await read(octets)
    const pleines = feuilles.filter(({ lignes }) =>
      lignes.some((ligne) => ligne.some((cellule) => cellule.trim() !== '')),
    )
    if (pleines.length === 0) throw refus.vide()
    return { ok: true, format, feuilles: pleines }
  } catch (erreur) {
    if (erreur instanceof RefusTableur) return { ok: false, message: erreur.message }
    throw erreur
  }
}
