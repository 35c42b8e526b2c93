import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { CommuneTerritoire, SchemaPredecesseur } from './types'

export interface AnnexeVues {
  communes: CommuneTerritoire[]
  /** References of organismes of the convention that the reader is an élu of. */
  siens: string[]
  lacune: string | null
  /** The convention before, when the product holds it and row-level security lets the reader see it. */
  predecesseur: { id: number; nom: string } | null
}

/** Communes of the territory, which of them are the reader’s, and the convention before. One statement. */
export async function readAnnexeVues(tx: Tx, conventionId: number, organismes: readonly number[]): Promise<AnnexeVues> {
  const [annexe] = await tx.$queryRaw<AnnexeVues[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('nom', t.nom, 'ref', p.ref,
          'sienne', EXISTS (SELECT 1 FROM porte.organisme o WHERE o.id = ANY (${organismes}::int[]) AND (o.commune_code = t.code OR o.id = p.organisme_id))) ORDER BY t.ordre, t.id), '[]')
        FROM porte.commune_territoire t LEFT JOIN LATERAL (
          SELECT c.ref, c.organisme_id FROM porte.partie c
          WHERE c.convention_id = ${conventionId} AND c.commune_connue = t.code ORDER BY c.ordre LIMIT 1) p ON true
        WHERE t.convention_id = ${conventionId}) AS communes,
      (SELECT coalesce(jsonb_agg(p.ref ORDER BY p.ordre), '[]') FROM porte.partie p
        WHERE p.convention_id = ${conventionId} AND p.organisme_id = ANY (${organismes}::int[])) AS siens,
      (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${conventionId} AND l.sujet = 'ETP' ORDER BY l.ordre LIMIT 1) AS lacune,
      (SELECT jsonb_build_object('id', a.id, 'nom', a.nom) FROM app.convention_precedente(${conventionId}::int) a) AS predecesseur`
  return annexe ?? { communes: [], siens: [], lacune: null, predecesseur: null }
}

/** Schémas of the convention before, each with its own sums and who held its posts. One statement; row-level security answers for the reader. */
export function listSchemasPredecesseur(tx: Tx, conventionId: number): Promise<SchemaPredecesseur[]> {
  return tx.$queryRaw<SchemaPredecesseur[]>`
    SELECT s.ref, s.libelle, s.etat, s.debut::text AS debut, s.fin::text AS fin, s.periode_texte AS "periodeTexte", (s.total * 100)::int AS total,
      (SELECT (sum(a.quotite) * 100)::int FROM affectation a WHERE a.convention_id = ${conventionId} AND a.schema_id = s.id AND a.marge = 'PORTEUR') AS "parCommune",
      (SELECT (sum(a.quotite) * 100)::int FROM affectation a WHERE a.convention_id = ${conventionId} AND a.schema_id = s.id AND a.marge = 'THEMATIQUE') AS "parThematique",
      (SELECT jsonb_build_object('prevu', coalesce(sum(e.prevu), 0), 'pourvu', coalesce(sum(e.pourvu), 0), 'present', coalesce(sum(e.present), 0), 'vacant', coalesce(sum(e.vacant), 0),
          'jamaisPourvu', coalesce(sum(e.jamais_pourvu), 0), 'externalise', coalesce(sum(e.externalise), 0), 'nonPrecise', coalesce(sum(e.non_precise), 0))
        FROM app.effectifs_schema(s.id, s.debut) e WHERE NOT e.decrit) AS ecrit,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('quotite', (p.quotite * 100)::int, 'occupations',
          (SELECT coalesce(jsonb_agg(jsonb_build_object('quotite', (o.quotite * 100)::int, 'debut', o.debut, 'fin', o.fin) ORDER BY o.debut), '[]')
            FROM occupation o WHERE o.convention_id = ${conventionId} AND o.poste_id = p.id AND o.remplace_id IS NULL)) ORDER BY p.ordre, p.id), '[]')
        FROM poste p WHERE p.convention_id = ${conventionId} AND p.schema_id = s.id) AS postes
    FROM schema_cooperation s WHERE s.convention_id = ${conventionId}
    ORDER BY s.debut NULLS LAST, s.ordre, s.id`
}
