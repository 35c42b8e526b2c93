import 'server-only'
import type { Tx } from '@/lib/platform/db'

/**
 * Writes in the journal what was done to somebody’s access: invitations and sessions are secrets,
 * their tables have no trigger. Never what would open anything.
 */
export async function recordAcces(
  tx: Tx,
  acteur: number,
  objet: 'invitation' | 'session',
  personne: { id: number; nom: string },
  apres: Record<string, string | number>,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO journal (utilisateur_id, operation, objet, objet_id, libelle, apres)
    VALUES (${acteur}, 'utilisateur.administrer', ${objet}, ${personne.id}, ${personne.nom}, ${JSON.stringify(apres)}::jsonb)`
}
