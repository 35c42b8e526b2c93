import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import type { TypeRoleDonne } from '@/lib/utilisateurs/rules'

/** A role with what it is held on, by its name. */
interface RoleLu {
  id: number
  type: TypeRoleDonne
  organisme: string | null
  conventionId: number | null
  convention: string | null
  fiche: string | null
  debut: string | null
  fin: string | null
}

export interface PersonneLue {
  id: number
  email: string
  nom: string
  fonction: string | null
  actif: boolean
  version: number
  roles: RoleLu[]
}

/** Roles of the person `u` of the statement around it, as JSON. */
export const sqlRoles = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', r.id, 'type', r.type, 'organisme', o.nom, 'conventionId', r.convention_id, 'convention', c.nom,
      'fiche', CASE WHEN f.id IS NOT NULL THEN concat_ws(' ', f.numero, f.titre) END, 'debut', r.debut, 'fin', r.fin) ORDER BY r.type, r.id)
  FROM role r LEFT JOIN porte.organisme o ON o.id = r.organisme_id LEFT JOIN porte.convention c ON c.id = r.convention_id
    LEFT JOIN porte.fiche f ON f.id = r.fiche_action_id
  WHERE r.utilisateur_id = u.id), '[]')`

/** One person with their roles; null when there is no such person, or the application itself is meant. */
export async function readPersonne(tx: Tx, id: number): Promise<PersonneLue | null> {
  const [personne] = await tx.$queryRaw<PersonneLue[]>`
    SELECT u.id, u.email, u.nom, u.fonction, u.actif, u.version, ${sqlRoles} AS roles FROM utilisateur u WHERE u.id = ${id} AND NOT u.systeme`
  return personne ?? null
}
