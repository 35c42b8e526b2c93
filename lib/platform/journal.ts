import type { Tx } from './db'

/**
 * Writes in the journal an event that changes no row by itself: an import, an export. Changes of
 * rows are written by PostgreSQL’s triggers. The instant is the database’s, the author the asker.
 */
export async function recordEvenement(
  tx: Tx,
  evenement: {
    acteurId: number
    conventionId: number
    operation: string
    libelle: string
    apres?: Record<string, string>
  },
): Promise<void> {
  const { acteurId, conventionId, operation, libelle, apres } = evenement
  await tx.$executeRaw`
    INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, libelle, apres)
    VALUES (${acteurId}, ${conventionId}, ${operation}, 'convention', ${conventionId}, ${libelle}, ${apres ? JSON.stringify(apres) : null}::jsonb)`
}
