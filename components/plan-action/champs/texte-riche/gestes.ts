import { widenMots } from './mots'

/** What the buttons of a text do to it: pure, over the text and what is selected in it. */

export interface Selection {
  texte: string
  debut: number
  fin: number
}

/** What to put in place of a stretch of the text, and what is selected after. */
export interface Remplacement {
  de: number
  a: number
  par: string
  debut: number
  fin: number
}

/** Bold for what is selected (its words, whole, not the blanks around), or no longer. */
export function toggleGras({ texte, ...selection }: Selection): Remplacement {
  const { debut, fin } = widenMots(texte, selection.debut, selection.fin)
  const choisi = texte.slice(debut, fin)
  if (texte.slice(debut - 2, debut) === '**' && texte.slice(fin, fin + 2) === '**') {
    return { de: debut - 2, a: fin + 2, par: choisi, debut: debut - 2, fin: fin - 2 }
  }
  const mots = choisi.trim()
  if (mots.length > 4 && mots.startsWith('**') && mots.endsWith('**')) {
    const par = choisi.replace(mots, mots.slice(2, -2))
    return { de: debut, a: fin, par, debut, fin: debut + par.length }
  }
  const tete = choisi.length - choisi.trimStart().length
  const [de, a] = mots === '' ? [debut, debut] : [debut + tete, debut + tete + mots.length]
  // A line at a time: bold does not run over a line’s end.
  const lignes = mots.split('\n').map((ligne) => (ligne.trim() === '' && mots !== '' ? ligne : `**${ligne.trim()}**`))
  const par = lignes.join('\n')
  return mots === ''
    ? { de, a, par, debut: de + 2, fin: de + 2 }
    : { de, a, par, debut: de + (lignes.length === 1 ? 2 : 0), fin: de + par.length - (lignes.length === 1 ? 2 : 0) }
}

const PUCE = /^\s*[-•]\s+/

/** The selected lines as a list, or no longer. */
export function toggleListe({ texte, debut, fin }: Selection): Remplacement {
  const de = texte.lastIndexOf('\n', debut - 1) + 1
  const suite = texte.indexOf('\n', Math.max(fin - (fin > debut && texte[fin - 1] === '\n' ? 1 : 0), debut))
  const a = suite === -1 ? texte.length : suite
  const lignes = texte.slice(de, a).split('\n')
  const pleines = lignes.filter((ligne) => ligne.trim() !== '')
  const liste = pleines.length > 0 && pleines.every((ligne) => PUCE.test(ligne))
  const par = lignes
    .map((ligne) =>
      liste
        ? ligne.replace(PUCE, '')
        : ligne.trim() === '' && lignes.length > 1
          ? ligne
          : PUCE.test(ligne)
            ? ligne
            : `- ${ligne}`,
    )
    .join('\n')
  return { de, a, par, debut: de + par.length, fin: de + par.length }
}

/** A link over what is selected, or over its own address. */
export function insertLien({ texte, debut, fin }: Selection, adresse: string): Remplacement {
  // A square bracket inside would end the words of the link.
  const mots =
    texte
      .slice(debut, fin)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\[/g, '(')
      .replace(/\]/g, ')')
      .trim() || adresse.replace(/^mailto:/, '')
  const par = `[${mots}](${adresse})`
  return { de: debut, a: fin, par, debut: debut + 1, fin: debut + 1 + mots.length }
}

/** An address as a link may carry it; null when it is none. « exemple.fr » is completed, a bare e-mail becomes mailto. */
export function readAdresse(saisie: string): string | null {
  const brute = saisie.trim()
  if (brute === '' || /\s/.test(brute)) return null
  const adresse = /^[a-z][a-z0-9+.-]*:/i.test(brute)
    ? brute
    : /^[^@/]+@[^@/]+\.[^@/]+$/.test(brute)
      ? `mailto:${brute}`
      : `https://${brute}`
  if (!/^(https?:\/\/|mailto:)./i.test(adresse) || !URL.canParse(adresse)) return null
  // Round brackets end a link.
  return adresse.replace(/\(/g, '%28').replace(/\)/g, '%29')
}
