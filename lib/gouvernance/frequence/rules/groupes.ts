/** The groups that a rule bears on, when it counts for each of them: declared with it, or only known by their meetings. */
import { foldMots } from '@/lib/platform/texte'
import type { RegleFrequence, ReunionRegle } from '../types'

/** A name as it is compared: its letters and figures alone, without case, accents nor spaces. */
export const foldGroupe = (nom: string): string => foldMots(nom).replaceAll(' ', '') || nom.trim()

export const sameGroupe = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : foldGroupe(a) === foldGroupe(b)

export interface GroupesRegle {
  noms: string[]
  /** The rule names them: one that never met is missing. Otherwise those that never met are not known. */
  declares: boolean
}

/** Names in the order given, each once. */
function listUniques(noms: readonly string[]): string[] {
  const vus = new Map<string, string>()
  for (const nom of noms) if (!vus.has(foldGroupe(nom))) vus.set(foldGroupe(nom), nom)
  return [...vus.values()]
}

/** The groups of a rule; null for one that counts the instance as a whole. */
export function listGroupes(
  { par, groupes }: Pick<RegleFrequence, 'par' | 'groupes'>,
  reunions: readonly Pick<ReunionRegle, 'groupe' | 'etat'>[],
): GroupesRegle | null {
  if (par === 'INSTANCE') return null
  if (groupes.length > 0) return { noms: listUniques(groupes), declares: true }
  const nommes = reunions.filter(({ etat }) => etat !== 'ANNULEE').map(({ groupe }) => groupe)
  return { noms: listUniques(nommes.filter((groupe) => groupe !== null).sort()), declares: false }
}

/** The spelling already in use for a group: that of the rules, else of the meetings. Another one would count apart on lists. */
export function findGroupe(
  groupe: string | null,
  regles: readonly Pick<RegleFrequence, 'groupes'>[],
  reunions: readonly Pick<ReunionRegle, 'groupe'>[],
): string | null {
  if (groupe === null) return null
  const connus = [...regles.flatMap(({ groupes }) => groupes), ...reunions.map((reunion) => reunion.groupe)]
  return connus.find((connu) => connu !== null && sameGroupe(connu, groupe)) ?? groupe
}
