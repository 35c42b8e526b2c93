import { appendMorceau, type Graisse, type Morceau, type Polices } from './pdf-polices'

/** Cutting a text into lines: at ordinary spaces and after hyphens only, so that French no-break spaces never end a line. */

export interface Style {
  graisse: Graisse
  corps: number
  /** Between the feet of two lines. */
  interligne: number
  couleur: string
}

/** One line of text, ready to be drawn. */
export type Ligne = Morceau[]

const listMots = (texte: string): string[] =>
  texte.match(/[^ -]*(?:-(?! )|-? +|-?$)/g)?.filter((mot) => mot !== '') ?? []

/** A word wider than the line is cut where it must be: an address has no space. */
function splitMot(polices: Polices, mot: readonly Morceau[], corps: number, largeur: number): Ligne[] {
  const lignes: Ligne[] = []
  let courante: Ligne = []
  let prise = 0
  for (const { police, texte, chasse } of mot)
    for (const caractere of texte) {
      const morceau = [{ police, texte: caractere, chasse }]
      const ajout = polices.measure(morceau, corps)
      if (prise + ajout > largeur && courante.length > 0) {
        lignes.push(courante)
        courante = []
        prise = 0
      }
      for (const ajoute of morceau) appendMorceau(courante, ajoute)
      prise += ajout
    }
  return [...lignes, courante]
}

/**
 * The lines of one paragraph.
 * @param largeur in points
 */
export function wrapParagraphe(polices: Polices, texte: string, { graisse, corps }: Style, largeur: number): Ligne[] {
  const lignes: Ligne[] = []
  let courante: Ligne = []
  let prise = 0
  for (const mot of listMots(texte)) {
    const morceaux = polices.cut(mot, graisse)
    // The space that ends a line may stand in the margin.
    const utile = polices.measure(polices.cut(mot.trimEnd(), graisse), corps)
    if (prise + utile > largeur && courante.length > 0) {
      lignes.push(courante)
      courante = []
      prise = 0
    }
    if (utile > largeur) {
      const coupees = splitMot(polices, morceaux, corps, largeur)
      lignes.push(...coupees.slice(0, -1))
      courante = coupees.at(-1) ?? []
      prise = polices.measure(courante, corps)
      continue
    }
    for (const morceau of morceaux) appendMorceau(courante, morceau)
    prise += polices.measure(morceaux, corps)
  }
  return courante.length > 0 ? [...lignes, courante] : lignes
}
