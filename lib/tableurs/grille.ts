import { cleanTexte, hasNul } from '@/lib/platform/texte'
import { refus } from './refus'
import { LIMITES, type Feuille } from './types'

/** 0 → "A", 27 → "AB": how a person finds a column. */
export function formatColonne(rang: number): string {
  let texte = ''
  for (let reste = rang; reste >= 0; reste = Math.floor(reste / 26) - 1)
    texte = String.fromCharCode(65 + (reste % 26)) + texte
  return texte
}

/** (11, 1) → "B12". */
export const formatAdresse = (ligne: number, colonne: number): string => `${formatColonne(colonne)}${ligne + 1}`

/** "AB12" → its column from 0; -1 when it names none. */
export function parseColonne(adresse: string): number {
  let rang = 0
  for (let i = 0; i < adresse.length && i < 4; i++) {
    const code = adresse.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    rang = rang * 26 + code - 64
  }
  return rang - 1
}

/** Counts what a file fills, all sheets together. */
export class Compteur {
  cellules = 0
}

/** The cells of a sheet as they come: each cleaned, all held to the limits. */
export class Grille {
  private readonly lignes: string[][] = []

  readonly nom: string

  constructor(
    nom: string,
    private readonly compteur: Compteur,
  ) {
    if (hasNul(nom)) throw refus.abime()
    this.nom = cleanTexte(nom)
  }

  /** @throws RefusTableur beyond the limits, or on a null character; an empty text is no cell */
  write(ligne: number, colonne: number, brut: string): void {
    if (brut === '') return
    if (hasNul(brut)) throw refus.nul(formatAdresse(ligne, colonne), this.nom)
    const texte = cleanTexte(brut)
    if (texte === '') return
    if (ligne >= LIMITES.lignes) throw refus.lignes(this.nom)
    if (colonne >= LIMITES.colonnes) throw refus.colonnes(this.nom)
    if (texte.length > LIMITES.cellule) throw refus.cellule(formatAdresse(ligne, colonne))
    this.compteur.cellules += 1
    if (this.compteur.cellules > LIMITES.cellules) throw refus.cellules()
    while (this.lignes.length <= ligne) this.lignes.push([])
    const cellules = this.lignes[ligne] ?? []
    while (cellules.length < colonne) cellules.push('')
    cellules[colonne] = texte
  }

  toFeuille(): Feuille {
    return { nom: this.nom, lignes: this.lignes }
  }
}
