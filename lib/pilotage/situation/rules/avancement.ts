import { computeAvancement } from '@/lib/plan-action/champs/rules/avancement'
import { isEnRetard } from '@/lib/plan-action/champs/rules/echeance'
import type { DateCivile } from '@/lib/platform/dates'
import type { Progression } from './chiffres'
import type { PlanLu } from '@/lib/pilotage/situation/types/faits'

interface AvancementAxe {
  id: number
  ref: string
  numero: string | null
  titre: string
  /** Why this axe carries no fiche. */
  absence: string | null
  progression: Progression
}

export interface AvancementPlan {
  /** Name of the first level, as the convention calls it: 'Axe', 'Thématique'. */
  niveau: string
  phrase: string
  raisonSansFiche: string | null
  progression: Progression
  axes: AvancementAxe[]
}

export const AUCUNE_FICHE: Progression = {
  total: 0,
  realisees: 0,
  enCours: 0,
  enRetard: 0,
  aEngager: 0,
  ecartees: 0,
  aPreciser: 0,
}

type FicheLue = PlanLu['fiches'][number]

/** Each fiche counts once: late rather than under way or to begin. */
function computeProgression(fiches: readonly FicheLue[], today: DateCivile): Progression {
  const progression = { ...AUCUNE_FICHE, total: fiches.length }
  for (const [, statut, fin] of fiches) {
    if (statut === 'A_PRECISER') progression.aPreciser += 1
    else if (isEnRetard({ statut, fin }, today)) progression.enRetard += 1
    else if (statut === 'REALISEE') progression.realisees += 1
    else if (statut === 'EN_COURS') progression.enCours += 1
    else if (statut === 'A_ENGAGER') progression.aEngager += 1
    else progression.ecartees += 1
  }
  return progression
}

/** The axe at the top of each axe’s branch. */
function listRacines(axes: PlanLu['axes']): Map<number, number> {
  const parents = new Map(axes.map(([id, , parent]) => [id, parent]))
  const climb = (id: number): number => {
    const parent = parents.get(id)
    return parent == null ? id : climb(parent)
  }
  return new Map(axes.map(([id]) => [id, climb(id)]))
}

/** Progress of a plan, whole and by axe of its first level. */
export function computeAvancementPlan(
  { niveaux, raisonSansFiche, axes, fiches }: PlanLu,
  today: DateCivile,
): AvancementPlan {
  const racines = listRacines(axes)
  return {
    niveau: niveaux[0] ?? 'Axe',
    phrase: computeAvancement(
      fiches.map(([, statut, fin]) => ({ statut, fin })),
      today,
    ).phrase,
    raisonSansFiche,
    progression: computeProgression(fiches, today),
    axes: axes
      .filter(([, , parent]) => parent === null)
      .map(([id, ref, , numero, titre, absence]) => ({
        id,
        ref,
        numero,
        titre,
        absence,
        progression: computeProgression(
          fiches.filter(([axe]) => racines.get(axe) === id),
          today,
        ),
      })),
  }
}
