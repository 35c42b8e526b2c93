import 'server-only'
import { createRequire } from 'node:module'
import path from 'node:path'
import type PDFDocument from 'pdfkit'
import { cleanTexte } from '@/lib/platform/texte'

/** The fonts of a PDF: one face cut in several files, each with its own characters. */

export type Graisse = 'normal' | 'gras'

/** A stretch of text that one font file can write. */
export interface Morceau {
  police: string
  texte: string
  /** Drawn narrower, in percent of its width. */
  chasse: number
}

const POIDS: Record<Graisse, number> = { normal: 400, gras: 700 }
const ENSEMBLES = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const

/** Found from where the product runs: a bundler must not take the place of the files. */
const find = (poids: number, ensemble: string): string =>
  createRequire(path.join(process.cwd(), 'package.json')).resolve(
    `@fontsource/source-sans-3/files/source-sans-3-${ensemble}-${poids}-normal.woff`,
  )

/** The font that a document opens with: without one, pdfkit adds another that is not embedded. */
export const findPoliceInitiale = (): string => find(400, 'latin')

const PLEINE = 100
/** The fonts lack the narrow spaces of French: an ordinary one is drawn narrower. */
const FINE = 60
const FINES = new Set(['\u202f', '\u2009', '\u2008', '\u200a'])

/** Characters that no file holds, and those that say the same. */
const REMPLACEMENTS: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '\u2008': '\u00a0',
  '\u200a': '\u00a0',
  '\u2007': '\u00a0',
  '\u2003': ' ',
  '\u2002': ' ',
  '\u3000': ' ',
  '\u2011': '-',
  '\u2010': '-',
  '\u2012': '–',
  '\u2015': '—',
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '≈': '~',
  '✓': '[x]',
  '✔': '[x]',
  '✅': '[x]',
  '☑': '[x]',
  '☐': '[ ]',
  '❌': '[non]',
  '●': '•',
  '▪': '•',
  '■': '•',
  '◦': '•',
  '‣': '•',
}

/** Said of a character that no font holds. */
const INCONNU = '?'
/** Parts of an emoji that are not seen by themselves. */
const INVISIBLES = /[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u00ad]|\ud83c[\udffb-\udfff]/g

/** Adds a stretch at the end of others, within the last one where both are written alike. */
export function appendMorceau(morceaux: Morceau[], morceau: Morceau): void {
  const dernier = morceaux.at(-1)
  if (dernier && dernier.police === morceau.police && dernier.chasse === morceau.chasse) dernier.texte += morceau.texte
  else morceaux.push({ ...morceau })
}

/** What pdfkit knows of a font it opened. */
interface PoliceOuverte {
  hasGlyphForCodePoint(code: number): boolean
}

function readPolice(doc: PDFKit.PDFDocument): PoliceOuverte {
  return (doc as unknown as { _font: { font: PoliceOuverte } })._font.font
}

/** Opens the fonts of a document as they are needed, and cuts texts between them. */
export class Polices {
  private readonly ouvertes = new Map<string, PoliceOuverte>()
  private readonly caracteres = new Map<string, Morceau>()
  private readonly largeurs = new Map<string, number>()

  constructor(private readonly doc: InstanceType<typeof PDFDocument>) {
    for (const poids of Object.values(POIDS))
      for (const ensemble of ENSEMBLES) doc.registerFont(`${ensemble}-${poids}`, find(poids, ensemble))
  }

  private open(nom: string): PoliceOuverte {
    let police = this.ouvertes.get(nom)
    if (!police) {
      this.doc.font(nom)
      police = readPolice(this.doc)
      this.ouvertes.set(nom, police)
    }
    return police
  }

  private findEnsemble(caractere: string, poids: number): string | null {
    const code = caractere.codePointAt(0) ?? 0
    return (
      ENSEMBLES.map((ensemble) => `${ensemble}-${poids}`).find((nom) => this.open(nom).hasGlyphForCodePoint(code)) ??
      null
    )
  }

  /** How a character is written: most texts use few of them. */
  private findMorceau(brut: string, poids: number): Morceau {
    const cle = `${poids}${brut}`
    let morceau = this.caracteres.get(cle)
    if (!morceau) {
      const texte = REMPLACEMENTS[brut] ?? brut
      const police = this.findEnsemble(texte, poids)
      morceau = {
        police: police ?? `latin-${poids}`,
        texte: police === null ? INCONNU : texte,
        chasse: FINES.has(brut) ? FINE : PLEINE,
      }
      this.caracteres.set(cle, morceau)
    }
    return morceau
  }

  /** The stretches of a text, each with the font that holds it. */
  cut(texte: string, graisse: Graisse): Morceau[] {
    const poids = POIDS[graisse]
    const morceaux: Morceau[] = []
    for (const brut of cleanTexte(texte).replace(INVISIBLES, '')) appendMorceau(morceaux, this.findMorceau(brut, poids))
    return morceaux
  }

  /** Width of stretches in points. */
  measure(morceaux: readonly Morceau[], corps: number): number {
    return morceaux.reduce(
      (somme, { police, texte, chasse }) => somme + (this.measureMorceau(police, texte) * corps * chasse) / PLEINE,
      0,
    )
  }

  private measureMorceau(police: string, texte: string): number {
    const cle = `${police} ${texte}`
    let largeur = this.largeurs.get(cle)
    if (largeur === undefined) {
      largeur = this.doc.font(police).fontSize(100).widthOfString(texte) / 100
      this.largeurs.set(cle, largeur)
    }
    return largeur
  }
}
