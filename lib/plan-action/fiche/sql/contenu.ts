import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'

/** Budget lines, links, documents and communes of a fiche, and what its editors choose from: a part of its one statement. */

const sqlChoix = (id: number): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'organismes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'nom', o.nom) ORDER BY o.ordre, o.id), '[]') FROM porte.partie o WHERE o.convention_id = ${id}),
  'communes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'nom', c.nom) ORDER BY c.nom, c.id), '[]') FROM porte.commune_territoire c WHERE c.convention_id = ${id}),
  'themes', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'nom', t.nom) ORDER BY t.ordre), '[]') FROM theme_afas t),
  'documents', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'titre', d.titre, 'nature', d.nature) ORDER BY d.ordre, d.id), '[]') FROM porte.document d
    WHERE d.convention_id = ${id} AND NOT EXISTS (SELECT FROM fiche_document x WHERE x.convention_id = ${id} AND x.document_id = d.id AND x.fiche_action_id = f.id)))`

/**
 * A jsonb of {@link ContenuFiche}, over a fiche named `f`.
 * @param choix whether who asks may write a fiche here
 */
export function sqlContenu(id: number, { choix }: { choix: boolean }): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'budget', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'version', b.version, 'annee', b.annee, 'financeur', b.financeur, 'organisme', b.organisme_id,
        'libelle', b.libelle, 'prevu', b.prevu::text, 'realise', b.realise::text, 'source', b.source) ORDER BY b.annee NULLS LAST, b.ordre, b.id), '[]')
      FROM ligne_budget b WHERE b.convention_id = ${id} AND b.fiche_action_id = f.id),
    'liens', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'libelle', l.libelle, 'precision', l.precision, 'adresse', l.adresse) ORDER BY l.ordre, l.id), '[]')
      FROM lien_fiche l WHERE l.convention_id = ${id} AND l.fiche_action_id = f.id),
    'documents', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'titre', d.titre, 'nature', d.nature, 'reference', d.reference, 'date', d.date) ORDER BY d.date DESC NULLS LAST, d.ordre, d.id), '[]')
      FROM fiche_document x JOIN porte.document d ON d.id = x.document_id AND d.convention_id = ${id} WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id),
    'communes', (SELECT coalesce(jsonb_agg(c.nom ORDER BY c.nom), '[]') FROM fiche_commune x JOIN porte.commune_territoire c ON c.id = x.commune_id AND c.convention_id = ${id}
      WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id),
    'choix', ${choix ? sqlChoix(id) : Prisma.sql`NULL`})`
}
