/** French typography for sentences built in code, so that a rule can be written as it is read. */

/**
 * Sets the spaces and apostrophes of French: no-break space before a colon and inside « », narrow no-break
 * space before ; ! ?, curly apostrophe. Takes a sentence typed on a keyboard; may be applied twice.
 */
export function formatTypographie(texte: string): string {
  return texte
    .replace(/'/g, '’')
    .replace(/ (?=[:»])/g, '\u00A0')
    .replace(/« /g, '« ')
    .replace(/ (?=[;!?])/g, '\u202F')
}

/** '1 réunion', '3 réunions'; zero is singular in French. The plural defaults to an added s. */
export function formatCompte(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${nombre} ${formatAccord(nombre, singulier, pluriel)}`
}

/** The word alone, singular below two. */
export function formatAccord(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return nombre < 2 ? singulier : pluriel
}

/** 'a', 'a et b', 'a, b et c'. */
export function formatListe(mots: readonly string[]): string {
  return mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots[mots.length - 1]}`
}
