/** Two stretches of text that read as one word when nothing stands between them. */
export const isSoude = (avant: string, apres: string): boolean =>
  /[^\s\p{P}\p{S}]$/u.test(avant) && /^[^\s\p{P}\p{S}]/u.test(apres)

/** What is neither a blank nor a sign of punctuation, as Markdown has it: an emoji is a letter to it. */
const AVANT = /(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}])+$/u
const APRES = /^(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}])+/u

/**
 * Where a stretch of text begins and ends once it cuts no word, and leaves none against its punctuation: only then are
 * the marks around it read as marks.
 */
export function widenMots(texte: string, debut: number, fin: number): { debut: number; fin: number } {
  const avant = /^\S/.test(texte.slice(debut)) ? AVANT.exec(texte.slice(0, debut)) : null
  const apres = /\S$/.test(texte.slice(0, fin)) ? APRES.exec(texte.slice(fin)) : null
  // Nothing selected: a word on one side alone is not the one that is being written.
  if (debut === fin && (avant === null || apres === null)) return { debut, fin }
  return { debut: debut - (avant?.[0].length ?? 0), fin: fin + (apres?.[0].length ?? 0) }
}
