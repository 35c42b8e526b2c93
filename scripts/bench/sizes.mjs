// The three sizes that are measured, and the shape that all conventions share: a page of one convention must cost
// the same at each size, so the measured conventions are the same rows everywhere.

/** @typedef {{ name: string, cafs: number, conventions: number }} Size */

/** @type {Record<string, Size>} */
export const SIZES = {
  petit: { name: 'petit', cafs: 1, conventions: 5 },
  moyen: { name: 'moyen', cafs: 1, conventions: 40 },
  national: { name: 'national', cafs: 100, conventions: 3500 },
}

/** Conventions of the measured Caf, the first one, at most. */
export const CONVENTIONS_OF_FIRST_CAF = 40

/** One convention in ten has a long plan; two fiches in three answer the word looked for: a filtered list of fifty. */
const FICHES = { long: 75, short: 25, every: 10 }

export const AXES = 15
export const ETAPES = 2
export const INDICATEURS = 5
export const MESURES = 4
export const INSTANCES = 11
export const REUNIONS = 21

/** The day the application believes it is: what is late or coming does not depend on when one measures. */
export const DAY = '2026-11-20'

/** What is asked for: an ordinary convention, and one with a long plan. Both exist at each size. */
export const ORDINARY = 'convention-2'
export const LONG = 'convention-1'
export const SEARCH = 'parentalite'

/** The first fiche of a convention, and its number of fiches, as SQL. @param {string} c its id in the statement */
export const sqlFiches = (c) => {
  const { long, short, every } = FICHES
  const place = `((${c} - 1) % ${every})`
  return {
    before: `((${c} - 1) / ${every} * ${long + (every - 1) * short} + CASE WHEN ${place} = 0 THEN 0 ELSE ${long} + (${place} - 1) * ${short} END)`,
    count: `(CASE WHEN ${place} = 0 THEN ${long} ELSE ${short} END)`,
  }
}

/**
 * How many rows of the large tables a size makes.
 * @param {Size} size
 */
export function countRows({ conventions }) {
  const fiches =
    Math.ceil(conventions / FICHES.every) * FICHES.long +
    (conventions - Math.ceil(conventions / FICHES.every)) * FICHES.short
  return {
    convention: conventions,
    fiche_action: fiches,
    indicateur: fiches * INDICATEURS,
    mesure: fiches * INDICATEURS * MESURES,
    reunion: conventions * INSTANCES * REUNIONS,
  }
}
