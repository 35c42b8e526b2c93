import 'server-only'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { VueDecision } from '@/lib/competences/types'
import type { ChoixLiens, LienPoint, OriginePoint, PointActuel, RenvoiSeance, VuePoint } from '../types/reunion'

interface LignePoint extends PointActuel {
  origine: OriginePoint
  ficheLue: { id: number; ref: string; numero: string | null; titre: string } | null
  indicateurLu: { id: number; libelle: string; fiche: string | null } | null
  schemaLu: { id: number; ref: string; libelle: string } | null
  documentLu: { id: number; titre: string; reference: string | null } | null
  repris: { ref: string; date: DateCivile } | null
  propositionLue: { texte: string; instance: string; ref: string; date: DateCivile } | null
}

/** The points of a meeting’s agenda, in order, with what each is linked to. One SQL statement. */
export function readPoints(tx: Tx, convention: number, reunion: number): Promise<LignePoint[]> {
  return tx.$queryRaw<LignePoint[]>`
    SELECT p.id, p.version, p.titre, p.presentateur, p.duree_minutes AS "dureeMinutes", p.etat::text, p.notes, p.origine::text,
      p.fiche_action_id AS fiche, p.indicateur_id AS indicateur, p.schema_id AS schema, p.document_id AS document,
      (SELECT jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', f.titre)
        FROM porte.fiche f WHERE f.convention_id = ${convention} AND f.id = p.fiche_action_id) AS "ficheLue",
      (SELECT jsonb_build_object('id', i.id, 'libelle', i.libelle, 'fiche', i.fiche)
        FROM porte.indicateur i
        WHERE i.convention_id = ${convention} AND i.id = p.indicateur_id) AS "indicateurLu",
      (SELECT jsonb_build_object('id', s.id, 'ref', s.ref, 'libelle', s.libelle)
        FROM porte.schema_cooperation s WHERE s.convention_id = ${convention} AND s.id = p.schema_id) AS "schemaLu",
      (SELECT jsonb_build_object('id', d.id, 'titre', d.titre, 'reference', d.reference)
        FROM porte.document d WHERE d.convention_id = ${convention} AND d.id = p.document_id) AS "documentLu",
      (SELECT jsonb_build_object('ref', r.ref, 'date', r.date) FROM point_ordre_du_jour q JOIN reunion r ON r.id = q.reunion_id
        WHERE q.convention_id = ${convention} AND q.id = p.precedent_id) AS repris,
      (SELECT jsonb_build_object('texte', d.texte, 'instance', n.nom, 'ref', r.ref, 'date', r.date)
        FROM decision d JOIN point_ordre_du_jour q ON q.id = d.point_id JOIN reunion r ON r.id = q.reunion_id JOIN instance n ON n.id = r.instance_id
        WHERE d.convention_id = ${convention} AND d.id = p.proposition_id) AS "propositionLue"
    FROM point_ordre_du_jour p
    WHERE p.convention_id = ${convention} AND p.reunion_id = ${reunion}
    ORDER BY p.ordre, p.id`
}

export const toRenvoiSeance = ({ ref, date }: { ref: string; date: DateCivile }): RenvoiSeance => ({
  ref,
  date,
  dateTexte: formatDate(date),
})

const isAdresse = (reference: string | null): reference is string =>
  reference !== null && /^https?:\/\//.test(reference)

function listLiens({ ficheLue, indicateurLu, schemaLu, documentLu }: LignePoint, base: string): LienPoint[] {
  const liens: (LienPoint | null)[] = [
    ficheLue && {
      type: 'FICHE',
      id: ficheLue.id,
      libelle: [ficheLue.numero, ficheLue.titre].filter(Boolean).join(' '),
      href: `${base}/plan-action/${ficheLue.ref}`,
    },
    indicateurLu && {
      type: 'INDICATEUR',
      id: indicateurLu.id,
      libelle: indicateurLu.libelle,
      href:
        indicateurLu.fiche === null
          ? `${base}/plan-action?indicateurs=attendus`
          : `${base}/plan-action/${indicateurLu.fiche}`,
    },
    schemaLu && {
      type: 'SCHEMA',
      id: schemaLu.id,
      libelle: schemaLu.libelle,
      href: `${base}/etp?schema=${schemaLu.ref}`,
    },
    documentLu && {
      type: 'DOCUMENT',
      id: documentLu.id,
      libelle:
        documentLu.reference === null || isAdresse(documentLu.reference)
          ? documentLu.titre
          : `${documentLu.titre} (${documentLu.reference})`,
      href: isAdresse(documentLu.reference) ? documentLu.reference : null,
    },
  ]
  return liens.filter((lien) => lien !== null)
}

/** A point for its page, with the decisions recorded under it. */
export function toPoint(ligne: LignePoint, slug: string, decisions: readonly VueDecision[]): VuePoint {
  const { ficheLue: _f, indicateurLu: _i, schemaLu: _s, documentLu: _d, repris, propositionLue, ...point } = ligne
  return {
    ...point,
    liens: listLiens(ligne, `/conventions/${slug}`),
    repris: repris && toRenvoiSeance(repris),
    proposition: propositionLue && {
      texte: propositionLue.texte,
      instance: propositionLue.instance,
      seance: toRenvoiSeance(propositionLue),
    },
    decisions: decisions.filter(({ pointId }) => pointId === point.id),
  }
}

/** What a point of the agenda may be linked to: the plan in force, its indicators, the schémas, the documents. One SQL statement. */
export async function readChoixLiens(tx: Tx, convention: number): Promise<ChoixLiens> {
  const [choix] = await tx.$queryRaw<ChoixLiens[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'libelle', concat_ws(' ', f.numero, f.titre)) ORDER BY a.ordre, f.ordre, f.id), '[]')
        FROM app.fiches_en_vigueur(${convention}) f JOIN porte.axe a ON a.id = f.axe_id) AS fiches,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'libelle', concat_ws(' – ', i.numero_fiche, i.libelle)) ORDER BY i.ordre_fiche NULLS LAST, i.ordre, i.id), '[]')
        FROM porte.indicateur i
        WHERE i.convention_id = ${convention} AND (i.fiche_action_id IS NULL OR i.plan_fiche = (SELECT p.id FROM app.plan_en_vigueur(${convention}) p))) AS indicateurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'libelle', s.libelle) ORDER BY s.debut NULLS LAST, s.ordre, s.id), '[]')
        FROM porte.schema_cooperation s WHERE s.convention_id = ${convention}) AS schemas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'libelle', concat_ws(' – ', d.titre, d.reference)) ORDER BY d.ordre, d.id), '[]')
        FROM porte.document d WHERE d.convention_id = ${convention}) AS documents`
  return choix ?? { fiches: [], indicateurs: [], schemas: [], documents: [] }
}
