import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'

/**
 * People of a convention whose name somebody bears in another one, as a value of a statement: those nobody was asked about,
 * and those said to be one person. Row-level security answers for whoever asks: what they may not read elsewhere, drafts
 * included, is not there. Two professional addresses are two people, and a name that was forgotten is nobody’s.
 */
export const sqlHomonymes = (conventionId: number): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('charge', x.charge, 'nom', x.nom, 'autre', x.autre, 'nomAutre', x.autre_nom, 'conventions', x.conventions, 'meme', x.meme)
      ORDER BY x.nom, x.charge, x.autre), '[]')
    FROM (SELECT k.id AS charge, k.nom, h.id AS autre, h.nom AS autre_nom, m.meme, array_agg(DISTINCT c.nom ORDER BY c.nom) AS conventions
      FROM charge_cooperation k
      JOIN charge_cooperation h ON h.id <> k.id AND app.plier(h.nom) = app.plier(k.nom)
      JOIN occupation o ON o.charge_id = h.id AND o.convention_id <> ${conventionId}
      JOIN poste p ON p.convention_id = o.convention_id AND p.id = o.poste_id
      JOIN schema_cooperation s ON s.convention_id = p.convention_id AND s.id = p.schema_id
      JOIN porte.convention c ON c.id = o.convention_id
      LEFT JOIN homonyme m ON m.charge_id = least(k.id, h.id) AND m.autre_id = greatest(k.id, h.id)
      WHERE EXISTS (SELECT FROM occupation d WHERE d.convention_id = ${conventionId} AND d.charge_id = k.id)
        AND NOT EXISTS (SELECT FROM occupation d WHERE d.convention_id = ${conventionId} AND d.charge_id = h.id)
        AND k.anonymise_le IS NULL AND h.anonymise_le IS NULL AND (k.cle IS NULL OR h.cle IS NULL) AND coalesce(m.meme, true)
      GROUP BY k.id, h.id, m.meme) x)`
