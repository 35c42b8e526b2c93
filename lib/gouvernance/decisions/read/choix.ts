import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { toRenvoi } from '../sql/decision'
import {
  findPouvoir,
  formatCible,
  formatCibleSaisie,
  isATrancher,
  listDecideurs,
  type CompetenceLue,
} from '@/lib/competences/rules/pouvoir'
import type {
  ChoixDecisions,
  EffetDecision,
  EtatDecision,
  FicheDecidable,
  MatiereDecision,
  NatureDecision,
  SchemaDecidable,
  ObjetDecidable,
} from '@/lib/competences/types'

interface Ligne {
  competences: CompetenceLue[]
  fiches: FicheDecidable[]
  indicateurs: {
    id: number
    libelle: string
    nature: string
    unite: string | null
    cible: string | null
    cibleTexte: string | null
  }[]
  schemas: SchemaDecidable[]
  avenants: ObjetDecidable[]
  aTrancher: {
    pointId: number
    decisionId: number
    texte: string
    nature: NatureDecision
    etat: EtatDecision
    decidee: boolean
    effet: EffetDecision | null
    objetId: number | null
    cible: string | null
    cibleTexte: string | null
    natureIndicateur: string | null
    origine: { reunion: string; instance: string; date: DateCivile }
  }[]
}

const MATIERES: readonly MatiereDecision[] = ['FICHE', 'CIBLE', 'SCHEMA', 'AVENANT']

/**
 * What an instance may propose or decide, and the objects it may bear on: only those of the matières it has a word on.
 * One SQL statement.
 */
export async function readChoixDecisions(tx: Tx, conventionId: number, instanceId: number): Promise<ChoixDecisions> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    WITH pouvoirs AS (SELECT matiere FROM competence WHERE convention_id = ${conventionId} AND instance_id = ${instanceId})
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('instanceId', k.instance_id, 'matiere', k.matiere, 'pouvoir', k.pouvoir, 'type', i.type, 'nom', i.nom) ORDER BY i.ordre, i.id), '[]')
        FROM competence k JOIN instance i ON i.id = k.instance_id WHERE k.convention_id = ${conventionId}) AS competences,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'libelle', concat_ws(' ', f.numero, f.titre), 'statut', f.statut) ORDER BY a.ordre, f.ordre, f.id), '[]')
        FROM app.fiches_en_vigueur(${conventionId}) f JOIN porte.axe a ON a.id = f.axe_id
        WHERE 'FICHE' IN (SELECT matiere::text FROM pouvoirs) AND f.statut NOT IN ('REALISEE', 'ABANDONNEE')) AS fiches,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'libelle', concat_ws(' – ', n.numero_fiche, n.libelle), 'nature', n.nature, 'unite', n.unite,
          'cible', trim_scale(n.cible)::text, 'cibleTexte', n.cible_texte) ORDER BY n.ordre_fiche NULLS LAST, n.ordre, n.id), '[]')
        FROM porte.indicateur n
        WHERE n.convention_id = ${conventionId} AND (n.fiche_action_id IS NULL OR n.plan_fiche = (SELECT p.id FROM app.plan_en_vigueur(${conventionId}) p)) AND 'CIBLE' IN (SELECT matiere::text FROM pouvoirs)) AS indicateurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'libelle', s.libelle, 'brouillon', s.etat = 'BROUILLON') ORDER BY s.debut NULLS LAST, s.ordre, s.id), '[]')
        FROM porte.schema_cooperation s WHERE s.convention_id = ${conventionId} AND NOT app.schema_convenu(s.etat) AND 'SCHEMA' IN (SELECT matiere::text FROM pouvoirs)) AS schemas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'libelle', v.objet) ORDER BY v.ordre, v.id), '[]')
        FROM porte.avenant v WHERE v.convention_id = ${conventionId} AND v.valide_le IS NULL AND 'AVENANT' IN (SELECT matiere::text FROM pouvoirs)) AS avenants,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pointId', p.id, 'decisionId', d.id, 'texte', d.texte, 'nature', d.nature, 'etat', d.etat,
          'decidee', d.decidee_par_id IS NOT NULL, 'effet', d.effet, 'objetId', coalesce(d.fiche_action_id, d.indicateur_id, d.schema_id, d.avenant_id),
          'cible', trim_scale(d.cible)::text, 'cibleTexte', d.cible_texte, 'natureIndicateur', (SELECT x.nature FROM porte.indicateur x WHERE x.id = d.indicateur_id),
          'origine', jsonb_build_object('reunion', n.ref, 'instance', j.nom, 'date', n.date)) ORDER BY p.id), '[]')
        FROM point_ordre_du_jour p JOIN reunion m ON m.id = p.reunion_id JOIN decision d ON d.convention_id = p.convention_id AND d.id = p.proposition_id
          JOIN point_ordre_du_jour o ON o.id = d.point_id JOIN reunion n ON n.id = o.reunion_id JOIN instance j ON j.id = n.instance_id
        WHERE p.convention_id = ${conventionId} AND m.instance_id = ${instanceId}) AS "aTrancher"`
  if (!ligne) throw new Error('choices without a row')
  const parMatiere = <T>(read: (matiere: MatiereDecision) => T) =>
    Object.fromEntries(MATIERES.map((matiere) => [matiere, read(matiere)])) as Record<MatiereDecision, T>
  return {
    pouvoirs: parMatiere((matiere) => findPouvoir(ligne.competences, instanceId, matiere)),
    decideurs: parMatiere((matiere) => listDecideurs(ligne.competences, matiere)),
    fiches: ligne.fiches,
    indicateurs: ligne.indicateurs.map(({ id, libelle, nature, unite, cible, cibleTexte }) => ({
      id,
      libelle,
      nature,
      unite,
      cible: formatCible({ nature, unite, cible, cibleTexte }),
    })),
    schemas: ligne.schemas,
    avenants: ligne.avenants,
    aTrancher: ligne.aTrancher
      .filter(isATrancher)
      .map(({ pointId, decisionId, texte, nature, effet, objetId, cible, cibleTexte, natureIndicateur, origine }) => ({
        pointId,
        decisionId,
        texte,
        nature,
        effet,
        objetId,
        cible: formatCibleSaisie({ nature: natureIndicateur, cible, cibleTexte }) ?? '',
        origine: toRenvoi(origine),
      })),
  }
}
