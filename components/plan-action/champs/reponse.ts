import { isChamp } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampFiche } from '@/lib/plan-action/champs/schema'
import type { ErreurChamp } from '@/lib/platform/resultat'

/** What `updateFiche` refused, read. */

/** Message of each field that is wrong. */
export type ErreursChamps = Partial<Record<ChampFiche, string>>

/** Fields of 'champs.titre.apres'; what names no field is left out. */
export function readErreursChamps(erreurs: readonly ErreurChamp[]): ErreursChamps {
  const lues: ErreursChamps = {}
  for (const { champ, message } of erreurs) {
    const nom = champ.split('.')[1]
    if (isChamp(nom)) lues[nom] ??= message
  }
  return lues
}
