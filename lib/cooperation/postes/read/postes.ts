import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import type { CadrePoste, PosteLu } from '../types/postes'

const sqlOccupations = (conventionId: number): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'version', o.version, 'charge', o.charge_id, 'nom', k.nom, 'chargeVersion', k.version,
      'anonyme', k.anonymise_le IS NOT NULL, 'quotite', (o.quotite * 100)::int, 'debut', o.debut, 'fin', o.fin, 'remplace', o.remplace_id,
      'absences', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'debut', a.debut, 'fin', a.fin) ORDER BY a.debut), '[]')
        FROM absence a WHERE a.convention_id = ${conventionId} AND a.occupation_id = o.id)) ORDER BY o.debut, o.id), '[]')
    FROM occupation o JOIN charge_cooperation k ON k.id = o.charge_id
    WHERE o.convention_id = ${conventionId} AND o.poste_id = p.id)`

/**
 * Posts of a convention with who fills them, in one statement.
 * @param filtre one post, or all those of one schéma; both null for all of the convention
 */
export function listPostes(
  tx: Tx,
  conventionId: number,
  filtre: { poste: number | null; schema: number | null },
): Promise<PosteLu[]> {
  return tx.$queryRaw<PosteLu[]>`
    SELECT p.id, p.version, p.ref, p.schema_id AS schema, p.affectation_id AS affectation, p.intitule, (p.quotite * 100)::int AS quotite, p.mode, p.note,
      (SELECT coalesce(jsonb_agg(t.theme_code ORDER BY h.ordre), '[]') FROM poste_theme t JOIN theme_afas h ON h.code = t.theme_code
        WHERE t.convention_id = ${conventionId} AND t.poste_id = p.id) AS themes,
      (SELECT coalesce(jsonb_agg(r.ordre ORDER BY r.ordre), '[]') FROM poste_mission m JOIN mission_reference r ON r.id = m.mission_id
        WHERE m.convention_id = ${conventionId} AND m.poste_id = p.id) AS missions,
      ${sqlOccupations(conventionId)} AS occupations
    FROM poste p WHERE p.convention_id = ${conventionId}
      AND (${filtre.poste}::int IS NULL OR p.id = ${filtre.poste}) AND (${filtre.schema}::int IS NULL OR p.schema_id = ${filtre.schema})
    ORDER BY p.schema_id, p.ordre, p.id`
}

/** The schéma and the line that a post belongs to; undefined when the schéma, or the line in it, is not of this convention. */
export async function readCadre(
  tx: Tx,
  conventionId: number,
  place: { schema: number; affectation: number | null },
): Promise<CadrePoste | undefined> {
  const [cadre] = await tx.$queryRaw<CadrePoste[]>`
    SELECT jsonb_build_object('id', s.id, 'libelle', s.libelle, 'etat', s.etat, 'debut', s.debut, 'fin', s.fin) AS schema,
      CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'libelle', a.libelle, 'quotite', (a.quotite * 100)::int) END AS ligne
    FROM schema_cooperation s LEFT JOIN affectation a ON a.convention_id = ${conventionId} AND a.schema_id = s.id AND a.id = ${place.affectation} AND a.marge = 'PORTEUR'
    WHERE s.convention_id = ${conventionId} AND s.id = ${place.schema}`
  return cadre && (place.affectation === null || cadre.ligne !== null) ? cadre : undefined
}
