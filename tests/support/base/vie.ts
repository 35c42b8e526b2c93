import type { EnteteBase } from './fichier'
import { liveCooperation } from './vie-cooperation'
import { liveFiche } from './vie-fiche'
import { liveGens } from './vie-gens'
import { liveGouvernance } from './vie-gouvernance'
import { liveIndicateurs } from './vie-indicateurs'
import { livePlan } from './vie-plan'
import { bringConventions, sendDigests, settleReserves } from './vie-veille'
import type { Monde } from './monde'

/**
 * Lives in a base that was just loaded, through the product’s own actions: what people do in some months, one of each.
 * @returns the secrets of links left open
 */
export async function live(monde: Monde): Promise<EnteteBase['liens']> {
  await bringConventions(monde)
  await settleReserves(monde)
  await liveGouvernance(monde)
  await liveIndicateurs(monde)
  const { fiche } = await liveFiche(monde)
  await livePlan(monde)
  await liveCooperation(monde)
  await sendDigests(monde)
  const { invitation } = await liveGens(monde)
  return { invitation, fiche }
}
