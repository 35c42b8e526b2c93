/** Puts one of a list at another place, the rest in its order. */
export function move(ordre: readonly number[], id: number, place: number): number[] {
  const autres = ordre.filter((autre) => autre !== id)
  return [...autres.slice(0, place), id, ...autres.slice(place)]
}
