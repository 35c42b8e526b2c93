import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { EtatReunion } from '@/lib/gouvernance/frequence/types'
import type { FaitsReleve } from '../rules/releve'

/** A meeting with everything that its minutes tell. */
export interface SeanceLue extends FaitsReleve {
  /** What a write needs to know of the meeting. */
  seance: { id: number; instanceId: number; ref: string; version: number; etat: EtatReunion; figee: boolean }
}

/**
 * Everything recorded about a meeting. One SQL statement.
 * @param reunion its id
 * @returns null when this convention has no such meeting
 */
export async function readSeance(tx: Tx, convention: number, reunion: number): Promise<SeanceLue | null> {
  const [lue] = await tx.$queryRaw<SeanceLue[]>`
    SELECT jsonb_build_object('id', r.id, 'instanceId', r.instance_id, 'ref', r.ref, 'version', r.version, 'etat', r.etat, 'figee', r.figee) AS seance,
      jsonb_build_object('nom', c.nom, 'titre', c.titre, 'debut', c.date_debut, 'fin', c.date_fin) AS convention,
      coalesce((SELECT jsonb_agg(p.nom ORDER BY p.ordre, p.id) FROM porte.partie p WHERE p.convention_id = c.id AND p.signataire), '[]') AS parties,
      jsonb_build_object('nom', i.nom, 'animation', i.animation, 'quorum', i.quorum, 'quorumTexte', i.quorum_texte) AS instance,
      jsonb_build_object('date', r.date, 'heureDebut', r.heure_debut, 'heureFin', r.heure_fin, 'lieu', r.lieu, 'objet', r.objet, 'groupe', r.groupe,
        'note', r.compte_rendu, 'derogations', coalesce((SELECT jsonb_agg(jsonb_build_object('regle', d.regle, 'motif', d.motif) ORDER BY d.id)
          FROM derogation d WHERE d.convention_id = r.convention_id AND d.reunion_id = r.id), '[]')) AS reunion,
      coalesce((SELECT jsonb_agg(jsonb_build_object('libelle', m.libelle, 'personne', m.personne, 'fonction', m.fonction, 'voix', m.voix,
          'organisme', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'nom', o.nom, 'type', o.type) END,
          'etat', q.etat, 'representant', q.representant) ORDER BY m.ordre, m.id)
        FROM membre m
        LEFT JOIN presence q ON q.convention_id = m.convention_id AND q.reunion_id = r.id AND q.membre_id = m.id
        LEFT JOIN porte.partie o ON o.convention_id = m.convention_id AND o.id = m.organisme_id
        WHERE m.convention_id = r.convention_id AND m.instance_id = r.instance_id
          AND (q.id IS NOT NULL OR ((m.debut IS NULL OR m.debut <= r.date) AND (m.fin IS NULL OR m.fin >= r.date)))), '[]') AS membres,
      coalesce(points.liste, '[]') AS points,
      (SELECT jsonb_build_object('date', n.date, 'heureDebut', n.heure_debut, 'lieu', n.lieu) FROM reunion n
        WHERE n.convention_id = r.convention_id AND n.instance_id = r.instance_id AND n.etat = 'PREVUE' AND n.date > r.date
          AND (r.groupe IS NULL OR n.groupe IS NOT DISTINCT FROM r.groupe)
        ORDER BY n.date, n.id LIMIT 1) AS prochaine
    FROM reunion r
    JOIN porte.convention c ON c.id = r.convention_id
    JOIN instance i ON i.convention_id = r.convention_id AND i.id = r.instance_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('titre', t.titre, 'presentateur', t.presentateur, 'dureeMinutes', t.duree_minutes, 'etat', t.etat, 'notes', t.notes,
          'fiche', nullif(concat_ws(' ', f.numero, f.titre), ''), 'indicateur', k.libelle, 'schema', s.libelle, 'document', e.titre,
          'proposition', CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('instance', vi.nom, 'date', vr.date, 'texte', v.texte) END,
          'reprise', ar.date, 'decisions', coalesce(decisions.liste, '[]')) ORDER BY t.ordre, t.id) AS liste
      FROM point_ordre_du_jour t
      LEFT JOIN porte.fiche f ON f.convention_id = t.convention_id AND f.id = t.fiche_action_id
      LEFT JOIN porte.indicateur k ON k.convention_id = t.convention_id AND k.id = t.indicateur_id
      LEFT JOIN porte.schema_cooperation s ON s.convention_id = t.convention_id AND s.id = t.schema_id
      LEFT JOIN porte.document e ON e.convention_id = t.convention_id AND e.id = t.document_id
      LEFT JOIN decision v ON v.convention_id = t.convention_id AND v.id = t.proposition_id
      LEFT JOIN point_ordre_du_jour vp ON vp.convention_id = v.convention_id AND vp.id = v.point_id
      LEFT JOIN reunion vr ON vr.convention_id = vp.convention_id AND vr.id = vp.reunion_id
      LEFT JOIN instance vi ON vi.convention_id = vr.convention_id AND vi.id = vr.instance_id
      LEFT JOIN point_ordre_du_jour a ON a.convention_id = t.convention_id AND a.id = t.precedent_id
      LEFT JOIN reunion ar ON ar.convention_id = a.convention_id AND ar.id = a.reunion_id
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('texte', d.texte, 'nature', d.nature, 'etat', d.etat, 'responsable', d.responsable, 'echeance', d.echeance,
            'effet', d.effet,
            'proposee', d.effet IS NOT NULL AND d.appliquee_le IS NULL AND (d.decidee_par_id IS NOT NULL OR d.etat = 'ATTENDUE') AND EXISTS (
              SELECT 1 FROM competence w WHERE w.convention_id = d.convention_id AND w.instance_id = r.instance_id AND w.pouvoir = 'PROPOSE'
                AND w.matiere::text = CASE d.effet WHEN 'REPORTER_FICHE' THEN 'FICHE' WHEN 'ABANDONNER_FICHE' THEN 'FICHE' WHEN 'CHANGER_CIBLE' THEN 'CIBLE'
                  WHEN 'VALIDER_SCHEMA' THEN 'SCHEMA' WHEN 'VALIDER_AVENANT' THEN 'AVENANT' END),
            'fiche', nullif(concat_ws(' ', df.numero, df.titre), ''),
            'indicateur', CASE WHEN dk.id IS NOT NULL THEN jsonb_build_object('libelle', dk.libelle, 'nature', dk.nature, 'unite', dk.unite) END,
            'schema', ds.libelle, 'avenant', dv.objet, 'cible', trim_scale(d.cible)::text, 'cibleTexte', d.cible_texte) ORDER BY d.ordre, d.id) AS liste
        FROM decision d
        LEFT JOIN porte.fiche df ON df.convention_id = d.convention_id AND df.id = d.fiche_action_id
        LEFT JOIN porte.indicateur dk ON dk.convention_id = d.convention_id AND dk.id = d.indicateur_id
        LEFT JOIN porte.schema_cooperation ds ON ds.convention_id = d.convention_id AND ds.id = d.schema_id
        LEFT JOIN porte.avenant dv ON dv.convention_id = d.convention_id AND dv.id = d.avenant_id
        WHERE d.convention_id = t.convention_id AND d.point_id = t.id) decisions ON true
      WHERE t.convention_id = r.convention_id AND t.reunion_id = r.id) points ON true
    WHERE r.convention_id = ${convention} AND r.id = ${reunion}`
  return lue ?? null
}
