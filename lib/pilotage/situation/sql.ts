import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlMatiere } from '@/lib/gouvernance/decisions/sql/registre'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlComptesLignes } from '@/lib/plan-action/indicateurs/sql'

/** The parts of the statement that reads the facts of a situation: each is a value in JSON. */

export const sqlConvention = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('periodeTexte', c.periode_texte, 'renouvellement', c.renouvellement, 'caf', c.caf,
    'epcis', (SELECT coalesce(jsonb_agg(e.nom ORDER BY e.ordre), '[]') FROM porte.epci_territoire e WHERE e.convention_id = ${id}),
    'communes', (SELECT count(*)::int FROM porte.commune_territoire t WHERE t.convention_id = ${id}), 'communesAnnoncees', c.nombre_communes,
    'signatairesAnnonces', (SELECT a.signataires FROM porte.annonce a WHERE a.convention_id = ${id}),
    'signataires', (SELECT count(*)::int FROM porte.partie p WHERE p.convention_id = ${id} AND p.signataire),
    'remplacee', app.convention_remplacee(${id}))
  FROM porte.convention c WHERE c.id = ${id})`

/** The plan in force, with every axe and fiche in a few letters each. */
export const sqlPlan = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('niveaux', coalesce(p.niveaux, '{}'), 'nomFiche', p.nom_fiche, 'raisonSansFiche', p.raison_sans_fiche,
    'axes', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.id, a.ref, a.parent_id, a.numero, a.titre, a.absence) ORDER BY a.ordre, a.id), '[]')
      FROM porte.axe a WHERE a.convention_id = ${id} AND a.plan_id = p.id),
    'fiches', (SELECT coalesce(jsonb_agg(jsonb_build_array(f.axe_id, f.statut, f.periode_fin) ORDER BY f.ordre), '[]')
      FROM porte.fiche f WHERE f.convention_id = ${id} AND f.plan_id = p.id))
  FROM app.plan_en_vigueur(${id}) p)`

/** Lines of indicators as written, and those with a confirmed value for a year. */
export const sqlIndicateurs = sqlComptesLignes

/**
 * Decisions awaited, those of the earliest meetings first: a proposal made or put off, unless the meeting that settles it
 * has a decision ready, which is then the one that is awaited.
 */
export const sqlDecisions = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'texte', d.texte, 'nature', d.nature, 'effet', d.effet, 'echeance', d.echeance,
      'responsable', d.responsable, 'instance', d.instance, 'typeInstance', d.type_instance, 'reunion', d.reunion, 'date', d.date, 'tenue', d.etat_reunion = 'TENUE',
      'proposition', d.effet IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM porte.competence k WHERE k.convention_id = ${id} AND k.instance_id = d.instance_id AND k.pouvoir = 'DECIDE' AND k.matiere = ${sqlMatiere}),
      'objet', coalesce(
        (SELECT jsonb_build_array(s.libelle, '/etp?schema=' || s.ref) FROM porte.schema_cooperation s WHERE s.convention_id = ${id} AND s.id = d.schema_id),
        (SELECT jsonb_build_array(concat_ws(' ', f.numero, f.titre), '/plan-action/' || f.ref) FROM porte.fiche f WHERE f.convention_id = ${id} AND f.id = d.fiche_action_id),
        (SELECT jsonb_build_array(i.libelle, '/plan-action' || coalesce('/' || i.fiche, '')) FROM porte.indicateur i WHERE i.convention_id = ${id} AND i.id = d.indicateur_id),
        (SELECT jsonb_build_array(a.objet, '/convention#annexes') FROM porte.avenant a WHERE a.convention_id = ${id} AND a.id = d.avenant_id))) ORDER BY d.date, d.ordre_point, d.ordre, d.id), '[]')
  FROM porte.decision d
  WHERE d.convention_id = ${id} AND app.decision_attendue(d.etat, d.decidee_par_id) AND d.etat_reunion <> 'ANNULEE' AND NOT EXISTS (
    SELECT 1 FROM porte.decision e WHERE e.convention_id = ${id} AND e.proposition_id = d.id AND e.etat = 'ATTENDUE'))`

/** What the documents do not say, and the readings still to confirm: their number and the first ones. */
export const sqlManques = (id: number): Prisma.Sql => Prisma.sql`
  jsonb_build_object(
    'lacunes', (SELECT coalesce(jsonb_agg(jsonb_build_array(l.sujet, l.raison) ORDER BY l.ordre), '[]') FROM porte.lacune l WHERE l.convention_id = ${id}),
    'reserves', (SELECT count(*)::int FROM porte.reserve_ouverte r WHERE r.convention_id = ${id}),
    'premieres', (SELECT coalesce(jsonb_agg(q.raison ORDER BY q.ordre), '[]') FROM (
      SELECT r.raison, r.ordre FROM porte.reserve_ouverte r WHERE r.convention_id = ${id} ORDER BY r.ordre LIMIT 3) q))`

/** Planned meetings of a day or later, earliest first: enough of them for the dates ahead. */
export const sqlPrevues = (id: number, today: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('ref', q.ref, 'date', q.date, 'instance', q.instance, 'type', q.type_instance) ORDER BY q.date, q.id), '[]')
  FROM (SELECT r.id, r.ref, r.date, r.instance, r.type_instance, row_number() OVER (PARTITION BY r.instance_id ORDER BY r.date, r.id) AS rang
    FROM porte.reunion r WHERE r.convention_id = ${id} AND r.etat = 'PREVUE' AND r.date >= ${today}::date) q WHERE q.rang <= 2)`

/** Avenants due and not signed, appraisals with a date. */
export const sqlEcheances = (id: number): Prisma.Sql => Prisma.sql`
  jsonb_build_object(
    'avenants', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.objet, a.echeance) ORDER BY a.echeance), '[]')
      FROM app.avenants_attendus(${id}) a),
    'evaluations', (SELECT coalesce(jsonb_agg(jsonb_build_array(e.objet, e.fin) ORDER BY e.fin), '[]')
      FROM porte.evaluation e WHERE e.convention_id = ${id} AND e.fin IS NOT NULL))`
