import { NOMS_SUJET } from '@/lib/convention/accord/words'
import type { VueCopil } from '@/lib/pilotage/copil/queries'

/** A subject in the course of a sentence: an acronym keeps its capitals. */
export const formatSujet = (sujet: string): string => {
  const nom = NOMS_SUJET[sujet] ?? sujet
  return nom === nom.toUpperCase() ? nom : nom.charAt(0).toLowerCase() + nom.slice(1)
}

/** Why the document says nothing of a subject; null when it was not noted. */
export function findLacune({ manques }: Pick<VueCopil, 'manques'>, sujet: string): string | null {
  return manques.lacunes.find(([nom]) => nom === sujet)?.[1] ?? null
}
