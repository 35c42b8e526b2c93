/** What differs between two texts, word by word. */

export interface Morceau {
  genre: 'GARDE' | 'RETIRE' | 'AJOUTE'
  texte: string
}

/** Beyond so many comparisons, what differs is told as a whole. */
const COMPARAISONS_MAXIMUM = 1_000_000

/** Words, runs of blanks and marks, in order; joined again they are the text. */
const split = (texte: string): string[] => texte.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

/** Adds words to the last piece when it is of the same kind. */
function add(morceaux: Morceau[], genre: Morceau['genre'], mots: readonly string[]): void {
  if (mots.length === 0) return
  const dernier = morceaux.at(-1)
  if (dernier?.genre === genre) dernier.texte += mots.join('')
  else morceaux.push({ genre, texte: mots.join('') })
}

/** Lengths of the longest common sequences of every pair of ends. */
function computeLongueurs(a: readonly string[], b: readonly string[]): Uint32Array {
  const large = b.length + 1
  const longueurs = new Uint32Array((a.length + 1) * large)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const bas = longueurs[(i + 1) * large + j] ?? 0
      const droite = longueurs[i * large + j + 1] ?? 0
      longueurs[i * large + j] = a[i] === b[j] ? (longueurs[(i + 1) * large + j + 1] ?? 0) + 1 : Math.max(bas, droite)
    }
  }
  return longueurs
}

function walk(morceaux: Morceau[], a: readonly string[], b: readonly string[]): void {
  const longueurs = computeLongueurs(a, b)
  const large = b.length + 1
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const mot = a[i]
    const autre = b[j]
    if (mot !== undefined && mot === autre) {
      add(morceaux, 'GARDE', [mot])
      i += 1
      j += 1
    } else if (
      mot !== undefined &&
      (autre === undefined || (longueurs[(i + 1) * large + j] ?? 0) >= (longueurs[i * large + j + 1] ?? 0))
    ) {
      add(morceaux, 'RETIRE', [mot])
      i += 1
    } else if (autre !== undefined) {
      add(morceaux, 'AJOUTE', [autre])
      j += 1
    }
  }
}

/**
 * Pieces that say how one text becomes another: kept and removed ones joined are the first, kept and added ones the second.
 */
export function computeDifferences(de: string, vers: string): Morceau[] {
  const [a, b] = [split(de), split(vers)]
  let debut = 0
  while (debut < a.length && debut < b.length && a[debut] === b[debut]) debut += 1
  let fin = 0
  while (fin < a.length - debut && fin < b.length - debut && a[a.length - 1 - fin] === b[b.length - 1 - fin]) fin += 1
  const morceaux: Morceau[] = []
  const [coeurA, coeurB] = [a.slice(debut, a.length - fin), b.slice(debut, b.length - fin)]
  add(morceaux, 'GARDE', a.slice(0, debut))
  if (coeurA.length * coeurB.length > COMPARAISONS_MAXIMUM) {
    add(morceaux, 'RETIRE', coeurA)
    add(morceaux, 'AJOUTE', coeurB)
  } else walk(morceaux, coeurA, coeurB)
  add(morceaux, 'GARDE', a.slice(a.length - fin))
  return morceaux
}
