import 'server-only'
import type { AxeEcrit, LignePlan } from '../sql/plan'
import { formatAvancement, type StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

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
  for (
    let axe = axes.get(id);
    axe && !chemin.includes(axe);
    axe = axe.parent === null ? undefined : axes.get(axe.parent)
  )
    chemin.push(axe)
  return chemin
}

interface Somme {
  parStatut: Record<StatutFiche, number>
  nombre: number
  enRetard: number
}

const createSomme = (): Somme => ({
  parStatut: Object.fromEntries(STATUTS.map((statut) => [statut, 0])) as Record<StatutFiche, number>,
  nombre: 0,
  enRetard: 0,
})

/** Every axe in the order of the document, each counting the fiches of its whole branch. */
export function listAxes({ axes, reserves, parAxe }: Pick<LignePlan, 'axes' | 'reserves' | 'parAxe'>): AxeVu[] {
  const index = new Map(axes.map((axe) => [axe.id, axe]))
  const chemins = new Map(axes.map(({ id }) => [id, listAscendants(index, id)]))
  const sommes = new Map(axes.map(({ id }) => [id, createSomme()]))
  for (const [axe, statut, retard, nombre] of parAxe) {
    for (const { id } of chemins.get(axe) ?? []) {
      const somme = sommes.get(id)
      if (!somme) continue
      somme.parStatut[statut] += nombre
      somme.nombre += nombre
      if (retard) somme.enRetard += nombre
    }
  }
  return axes.map((axe) => {
    const chemin = chemins.get(axe.id) ?? []
    const { nombre, parStatut, enRetard } = sommes.get(axe.id) ?? createSomme()
    return {
      ...axe,
      profondeur: chemin.length - 1,
      racine: chemin.at(-1)?.id ?? axe.id,
      nombre,
      phrase: formatAvancement(nombre, parStatut, enRetard),
      reserves: reserves.filter(({ type, ref }) => type === 'AXE' && ref === axe.ref).map(({ raison }) => raison),
    }
  })
}
