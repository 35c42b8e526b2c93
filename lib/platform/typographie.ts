/** Words of French agreed and joined. Its spaces are written as they are (scripts/lint/french-spaces.mjs). */

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
