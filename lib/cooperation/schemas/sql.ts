import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'

/**
 * The schéma de coopération in view at a date, as a subquery of one row: the convention's own before the previous
 * one's, the one in force that day, else the nearest in time; a draft only for lack of better. Totals of different
 * schémas are never added.
 */
export const sqlSchemaCourant = (conventionId: number | Prisma.Sql, today: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT s.* FROM schema_cooperation s WHERE s.convention_id = ${conventionId}
  ORDER BY s.anterieur,
    (coalesce(s.debut, '-infinity') <= ${today}::date AND coalesce(s.fin, 'infinity') >= ${today}::date) DESC,
    s.etat = 'BROUILLON',
    least(abs(${today}::date - s.debut), abs(${today}::date - s.fin)), s.ordre
  LIMIT 1)`
