/** A document to be read, whatever its subject: what a page, a DOCX and a PDF are all made of. Plain texts; a line break stays one. */

export interface Detail {
  terme: string
  valeur: string
}

interface Colonne {
  titre: string
  /** Share of the width; the parts of a table are compared with one another. */
  part: number
}

export type Bloc =
  | { genre: 'titre'; niveau: 2 | 3; texte: string }
  | { genre: 'paragraphe'; texte: string; ton?: 'discret' | 'fort' }
  | { genre: 'liste'; items: string[] }
  | { genre: 'details'; nom: string; details: Detail[] }
  /** The first cell of a row names it. */
  | { genre: 'tableau'; nom: string; colonnes: Colonne[]; lignes: string[][] }

export interface DocumentTexte {
  titre: string
  /** One line above the title, and one under it. */
  surtitre: string
  sousTitre: string
  /** Title of the file, and what it is about: for whoever opens or files it. */
  titreFichier: string
  sujet: string
  /** At the foot of each page, before its number. */
  pied: string
  blocs: Bloc[]
}
