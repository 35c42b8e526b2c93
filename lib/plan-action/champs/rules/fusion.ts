import { cleanOuNul } from '@/lib/platform/texte'
import { CHAMPS_FICHE, ENSEMBLES } from './catalogue'
import type { ChampFiche, ChangementsFiche, ValeursFiche } from '../schema'

/** When two values of a field are the same, and what two people who edit at once both keep. */

/** The same value always written the same way: keys sorted, texts trimmed, sets sorted and without repeats. */
export function toCanonique(valeur: unknown, ensemble = false): unknown {
  if (typeof valeur === 'string') return cleanOuNul(valeur)
  if (Array.isArray(valeur)) {
    const membres = valeur.map((membre) => toCanonique(membre))
    return ensemble ? [...new Set(membres)].sort((a, b) => (String(a) < String(b) ? -1 : 1)) : membres
  }
  if (typeof valeur !== 'object' || valeur === null) return valeur ?? null
  return Object.fromEntries(
    Object.entries(valeur)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([cle, membre]) => [cle, toCanonique(membre)]),
  )
}

/** True when two values of a field say the same: blanks around, line ends and the order of a set do not count; the order of pilotages does. */
export function isSameValeur<C extends ChampFiche>(champ: C, a: ValeursFiche[C], b: ValeursFiche[C]): boolean {
  return JSON.stringify(toCanonique(a, ENSEMBLES.has(champ))) === JSON.stringify(toCanonique(b, ENSEMBLES.has(champ)))
}

export interface Fusion {
  /** what is left to write */
  ecrits: Partial<ValeursFiche>
  /** fields that hold neither what one typed over nor what one wants: somebody else changed them */
  conflits: ChampFiche[]
}

/**
 * What changes of some fields do to the values there now. A field is free when it still holds what it was typed over;
 * a field that already holds what is wanted is no change, whoever wrote it.
 */
export function computeFusion(actuel: ValeursFiche, champs: ChangementsFiche): Fusion {
  const fusion: Fusion = { ecrits: {}, conflits: [] }
  function add<C extends ChampFiche>(champ: C) {
    const change: { avant: ValeursFiche[C]; apres: ValeursFiche[C] } | undefined = champs[champ]
    if (change === undefined || isSameValeur(champ, actuel[champ], change.apres)) return
    if (isSameValeur(champ, actuel[champ], change.avant)) fusion.ecrits[champ] = change.apres
    else fusion.conflits.push(champ)
  }
  for (const champ of CHAMPS_FICHE) add(champ)
  return fusion
}
