import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlLigne, sqlRenseignee } from '@/lib/plan-action/indicateurs/sql'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { EtapeAFaire } from './rules/a-faire'

/** The statements of the weekly round, over every convention of the person who makes it. */

/** Whose fiches one keeps: all those of some conventions, and some others one by one. */
export interface Perimetre {
  conventions: number[]
  fiches: number[]
}

/** What tells whether a fiche asks for its keeper. */
export interface FicheSuivie {
  id: number
  convention: number
  slug: string
  nomConvention: string
  debutConvention: DateCivile | null
  finConvention: DateCivile | null
  ref: string
  numero: string | null
  titre: string
  statut: StatutFiche
  fin: DateCivile | null
  /** last write, measure or comment: 'YYYY-MM-DD', null when nobody ever wrote */
  dernier: DateCivile | null
  aRediger: boolean
  redactionEcheance: DateCivile | null
  etapes: EtapeAFaire[]
  /** the year whose values are due: the last one over, inside the convention; null when none is */
  annee: number | null
  /** lines of indicators without a confirmed value for that year */
  indicateursAttendus: number
  contributions: number
}

/**
 * Fiches of the plans in force with what the rules judge.
 * Counts and étapes are read by set, never fiche by fiche.
 */
export function sqlFichesSuivies({ conventions, fiches }: Perimetre, today: DateCivile): Prisma.Sql {
  return Prisma.sql`
    WITH f AS MATERIALIZED (
      SELECT f.*, c.slug, c.nom AS convention_nom, c.date_debut, c.date_fin, a.ordre AS rang,
        (SELECT y FROM (SELECT least(extract(year FROM ${today}::date) - 1, extract(year FROM c.date_fin))::int AS y) v
          WHERE y >= extract(year FROM coalesce(c.date_debut, '-infinity'::date))) AS annee
      FROM (SELECT c.id, c.slug, c.nom, c.date_debut, c.date_fin, p.id AS plan_id FROM porte.convention c CROSS JOIN LATERAL app.plan_en_vigueur(c.id) p
          WHERE c.id = ANY (${conventions}::int[]) OR c.id IN (SELECT x.convention_id FROM fiche_action x WHERE x.id = ANY (${fiches}::int[]))) c
        JOIN fiche_action f ON f.convention_id = c.id AND f.plan_id = c.plan_id JOIN axe a ON a.id = f.axe_id
      WHERE f.convention_id = ANY (${conventions}::int[]) OR f.id = ANY (${fiches}::int[])),
    e AS MATERIALIZED (SELECT e.fiche_action_id, jsonb_agg(jsonb_build_object('id', e.id, 'numero', e.numero, 'titre', e.titre, 'statut', e.statut, 'fin', e.periode_fin) ORDER BY e.ordre) AS liste
      FROM etape e WHERE e.fiche_action_id IN (SELECT f.id FROM f) GROUP BY 1),
    i AS MATERIALIZED (SELECT i.fiche_action_id, count(*)::int AS n
      FROM indicateur i JOIN f ON f.id = i.fiche_action_id
      WHERE f.annee IS NOT NULL AND ${sqlLigne} AND NOT (${sqlRenseignee(Prisma.sql`i.convention_id`, Prisma.sql`f.annee`)}) GROUP BY 1),
    n AS MATERIALIZED (SELECT n.fiche_action_id, count(*)::int AS n FROM contribution_fiche n WHERE n.etat = 'PROPOSEE' AND n.fiche_action_id IN (SELECT f.id FROM f) GROUP BY 1),
    k AS MATERIALIZED (SELECT k.fiche_action_id, max(k.cree_le) AS le FROM commentaire k WHERE k.fiche_action_id IN (SELECT f.id FROM f) GROUP BY 1),
    m AS MATERIALIZED (SELECT x.fiche_action_id, max(m.cree_le) AS le FROM mesure m JOIN indicateur x ON x.id = m.indicateur_id
      WHERE m.auteur_id IS NOT NULL AND x.fiche_action_id IN (SELECT f.id FROM f) GROUP BY 1)
    SELECT f.id, f.convention_id AS convention, f.slug, f.convention_nom AS "nomConvention", f.date_debut::text AS "debutConvention", f.date_fin::text AS "finConvention",
      f.ref, f.numero, f.titre, f.statut::text, f.periode_fin::text AS fin,
      (greatest(f.maj_le, k.le, m.le) AT TIME ZONE 'Europe/Paris')::date::text AS dernier,
      f.a_rediger AS "aRediger", f.redaction_echeance::text AS "redactionEcheance", coalesce(e.liste, '[]') AS etapes, f.annee,
      coalesce(i.n, 0) AS "indicateursAttendus", coalesce(n.n, 0) AS contributions
    FROM f LEFT JOIN e ON e.fiche_action_id = f.id LEFT JOIN i ON i.fiche_action_id = f.id LEFT JOIN n ON n.fiche_action_id = f.id
      LEFT JOIN k ON k.fiche_action_id = f.id LEFT JOIN m ON m.fiche_action_id = f.id
    ORDER BY f.convention_nom, f.convention_id, f.rang, f.ordre, f.id`
}

/** What one writes in the round, of the fiches on the screen. */
export interface FicheASaisir {
  id: number
  version: number
  avancement: number | null
  avancementMotif: string | null
  suivi: string | null
  periode: { texte: string | null; debut: DateCivile | null; fin: DateCivile | null }
}

export const sqlFichesASaisir = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT f.id, f.version, f.avancement, f.avancement_motif AS "avancementMotif", f.suivi,
    jsonb_build_object('texte', f.periode_texte, 'debut', f.periode_debut, 'fin', f.periode_fin) AS periode
  FROM fiche_action f WHERE f.id = ANY (${[...ids]}::int[])`

/** The conventions whose fiches a Caf adviser or an administrator follows. */
export const sqlConventionsSuivies = (cafs: readonly number[], toutes: boolean): Prisma.Sql => Prisma.sql`
  SELECT c.id, c.slug, c.nom FROM porte.convention c WHERE ${toutes} OR c.caf_id = ANY (${[...cafs]}::int[]) ORDER BY c.nom, c.id`
