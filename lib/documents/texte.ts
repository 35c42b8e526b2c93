/** Texts as a file format accepts them. */

/**
 * A text without what no file may carry: control characters, halves of characters. Line breaks become one kind,
 * accents are composed.
 */
export function cleanTexte(texte: string): string {
  return texte
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .normalize('NFC')
}

/** The lines of a text that say something. */
export function listParagraphes(texte: string): string[] {
  return cleanTexte(texte)
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
}
