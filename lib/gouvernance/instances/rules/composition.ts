/** Who sits and who decides, out of what was read. */
import type { DateCivile } from '@/lib/platform/dates'
import { MATIERES } from '../types/edition'
import type { InstanceLue, VueMatiere, VueMembre } from '../types/ecran'

/**
 * Seats whose mandate is over, apart from the others.
 * @returns those that sit or will, then those that did, the latest first
 */
export function splitMembres(
  membres: readonly VueMembre[],
  today: DateCivile,
): { membres: VueMembre[]; anciens: VueMembre[] } {
  const fini = ({ fin }: VueMembre): boolean => fin !== null && fin < today
  return {
    membres: membres.filter((membre) => !fini(membre)),
    anciens: membres.filter(fini).sort((a, b) => ((a.fin ?? '') < (b.fin ?? '') ? 1 : -1)),
  }
}

/** For each matter that some instance proposes or decides of: which ones. Empty while nothing is set. */
export function listMatieres(lues: readonly InstanceLue[]): VueMatiere[] {
  const toutes = lues.flatMap(({ nom, competences }) => competences.map((competence) => ({ nom, ...competence })))
  if (toutes.length === 0) return []
  return MATIERES.map((matiere) => {
    const siennes = toutes.filter((competence) => competence.matiere === matiere)
    const qui = (pouvoir: string) =>
      siennes.filter((competence) => competence.pouvoir === pouvoir).map(({ nom }) => nom)
    return {
      matiere,
      decident: qui('DECIDE'),
      proposent: qui('PROPOSE'),
      reglage: siennes.some(({ source }) => source === null),
    }
  })
}
