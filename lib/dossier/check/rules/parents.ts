import { formatAccord } from '@/lib/platform/typographie'
import type { Erreurs } from './erreurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'

interface Noeud {
  ref: string
  parent: string | null
}

/** Depth of each node, 1 at the top; null in a loop, or below one. Unknown parents count as the top. */
export function computeProfondeurs(noeuds: readonly Noeud[]): Map<string, number | null> {
  const parents = new Map(noeuds.map(({ ref, parent }) => [ref, parent]))
  const profondeurs = new Map<string, number | null>()
  for (const { ref } of noeuds) {
    // Climbs to a known depth or to the top, then comes down again: no recursion on a hostile chain.
    const montee: string[] = []
    const vus = new Set<string>()
    let courant: string | null = ref
    while (courant !== null && parents.has(courant) && !profondeurs.has(courant) && !vus.has(courant)) {
      vus.add(courant)
      montee.push(courant)
      courant = parents.get(courant) ?? null
    }
    const boucle = courant !== null && vus.has(courant)
    let profondeur = boucle
      ? null
      : courant === null
        ? 0
        : (profondeurs.get(courant) ?? (parents.has(courant) ? null : 0))
    for (const noeud of montee.reverse()) {
      profondeur = profondeur === null ? null : profondeur + 1
      profondeurs.set(noeud, profondeur)
    }
  }
  return profondeurs
}

function checkArbre(noeuds: readonly Noeud[], chemin: string, maximum: number | null, erreurs: Erreurs): void {
  const connus = new Set(noeuds.map(({ ref }) => ref))
  const profondeurs = computeProfondeurs(noeuds)
  noeuds.forEach(({ ref, parent }, i) => {
    const ici = `${chemin}[${i}].parent`
    const profondeur = profondeurs.get(ref) ?? null
    if (parent !== null && !connus.has(parent)) {
      erreurs.add(
        ici,
        `Aucun élément de « ${chemin} » ne porte la référence « ${parent} » : corrigez-la, ou mettez null.`,
      )
    } else if (profondeur === null) {
      erreurs.add(ici, 'En remontant de parent en parent, on tourne en rond : mettez null au plus haut de la chaîne.')
    } else if (maximum !== null && profondeur > maximum) {
      erreurs.add(
        ici,
        `Cet axe est au niveau ${profondeur}, mais plan.niveaux n’en nomme que ${maximum} : rattachez-le plus haut, ou ajoutez ${formatAccord(profondeur - maximum, 'le niveau manquant', 'les niveaux manquants')} (trois au plus).`,
      )
    }
  })
}

/** Trees of the dossier: every parent is there, none is its own ancestor, axes have no more levels than names. */
export function checkParents(dossier: Dossier, erreurs: Erreurs): void {
  checkArbre(dossier.enjeux, 'enjeux', null, erreurs)
  checkArbre(dossier.instances, 'instances', null, erreurs)
  if (dossier.plan !== null) checkArbre(dossier.plan.axes, 'plan.axes', dossier.plan.niveaux.length, erreurs)
}
