/**
 * Texts as they come in and as they are compared: one cleaning for whatever is typed, pasted or imported, one folding for
 * whatever is looked for. The database folds in the same way (`app.plier`); a test compares the two (record 0042).
 */

/** What nobody sees and nobody typed: soft hyphens, zero-width signs, marks and overrides of direction that a copy left open. */
const INVISIBLES = '\\u00AD\\u200B-\\u200D\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF'
/** Control characters but the tab and those that end a line; halves of characters; signs that are none. */
const REBUTS = new RegExp(
  `[${INVISIBLES}\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F\\p{Cs}\\uFFFE\\uFFFF]`,
  'gu',
)
const FINS_DE_LIGNE = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g

/** Bullets of the fonts Symbol and Wingdings, which Word and PDF files carry as private-use characters. */
const PUCES_PRIVEES = /[\uF076\uF0A7\uF0A8\uF0B7\uF0D8]/g
/** A private-use sign, or the letter that stands for one once its font is lost, where a line begins as an item does. */
const DEBUT_D_ITEM = /^([ \t]*)(?:[\uE000-\uF8FF](?=[ \t\u00A0])|[o§·¨Øüqv▪▫◦●○■□➢❖](?=\t))/gm

/** Letters and signs of French, one by one, and line feeds: nothing to clean, as almost always. */
const PROPRE = /^[\n -~\u00A0-\u00AC\u00AE-\u02FF\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026\u202F\u20AC]*$/

/** True when a text holds the one character that PostgreSQL keeps nowhere. */
export const hasNul = (texte: string): boolean => texte.includes('\u0000')

/**
 * A text as it is kept: accents composed (NFC), line feeds for line breaks of every kind, « • » for the bullets of Word
 * and of PDF files, a space for a tab, and nothing that cannot be seen. Applying it twice changes nothing.
 */
export function cleanTexte(texte: string): string {
  if (PROPRE.test(texte)) return texte
  return texte
    .replace(REBUTS, '')
    .replace(FINS_DE_LIGNE, '\n')
    .replace(/[\uF0FC\uF0FE]/g, '✓')
    .replace(PUCES_PRIVEES, '•')
    .replace(DEBUT_D_ITEM, '$1•')
    .replace(/\t/g, ' ')
    .normalize('NFC')
}

/** A text without anything around it, null when nothing is left: how a field that may stay empty is kept. */
export const cleanOuNul = (texte: string): string | null => cleanTexte(texte).trim() || null

/** An e-mail address as it is kept and compared: lower case, without the marks of direction that travel with a copied one. */
export const cleanAdresse = (saisie: string): string =>
  cleanTexte(saisie)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()

/** Marks over and under letters, and signs that take no place: they part no word. */
const MARQUES =
  /[\u00AD\u0300-\u036F\u061C\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFFE\uFFFF]/g
const LIGATURES: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
}

/**
 * Letters and figures that Unicode decomposes since its versions 16 and 17 only (outlined letters and figures, a modifier
 * letter): left out, or what is found would depend on the age of Node and of PostgreSQL, which may be 15 (Unicode 14).
 */
const SIGNES_RECENTS = /[\uA7F1\u{1CCD6}-\u{1CCF9}]/gu

/** Apostrophes as they are typed, printed and scanned. */
const APOSTROPHES = /[‘’ʼ´`]/g

/** A text without accents, one kind of apostrophes; its case, its punctuation and its spaces stay. */
export const stripAccents = (texte: string): string =>
  texte.replace(APOSTROPHES, "'").replace(SIGNES_RECENTS, '').normalize('NFKD').replace(MARQUES, '')

/** The same without case nor ligatures: for comparing what people wrote. */
export const foldTexte = (texte: string): string =>
  stripAccents(texte)
    .toLowerCase()
    .replace(/[œæßøđðłħıþ]/g, (signe) => LIGATURES[signe] ?? signe)

/** Its letters and figures alone, single spaces between words: as the database folds what is looked for (`app.plier`). */
export const foldMots = (texte: string): string =>
  foldTexte(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
