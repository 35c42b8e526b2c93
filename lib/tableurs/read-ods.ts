import type { Archive } from './archive'
import { Compteur, formatAdresse, Grille } from './grille'
import { formatValeur } from './nombres'
import { refus } from './refus'
import type { Rythme } from './rythme'
import { LIMITES, type Feuille } from './types'
import { decodeXml, LecteurXml } from './xml'

/** ODS as LibreOffice and others write it: rows and cells may stand for many at once. */

/** The words of a cell: paragraphs, with the spaces that OpenDocument collapses. */
class Paragraphes {
  private readonly faits: string[] = []
  private courant: string | null = null
  /** the last space may still be collapsed */
  private espace = true

  open(): void {
    this.courant = ''
    this.espace = true
  }

  close(): void {
    if (this.courant !== null) this.faits.push(this.espace ? this.courant.replace(/ $/, '') : this.courant)
    this.courant = null
  }

  /** Words of the file: runs of blanks are one space, none at either end. */
  write(texte: string): void {
    if (this.courant === null || texte === '') return
    const reduit = texte.replace(/[ \t\r\n]+/g, ' ')
    const ajout = this.espace && reduit.startsWith(' ') ? reduit.slice(1) : reduit
    this.courant += ajout
    if (ajout !== '') this.espace = ajout.endsWith(' ')
  }

  /** Characters said by an element: kept as they are. */
  keep(texte: string): void {
    if (this.courant === null) return
    this.courant += texte
    this.espace = false
  }

  get texte(): string {
    return this.faits.join('\n')
  }
}

interface CelluleLue {
  type: string | null
  valeur: string | null
  chaine: string | null
  formule: boolean
  fois: number
  mots: Paragraphes
}

const readFois = (texte: string | null): number => Math.max(1, Math.min(Number(texte ?? 1) || 1, 2_000_000))

function openCellule(lecteur: LecteurXml): CelluleLue {
  const type = lecteur.readAttribut('office:value-type')
  const valeur =
    type === 'date'
      ? 'office:date-value'
      : type === 'time'
        ? 'office:time-value'
        : type === 'boolean'
          ? 'office:boolean-value'
          : 'office:value'
  return {
    type,
    valeur: type === null ? null : lecteur.readAttribut(valeur),
    chaine: lecteur.readAttribut('office:string-value'),
    formule: lecteur.readAttribut('table:formula') !== null,
    fois: readFois(lecteur.readAttribut('table:number-columns-repeated')),
    mots: new Paragraphes(),
  }
}

/** 'PT14H05M00S' → '14:05'. */
function readHeureIso(duree: string): string {
  const lue = /^PT(\d{1,6})H(\d{1,2})M/.exec(duree)
  return lue ? `${(lue[1] ?? '').padStart(2, '0')}:${(lue[2] ?? '').padStart(2, '0')}` : duree
}

function formatCelluleLue({ type, valeur, chaine, formule, mots }: CelluleLue, adresse: string): string {
  const texte = chaine ?? mots.texte
  if (formule && type === null && texte === '') throw refus.formule(adresse)
  if (type === null || type === 'string' || valeur === null) return texte
  if (type === 'date') return valeur.replace(/T00:00:00.*$/, '').replace(/T(\d\d:\d\d).*$/, ' $1')
  if (type === 'time') return readHeureIso(valeur)
  if (type === 'boolean') return valeur === 'true' ? 'VRAI' : 'FAUX'
  return formatValeur(valeur, type === 'percentage' ? 'POURCENT' : 'NOMBRE')
}

/** One row as written: what it holds, and where. */
interface LigneLue {
  fois: number
  colonne: number
  pleines: { colonne: number; texte: string }[]
}

function addCellule(ligne: LigneLue, cellule: CelluleLue, rang: number, nom: string): void {
  const texte = formatCelluleLue(cellule, formatAdresse(rang, ligne.colonne))
  if (texte !== '') {
    // A filled cell that stands for thousands is a filled thousand.
    if (ligne.colonne + cellule.fois > LIMITES.colonnes) throw refus.colonnes(nom)
    for (let i = 0; i < cellule.fois; i++) ligne.pleines.push({ colonne: ligne.colonne + i, texte })
  }
  ligne.colonne += cellule.fois
}

function addLigne(grille: Grille, ligne: LigneLue, rang: number): void {
  if (ligne.pleines.length === 0) return
  if (rang + ligne.fois > LIMITES.lignes) throw refus.lignes(grille.nom)
  for (let i = 0; i < ligne.fois; i++)
    for (const { colonne, texte } of ligne.pleines) grille.write(rang + i, colonne, texte)
}

/** @throws RefusTableur on what is no workbook, or beyond the limits */
export async function readOds(archive: Archive, rythme: Rythme): Promise<Feuille[]> {
  const octets = await archive.readPiece('content.xml')
  if (!octets) throw refus.abime()
  const manifeste = await archive.readPiece('META-INF/manifest.xml')
  if (manifeste && decodeXml(manifeste).includes('encryption-data')) throw refus.protege()
  const lecteur = new LecteurXml(decodeXml(octets))
  const compteur = new Compteur()
  const feuilles: Feuille[] = []
  let grille: Grille | null = null
  let rang = 0
  let ligne: LigneLue | null = null
  let cellule: CelluleLue | null = null
  let annotation = 0
  while (lecteur.next()) {
    if (rythme.isDue()) await rythme.pause()
    const { genre, nom, vide } = lecteur
    if (genre === 'TEXTE') {
      if (cellule && annotation === 0) cellule.mots.write(lecteur.texte)
      continue
    }
    const ouvre = genre === 'OUVRE'
    // A note on a cell is not the cell.
    if (nom === 'annotation' && !vide) annotation += ouvre ? 1 : -1
    if (annotation > 0) continue
    if (nom === 'table') {
      if (ouvre && feuilles.length >= LIMITES.feuilles) throw refus.feuilles()
      if (ouvre) grille = new Grille((lecteur.readAttribut('table:name') ?? '').slice(0, 100), compteur)
      if ((!ouvre || vide) && grille) feuilles.push(grille.toFeuille())
      rang = 0
      if (!ouvre || vide) grille = null
    } else if (nom === 'table-row' && grille) {
      if (ouvre) ligne = { fois: readFois(lecteur.readAttribut('table:number-rows-repeated')), colonne: 0, pleines: [] }
      if ((!ouvre || vide) && ligne) {
        addLigne(grille, ligne, rang)
        rang += ligne.fois
        ligne = null
      }
    } else if ((nom === 'table-cell' || nom === 'covered-table-cell') && ligne && grille) {
      if (ouvre) cellule = openCellule(lecteur)
      if ((!ouvre || vide) && cellule) {
        addCellule(ligne, cellule, rang, grille.nom)
        cellule = null
      }
    } else if (cellule) {
      if (nom === 'p' || nom === 'h') {
        if (ouvre) cellule.mots.open()
        if (!ouvre || vide) cellule.mots.close()
      } else if (ouvre && nom === 's')
        cellule.mots.keep(' '.repeat(Math.min(Number(lecteur.readAttribut('text:c') ?? 1) || 1, LIMITES.cellule + 1)))
      else if (ouvre && nom === 'tab') cellule.mots.keep('\t')
      else if (ouvre && nom === 'line-break') cellule.mots.keep('\n')
    }
  }
  return feuilles
}
