import type { Archive } from './archive'
import { Compteur, formatAdresse, Grille, parseColonne } from './grille'
import { formatValeur, readAffichage, type Affichage } from './nombres'
import { refus } from './refus'
import type { Rythme } from './rythme'
import { LIMITES, type Feuille } from './types'
import { decodeXml, LecteurXml } from './xml'

/** XLSX as Excel, LibreOffice, Google Sheets and others write it. */

interface Lien {
  id: string
  type: string
  cible: string
}

async function readLiens(archive: Archive, piece: string): Promise<Lien[]> {
  const dossier = piece.slice(0, piece.lastIndexOf('/') + 1)
  const octets = await archive.readPiece(`${dossier}_rels/${piece.slice(dossier.length)}.rels`)
  if (!octets) return []
  const lecteur = new LecteurXml(decodeXml(octets))
  const liens: Lien[] = []
  while (lecteur.next()) {
    if (lecteur.genre !== 'OUVRE' || lecteur.nom !== 'Relationship') continue
    const cible = lecteur.readAttribut('Target') ?? ''
    liens.push({
      id: lecteur.readAttribut('Id') ?? '',
      type: lecteur.readAttribut('Type') ?? '',
      cible: cible.startsWith('/') ? cible.slice(1) : `${dossier}${cible.replace(/^\.\//, '')}`,
    })
    if (liens.length > LIMITES.entrees) throw refus.entrees()
  }
  return liens
}

/** `_x0041_` stands for one character, `_x005F_` for an underscore that would look like it. */
const unescapeCellule = (texte: string): string =>
  texte.includes('_x')
    ? texte.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : texte

async function readChaines(octets: Uint8Array, rythme: Rythme): Promise<string[]> {
  const lecteur = new LecteurXml(decodeXml(octets))
  const chaines: string[] = []
  let courante: string[] | null = null
  let dansTexte = false
  let phonetique = 0
  while (lecteur.next()) {
    if (rythme.isDue()) await rythme.pause()
    const { genre, nom } = lecteur
    if (genre === 'TEXTE') {
      if (dansTexte && phonetique === 0) courante?.push(lecteur.texte)
    } else if (nom === 'si') {
      if (genre === 'OUVRE') courante = []
      if (genre === 'FERME' || lecteur.vide) {
        chaines.push(unescapeCellule((courante ?? []).join('')))
        courante = null
        if (chaines.length > LIMITES.cellules) throw refus.cellules()
      }
    } else if (nom === 't') dansTexte = genre === 'OUVRE' && !lecteur.vide
    else if (nom === 'rPh' && !lecteur.vide) phonetique += genre === 'OUVRE' ? 1 : -1
  }
  return chaines
}

async function readStyles(octets: Uint8Array, rythme: Rythme): Promise<Affichage[]> {
  const lecteur = new LecteurXml(decodeXml(octets))
  const codes = new Map<number, string>()
  const styles: Affichage[] = []
  let dansCellules = false
  while (lecteur.next()) {
    if (rythme.isDue()) await rythme.pause()
    const { genre, nom } = lecteur
    if (nom === 'cellXfs') dansCellules = genre === 'OUVRE' && !lecteur.vide
    else if (genre === 'OUVRE' && nom === 'numFmt')
      codes.set(Number(lecteur.readAttribut('numFmtId')), lecteur.readAttribut('formatCode') ?? '')
    else if (genre === 'OUVRE' && nom === 'xf' && dansCellules) {
      const id = Number(lecteur.readAttribut('numFmtId') ?? 0)
      styles.push(readAffichage(id, codes.get(id)))
    }
  }
  return styles
}

interface Classeur {
  feuilles: { nom: string; lien: string }[]
  depuis1904: boolean
}

function readClasseur(octets: Uint8Array): Classeur {
  const lecteur = new LecteurXml(decodeXml(octets))
  const classeur: Classeur = { feuilles: [], depuis1904: false }
  while (lecteur.next()) {
    if (lecteur.genre !== 'OUVRE') continue
    if (lecteur.nom === 'workbookPr')
      classeur.depuis1904 = ['1', 'true'].includes(lecteur.readAttribut('date1904') ?? '')
    if (lecteur.nom !== 'sheet' || (lecteur.readAttribut('state') ?? 'visible') !== 'visible') continue
    classeur.feuilles.push({
      nom: (lecteur.readAttribut('name') ?? '').slice(0, 100),
      lien: lecteur.readAttribut('r:id') ?? lecteur.readAttribut('relationships:id') ?? '',
    })
    if (classeur.feuilles.length > LIMITES.feuilles) throw refus.feuilles()
  }
  return classeur
}

