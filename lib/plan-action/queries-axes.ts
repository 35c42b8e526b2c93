import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { AxeEcrit, LignePlan } from './queries-plan-sql'
import { computeAvancement, type StatutFiche } from './rules'

/** An axe with its place in the tree and where its fiches stand. */
export interface AxeVu extends AxeEcrit {
  /** 0 at the top; the name of the level is `plan.niveaux[profondeur]` */
  profondeur: number
  /** id of the axe at the top of its branch */
  racine: number
  /** fiches of the axe and of all below it, whatever the filters */
  nombre: number
  phrase: string
  reserves: string[]
}

/** From an axe up to the top of its branch, itself first. A tree that loops stops where it began. */
function listAscendants(axes: ReadonlyMap<number, AxeEcrit>, id: number): AxeEcrit[] {
  const chemin: AxeEcrit[] = []
  for (let axe = axes.get(id); axe && !chemin.includes(axe); axe = axe.parent === null ? undefined : axes.get(axe.parent)) chemin.push(axe)
  return chemin
}

const indexAxes = (axes: readonly AxeEcrit[]) => new Map(axes.map((axe) => [axe.id, axe]))

/** Ids of an axe and of all below it; empty when no axe has this `ref`. */
export function listBranche(axes: readonly AxeEcrit[], ref: string): Set<number> {
  const index = indexAxes(axes)
  return new Set(axes.filter(({ id }) => listAscendants(index, id).some((ascendant) => ascendant.ref === ref)).map(({ id }) => id))
}

/** Every axe in the order of the document, each counting the fiches of its whole branch. */
export function listAxes({ axes, reserves, fiches }: LignePlan, listees: readonly { axe: number; statut: StatutFiche }[], today: DateCivile): AxeVu[] {
  const index = indexAxes(axes)
  const chemins = new Map(axes.map(({ id }) => [id, listAscendants(index, id)]))
  const fins = fiches.map(({ fin }) => fin)
  return axes.map((axe) => {
    const chemin = chemins.get(axe.id) ?? []
    // A status nobody gave accuses nobody of being late.
    const siennes = listees.flatMap(({ axe: id, statut }, rang) =>
      chemins.get(id)?.includes(axe) ? [{ statut, fin: statut === 'A_PRECISER' ? null : (fins[rang] ?? null) }] : [],
    )
    return {
      ...axe,
      profondeur: chemin.length - 1,
      racine: chemin.at(-1)?.id ?? axe.id,
      nombre: siennes.length,
      phrase: computeAvancement(siennes, today).phrase,
      reserves: reserves.filter(({ type, ref }) => type === 'AXE' && ref === axe.ref).map(({ raison }) => raison),
    }
  })
}
