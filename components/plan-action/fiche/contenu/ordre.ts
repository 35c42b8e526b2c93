/** Puts one of a list at another place, the rest in its order. */
export function move(ordre: readonly number[], id: number, place: number): number[] {
  const autres = ordre.filter((autre) => autre !== id)
  return [...autres.slice(0, place), id, ...autres.slice(place)]
}

/** The order that a CONFLIT gives back. */
export function readOrdre(actuel: unknown): number[] | null {
  if (typeof actuel !== 'object' || actuel === null || !('ordre' in actuel) || !Array.isArray(actuel.ordre)) return null
  return actuel.ordre.every((id) => typeof id === 'number') ? (actuel.ordre as number[]) : null
}
