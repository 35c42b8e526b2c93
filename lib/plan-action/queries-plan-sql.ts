import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { StatutFiche } from './rules'
import type { EtatIndicateurs, NatureIndicateur } from './schema-mots'

/** The one statement of the plan’s screen, and what it gives. */

export interface PlanEcrit {
  titre: string | null
  /** the convention’s own names for its levels, from the top */
  niveaux: string[]
  nomFiche: string
  nomEtape: string
  texte: string | null
  raisonSansFiche: string | null
}

export interface AxeEcrit {
  id: number
  ref: string
  parent: number | null
  numero: string | null
  titre: string
  description: string | null
  objectifs: string[]
  absence: string | null
}

export interface PilotageEcrit {
  role: 'PILOTE' | 'PORTEUR' | 'PARTENAIRE'
  texte: string
  aDefinir: boolean
}

export interface FicheEcrite {
  id: number
  ref: string
  axe: number
  numero: string | null
  titre: string
  titreCourt: string | null
  statut: StatutFiche
  version: number
  texte: string | null
  debut: string | null
  fin: string | null
  enjeu: boolean | null
  pilotages: PilotageEcrit[]
  etapes: number
  indicateurs: number
  renseignes: number
  /** answers the words looked for */
  trouvee: boolean
}

/** A line of indicators, only read when the address asks for them. */
export interface LigneIndicateur {
  id: number
  fiche: number | null
  libelle: string
  nature: NatureIndicateur
  unite: string | null
  mesure: { periode: string; valeur: string | null; prevue: string | null; texte: string | null } | null
}

export interface ReserveEcrite {
  type: string
  ref: string | null
  raison: string
}

export interface LignePlan {
  plan: PlanEcrit | null
  axes: AxeEcrit[]
  fiches: FicheEcrite[]
  lignes: LigneIndicateur[]
  reserves: ReserveEcrite[]
  lacune: string | null
  lacuneIndicateurs: string | null
  avenants: { objet: string; echeance: string }[]
}

/** True for a measure `m` whose period meets the year: the dashboard counts with the same words. */
export const sqlDansAnnee = (annee: number): Prisma.Sql => Prisma.sql`
  coalesce(m.debut, m.fin) <= make_date(${annee}::int, 12, 31) AND coalesce(m.fin, m.debut) >= make_date(${annee}::int, 1, 1)`

