import type { Ligne, Style } from './pdf-lignes'

/** Where a PDF is being written: one column of A4 pages, and the marks that tell a reader what each line belongs to. */

export const MARGES = { haut: 56, bas: 64, cote: 62 } as const
const A4 = { largeur: 595.28, hauteur: 841.89 } as const
export const LARGEUR = A4.largeur - 2 * MARGES.cote
const BAS = A4.hauteur - MARGES.bas
/** Lines that stand on a whole page. */
export const HAUTEUR = BAS - MARGES.haut

export const COULEURS = {
  encre: '#1a2330',
  discret: '#59636f',
  filet: '#d3ccbe',
  fond: '#f5f2eb',
  accent: '#1f3a5f',
} as const

/** A node of the structure that a screen reader follows. */
export type Element = ReturnType<PDFKit.PDFDocument['struct']>

export class Page {
  y: number = MARGES.haut

  constructor(readonly doc: PDFKit.PDFDocument) {}

  get reste(): number {
    return BAS - this.y
  }

  /** Starts a new page, unless what is left is enough. */
  ensure(hauteur: number): void {
    if (hauteur > this.reste && this.y > MARGES.haut) this.next()
  }

  next(): void {
    this.doc.addPage()
    this.y = MARGES.haut
  }

  space(hauteur: number): void {
    if (this.y > MARGES.haut) this.y += hauteur
  }

  /** Draws on this page what belongs to an element of the structure. */
  mark(element: Element, type: string, draw: () => void): void {
    element.add(this.doc.markStructureContent(type))
    draw()
    this.doc.endMarkedContent()
  }

  /** Draws what is no part of what is read: rules, backgrounds, page numbers, headings repeated. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  drawLigne(ligne: Ligne, x: number, y: number, { corps, couleur }: Style): void {
    let gauche = x
    for (const { police, texte, chasse } of ligne) {
      const options = { lineBreak: false, horizontalScaling: chasse }
      this.doc.font(police).fontSize(corps).fillColor(couleur).text(texte, gauche, y, options)
      gauche += this.doc.widthOfString(texte, options)
    }
  }

  /** Writes lines one under the other, on as many pages as they take, all under the same element. */
  writeLignes(element: Element, type: string, lignes: readonly Ligne[], style: Style, retrait = 0): void {
    let reste = lignes
    while (reste.length > 0) {
      this.ensure(style.interligne)
      const ici = reste.slice(0, Math.max(1, Math.floor(this.reste / style.interligne)))
      this.mark(element, type, () => {
        for (const ligne of ici) {
          this.drawLigne(ligne, MARGES.cote + retrait, this.y, style)
          this.y += style.interligne
        }
      })
      reste = reste.slice(ici.length)
    }
  }

  rule(y: number, couleur: string = COULEURS.filet, epaisseur = 0.5): void {
    this.artifact(() => {
      this.doc
        .moveTo(MARGES.cote, y)
        .lineTo(MARGES.cote + LARGEUR, y)
        .lineWidth(epaisseur)
        .strokeColor(couleur)
        .stroke()
    })
  }
}
