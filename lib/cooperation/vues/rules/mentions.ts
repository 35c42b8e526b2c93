import { foldMots } from '@/lib/platform/texte'
/** Which commune the words of a line name: words only, a figure is never drawn from them. */

/** Words between spaces: what two spellings are compared by. */
export const toMots = (texte: string): string => ` ${foldMots(texte)} `

/** « Saint-Rémy » for « Saint-Rémy-de-Provence », « Maussane » for « Maussane-les-Alpilles »: what precedes a linking word. */
export function toNomCourt(nom: string): string {
  const mots = toMots(nom).trim().split(' ')
  const lien = mots.findIndex(
    (mot, rang) =>
      rang > 0 &&
      [
        'de',
        'des',
        'du',
        'd',
        'la',
        'le',
        'les',
        'l',
        'sur',
        'sous',
        'en',
        'et',
        'a',
        'au',
        'aux',
        'lez',
        'les',
      ].includes(mot),
  )
  return ` ${mots.slice(0, lien === -1 ? mots.length : lien).join(' ')} `
}

/**
 * The names that a text cites, in full or by their beginning where no other name begins so.
 * « porté par Saint-Rémy » cites Saint-Rémy-de-Provence; with Saint-Rémy-de-Provence and Saint-Rémy-sur-Avre, neither.
 */
export function findCites(texte: string, noms: readonly string[]): string[] {
  const dit = toMots(texte)
  const entiers = noms.filter((nom) => dit.includes(toMots(nom)))
  const courts = noms.filter((nom) => {
    const court = toNomCourt(nom)
    if (court.trim().length < 3 || entiers.includes(nom) || !dit.includes(court)) return false
    const homonyme = noms.some((autre) => autre !== nom && toMots(autre).startsWith(court))
    // What was already read as a longer name is not read again as the short one of another.
    return !homonyme && !entiers.some((entier) => toMots(entier).includes(court))
  })
  return [...entiers, ...courts]
}