function sqlLignes(id: number, annee: number, etat: EtatIndicateurs | undefined): Prisma.Sql {
  if (!etat) return Prisma.sql`'[]'::jsonb`
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'fiche', i.fiche_action_id, 'libelle', i.libelle, 'nature', i.nature, 'unite', i.unite,
      'mesure', v.mesure) ORDER BY i.fiche_action_id, i.ordre), '[]')
    FROM indicateur i LEFT JOIN LATERAL (
      SELECT jsonb_build_object('periode', m.periode_texte, 'valeur', trim_scale(m.valeur)::text, 'prevue', trim_scale(m.valeur_prevue)::text, 'texte', m.texte) AS mesure
      FROM mesure m WHERE m.convention_id = ${id} AND m.indicateur_id = i.id AND ${sqlDansAnnee(annee)}
      ORDER BY coalesce(m.fin, m.debut) DESC, m.id DESC LIMIT 1) v ON true
    WHERE i.convention_id = ${id} AND (v.mesure IS NOT NULL) = ${etat === 'renseignes'})`
}

/**
 * The latest version of the plan with its axes and fiches, in the order of the document.
 * @param q words looked for in the titles and in who leads; empty finds all
 */
export function sqlPlanAction(id: number, { annee, q, indicateurs }: { annee: number; q: string; indicateurs?: EtatIndicateurs }): Prisma.Sql {
  return Prisma.sql`
    WITH p AS MATERIALIZED (SELECT * FROM plan_action WHERE convention_id = ${id} ORDER BY numero_version DESC LIMIT 1),
      f AS MATERIALIZED (SELECT f.*, a.ordre AS rang FROM fiche_action f JOIN axe a ON a.id = f.axe_id
        WHERE f.convention_id = ${id} AND f.plan_id = (SELECT p.id FROM p)),
      mots AS MATERIALIZED (SELECT app.plier(${q}) AS q),
      g AS MATERIALIZED (SELECT fiche_action_id, jsonb_agg(jsonb_build_object('role', role, 'texte', texte, 'aDefinir', a_definir) ORDER BY ordre) AS liste,
        string_agg(texte, ' ') AS mots FROM pilotage WHERE convention_id = ${id} GROUP BY 1),
      e AS MATERIALIZED (SELECT fiche_action_id, count(*)::int AS n FROM etape WHERE convention_id = ${id} GROUP BY 1),
      i AS MATERIALIZED (SELECT i.fiche_action_id, count(*)::int AS n, (count(*) FILTER (WHERE EXISTS (
          SELECT 1 FROM mesure m WHERE m.convention_id = ${id} AND m.indicateur_id = i.id AND ${sqlDansAnnee(annee)})))::int AS renseignes
        FROM indicateur i WHERE i.convention_id = ${id} GROUP BY 1)
    SELECT
      (SELECT jsonb_build_object('titre', p.titre, 'niveaux', p.niveaux, 'nomFiche', p.nom_fiche, 'nomEtape', p.nom_etape,
        'texte', p.texte, 'raisonSansFiche', p.raison_sans_fiche) FROM p) AS plan,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'ref', a.ref, 'parent', a.parent_id, 'numero', a.numero, 'titre', a.titre,
          'description', a.description, 'objectifs', a.objectifs, 'absence', a.absence) ORDER BY a.ordre, a.id), '[]')
        FROM axe a WHERE a.convention_id = ${id} AND a.plan_id = (SELECT p.id FROM p)) AS axes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'ref', f.ref, 'axe', f.axe_id, 'numero', f.numero, 'titre', f.titre, 'titreCourt', f.titre_court,
          'statut', f.statut, 'version', f.version, 'texte', f.periode_texte, 'debut', f.periode_debut, 'fin', f.periode_fin, 'enjeu', f.enjeu_coordination,
          'pilotages', coalesce(g.liste, '[]'), 'etapes', coalesce(e.n, 0), 'indicateurs', coalesce(i.n, 0), 'renseignes', coalesce(i.renseignes, 0),
          'trouvee', mots.q = '' OR f.recherche LIKE '%' || mots.q || '%' OR mots.q <% f.recherche OR app.plier(coalesce(g.mots, '')) LIKE '%' || mots.q || '%')
          ORDER BY f.rang, f.ordre, f.id), '[]')
        FROM f CROSS JOIN mots LEFT JOIN g ON g.fiche_action_id = f.id LEFT JOIN e ON e.fiche_action_id = f.id LEFT JOIN i ON i.fiche_action_id = f.id) AS fiches,
      ${sqlLignes(id, annee, indicateurs)} AS lignes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', r.cible_type, 'ref', r.cible_ref, 'raison', r.raison) ORDER BY r.ordre), '[]')
        FROM reserve r WHERE r.convention_id = ${id} AND r.levee_le IS NULL AND r.cible_type IN ('PLAN', 'AXE', 'FICHE')) AS reserves,
      (SELECT l.raison FROM lacune l WHERE l.convention_id = ${id} AND l.sujet = 'PLAN_ACTION' ORDER BY l.ordre LIMIT 1) AS lacune,
      (SELECT l.raison FROM lacune l WHERE l.convention_id = ${id} AND l.sujet = 'INDICATEURS' ORDER BY l.ordre LIMIT 1) AS "lacuneIndicateurs",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('objet', v.objet, 'echeance', v.echeance) ORDER BY v.echeance), '[]')
        FROM avenant v WHERE v.convention_id = ${id} AND v.echeance IS NOT NULL AND v.date_signature IS NULL
          AND app.plier(v.objet) ~ 'fiche|plan d.action') AS avenants`
}
