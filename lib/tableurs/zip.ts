import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive to write. */
export interface Piece {
  nom: string
  contenu: string
  /** kept as it is: the first part of an ODS says its type in the clear */
  brut?: boolean
}

/** 1 January 1980: the same content is the same file. */
const JOUR = 0x21
const UTF8 = 0x800

interface PieceEcrite {
  entete: Buffer
  nom: Buffer
  corps: Buffer
  place: number
}

function buildEntete({
  methode,
  crc,
  taille,
  corps,
  nom,
}: {
  methode: number
  crc: number
  taille: number
  corps: Buffer
  nom: Buffer
}): Buffer {
  const entete = Buffer.alloc(26)
  entete.writeUInt16LE(20, 0)
  entete.writeUInt16LE(UTF8, 2)
  entete.writeUInt16LE(methode, 4)
  entete.writeUInt16LE(JOUR, 8)
  entete.writeUInt32LE(crc, 10)
  entete.writeUInt32LE(corps.length, 14)
  entete.writeUInt32LE(taille, 18)
  entete.writeUInt16LE(nom.length, 22)
  return entete
}

const signature = (octets: number[]): Buffer => Buffer.from(octets)

/** An archive of some parts of text: what an ODS is. */
export function writeZip(pieces: readonly Piece[]): Uint8Array {
  let place = 0
  const ecrites = pieces.map(({ nom, contenu, brut = false }): PieceEcrite => {
    const octets = Buffer.from(contenu, 'utf8')
    const corps = brut ? octets : deflateRawSync(octets)
    const nomEcrit = Buffer.from(nom, 'utf8')
    const entete = buildEntete({
      methode: brut ? 0 : 8,
      crc: crc32(octets),
      taille: octets.length,
      corps,
      nom: nomEcrit,
    })
    const ecrite = { entete, nom: nomEcrit, corps, place }
    place += 4 + entete.length + nomEcrit.length + corps.length
    return ecrite
  })
  const centrale = ecrites.map(({ entete, nom, place: ici }) => {
    const suite = Buffer.alloc(14)
    suite.writeUInt32LE(ici, 10)
    return Buffer.concat([signature([0x50, 0x4b, 1, 2, 20, 0]), entete, suite, nom])
  })
  const taille = centrale.reduce((somme, { length }) => somme + length, 0)
  const fin = Buffer.alloc(18)
  fin.writeUInt16LE(pieces.length, 4)
  fin.writeUInt16LE(pieces.length, 6)
  fin.writeUInt32LE(taille, 8)
  fin.writeUInt32LE(place, 12)
  return Buffer.concat([
    ...ecrites.flatMap(({ entete, nom, corps }) => [signature([0x50, 0x4b, 3, 4]), entete, nom, corps]),
    ...centrale,
    signature([0x50, 0x4b, 5, 6]),
    fin,
  ])
}
