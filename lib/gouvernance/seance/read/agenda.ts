import 'server-only'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { sqlRenseignee } from '@/lib/plan-action/indicateurs/sql'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type {
  DecisionFait,
  FaitsAgenda,
  FicheFait,
  IndicateurFait,
  PointFait,
  RepriseFait,
  SchemaFait,
} from '../types/agenda'
import { MATIERE_PAR_EFFET } from '@/lib/competences/rules/pouvoir'
import type { TypeInstance } from '@/lib/gouvernance/instances/types/ecran'
import type { MatiereDecision, PouvoirInstance } from '@/lib/competences/types'

/** What the agenda of a meeting is derived from, read on fresh rows. */

/** The meeting an agenda is for. */
export interface SeanceVisee {
  id: number
  date: DateCivile
  instanceId: number
  typeInstance: TypeInstance
  groupe: string | null
}

interface Ligne {
  pouvoirs: { instance: number; matiere: MatiereDecision; pouvoir: PouvoirInstance }[]
  fiches: FicheFait[]
  indicateurs: IndicateurFait[]
  decisions: Omit<DecisionFait, 'pouvoir'>[]
  schemas: SchemaFait[]
  reprises: RepriseFait[]
  points: PointFait[]
}

/**
 * The facts that the agenda of a meeting is proposed from: fiches of the plan in force, indicators without a measure for
 * the year in view, decisions awaited or late, schémas not yet validated, points left by earlier meetings. One SQL statement.
 */
export async function readFaitsAgenda(
  tx: Tx,
  convention: { id: number; debut: DateCivile | null; fin: DateCivile | null },
  seance: SeanceVisee,
  today: DateCivile,
): Promise<FaitsAgenda> {
  const { id } = convention
  const annee = computeAnneeVue(convention, today)
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    WITH fiches AS (SELECT f.* FROM app.fiches_en_vigueur(${id}) f),
    -- Earlier meetings held by the same instance, for the same commission or thématique.
    tenues AS (
      SELECT r.id, r.date, r.id = first_value(r.id) OVER (ORDER BY r.date DESC, r.id DESC) AS derniere FROM reunion r
      WHERE r.convention_id = ${id} AND r.instance_id = ${seance.instanceId} AND r.etat = 'TENUE' AND r.id <> ${seance.id}
        AND r.groupe IS NOT DISTINCT FROM ${seance.groupe}
        AND (r.date < ${seance.date}::date OR (r.date = ${seance.date}::date AND r.id < ${seance.id})))
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('instance', k.instance_id, 'matiere', k.matiere, 'pouvoir', k.pouvoir)), '[]')
        FROM competence k WHERE k.convention_id = ${id}) AS pouvoirs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'numero', f.numero, 'titre', f.titre, 'statut', f.statut, 'debut', f.periode_debut,
          'fin', f.periode_fin, 'suiviLe', (f.maj_le AT TIME ZONE 'Europe/Paris')::date) ORDER BY f.periode_fin NULLS LAST, f.ordre, f.id), '[]')
        FROM fiches f) AS fiches,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'fiche', i.fiche_action_id,
          'libelle', concat_ws(' – ', f.numero, i.libelle)) ORDER BY f.ordre NULLS LAST, i.ordre, i.id), '[]')
        FROM app.lignes_en_vigueur(${id}) i LEFT JOIN fiches f ON f.id = i.fiche_action_id
        WHERE NOT (${sqlRenseignee(id, annee)})) AS indicateurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'texte', d.texte, 'etat', d.etat, 'effet', d.effet, 'responsable', d.responsable,
          'echeance', d.echeance, 'point', d.point_id, 'fiche', d.fiche_action_id, 'indicateur', d.indicateur_id, 'schema', d.schema_id,
          'seance', jsonb_build_object('id', r.id, 'instance', r.instance_id, 'type', n.type, 'nom', n.nom, 'date', r.date), 'decidee', d.decidee_par_id IS NOT NULL) ORDER BY r.date, p.ordre, d.ordre, d.id), '[]')
        FROM decision d JOIN point_ordre_du_jour p ON p.id = d.point_id JOIN reunion r ON r.id = p.reunion_id JOIN instance n ON n.id = r.instance_id
        WHERE d.convention_id = ${id} AND r.id <> ${seance.id} AND r.etat <> 'ANNULEE'
          AND (app.decision_attendue(d.etat, d.decidee_par_id) OR app.decision_en_retard(d.etat, d.decidee_par_id, d.realisee_le, d.echeance, ${today}::date))) AS decisions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'libelle', s.libelle, 'etat', s.etat) ORDER BY s.debut NULLS LAST, s.ordre, s.id), '[]')
        FROM porte.schema_cooperation s WHERE s.convention_id = ${id} AND NOT app.schema_convenu(s.etat) AND NOT s.anterieur) AS schemas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'titre', p.titre, 'etat', p.etat, 'date', t.date, 'derniere', t.derniere,
          'presentateur', p.presentateur, 'dureeMinutes', p.duree_minutes, 'fiche', p.fiche_action_id, 'indicateur', p.indicateur_id,
          'schema', p.schema_id, 'document', p.document_id,
          'proposition', (SELECT d.id FROM decision d WHERE d.convention_id = ${id} AND d.id = p.proposition_id
            AND app.decision_attendue(d.etat, d.decidee_par_id))) ORDER BY t.date DESC, p.ordre, p.id), '[]')
        FROM point_ordre_du_jour p JOIN tenues t ON t.id = p.reunion_id
        WHERE p.convention_id = ${id} AND p.etat <> 'TRAITE' AND NOT EXISTS (
          SELECT 1 FROM point_ordre_du_jour q JOIN reunion r ON r.id = q.reunion_id
          WHERE q.convention_id = ${id} AND q.precedent_id = p.id AND r.etat <> 'ANNULEE')) AS reprises,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('cle', p.cle, 'fiche', p.fiche_action_id, 'indicateur', p.indicateur_id, 'schema', p.schema_id,
          'proposition', p.proposition_id, 'precedent', p.precedent_id)), '[]')
        FROM point_ordre_du_jour p WHERE p.convention_id = ${id} AND p.reunion_id = ${seance.id}) AS points`
  if (!ligne) throw new Error('facts without a row')
  const { pouvoirs, decisions, ...faits } = ligne
  const readPouvoir = (instance: number, matiere: MatiereDecision) =>
    pouvoirs.find((un) => un.instance === instance && un.matiere === matiere)?.pouvoir ?? null
  return {
    ...faits,
    instance: {
      id: seance.instanceId,
      type: seance.typeInstance,
      pouvoirs: Object.fromEntries(
        pouvoirs
          .filter(({ instance }) => instance === seance.instanceId)
          .map(({ matiere, pouvoir }) => [matiere, pouvoir]),
      ),
    },
    debut: convention.debut,
    annee,
    decisions: decisions.map((decision) => ({
      ...decision,
      pouvoir: decision.effet && readPouvoir(decision.seance.instance, MATIERE_PAR_EFFET[decision.effet]),
    })),
  }
}
