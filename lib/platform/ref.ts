/** Longest base of a key: leaves room for a number after it. */
const LONGUEUR = 70

/**
 * A kebab-case key made from words, different from those already taken.
 * @param mots what people call the thing
 * @param prises keys already in use
 */
export function buildRef(mots: string, prises: readonly string[]): string {
  const base =
    mots
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('œ', 'oe')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGUEUR)
      .replace(/^-+|-+$/g, '') || 'sans-nom'
  let ref = base
  for (let rang = 2; prises.includes(ref); rang++) ref = `${base}-${rang}`
  return ref
}
