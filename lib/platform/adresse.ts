import { cleanTexte } from './texte'

/** Reading what an address carries: whatever somebody typed there, a page opens or is not found. */

export type Recherche = Record<string, string | string[] | undefined>

/** A text parameter, trimmed and cut to a length; undefined when absent or empty. */
export function readTexte(valeur: string | string[] | undefined, longueur = 100): string | undefined {
  const brut = Array.isArray(valeur) ? valeur[0] : valeur
  // A cut may leave half a character: it goes with the rest.
  return (
    cleanTexte(
      cleanTexte(brut ?? '')
        .trim()
        .slice(0, longueur),
    ) || undefined
  )
}

/** A page number from 1; anything else is the first page. */
export function readPage(valeur: string | string[] | undefined): number {
  const page = Number(readTexte(valeur, 6))
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

/** One value of a closed list, or undefined. */
export function readChoix<T extends string>(valeur: string | string[] | undefined, choix: readonly T[]): T | undefined {
  const texte = readTexte(valeur)
  return choix.find((possible) => possible === texte)
}
