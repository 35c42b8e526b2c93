import { Prisma } from '@/lib/generated/prisma/client'
import { TEXTES_FICHE } from '@/lib/plan-action/champs/rules/catalogue'
import { listPaires, sqlObjet } from '@/lib/plan-action/champs/sql'

/** A period of the row `t`, in the form of a dossier; null when nothing is said. */
const sqlPeriode = (t: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN num_nonnulls(${t}.periode_texte, ${t}.periode_debut, ${t}.periode_fin) > 0 THEN
  jsonb_build_object('texte', ${t}.periode_texte, 'debut', ${t}.periode_debut, 'fin', ${t}.periode_fin) END`)

const sqlAxes = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('ref', a.ref, 'parent', h.ref, 'numero', a.numero, 'titre', a.titre, 'description', a.description,
    'objectifs', a.objectifs, 'absence', a.absence, 'theme', a.theme_code) ORDER BY a.ordre, a.id), '[]')
  FROM axe a LEFT JOIN axe h ON h.convention_id = ${id} AND h.id = a.parent_id WHERE a.convention_id = ${id} AND a.plan_id = p.id)`

/** What hangs on a fiche, by fiche. */
const sqlParFiche = (id: number): Prisma.Sql => Prisma.sql`
  th AS MATERIALIZED (SELECT fiche_action_id AS f, jsonb_agg(theme_code) AS liste FROM fiche_theme WHERE convention_id = ${id} GROUP BY 1),
  co AS MATERIALIZED (SELECT x.fiche_action_id AS f, jsonb_agg(t.nom) AS liste FROM fiche_commune x JOIN porte.commune_territoire t ON t.convention_id = ${id} AND t.id = x.commune_id
    WHERE x.convention_id = ${id} GROUP BY 1),
  do_ AS MATERIALIZED (SELECT x.fiche_action_id AS f, jsonb_agg(r.rang) AS liste FROM fiche_document x
    JOIN (SELECT id, row_number() OVER (ORDER BY ordre, id) AS rang FROM porte.document WHERE convention_id = ${id}) r ON r.id = x.document_id
    WHERE x.convention_id = ${id} GROUP BY 1),
  pi AS MATERIALIZED (SELECT g.fiche_action_id AS f, jsonb_agg(jsonb_build_object('role', g.role, 'texte', g.texte, 'organisme', o.ref, 'aDefinir', g.a_definir) ORDER BY g.ordre, g.id) AS liste
    FROM pilotage g LEFT JOIN porte.partie o ON o.convention_id = ${id} AND o.id = g.organisme_id WHERE g.convention_id = ${id} GROUP BY 1),
  bu AS MATERIALIZED (SELECT fiche_action_id AS f, jsonb_agg(jsonb_build_object('annee', annee, 'financeur', financeur, 'libelle', libelle, 'prevu', trim_scale(prevu)::text) ORDER BY ordre, id) AS liste
    FROM ligne_budget WHERE convention_id = ${id} GROUP BY 1),
  li AS MATERIALIZED (SELECT fiche_action_id AS f, jsonb_agg(jsonb_build_object('libelle', libelle, 'precision', "precision", 'adresse', adresse) ORDER BY ordre, id) AS liste
    FROM lien_fiche WHERE convention_id = ${id} GROUP BY 1),
  et AS MATERIALIZED (SELECT e.fiche_action_id AS f, jsonb_agg(jsonb_build_object('ref', e.ref, 'numero', e.numero, 'titre', e.titre, 'description', e.description,
      'calendrier', ${sqlPeriode('e')}) ORDER BY e.ordre, e.id) AS liste
    FROM etape e WHERE e.convention_id = ${id} GROUP BY 1),
  ind AS MATERIALIZED (SELECT i.fiche_action_id AS f, jsonb_agg(jsonb_build_object('ref', i.ref, 'libelle', i.libelle, 'nature', i.nature, 'unite', i.unite,
      'cible', trim_scale(i.cible)::text, 'cibleTexte', i.cible_texte) ORDER BY i.ordre, i.id) AS liste
    FROM indicateur i WHERE i.convention_id = ${id} GROUP BY 1)`

/** What the plan says of a fiche in texts; its life is told elsewhere. */
const TEXTES = listPaires(TEXTES_FICHE.filter(({ versions }) => versions !== 'VIE'))

const sqlFiches = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(${sqlObjet([...TEXTES, ['ref', Prisma.sql`f.ref`], ['axe', Prisma.sql`a.ref`]])}
    || jsonb_build_object('calendrier', ${sqlPeriode('f')}, 'enjeuCoordination', f.enjeu_coordination, 'aRediger', f.a_rediger)
    || jsonb_build_object('redaction', CASE WHEN num_nonnulls(f.redaction_motif, f.redaction_echeance, v.ref) > 0 THEN
        jsonb_build_object('motif', f.redaction_motif, 'echeance', f.redaction_echeance, 'avenant', v.ref) END,
      'themes', th.liste, 'communes', co.liste, 'documents', do_.liste, 'pilotages', pi.liste, 'budget', bu.liste, 'liens', li.liste,
      'etapes', et.liste, 'indicateurs', ind.liste) ORDER BY f.ordre, f.id), '[]')
  FROM fiche_action f JOIN axe a ON a.convention_id = ${id} AND a.id = f.axe_id
    LEFT JOIN porte.avenant v ON v.convention_id = ${id} AND v.id = f.redaction_avenant_id
    LEFT JOIN th ON th.f = f.id LEFT JOIN co ON co.f = f.id LEFT JOIN do_ ON do_.f = f.id LEFT JOIN pi ON pi.f = f.id LEFT JOIN bu ON bu.f = f.id
    LEFT JOIN li ON li.f = f.id LEFT JOIN et ON et.f = f.id LEFT JOIN ind ON ind.f = f.id
  WHERE f.convention_id = ${id} AND f.plan_id = p.id)`

/**
 * The plan in force in the form of a dossier, as far as versions are compared, in one statement: a version closed now and
 * this one say the same.
 */
export const sqlPlanAujourdhui = (id: number): Prisma.Sql => Prisma.sql`
  WITH ${sqlParFiche(id)}
  SELECT jsonb_build_object('titre', p.titre, 'niveaux', p.niveaux, 'nomFiche', p.nom_fiche, 'nomEtape', p.nom_etape, 'texte', p.texte,
    'raisonSansFiche', p.raison_sans_fiche, 'numerotation', p.numerotation, 'prefixe', p.prefixe, 'axes', ${sqlAxes(id)}, 'fiches', ${sqlFiches(id)}) AS contenu
  FROM app.plan_en_vigueur(${id}) p`
