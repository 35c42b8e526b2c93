import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { InvitationsVue } from './types'

/** Links by invitation of a fiche and what came back by them, in one column of its statement: alias `f` is the fiche. */

const PARIS = (colonne: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${colonne} AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI')`

/** What the fiche of alias `f` holds now of what may be proposed. */
export const sqlActuelPropose = (
  id: number,
): Prisma.Sql => Prisma.sql`jsonb_build_object('statut', f.statut, 'avancement', f.avancement, 'suivi', f.suivi,
  'etapes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'numero', e.numero, 'titre', e.titre, 'statut', e.statut) ORDER BY e.ordre, e.id), '[]')
    FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id))`

/** The row as {@link InvitationsVue}. PostgreSQL gives no invitation, and no proposal, to who may not invite. */
export const sqlInvitations = (id: number): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'actuel', ${sqlActuelPropose(id)},
  'invitations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'nom', i.nom, 'email', i.email,
      'etat', CASE WHEN i.revoquee_le IS NOT NULL THEN 'REVOQUEE' WHEN i.expire_le <= now() THEN 'EXPIREE' ELSE 'ACTIVE' END,
      'creeLe', (i.cree_le AT TIME ZONE 'Europe/Paris')::date, 'dernierJour', (i.expire_le AT TIME ZONE 'Europe/Paris')::date, 'creePar', u.nom,
      'dernierEnvoi', (SELECT ${PARIS(Prisma.sql`max(c.instant)`)} FROM contribution_fiche c WHERE c.convention_id = ${id} AND c.invitation_id = i.id))
    ORDER BY i.revoquee_le IS NULL AND i.expire_le > now() DESC, i.cree_le DESC), '[]')
    FROM invitation_fiche i LEFT JOIN utilisateur u ON u.id = i.cree_par_id WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id),
  'contributions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'nom', c.nom, 'message', c.message, 'etat', c.etat,
      'instant', ${PARIS(Prisma.sql`c.instant`)}, 'motif', c.motif, 'traiteePar', u.nom, 'traiteeLe', ${PARIS(Prisma.sql`c.traitee_le`)}, 'contenu', c.contenu)
    ORDER BY c.etat = 'PROPOSEE' DESC, c.instant DESC), '[]')
    FROM (SELECT k.*, row_number() OVER (PARTITION BY k.etat = 'PROPOSEE' ORDER BY k.instant DESC) AS rang FROM contribution_fiche k
      WHERE k.convention_id = ${id} AND k.fiche_action_id = f.id) c
    LEFT JOIN utilisateur u ON u.id = c.traitee_par_id WHERE c.etat = 'PROPOSEE' OR c.rang <= 5))`

export type { InvitationsVue }
