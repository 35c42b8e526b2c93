import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlLigne } from '@/lib/plan-action/indicateurs/sql'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { Cote, NiveauAppreciation } from '@/lib/plan-action/suivi/words/suivi'

/** The second statement of the plan’s screen: what a row shows, for the fiches of one page only. */

export interface FicheEcrite {
  id: number
  ref: string
  axe: number
  numero: string | null
  titre: string
  version: number
  statut: StatutFiche
  periode: ValeursFiche['periode']
  /** days its étapes give where the fiche gives none; an étape without end leaves the end unknown */
  periodeEtapes: { debut: DateCivile | null; fin: DateCivile | null } | null
  avancement: ValeursFiche['avancement']
  pilotages: ValeursFiche['pilotages']
  themes: string[]
  enjeu: boolean | null
  aRediger: boolean
  redactionMotif: string | null
  redactionEcheance: DateCivile | null
  etapes: StatutFiche[]
  /** lines of indicators as written */
  indicateurs: number
  majLe: DateCivile | null
  /** day of the last measure or comment that one may read */
  dernierGeste: DateCivile | null
  appreciations: { cote: Cote; niveau: NiveauAppreciation }[]
  reserves: string[]
}

const sqlJour = (instant: Prisma.Sql): Prisma.Sql => Prisma.sql`(${instant} AT TIME ZONE 'Europe/Paris')::date`

/** Fiches by their ids, each with what its row shows; one statement, in no given order. */
export const sqlRangees = (id: number, fiches: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT f.id, f.ref, f.axe_id AS axe, f.numero, f.titre, f.version, f.statut::text,
    jsonb_build_object('texte', f.periode_texte, 'debut', f.periode_debut, 'fin', f.periode_fin) AS periode,
    CASE WHEN f.periode_debut IS NULL AND f.periode_fin IS NULL THEN (
      SELECT jsonb_build_object('debut', min(e.periode_debut), 'fin', CASE WHEN count(e.periode_fin) = count(*) THEN max(e.periode_fin) END)
      FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id AND (e.periode_debut IS NOT NULL OR e.periode_fin IS NOT NULL) HAVING count(*) > 0) END AS "periodeEtapes",
    jsonb_build_object('valeur', f.avancement, 'motif', f.avancement_motif) AS avancement,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'texte', g.texte, 'organisme', g.organisme_id, 'aDefinir', g.a_definir) ORDER BY g.ordre, g.id), '[]')
      FROM pilotage g WHERE g.convention_id = ${id} AND g.fiche_action_id = f.id) AS pilotages,
    (SELECT coalesce(jsonb_agg(x.theme_code ORDER BY t.ordre), '[]') FROM fiche_theme x JOIN theme_afas t ON t.code = x.theme_code
      WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id) AS themes,
    f.enjeu_coordination AS enjeu, f.a_rediger AS "aRediger", f.redaction_motif AS "redactionMotif", f.redaction_echeance::text AS "redactionEcheance",
    (SELECT coalesce(jsonb_agg(e.statut ORDER BY e.ordre, e.id), '[]') FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id) AS etapes,
    (SELECT count(*)::int FROM indicateur i WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id AND ${sqlLigne}) AS indicateurs,
    ${sqlJour(Prisma.sql`f.maj_le`)}::text AS "majLe",
    greatest(
      (SELECT max(${sqlJour(Prisma.sql`k.cree_le`)}) FROM commentaire k WHERE k.convention_id = ${id} AND k.fiche_action_id = f.id),
      (SELECT max(${sqlJour(Prisma.sql`m.cree_le`)}) FROM indicateur i JOIN mesure m ON m.convention_id = ${id} AND m.indicateur_id = i.id
        WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id AND m.auteur_id IS NOT NULL))::text AS "dernierGeste",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('cote', a.cote, 'niveau', a.niveau)), '[]') FROM appreciation a
      WHERE a.convention_id = ${id} AND a.fiche_action_id = f.id) AS appreciations,
    (SELECT coalesce(jsonb_agg(v.raison ORDER BY v.ordre), '[]') FROM porte.reserve_ouverte v
      WHERE v.convention_id = ${id} AND v.cible_type = 'FICHE' AND v.cible_ref = f.ref) AS reserves
  FROM fiche_action f WHERE f.convention_id = ${id} AND f.id = ANY (${[...fiches]}::int[])`
