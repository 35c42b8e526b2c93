import { parsePeriode, type ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'

export type Periode = ValeursFiche['periode']

/**
 * What typed words make of the bounds: the new reading, unless it says what the former words already said (a correction
 * stays), or nothing can be read (bounds that the former words gave go, those given by hand stay).
 */
export function followMots(avant: Periode, mots: string, contexte: ContextePeriode | null): Periode {
  const texte = mots === '' ? null : mots
  const [lue, ancienne] = [parsePeriode(texte, contexte), parsePeriode(avant.texte, contexte)]
  const suivait =
    ancienne.etat === 'LUE'
      ? ancienne.debut === avant.debut && ancienne.fin === avant.fin
      : avant.debut === null && avant.fin === null
  if (lue.etat === 'LUE') {
    const pareille = ancienne.etat === 'LUE' && ancienne.debut === lue.debut && ancienne.fin === lue.fin
    const garde = pareille || (ancienne.etat !== 'LUE' && !suivait)
    return garde ? { ...avant, texte } : { texte, debut: lue.debut, fin: lue.fin }
  }
  return suivait ? { texte, debut: null, fin: null } : { ...avant, texte }
}
