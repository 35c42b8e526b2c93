import yauzl from 'yauzl'
import { refus, RefusTableur } from './refus'
import { LIMITES } from './types'

/** The archive that an XLSX or an ODS is: looked at whole before anything of it is inflated. */

export interface Archive {
  noms: ReadonlySet<string>
  /** Bytes of one part; null when it is not there. @throws RefusTableur beyond what was declared */
  readPiece: (nom: string) => Promise<Uint8Array | null>
}

const open = (octets: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((suite, echec) => {
    // Names that climb out, or that no system agrees on, are refused by the library itself.
    yauzl.fromBuffer(
      Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength),
      { lazyEntries: true, validateEntrySizes: true },
      (erreur, zip) => (erreur ? echec(erreur) : suite(zip)),
    )
  })

/** Every entry, checked: none encrypted, none twice, no more in all than a spreadsheet needs. */
function listEntrees(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((suite, echec) => {
    const entrees = new Map<string, yauzl.Entry>()
    let total = 0
    zip.on('entry', (entree: yauzl.Entry) => {
      total += entree.uncompressedSize
      if (entree.isEncrypted()) return echec(refus.protege())
      if (entree.compressionMethod !== 0 && entree.compressionMethod !== 8) return echec(refus.abime())
      if (entrees.has(entree.fileName)) return echec(refus.abime())
      if (entrees.size >= LIMITES.entrees) return echec(refus.entrees())
      if (total > LIMITES.deploye) return echec(refus.deploye())
      entrees.set(entree.fileName, entree)
      zip.readEntry()
    })
    zip.on('end', () => suite(entrees))
    zip.on('error', echec)
    zip.readEntry()
  })
}

function inflate(zip: yauzl.ZipFile, entree: yauzl.Entry, reste: number): Promise<Uint8Array> {
  return new Promise((suite, echec) => {
    zip.openReadStream(entree, (erreur, flux) => {
      if (erreur) return echec(erreur)
      const morceaux: Buffer[] = []
      let recus = 0
      flux.on('data', (morceau: Buffer) => {
        recus += morceau.length
        // The declared size may lie: what comes out is counted.
        if (recus > reste || recus > entree.uncompressedSize) {
          flux.destroy()
          echec(refus.deploye())
        } else morceaux.push(morceau)
      })
      flux.on('end', () => suite(Buffer.concat(morceaux, recus)))
      flux.on('error', echec)
    })
  })
}

const readRefus = (erreur: unknown): RefusTableur => (erreur instanceof RefusTableur ? erreur : refus.abime())

/** @throws RefusTableur when the archive is broken, protected, or holds too much */
export async function openArchive(octets: Uint8Array): Promise<Archive> {
  try {
    const zip = await open(octets)
    if (zip.entryCount > LIMITES.entrees) throw refus.entrees()
    const entrees = await listEntrees(zip)
    let deploye = 0
    return {
      noms: new Set(entrees.keys()),
      readPiece: async (nom) => {
        const entree = entrees.get(nom)
        if (!entree) return null
        try {
          const piece = await inflate(zip, entree, LIMITES.deploye - deploye)
          deploye += piece.length
          return piece
        } catch (erreur) {
          throw readRefus(erreur)
        }
      },
    }
  } catch (erreur) {
    throw readRefus(erreur)
  }
}