interface Contexte {
  chaines: string[]
  styles: Affichage[]
  depuis1904: boolean
  rythme: Rythme
  compteur: Compteur
}

interface CelluleLue {
  ligne: number
  colonne: number
  type: string
  style: number
  valeur: string
  formule: boolean
}

function formatCelluleLue(cellule: CelluleLue, { chaines, styles, depuis1904 }: Contexte): string {
  const { type, valeur, formule } = cellule
  if (valeur === '' && formule && type !== 'str') throw refus.formule(formatAdresse(cellule.ligne, cellule.colonne))
  switch (type) {
    case 's':
      return chaines[Number(valeur)] ?? ''
    case 'inlineStr':
    case 'str':
      return unescapeCellule(valeur)
    case 'b':
      return valeur.trim() === '1' || valeur.trim() === 'true' ? 'VRAI' : 'FAUX'
    case 'e':
      return valeur
    case 'd':
      return valeur.replace(/T00:00:00.*$/, '').replace(/T(\d\d:\d\d).*$/, ' $1')
    default:
      return formatValeur(valeur, styles[cellule.style] ?? 'NOMBRE', depuis1904)
  }
}

async function readFeuille(nom: string, octets: Uint8Array, contexte: Contexte): Promise<Feuille> {
  const lecteur = new LecteurXml(decodeXml(octets))
  const grille = new Grille(nom, contexte.compteur)
  let ligne = -1
  let colonne = -1
  let cellule: CelluleLue | null = null
  let releve = false
  let phonetique = 0
  while (lecteur.next()) {
    if (contexte.rythme.isDue()) await contexte.rythme.pause()
    const balise = lecteur.nom
    if (lecteur.genre === 'TEXTE') {
      if (cellule && releve && phonetique === 0) cellule.valeur += lecteur.texte
      continue
    }
    const ouvre = lecteur.genre === 'OUVRE'
    if (balise === 'row' && ouvre) {
      ligne = Number(lecteur.readAttribut('r') ?? ligne + 2) - 1
      colonne = -1
      if (!(ligne >= 0)) throw refus.abime()
    } else if (balise === 'c' && ouvre) {
      const adresse = lecteur.readAttribut('r')
      colonne = adresse === null ? colonne + 1 : parseColonne(adresse)
      if (colonne < 0 || ligne < 0) throw refus.abime()
      cellule = lecteur.vide
        ? null
        : {
            ligne,
            colonne,
            type: lecteur.readAttribut('t') ?? 'n',
            style: Number(lecteur.readAttribut('s') ?? 0),
            valeur: '',
            formule: false,
          }
    } else if (balise === 'c' && cellule) {
      grille.write(cellule.ligne, cellule.colonne, formatCelluleLue(cellule, contexte))
      cellule = null
    } else if (balise === 'f' && ouvre && cellule) cellule.formule = true
    else if (balise === 'v' || balise === 't') releve = ouvre && !lecteur.vide
    else if (balise === 'rPh' && !lecteur.vide) phonetique += ouvre ? 1 : -1
    else if (balise === 'sheetData' && !ouvre) break
  }
  return grille.toFeuille()
}

/** @throws RefusTableur on what is no workbook, or beyond the limits */
export async function readXlsx(archive: Archive, rythme: Rythme): Promise<Feuille[]> {
  const racine =
    (await readLiens(archive, '')).find(({ type }) => type.endsWith('/officeDocument'))?.cible ?? 'xl/workbook.xml'
  if (racine.endsWith('.bin')) throw refus.binaire()
  const octets = await archive.readPiece(racine)
  if (!octets) throw refus.abime()
  const classeur = readClasseur(octets)
  const liens = await readLiens(archive, racine)
  const readPar = async <T>(type: string, lire: (octets: Uint8Array, rythme: Rythme) => Promise<T[]>): Promise<T[]> => {
    const lien = liens.find((candidat) => candidat.type.endsWith(type))
    const piece = lien ? await archive.readPiece(lien.cible) : null
    return piece ? lire(piece, rythme) : []
  }
  const contexte: Contexte = {
    chaines: await readPar('/sharedStrings', readChaines),
    styles: await readPar('/styles', readStyles),
    depuis1904: classeur.depuis1904,
    rythme,
    compteur: new Compteur(),
  }
  const feuilles: Feuille[] = []
  for (const { nom, lien } of classeur.feuilles) {
    const cible = liens.find(({ id }) => id === lien)
    // A sheet of charts has no cells.
    const piece = cible?.type.endsWith('/worksheet') ? await archive.readPiece(cible.cible) : null
    if (piece) feuilles.push(await readFeuille(nom, piece, contexte))
  }
  return feuilles
}
