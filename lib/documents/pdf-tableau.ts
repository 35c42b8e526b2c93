import { wrapParagraphe, type Ligne, type Style } from './pdf-lignes'
import { COULEURS, HAUTEUR, LARGEUR, MARGES, type Element, type Page } from './pdf-page'
import type { Polices } from './pdf-polices'
import { listParagraphes } from './texte'

/** Tables of a PDF: headings told to a reader once and seen on each page, no row cut unless it is taller than a page. */

const ENTETE: Style = { graisse: 'gras', corps: 9, interligne: 12, couleur: COULEURS.discret }
const CELLULE: Style = { graisse: 'normal', corps: 9.5, interligne: 13, couleur: COULEURS.encre }
const NOM: Style = { ...CELLULE, graisse: 'gras' }
const MARGE = { x: 5, y: 4 } as const

/** A heading of a table, which says what it is the heading of. */
function structEntete(doc: PDFKit.PDFDocument, scope: 'Column' | 'Row'): Element {
  const options = { scope }
  return doc.struct('TH', options as object)
}

export interface TableauPdf {
  nom: string
  /** Null for facts and their names: no heading, two columns. */
  entetes: string[] | null
  parts: number[]
  lignes: string[][]
}

interface Colonne {
  x: number
  largeur: number
}

function computeColonnes(parts: readonly number[]): Colonne[] {
  const somme = parts.reduce((total, part) => total + part, 0)
  let x = MARGES.cote
  return parts.map((part) => {
    const largeur = (LARGEUR * part) / somme
    const colonne = { x: x + MARGE.x, largeur: largeur - 2 * MARGE.x }
    x += largeur
    return colonne
  })
}

const wrapCellule = (polices: Polices, texte: string, style: Style, { largeur }: Colonne): Ligne[] =>
  listParagraphes(texte).flatMap((paragraphe) => wrapParagraphe(polices, paragraphe, style, largeur))

const computeHauteur = (cellules: readonly Ligne[][], { interligne }: Style): number =>
  Math.max(1, ...cellules.map((lignes) => lignes.length)) * interligne + 2 * MARGE.y

export class Tableau {
  private readonly colonnes: Colonne[]
  private readonly entetes: Ligne[][] | null

  constructor(
    private readonly page: Page,
    private readonly polices: Polices,
    private readonly tableau: TableauPdf,
  ) {
    this.colonnes = computeColonnes(tableau.parts)
    this.entetes = tableau.entetes && this.wrap(tableau.entetes, () => ENTETE)
  }

  private wrap(textes: readonly string[], style: (index: number) => Style): Ligne[][] {
    return this.colonnes.map((colonne, index) => wrapCellule(this.polices, textes[index] ?? '', style(index), colonne))
  }

  private get hauteurEntete(): number {
    return this.entetes ? computeHauteur(this.entetes, ENTETE) : 0
  }

  /** Draws the headings; `cells` are the elements they belong to, absent when they are repeated. */
  private drawEntetes(cells: Element[] | null): void {
    const { entetes, page } = this
    if (!entetes) return
    const hauteur = this.hauteurEntete
    page.artifact(() => page.doc.rect(MARGES.cote, page.y, LARGEUR, hauteur).fill(COULEURS.fond))
    const haut = page.y + MARGE.y
    entetes.forEach((lignes, index) => {
      const draw = () => this.drawLignes(lignes, index, haut, ENTETE)
      const cell = cells?.[index]
      if (cell) page.mark(cell, 'TH', draw)
      else page.artifact(draw, 'Pagination')
    })
    page.y += hauteur
    page.rule(page.y)
  }

  private drawLignes(lignes: readonly Ligne[], index: number, haut: number, style: Style): void {
    const x = this.colonnes[index]?.x ?? MARGES.cote
    lignes.forEach((ligne, rang) => this.page.drawLigne(ligne, x, haut + rang * style.interligne, style))
  }

  private turn(): void {
    this.page.next()
    this.drawEntetes(null)
  }

  private writeLigne(textes: readonly string[], cells: readonly Element[]): void {
    const { page } = this
    const styleOf = (index: number): Style => (index === 0 ? NOM : CELLULE)
    const cellules = this.wrap(textes, styleOf)
    if (
      computeHauteur(cellules, CELLULE) > page.reste &&
      computeHauteur(cellules, CELLULE) <= HAUTEUR - this.hauteurEntete
    )
      this.turn()
    const total = Math.max(1, ...cellules.map((lignes) => lignes.length))
    for (let fait = 0; fait < total; ) {
      if (page.reste < CELLULE.interligne + 2 * MARGE.y) this.turn()
      const place = Math.max(1, Math.floor((page.reste - 2 * MARGE.y) / CELLULE.interligne))
      const ici = Math.min(place, total - fait)
      const haut = page.y + MARGE.y
      cellules.forEach((lignes, index) => {
        const visibles = lignes.slice(fait, fait + ici)
        const cell = cells[index]
        if (cell && (visibles.length > 0 || fait === 0))
          page.mark(cell, index === 0 ? 'TH' : 'TD', () => this.drawLignes(visibles, index, haut, styleOf(index)))
      })
      fait += ici
      page.y += ici * CELLULE.interligne + 2 * MARGE.y
      page.rule(page.y)
    }
  }

  /** Writes the table under `parent`. */
  write(parent: Element): void {
    const { page, tableau } = this
    const { doc } = page
    const table = doc.struct('Table', { title: tableau.nom })
    parent.add(table)
    page.ensure(this.hauteurEntete + 3 * CELLULE.interligne)
    if (this.entetes) {
      const ligne = doc.struct('TR')
      const cells = this.entetes.map(() => structEntete(doc, 'Column'))
      table.add(doc.struct('THead').add(ligne))
      for (const cell of cells) ligne.add(cell)
      this.drawEntetes(cells)
    } else page.rule(page.y)
    const corps = doc.struct('TBody')
    table.add(corps)
    for (const textes of tableau.lignes) {
      const ligne = doc.struct('TR')
      corps.add(ligne)
      const cells = this.colonnes.map((_, index) => (index === 0 ? structEntete(doc, 'Row') : doc.struct('TD')))
      for (const cell of cells) ligne.add(cell)
      this.writeLigne(textes, cells)
    }
  }
}
