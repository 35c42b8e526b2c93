import type { Tx } from './db'

/** An event of the journal; what it does not say of its object is the convention. */
export interface Evenement {
  acteurId: number
  /** Null for what is of no convention: an access. */
  conventionId: number | null
  operation: string
  libelle: string
  objet?: string
  objetId?: number
  /** The fiche whose thread tells it. */
  ficheActionId?: number
  apres?: Record<string, string | number>
}

/**
 * Writes in the journal an event that changes no row by itself, or none that has a trigger: an import, an export, an
 * access, « rien de neuf ». Changes of rows are written by PostgreSQL’s triggers. The instant is the database’s, the
 * author the asker.
 */
export async function recordEvenement(tx: Tx, evenement: Evenement): Promise<void> {
  const { acteurId, conventionId, operation, libelle, apres, ficheActionId = null } = evenement
  const { objet = 'convention', objetId = conventionId } = evenement
  await tx.$executeRaw`
    INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, fiche_action_id, libelle, apres)
    VALUES (${acteurId}, ${conventionId}, ${operation}, ${objet}, ${objetId}, ${ficheActionId}, ${libelle}, ${apres ? JSON.stringify(apres) : null}::jsonb)`
}
