import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { FaitsEvolution, ReunionTenue } from './types'
import type { Jours } from './rules/statuts'

/** The facts of a comparison: one statement for what it can start from, one for all that happened in between. */

export interface ReperesEvolution {
  /** Held meetings, by instance, latest first. */
  tenues: ReunionTenue[]
  /** The day the convention was recorded here, in Paris. */
  enregistree: DateCivile
}

/** Held meetings as a value of a statement, by instance, latest first. @param type only those of this type of instance */
export const sqlTenues = (id: number, type: string | null): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('ref', r.ref, 'date', r.date, 'instance', r.instance, 'type', r.type_instance) ORDER BY r.ordre_instance, r.instance_id, r.date DESC, r.id DESC), '[]')
  FROM porte.reunion r
  WHERE r.convention_id = ${id} AND r.etat = 'TENUE' AND (${type}::text IS NULL OR r.type_instance::text = ${type}::text))`

/** The day the convention was recorded here, as a value of a statement. */
export const sqlEnregistree = (id: number): Prisma.Sql =>
  Prisma.sql`(SELECT (c.cree_le AT TIME ZONE 'Europe/Paris')::date::text FROM porte.convention c WHERE c.id = ${id})`

/** What a comparison may start from and end with. One SQL statement. */
export async function readReperes(tx: Tx, id: number): Promise<ReperesEvolution> {
  const [reperes] = await tx.$queryRaw<
    ReperesEvolution[]
  >`SELECT ${sqlTenues(id, null)} AS tenues, ${sqlEnregistree(id)} AS enregistree`
  if (!reperes) throw new Error('landmarks of a convention without a row')
  return reperes
}

/** Midnight in Paris, when a day begins. */
const minuit = (jour: DateCivile): Prisma.Sql => Prisma.sql`(${jour}::date::timestamp AT TIME ZONE 'Europe/Paris')`

/**
 * Values recorded here on one of these days, and those taken up from the documents whose period ended on one of
 * them; each with the value of the same indicator over the period before.
 */
const sqlMesures = (id: number, { depuis, jusque }: Jours): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('indicateur', m.indicateur_id, 'libelle', m.libelle, 'fiche', m.fiche, 'nature', m.nature, 'unite', m.unite,
      'periode', m.periode_texte, 'ventilation', m.ventilation, 'valeur', trim_scale(m.valeur)::text, 'prevue', trim_scale(m.valeur_prevue)::text, 'texte', m.texte,
      'reprise', m.auteur_id IS NULL, 'precedente', v.precedente) ORDER BY m.ordre_fiche NULLS FIRST, m.fiche_action_id, m.ordre_indicateur, m.fin, m.id), '[]')
  FROM porte.mesure m
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('periode', a.periode_texte, 'valeur', trim_scale(a.valeur)::text, 'prevue', trim_scale(a.valeur_prevue)::text, 'texte', a.texte) AS precedente
    FROM porte.mesure a WHERE a.convention_id = ${id} AND a.indicateur_id = m.indicateur_id AND a.id <> m.id
      AND coalesce(a.fin, a.debut) < coalesce(m.fin, m.debut)
    ORDER BY coalesce(a.fin, a.debut) DESC, a.id DESC LIMIT 1) v ON true
  WHERE m.convention_id = ${id} AND CASE WHEN m.auteur_id IS NULL
    THEN coalesce(m.fin, m.debut) BETWEEN ${depuis}::date AND ${jusque}::date
    ELSE m.cree_le >= ${minuit(depuis)} AND m.cree_le < ${minuit(jusque)} + interval '1 day' END)`

