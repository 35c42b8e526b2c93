import 'server-only'
import PDFDocument from 'pdfkit'
import { cleanTexte } from '@/lib/platform/texte'
import { wrapParagraphe, type Style } from './pdf-lignes'
import { COULEURS, LARGEUR, MARGES, Page, type Element } from './pdf-page'
import { findPoliceInitiale, Polices } from './pdf-polices'
import { Tableau } from './pdf-tableau'
import { listParagraphes } from './texte'
import type { Bloc, DocumentTexte } from './types'

const TEXTE: Style = { graisse: 'normal', corps: 10.5, interligne: 15, couleur: COULEURS.encre }
const STYLES = {
  surtitre: { graisse: 'gras', corps: 10, interligne: 14, couleur: COULEURS.discret },
  titre: { graisse: 'gras', corps: 24, interligne: 30, couleur: COULEURS.accent },
  sousTitre: { graisse: 'normal', corps: 13, interligne: 18, couleur: COULEURS.encre },
  titre2: { graisse: 'gras', corps: 14.5, interligne: 19, couleur: COULEURS.accent },
  titre3: { graisse: 'gras', corps: 11.5, interligne: 16, couleur: COULEURS.encre },
  pied: { graisse: 'normal', corps: 8.5, interligne: 11, couleur: COULEURS.discret },
} as const satisfies Record<string, Style>

/** Writes a document block after block; each block adds its own element to the structure. */
class Redaction {
  constructor(
    private readonly page: Page,
    private readonly polices: Polices,
    private readonly racine: Element,
  ) {}

  private writeTexte(type: string, texte: string, style: Style, garde = 1): void {
    for (const paragraphe of listParagraphes(texte)) {
      const lignes = wrapParagraphe(this.polices, paragraphe, style, LARGEUR)
      this.page.ensure(style.interligne * Math.min(garde, lignes.length))
      const element = this.page.doc.struct(type)
      this.racine.add(element)
      this.page.writeLignes(element, type, lignes, style)
      this.page.space(type === 'P' ? 4 : 0)
    }
  }

  writeTete({ surtitre, titre, sousTitre }: DocumentTexte): void {
    this.writeTexte('P', surtitre, STYLES.surtitre)
    this.writeTexte('H1', titre, STYLES.titre)
    this.writeTexte('P', sousTitre, STYLES.sousTitre)
    this.page.space(4)
    this.page.rule(this.page.y, COULEURS.accent, 1)
    this.page.space(10)
  }

  private writeTitre({ niveau, texte }: Extract<Bloc, { genre: 'titre' }>): void {
    const style = niveau === 2 ? STYLES.titre2 : STYLES.titre3
    this.page.space(niveau === 2 ? 16 : 8)
    // A title never ends a page: what follows it begins there too.
    this.page.ensure(style.interligne + 4 * TEXTE.interligne)
    if (niveau === 2) this.page.doc.outline.addItem(cleanTexte(texte))
    this.writeTexte(`H${niveau}`, texte, style)
    this.page.space(niveau === 2 ? 6 : 3)
  }

  private writeListe({ items }: Extract<Bloc, { genre: 'liste' }>): void {
    const { page, polices } = this
    const retrait = 12
    const liste = page.doc.struct('L')
    this.racine.add(liste)
    for (const item of items) {
      const lignes = listParagraphes(item).flatMap((paragraphe) =>
        wrapParagraphe(polices, paragraphe, TEXTE, LARGEUR - retrait),
      )
      page.ensure(TEXTE.interligne * Math.min(2, lignes.length))
      const puce = page.doc.struct('Lbl')
      const corps = page.doc.struct('LBody')
      liste.add(page.doc.struct('LI').add(puce).add(corps))
      page.mark(puce, 'Lbl', () => page.drawLigne(polices.cut('•', 'normal'), MARGES.cote + 2, page.y, TEXTE))
      page.writeLignes(corps, 'LBody', lignes, TEXTE, retrait)
      page.space(2)
    }
    page.space(4)
  }

  write(bloc: Bloc): void {
    const { page, polices, racine } = this
    switch (bloc.genre) {
      case 'titre':
        return this.writeTitre(bloc)
      case 'paragraphe':
        return this.writeTexte(
          'P',
          bloc.texte,
          {
            ...TEXTE,
            graisse: bloc.ton === 'fort' ? 'gras' : 'normal',
            couleur: bloc.ton === 'discret' ? COULEURS.discret : COULEURS.encre,
          },
          2,
        )
      case 'liste':
        return this.writeListe(bloc)
      case 'details': {
        const lignes = bloc.details.map(({ terme, valeur }) => [terme, valeur])
        return new Tableau(page, polices, { nom: bloc.nom, entetes: null, parts: [22, 78], lignes }).write(racine)
      }
      case 'tableau': {
        const { nom, colonnes, lignes } = bloc
        new Tableau(page, polices, {
          nom,
          entetes: colonnes.map(({ titre }) => titre),
          parts: colonnes.map(({ part }) => part),
          lignes,
        }).write(racine)
        return page.space(6)
      }
    }
  }
}

/** The foot of every page, once their number is known. */
function writePieds(page: Page, polices: Polices, pied: string): void {
  const { doc } = page
  const { start, count } = doc.bufferedPageRange()
  for (let numero = 1; numero <= count; numero += 1) {
    doc.switchToPage(start + numero - 1)
    const rang = polices.cut(`Page ${numero} sur ${count}`, 'normal')
    const droite = polices.measure(rang, STYLES.pied.corps)
    const [gauche = []] = wrapParagraphe(polices, cleanTexte(pied), STYLES.pied, LARGEUR - droite - 20)
    const y = doc.page.height - MARGES.bas + 24
    page.artifact(() => {
      page.drawLigne(gauche, MARGES.cote, y, STYLES.pied)
      page.drawLigne(rang, MARGES.cote + LARGEUR - droite, y, STYLES.pied)
    }, 'Pagination')
  }
}

function readOctets(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const morceaux: Buffer[] = []
    doc.on('data', (morceau: Buffer) => morceaux.push(morceau))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(morceaux))))
    doc.on('error', reject)
  })
}

/** A document as a tagged PDF: read aloud in order, its title and language known, its fonts inside. */
export function renderPdf(document: DocumentTexte): Promise<Uint8Array<ArrayBuffer>> {
  const { titreFichier, sujet, pied, blocs } = document
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    font: findPoliceInitiale(),
    info: {
      Title: cleanTexte(titreFichier),
      Subject: cleanTexte(sujet),
      Creator: 'Copilote CTG',
      Producer: 'Copilote CTG',
    },
  })
  const octets = readOctets(doc)
  const page = new Page(doc)
  const polices = new Polices(doc)
  const racine = doc.struct('Document')
  doc.addStructure(racine)
  const redaction = new Redaction(page, polices, racine)
  redaction.writeTete(document)
  for (const bloc of blocs) redaction.write(bloc)
  racine.end()
  writePieds(page, polices, pied)
  doc.end()
  return octets
}
