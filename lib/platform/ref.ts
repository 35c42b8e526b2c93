import { foldMots } from './texte'

/** "L’Escale" → "l-escale", "Mairé" → "maire"; '' when nothing of the text can be written in a-z and 0-9. */
export const formatSlug = (texte: string): string => foldMots(texte).replaceAll(' ', '-')

/** Longest base of a key: leaves room for a number after it. */
const LONGUEUR = 70

/**
 * A kebab-case key made from words, different from those already taken.
 * @param mots what people call the thing
 * @param prises keys already in use
 */
export function buildRef(mots: string, prises: readonly string[]): string {
  const base = formatSlug(mots).slice(0, LONGUEUR).replace(/-$/, '') || 'sans-nom'
  let ref = base
  for (let rang = 2; prises.includes(ref); rang++) ref = `${base}-${rang}`
  return ref
}