/** Decisions of the meetings held in between, of the meeting one starts from, carried out in between, or late at the end. */
const sqlDecisions = (id: number, { depuis, jusque }: Jours, reunion: string | null): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'texte', d.texte, 'etat', d.etat, 'responsable', d.responsable, 'echeance', d.echeance,
      'realiseeLe', d.realisee_le, 'reunion', d.reunion, 'date', d.date, 'instance', d.instance) ORDER BY d.date, d.reunion_id, d.ordre_point, d.point_id, d.ordre, d.id), '[]')
  FROM porte.decision d
  WHERE d.convention_id = ${id} AND d.etat_reunion = 'TENUE' AND d.etat <> 'ATTENDUE' AND d.decidee_par_id IS NULL
    AND (d.date BETWEEN ${depuis}::date AND ${jusque}::date OR d.realisee_le BETWEEN ${depuis}::date AND ${jusque}::date
      OR d.reunion = ${reunion} OR (app.decision_en_retard(d.etat, d.decidee_par_id, CASE WHEN d.realisee_le <= ${jusque}::date THEN d.realisee_le END, d.echeance, ${jusque}::date) AND d.date <= ${jusque}::date)))`

const sqlReunions = (id: number, { depuis, jusque }: Jours, today: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('ref', r.ref, 'date', r.date, 'etat', r.etat, 'instance', r.instance, 'motif', r.motif_annulation) ORDER BY r.date, r.id), '[]')
  FROM porte.reunion r
  WHERE r.convention_id = ${id} AND r.date BETWEEN ${depuis}::date AND ${jusque}::date AND (r.etat <> 'PREVUE' OR r.date < ${today}::date))`

/**
 * All that happened in between, and what changed status since the first day. One SQL statement. Status changes come
 * from `app.changements`: whoever reads the convention gets them, and nothing else of the journal.
 * @param reunion `ref` of the meeting one starts from
 */
export async function readFaits(
  tx: Tx,
  id: number,
  jours: Jours,
  reunion: string | null,
  today: DateCivile,
): Promise<FaitsEvolution> {
  const { depuis, jusque } = jours
  const [faits] = await tx.$queryRaw<FaitsEvolution[]>`
    WITH c AS MATERIALIZED (SELECT row_number() OVER () AS rang, x.* FROM app.changements(${id}::int, ${minuit(depuis)}, 'infinity') x)
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_array(c.objet, c.objet_id, c.avant, c.apres, c.instant < ${minuit(jusque)} + interval '1 day') ORDER BY c.rang), '[]') FROM c) AS changements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', coalesce(f.titre_court, f.titre), 'statut', f.statut,
          'fin', f.periode_fin) ORDER BY a.ordre, f.ordre, f.id), '[]')
        FROM app.fiches_en_vigueur(${id}) f JOIN porte.axe a ON a.convention_id = ${id} AND a.id = f.axe_id
        WHERE (f.periode_fin < ${jusque}::date OR EXISTS (SELECT FROM c WHERE c.objet = 'fiche_action' AND c.objet_id = f.id))) AS fiches,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'fiche', f.ref, 'numero', e.numero, 'titre', e.titre, 'statut', e.statut) ORDER BY f.ordre, f.id, e.ordre, e.id), '[]')
        FROM porte.etape e JOIN app.fiches_en_vigueur(${id}) f ON f.id = e.fiche_action_id
        WHERE e.convention_id = ${id} AND EXISTS (SELECT FROM c WHERE c.objet = 'etape' AND c.objet_id = e.id)) AS etapes,
      ${sqlMesures(id, jours)} AS mesures,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'ref', s.ref, 'libelle', s.libelle, 'etat', s.etat, 'debut', s.debut, 'fin', s.fin,
          'total', (s.total * 100)::int, 'anterieur', s.anterieur, 'ordre', s.ordre) ORDER BY s.ordre, s.id), '[]') FROM porte.schema_cooperation s WHERE s.convention_id = ${id}) AS schemas,
      ${sqlDecisions(id, jours, reunion)} AS decisions,
      ${sqlReunions(id, jours, today)} AS reunions`
  if (!faits) throw new Error('facts of a convention without a row')
  return faits
}
