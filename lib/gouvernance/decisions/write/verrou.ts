import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { CompetenceLue, SeanceLue } from '@/lib/competences/rules/pouvoir'
import type { EffetDecision, EtatDecision } from '@/lib/competences/types'

/** A decision as a write compares it with what is wanted. */
export interface DecisionActuelle {
  id: number
  version: number
  etat: EtatDecision
  effet: EffetDecision | null
  objet: number | null
  cible: string | null
  cibleTexte: string | null
  appliquee: boolean
  decidee: boolean
  realiseeLe: DateCivile | null
}

/** A meeting held by this transaction, with the point and the decision at hand, read after the lock was obtained. */
export interface VerrouDecision {
  reunion: SeanceLue & { id: number; ref: string }
  instance: { id: number; type: string; nom: string }
  point: { id: number; propositionId: number | null }
  competences: CompetenceLue[]
  /** Null when one is being recorded. */
  actuelle: DecisionActuelle | null
}

type Cible = { point: number; decision: null } | { point: null; decision: number }

/**
 * Locks the meeting of a point or of a decision, then reads what a write must know: two people who write in one
 * meeting, or one who writes and one who validates its minutes, come one after the other. Two SQL statements.
 * @returns null when the convention has no such point or decision
 */
export async function lockDecision(tx: Tx, conventionId: number, cible: Cible): Promise<VerrouDecision | null> {
  const [reunion] = await tx.$queryRaw<{ point: number }[]>`
    SELECT p.id AS point FROM reunion m JOIN point_ordre_du_jour p ON p.convention_id = m.convention_id AND p.reunion_id = m.id
    WHERE m.convention_id = ${conventionId}
      AND p.id = coalesce(${cible.point}::int, (SELECT d.point_id FROM decision d WHERE d.convention_id = ${conventionId} AND d.id = ${cible.decision}::int))
    FOR NO KEY UPDATE OF m`
  if (!reunion) return null
  const [lu] = await tx.$queryRaw<VerrouDecision[]>`
    SELECT jsonb_build_object('id', m.id, 'ref', m.ref, 'date', m.date, 'etat', m.etat, 'figee', m.figee) AS reunion,
      jsonb_build_object('id', i.id, 'type', i.type, 'nom', i.nom) AS instance,
      jsonb_build_object('id', p.id, 'propositionId', p.proposition_id) AS point,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('instanceId', k.instance_id, 'matiere', k.matiere, 'pouvoir', k.pouvoir, 'type', j.type, 'nom', j.nom) ORDER BY j.ordre, j.id), '[]')
        FROM competence k JOIN instance j ON j.id = k.instance_id WHERE k.convention_id = ${conventionId}) AS competences,
      (SELECT jsonb_build_object('id', d.id, 'version', d.version, 'etat', d.etat, 'effet', d.effet,
          'objet', CASE WHEN d.effet IS NOT NULL THEN coalesce(d.fiche_action_id, d.indicateur_id, d.schema_id, d.avenant_id) END,
          'cible', trim_scale(d.cible)::text, 'cibleTexte', d.cible_texte, 'appliquee', d.appliquee_le IS NOT NULL,
          'decidee', d.decidee_par_id IS NOT NULL, 'realiseeLe', d.realisee_le)
        FROM decision d WHERE d.convention_id = ${conventionId} AND d.id = ${cible.decision}::int) AS actuelle
    FROM point_ordre_du_jour p JOIN reunion m ON m.id = p.reunion_id JOIN instance i ON i.id = m.instance_id
    WHERE p.convention_id = ${conventionId} AND p.id = ${reunion.point}`
  if (!lu || (cible.decision !== null && lu.actuelle === null)) return null
  return lu
}

export interface PropositionLue {
  id: number
  etat: EtatDecision
  effet: EffetDecision | null
  objet: number | null
  decideeParId: number | null
}

/** Locks a proposal: two meetings that settle it at once come one after the other. One SQL statement. */
export async function lockProposition(tx: Tx, conventionId: number, id: number): Promise<PropositionLue | null> {
  const [lue] = await tx.$queryRaw<PropositionLue[]>`
    SELECT d.id, d.etat::text, d.effet::text, CASE WHEN d.effet IS NOT NULL THEN coalesce(d.fiche_action_id, d.indicateur_id, d.schema_id, d.avenant_id) END AS objet,
      d.decidee_par_id AS "decideeParId"
    FROM decision d WHERE d.convention_id = ${conventionId} AND d.id = ${id} FOR UPDATE`
  return lue ?? null
}

/** Whether what an effect bears on belongs to the convention. One SQL statement. */
export async function hasObjet(tx: Tx, conventionId: number, effet: EffetDecision, id: number): Promise<boolean> {
  const [lu] = await tx.$queryRaw<{ connu: boolean }[]>`
    SELECT CASE
      WHEN ${effet} IN ('REPORTER_FICHE', 'ABANDONNER_FICHE') THEN EXISTS (SELECT 1 FROM porte.fiche WHERE convention_id = ${conventionId} AND id = ${id})
      WHEN ${effet} = 'CHANGER_CIBLE' THEN EXISTS (SELECT 1 FROM porte.indicateur WHERE convention_id = ${conventionId} AND id = ${id})
      WHEN ${effet} = 'VALIDER_SCHEMA' THEN EXISTS (SELECT 1 FROM porte.schema_cooperation WHERE convention_id = ${conventionId} AND id = ${id})
      WHEN ${effet} = 'VALIDER_AVENANT' THEN EXISTS (SELECT 1 FROM porte.avenant WHERE convention_id = ${conventionId} AND id = ${id}) END AS connu`
  return lu?.connu ?? false
}
