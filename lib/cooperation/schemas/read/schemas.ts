import type { Tx } from '@/lib/platform/db'
import type { SchemaLu } from '../rules/enregistre'

/**
 * All schémas of a convention with their lines, in one statement.
 * Quotités come out as hundredths: numeric in PostgreSQL, integers here, never floats.
 */
export function listSchemas(tx: Tx, conventionId: number): Promise<SchemaLu[]> {
  return tx.$queryRaw<SchemaLu[]>`
    SELECT s.id, s.ref, s.libelle, s.debut::text AS debut, s.fin::text AS fin, s.periode_texte AS "periodeTexte",
      (s.total * 100)::int AS total, (s.existant * 100)::int AS existant, s.etat, s.anterieur, s.ordre, s.note, s.source, s.version,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'marge', a.marge,
          'cle', coalesce('o:' || p.ref, 't:' || a.theme_code, 'l:' || a.libelle), 'libelle', a.libelle, 'organisme', a.organisme_id, 'theme', a.theme_code,
          'quotite', (a.quotite * 100)::int, 'motifZero', a.motif_zero, 'note', a.note, 'situation', a.situation, 'themesTexte', coalesce(to_jsonb(a.themes_texte), '[]'))
          ORDER BY a.marge, a.ordre, a.id), '[]')
        FROM affectation a LEFT JOIN porte.partie p ON p.id = a.organisme_id
        WHERE a.convention_id = ${conventionId} AND a.schema_id = s.id) AS lignes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'libelle', d.libelle, 'organisme', d.organisme_id, 'quotite', (d.quotite * 100)::int) ORDER BY d.ordre, d.id), '[]')
        FROM developpement d WHERE d.convention_id = ${conventionId} AND d.schema_id = s.id) AS developpements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('porteur', x.libelle, 'thematique', y.libelle, 'quotite', (k.quotite * 100)::int) ORDER BY x.ordre, y.ordre), '[]')
        FROM croisement k JOIN affectation x ON x.id = k.porteur_id JOIN affectation y ON y.id = k.thematique_id
        WHERE k.convention_id = ${conventionId} AND k.schema_id = s.id) AS croisements
    FROM schema_cooperation s WHERE s.convention_id = ${conventionId}
    ORDER BY s.debut NULLS LAST, s.ordre, s.id`
}
