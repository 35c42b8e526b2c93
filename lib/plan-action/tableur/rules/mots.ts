import { cleanTexte, foldTexte } from '@/lib/platform/texte'

/** Words as a spreadsheet and a plan may both say them: compared without accents, case or signs. */

export function normalizeCle(texte: string): string {
  return foldTexte(texte)
    .replace(/[’'`]/g, ' ')
    .replace(/n°/g, 'numero ')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
}

/** Cleaned, nothing around: two texts that read the same are the same, whenever they came in. */
export const normalizeTexte = (texte: string): string => cleanTexte(texte).trim()

const PUCE = '• '

/** A list as one cell: a line each; marked where a line of its own holds several. */
export const formatLignes = (liste: readonly string[]): string =>
  liste.some((mots) => mots.includes('\n') || mots.startsWith(PUCE))
    ? liste.map((mots) => `${PUCE}${mots}`).join('\n')
    : liste.join('\n')

export function parseLignes(cellule: string): string[] {
  const texte = cleanTexte(cellule)
  const lignes = texte.startsWith(PUCE) ? texte.slice(PUCE.length).split(`\n${PUCE}`) : texte.split('\n')
  return lignes.filter((ligne) => ligne.trim() !== '')
}

function listPaires(mots: string): Set<string> {
  const paires = new Set<string>()
  for (const mot of mots.split(' ')) {
    const borde = ` ${mot} `
    for (let i = 0; i < borde.length - 1; i++) paires.add(borde.slice(i, i + 2))
  }
  return paires
}

/** How alike two headers are, from 0 to 1: the share of the pairs of letters that they have in common. */
export function computeRessemblance(a: string, b: string): number {
  const [gauche, droite] = [normalizeCle(a), normalizeCle(b)]
  if (gauche === '' || droite === '') return 0
  if (gauche === droite) return 1
  const [x, y] = [listPaires(gauche), listPaires(droite)]
  const communes = [...x].filter((paire) => y.has(paire)).length
  return (2 * communes) / (x.size + y.size)
}

/** What a person reads of an object that has a number and a title; a spreadsheet finds it again by either. */
export const formatRepere = (numero: string | null, titre: string): string => (numero ? `${numero} – ${titre}` : titre)
