import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { LigneProposee } from '@/lib/plan-action/invitation/rules'

/** What is accepted, as the action takes it: each part with the value that is seen. */

interface Retenus {
  champs: { statut?: { vu: StatutFiche }; avancement?: { vu: number | null }; suivi?: { vu: string | null } }
  etapes: { id: number; vu: StatutFiche }[]
}

export function buildRetenus(lignes: readonly LigneProposee[]): Retenus {
  const retenus: Retenus = { champs: {}, etapes: [] }
  for (const { champ, etape, actuel } of lignes) {
    if (champ === 'statut') retenus.champs.statut = { vu: actuel as StatutFiche }
    if (champ === 'avancement') retenus.champs.avancement = { vu: typeof actuel === 'number' ? actuel : null }
    if (champ === 'suivi') retenus.champs.suivi = { vu: typeof actuel === 'string' ? actuel : null }
    if (champ === 'etape' && etape !== null) retenus.etapes.push({ id: etape, vu: actuel as StatutFiche })
  }
  return retenus
}
