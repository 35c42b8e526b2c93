import { createHash } from 'node:crypto'

/**
 * Names for the statements that come back: PostgreSQL then parses each once a connection, and keeps its plan. Planning one
 * of ours costs as much as running it.
 */

/** A statement is named from its third time on: what is asked once, or is written differently each time, is not kept. */
const FOIS = 3
/** How many are named: each costs memory on every connection. */
const PLAFOND = 300
/** How many texts are remembered while they wait for a name. */
const PLAFOND_VUES = 2_000

/**
 * A plan made for any word searched cannot use the index that this word calls for: searches stay without a name. Within one
 * convention it is the key of the convention that finds the rows, whatever the word.
 */
const RECHERCHE = /\bI?LIKE\b|<%|%>|~ \$/
const UNE_CONVENTION = /\bconvention_id = \$/
const isRecherche = (sql: string): boolean => RECHERCHE.test(sql) && !UNE_CONVENTION.test(sql)

/** @returns what gives a statement its name, or the empty name, which PostgreSQL keeps nothing under */
export function createNommage(): (sql: string) => string {
  const noms = new Map<string, string>()
  const vues = new Map<string, number>()
  return (sql) => {
    const nom = noms.get(sql)
    if (nom !== undefined) return nom
    if (noms.size >= PLAFOND || isRecherche(sql)) return ''
    const fois = (vues.get(sql) ?? 0) + 1
    if (fois < FOIS) {
      if (vues.size >= PLAFOND_VUES) vues.clear()
      vues.set(sql, fois)
      return ''
    }
    vues.delete(sql)
    const neuf = createHash('sha256').update(sql).digest('base64url').slice(0, 32)
    noms.set(sql, neuf)
    return neuf
  }
}
