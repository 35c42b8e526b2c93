/** Rows of one INSERT: the widest table takes some twenty values a row, and a statement carries 32 767 values at most. */
const LOT = 1_000

/** Writes rows in order, a thousand at a time. */
export async function insert<T>(lignes: readonly T[], write: (data: T[]) => Promise<unknown>): Promise<void> {
  for (let debut = 0; debut < lignes.length; debut += LOT) await write(lignes.slice(debut, debut + LOT))
}
