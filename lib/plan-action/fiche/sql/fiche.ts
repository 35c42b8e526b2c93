import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlTraces, type TraceLue } from '@/lib/competences/sql'
import { sqlIndicateursFiche, type IndicateurEcrit } from './indicateurs'
import { sqlContenu } from './contenu'
import { sqlVie, type DemandeVie, type VieLue } from '@/lib/plan-action/suivi/sql/vie'
import { sqlInvitations, type InvitationsVue } from '@/lib/plan-action/invitation/sql'
import { sqlChamps } from '@/lib/plan-action/champs/sql'
import type { PilotageEcrit, ReserveEcrite } from '@/lib/plan-action/liste/sql/plan'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { ContenuFiche } from '../types/contenu'

/** The one statement of a fiche’s screen, and what it gives. */

export interface EtapeEcrite {
  id: number
  ref: string
  numero: string | null
  titre: string
  description: string | null
  texte: string | null
  debut: string | null
  fin: string | null
  statut: StatutFiche
  version: number
}

export interface VoisineEcrite {
  ref: string
  numero: string | null
  titre: string
}

export interface LigneFiche {
  id: number
  ref: string
  version: number
  /** every field that is edited, as it is typed */
  valeurs: ValeursFiche
  /** avenants of the convention: one may be to bring a fiche still to be written */
  avenants: { id: number; nom: string }[]
  numero: string | null
  titre: string
  titreCourt: string | null
  texte: string | null
  debut: string | null
  fin: string | null
  statut: StatutFiche
  /** in Europe/Paris: 'YYYY-MM-DD HH:MI' */
  majLe: string | null
  niveaux: string[]
  nomFiche: string
  nomEtape: string
  axes: { ref: string; numero: string | null; titre: string }[]
  pilotages: PilotageEcrit[]
  themes: { code: string; nom: string }[]
  etapes: EtapeEcrite[]
  indicateurs: IndicateurEcrit[]
  reserves: ReserveEcrite[]
  precedente: VoisineEcrite | null
  suivante: VoisineEcrite | null
  lacune: string | null
  /** decisions about the fiche or one of its indicators, applied or proposed */
  traces: TraceLue[]
  /** links by invitation and what came back by them: empty for who may not invite */
  invitation: InvitationsVue
  /** money, links, documents, and what the editors choose from */
  contenu: ContenuFiche
  /** appraisals, thread, whom one may name */
  vie: VieLue
}

/**
 * A fiche with all that hangs on it, its neighbours in the plan, and its follow-up.
 * @param ecrit whether who asks may write fiches here
 */
export function sqlFiche(ref: string, vie: DemandeVie, { ecrit }: { ecrit: boolean }): Prisma.Sql {
  const {
    convention: { id },
    today,
  } = vie
  return Prisma.sql`
    WITH RECURSIVE f AS MATERIALIZED (SELECT * FROM fiche_action WHERE convention_id = ${id} AND ref = ${ref}),
      c AS (SELECT a.*, 1 AS rang FROM axe a JOIN f ON a.id = f.axe_id WHERE a.convention_id = ${id}
        UNION ALL SELECT a.*, c.rang + 1 FROM axe a JOIN c ON a.id = c.parent_id WHERE a.convention_id = ${id} AND c.rang < 10),
      v AS (SELECT o.id, lag(jsonb_build_object('ref', o.ref, 'numero', o.numero, 'titre', o.titre)) OVER w AS precedente,
          lead(jsonb_build_object('ref', o.ref, 'numero', o.numero, 'titre', o.titre)) OVER w AS suivante
        FROM fiche_action o JOIN axe a ON a.id = o.axe_id WHERE o.convention_id = ${id} AND o.plan_id = (SELECT f.plan_id FROM f)
        WINDOW w AS (ORDER BY a.ordre, o.ordre, o.id))
    SELECT f.id, f.ref, f.version, f.numero, f.titre, f.titre_court AS "titreCourt", ${sqlChamps(id)} AS valeurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'nom', a.objet) ORDER BY a.ordre), '[]') FROM porte.avenant a WHERE a.convention_id = ${id}) AS avenants,
      f.periode_texte AS texte, f.periode_debut::text AS debut, f.periode_fin::text AS fin, f.statut,
      to_char(f.maj_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS "majLe", p.niveaux, p.nom_fiche AS "nomFiche", p.nom_etape AS "nomEtape",
      (SELECT jsonb_agg(jsonb_build_object('ref', c.ref, 'numero', c.numero, 'titre', c.titre) ORDER BY c.rang DESC) FROM c) AS axes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'texte', g.texte, 'aDefinir', g.a_definir) ORDER BY g.ordre), '[]')
        FROM pilotage g WHERE g.convention_id = ${id} AND g.fiche_action_id = f.id) AS pilotages,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'nom', t.nom) ORDER BY t.ordre), '[]')
        FROM fiche_theme x JOIN theme_afas t ON t.code = x.theme_code WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id) AS themes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'ref', e.ref, 'numero', e.numero, 'titre', e.titre, 'description', e.description, 'texte', e.periode_texte,
          'debut', e.periode_debut, 'fin', e.periode_fin, 'statut', e.statut, 'version', e.version) ORDER BY e.ordre), '[]')
        FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id) AS etapes,
      ${sqlIndicateursFiche(id)} AS indicateurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', r.cible_type, 'ref', r.cible_ref, 'raison', r.raison) ORDER BY r.ordre), '[]')
        FROM porte.reserve_ouverte r WHERE r.convention_id = ${id} AND (
          (r.cible_type = 'FICHE' AND r.cible_ref = f.ref)
          OR (r.cible_type = 'ETAPE' AND r.cible_ref IN (SELECT e.ref FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id))
          OR (r.cible_type = 'INDICATEUR' AND r.cible_ref IN (SELECT i.ref FROM indicateur i WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id)))) AS reserves,
      v.precedente, v.suivante,
      (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${id} AND l.sujet = 'INDICATEURS' ORDER BY l.ordre LIMIT 1) AS lacune,
      ${sqlVie(vie)} AS vie, ${sqlContenu(id, { choix: ecrit })} AS contenu, ${sqlInvitations(id)} AS invitation,
      ${sqlTraces(id, today, Prisma.sql`(d.fiche_action_id = f.id OR d.indicateur_id IN (SELECT n.id FROM indicateur n WHERE n.convention_id = ${id} AND n.fiche_action_id = f.id))`)} AS traces
    FROM f JOIN plan_action p ON p.id = f.plan_id JOIN v ON v.id = f.id`
}
