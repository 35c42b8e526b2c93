import { Prisma } from '@/lib/generated/prisma/client'
import { sqlRenseignee } from '@/lib/plan-action/indicateurs/sql'
import type { DateCivile } from '@/lib/platform/dates'
import { computeAnneeAttendue, readBornes } from '@/lib/pilotage/veille/rules/delais'

/** What the watch judges, part by part: each is a value of the statement that reads the facts of a situation. */

/** Meetings past and undeclared, near, or held and without validated minutes. */
const sqlReunions = (
  id: number,
  { reunionsDepuis, reunionsJusque }: ReturnType<typeof readBornes>,
): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'ref', m.ref, 'instance', m.instance, 'aReleve', m.type_instance IN ('COPIL', 'COTECH'), 'date', m.date,
      'heure', m.heure_debut, 'etat', m.etat, 'points', o.points, 'decisions', o.decisions, 'releve', r.releve) ORDER BY m.date, m.id), '[]')
  FROM porte.reunion m
  CROSS JOIN LATERAL (SELECT count(DISTINCT p.id)::int AS points, count(d.id)::int AS decisions FROM porte.point p
    LEFT JOIN porte.decision d ON d.convention_id = ${id} AND d.point_id = p.id WHERE p.convention_id = ${id} AND p.reunion_id = m.id) o
  LEFT JOIN LATERAL (SELECT jsonb_build_object('id', v.id, 'etat', v.etat, 'numero', v.numero_version, 'soumisLe', (v.soumis_le AT TIME ZONE 'Europe/Paris')::date,
      'cotes', (SELECT coalesce(jsonb_agg(c.cote), '[]') FROM porte.validation_releve c WHERE c.convention_id = ${id} AND c.releve_id = v.id)) AS releve
    FROM app.releve_courant(${id}, m.id) v) r ON true
  WHERE m.convention_id = ${id} AND ((m.etat = 'PREVUE' AND m.date <= ${reunionsJusque}::date)
    OR (m.etat = 'TENUE' AND NOT m.figee AND (m.date >= ${reunionsDepuis}::date OR r.releve IS NOT NULL))))`

/** Decisions that wait to be taken since a meeting was held, and those taken that are due. */
const sqlDecisions = (id: number, jusque: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'texte', d.texte, 'etat', d.etat, 'effet', d.effet IS NOT NULL, 'echeance', d.echeance,
      'responsable', d.responsable, 'instance', d.instance, 'date', d.date) ORDER BY d.date, d.id), '[]')
  FROM porte.decision d
  WHERE d.convention_id = ${id} AND ((d.etat = 'ATTENDUE' AND d.decidee_par_id IS NULL AND d.etat_reunion = 'TENUE')
    OR (app.decision_suivie(d.etat, d.decidee_par_id) AND d.realisee_le IS NULL AND d.echeance <= ${jusque}::date)))`

/** Fiches that somebody said are to begin or under way: nothing is asked of those whose status nobody gave. */
const sqlFiches = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', coalesce(f.titre_court, f.titre), 'statut', f.statut,
      'debut', f.periode_debut, 'fin', f.periode_fin, 'suiviLe', (f.maj_le AT TIME ZONE 'Europe/Paris')::date) ORDER BY f.ordre, f.id), '[]')
  FROM app.fiches_en_vigueur(${id}) f WHERE NOT app.fiche_close(f.statut) AND f.statut <> 'A_PRECISER')`

/** Indicators and those without a value for a year, by fiche; nothing is expected of what was put off or abandoned. */
const sqlIndicateurs = (id: number, annee: number | null): Prisma.Sql =>
  annee === null
    ? Prisma.sql`'[]'::jsonb`
    : Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('fiche', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero,
      'titre', coalesce(f.titre_court, f.titre)) END, 'total', n.total, 'manquants', n.manquants) ORDER BY f.ordre, f.id), '[]')
  FROM (SELECT i.fiche_action_id, count(*)::int AS total, (count(*) FILTER (WHERE NOT (${sqlRenseignee(id, annee)})))::int AS manquants
      FROM app.lignes_en_vigueur(${id}) i GROUP BY 1) n
  LEFT JOIN app.fiches_en_vigueur(${id}) f ON f.id = n.fiche_action_id
  WHERE f.id IS NULL OR NOT app.fiche_ecartee(f.statut))`

/** Schémas of this convention that begin soon or have begun, and are not validated. */
const sqlSchemas = (id: number, today: DateCivile, jusque: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'ref', s.ref, 'libelle', s.libelle, 'etat', s.etat, 'debut', s.debut, 'total', (s.total * 100)::int, 'porteur', x.porteur, 'porteurInconnues', x.porteur_inconnues, 'thematique', x.thematique, 'thematiqueInconnues', x.thematique_inconnues) ORDER BY s.debut, s.id), '[]')
  FROM porte.schema_cooperation s CROSS JOIN LATERAL app.sommes_schema(s.id) x WHERE s.convention_id = ${id} AND NOT s.anterieur AND NOT app.schema_convenu(s.etat)
    AND s.debut <= ${jusque}::date AND coalesce(s.fin, ${today}::date) >= ${today}::date)`

/** Mandates that end soon and that nobody takes over. */
const sqlMandats = (id: number, today: DateCivile, jusque: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('libelle', coalesce(b.personne, b.libelle), 'instance', i.nom, 'fin', b.fin) ORDER BY b.fin, i.ordre, b.ordre, b.id), '[]')
  FROM porte.membre b JOIN porte.instance i ON i.convention_id = ${id} AND i.id = b.instance_id
  WHERE b.convention_id = ${id} AND b.fin BETWEEN ${today}::date AND ${jusque}::date
    AND NOT EXISTS (SELECT 1 FROM porte.membre s WHERE s.convention_id = ${id} AND s.predecesseur_id = b.id))`

/** The facts of the watch, as columns named after the fields of `FaitsVeille`. */
export function sqlVeille(id: number, today: DateCivile): Prisma.Sql {
  const bornes = readBornes(today)
  return Prisma.sql`jsonb_build_object('reunions', ${sqlReunions(id, bornes)}, 'decisions', ${sqlDecisions(id, bornes.decisionsJusque)}, 'fiches', ${sqlFiches(id)},
    'indicateurs', ${sqlIndicateurs(id, computeAnneeAttendue(today))}, 'schemas', ${sqlSchemas(id, today, bornes.schemasJusque)},
    'mandats', ${sqlMandats(id, today, bornes.mandatsJusque)})`
}
