import { readDossier } from '@/lib/dossier/lecture/rules/dossier'
import type { Dossier, DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Reads a delivered dossier as an import does, references included; throws with every error and its place. */
export function readEcrit(ecrit: DossierEcrit): Dossier {
  const lecture = readDossier(ecrit)
  if (!lecture.ok) throw new Error(JSON.stringify(lecture.erreurs, null, 1))
  return lecture.dossier
}

/** Doubtful readings on one kind of object, as one text: citation | lecture | raison, a line each. */
export function formatReserves({ reserves }: Dossier, type: Dossier['reserves'][number]['cible']['type']): string {
  return reserves
    .filter(({ cible }) => cible.type === type)
    .map(({ citation, lecture, raison }) => [citation, lecture, raison].join(' | '))
    .join('\n')
}

/** How many elements per key; `(aucun)` for those without one. */
export function countBy<T>(liste: readonly T[], cle: (element: T) => string | null): Record<string, number> {
  const total: Record<string, number> = {}
  for (const element of liste) {
    const nom = cle(element) ?? '(aucun)'
    total[nom] = (total[nom] ?? 0) + 1
  }
  return total
}

/** What each instance proposes or decides, with the first words of the sentence that says so. */
export function listCompetences({
  instances,
}: Dossier): [instance: string, matiere: string, pouvoir: string, source: string][] {
  return instances.flatMap(({ ref, competences }) =>
    competences.map(({ matiere, pouvoir, source }): [string, string, string, string] => [
      ref,
      matiere,
      pouvoir,
      (source ?? '').split(' ').slice(0, 2).join(' '),
    ]),
  )
}

/** What no document of the five writes: a quorum, a named person in a seat, a mandate, a series, what was held. */
export function listInventions({ instances }: Dossier): unknown[] {
  return instances.flatMap(({ quorum, quorumTexte, membres, series, reunions }) => [
    ...(quorum === null && quorumTexte === null ? [] : [quorumTexte]),
    ...membres.filter(
      ({ personne, suppleant, debut, fin, predecesseur }) => personne ?? suppleant ?? debut ?? fin ?? predecesseur,
    ),
    ...series,
    ...reunions,
  ])
}
