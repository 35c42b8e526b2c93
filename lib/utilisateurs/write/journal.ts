import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { recordEvenement } from '@/lib/platform/journal'

/**
 * Writes in the journal what was done to somebody’s access: invitations and sessions are secrets,
 * their tables have no trigger. Never what would open anything.
 */
export function recordAcces(
  tx: Tx,
  acteurId: number,
  objet: 'invitation' | 'session',
  personne: { id: number; nom: string },
  apres: Record<string, string | number>,
): Promise<void> {
  return recordEvenement(tx, {
    acteurId,
    conventionId: null,
    operation: 'utilisateur.administrer',
    objet,
    objetId: personne.id,
    libelle: personne.nom,
    apres,
  })
}
