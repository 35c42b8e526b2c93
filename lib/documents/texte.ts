import { cleanTexte } from '@/lib/platform/texte'

/** Texts as a file format accepts them. */

/** The lines of a text that say something. */
export function listParagraphes(texte: string): string[] {
  return cleanTexte(texte)
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
}
