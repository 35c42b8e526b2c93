import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { TraceDecision } from './types'

/** What the object of a decision remembers of it, in one column of its screen’s statement. */

export interface TraceLue extends TraceDecision {
  fiche: number | null
  indicateur: number | null
  schema: number | null
  avenant: number | null
}

/**
 * Decisions applied to some objects, latest first, and proposals about them that still wait.
 * @param sur condition on `d`, the decision (`porte.decision`): what it bears on
 */
export const sqlTraces = (convention: number, today: DateCivile, sur: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'effet', d.effet, 'appliquee', d.appliquee_le IS NOT NULL, 'fiche', d.fiche_action_id,
      'indicateur', d.indicateur_id, 'schema', d.schema_id, 'avenant', d.avenant_id, 'reunion', d.reunion, 'date', d.date,
      'instance', jsonb_build_object('type', d.type_instance, 'nom', d.instance)) ORDER BY d.appliquee_le DESC NULLS LAST, d.date DESC, d.id DESC), '[]')
  FROM porte.decision d
  WHERE d.convention_id = ${convention} AND d.effet IS NOT NULL AND d.etat_reunion <> 'ANNULEE'
    AND (d.appliquee_le IS NOT NULL OR (app.decision_attendue(d.etat, d.decidee_par_id) AND d.date <= ${today}::date)) AND ${sur})`
