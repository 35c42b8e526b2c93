import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'

/**
 * What each line of a schéma `s` is on a day, brought back inside its period, as a value of a statement: the lines by
 * porteur in the order of the document, then each post that is on no line.
 */
export const sqlEffectifs = (jour: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('libelle', e.libelle, 'effectif', jsonb_build_object('prevu', e.prevu, 'pourvu', e.pourvu, 'present', e.present,
    'vacant', e.vacant, 'jamaisPourvu', e.jamais_pourvu, 'externalise', e.externalise, 'nonPrecise', e.non_precise)) ORDER BY e.affectation_id IS NULL, e.ordre), '[]')
  FROM app.effectifs_schema(s.id, least(greatest(${jour}::date, s.debut), s.fin)) e)`
