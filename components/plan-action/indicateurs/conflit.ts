import type { CelluleEnConflit, MesureCourante } from '@/lib/plan-action/mesures/types/mesure'

function readCourante(lue: unknown): MesureCourante | null {
  if (typeof lue !== 'object' || lue === null) return null
  const { id, version, saisie, etat, source } = lue as Record<string, unknown>
  if (typeof id !== 'number' || typeof version !== 'number' || typeof saisie !== 'string') return null
  return {
    id,
    version,
    saisie,
    etat: etat === 'PROPOSEE' ? 'PROPOSEE' : 'CONFIRMEE',
    source: typeof source === 'string' ? source : null,
  }
}

/** The cells that somebody else changed, as the action tells them. */
export function readConflit(actuel: unknown): CelluleEnConflit[] {
  if (typeof actuel !== 'object' || actuel === null || !('cellules' in actuel) || !Array.isArray(actuel.cellules))
    return []
  return actuel.cellules.flatMap((cellule: unknown) => {
    if (typeof cellule !== 'object' || cellule === null) return []
    const { rang, actuelle, auteur } = cellule as Record<string, unknown>
    return typeof rang === 'number'
      ? [{ rang, actuelle: readCourante(actuelle), auteur: typeof auteur === 'string' ? auteur : null }]
      : []
  })
}
