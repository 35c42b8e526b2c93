import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlTraces, type TraceLue } from '@/lib/gouvernance/queries-decisions-trace'
import type { DateCivile } from '@/lib/platform/dates'
import type { PilotageEcrit, ReserveEcrite } from './queries-plan-sql'
import type { StatutFiche } from './rules'
import type { NatureIndicateur } from './schema-mots'

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

export interface MesureEcrite {
  id: number
  version: number
  periode: string
  /** the civil year it covers exactly, if it does */
  annee: number | null
  /** exact decimals, as text */
  valeur: string | null
  prevue: string | null
  texte: string | null
  source: string | null
  ventilation: string | null
}

export interface IndicateurEcrit {
  id: number
  ref: string
  etape: number | null
  libelle: string
  note: string | null
  nature: NatureIndicateur
  unite: string | null
  evolution: boolean
  ventilation: string | null
  reference: string | null
  cible: string | null
  cibleTexte: string | null
  source: string | null
  fournisseur: string | null
  /** oldest first */
  mesures: MesureEcrite[]
}

export interface VoisineEcrite {
  ref: string
  numero: string | null
  titre: string
}

export interface LigneHistorique {
  id: number
  /** in Europe/Paris: 'YYYY-MM-DD HH:MI' */
  instant: string
  auteur: string | null
  objet: string
  libelle: string | null
  avant: Record<string, unknown> | null
  apres: Record<string, unknown> | null
}

export interface LigneFiche {
  id: number
  ref: string
  version: number
  numero: string | null
  titre: string
  titreCourt: string | null
  contexte: string | null
  objectifs: string | null
  description: string | null
  publicVise: string | null
  texte: string | null
  debut: string | null
  fin: string | null
  statut: StatutFiche
  avancement: number | null
  enjeu: boolean | null
  suivi: string | null
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
  historique: LigneHistorique[]
  /** decisions about the fiche or one of its indicators, applied or proposed */
  traces: TraceLue[]
}

const sqlMesures = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'version', m.version, 'periode', m.periode_texte,
      'annee', CASE WHEN m.debut = date_trunc('year', m.debut)::date AND m.fin = (m.debut + interval '1 year' - interval '1 day')::date THEN extract(year FROM m.debut)::int END,
      'valeur', trim_scale(m.valeur)::text, 'prevue', trim_scale(m.valeur_prevue)::text, 'texte', m.texte, 'source', m.source, 'ventilation', m.ventilation)
    ORDER BY coalesce(m.fin, m.debut) NULLS FIRST, m.id), '[]')
  FROM mesure m WHERE m.convention_id = ${id} AND m.indicateur_id = i.id)`

const sqlHistorique = (id: number, lisible: boolean): Prisma.Sql =>
  lisible
    ? Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.id DESC), '[]') FROM (
        SELECT j.id, to_char(j.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant, u.nom AS auteur, j.objet, j.libelle, j.avant, j.apres
        FROM journal j LEFT JOIN utilisateur u ON u.id = j.utilisateur_id
        WHERE j.convention_id = ${id} AND ((j.objet = 'fiche_action' AND j.objet_id = f.id)
          OR (j.objet = 'etape' AND j.objet_id IN (SELECT e.id FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id)))
        ORDER BY j.id DESC LIMIT 6) h)`
    : Prisma.sql`'[]'::jsonb`

/**
 * A fiche with all that hangs on it, its neighbours in the plan, and its last changes.
 * @param historique whether the journal may be read by who asks
 */
export function sqlFiche(id: number, ref: string, { historique, today }: { historique: boolean; today: DateCivile }): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE f AS MATERIALIZED (SELECT * FROM fiche_action WHERE convention_id = ${id} AND ref = ${ref}),
      c AS (SELECT a.*, 1 AS rang FROM axe a JOIN f ON a.id = f.axe_id WHERE a.convention_id = ${id}
        UNION ALL SELECT a.*, c.rang + 1 FROM axe a JOIN c ON a.id = c.parent_id WHERE a.convention_id = ${id} AND c.rang < 10),
      v AS (SELECT o.id, lag(jsonb_build_object('ref', o.ref, 'numero', o.numero, 'titre', o.titre)) OVER w AS precedente,
          lead(jsonb_build_object('ref', o.ref, 'numero', o.numero, 'titre', o.titre)) OVER w AS suivante
        FROM fiche_action o JOIN axe a ON a.id = o.axe_id WHERE o.convention_id = ${id} AND o.plan_id = (SELECT f.plan_id FROM f)
        WINDOW w AS (ORDER BY a.ordre, o.ordre, o.id))
    SELECT f.id, f.ref, f.version, f.numero, f.titre, f.titre_court AS "titreCourt", f.contexte, f.objectifs, f.description, f.public_vise AS "publicVise",
      f.periode_texte AS texte, f.periode_debut::text AS debut, f.periode_fin::text AS fin, f.statut, f.avancement, f.enjeu_coordination AS enjeu, f.suivi,
      to_char(f.maj_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS "majLe", p.niveaux, p.nom_fiche AS "nomFiche", p.nom_etape AS "nomEtape",
      (SELECT jsonb_agg(jsonb_build_object('ref', c.ref, 'numero', c.numero, 'titre', c.titre) ORDER BY c.rang DESC) FROM c) AS axes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'texte', g.texte, 'aDefinir', g.a_definir) ORDER BY g.ordre), '[]')
        FROM pilotage g WHERE g.convention_id = ${id} AND g.fiche_action_id = f.id) AS pilotages,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'nom', t.nom) ORDER BY t.ordre), '[]')
        FROM fiche_theme x JOIN theme_afas t ON t.code = x.theme_code WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id) AS themes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'ref', e.ref, 'numero', e.numero, 'titre', e.titre, 'description', e.description, 'texte', e.periode_texte,
          'debut', e.periode_debut, 'fin', e.periode_fin, 'statut', e.statut, 'version', e.version) ORDER BY e.ordre), '[]')
        FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id) AS etapes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'ref', i.ref, 'etape', i.etape_id, 'libelle', i.libelle, 'note', i.note, 'nature', i.nature, 'unite', i.unite,
          'evolution', i.evolution, 'ventilation', i.ventilation, 'reference', trim_scale(i.reference)::text, 'cible', trim_scale(i.cible)::text, 'cibleTexte', i.cible_texte,
          'source', i.source, 'fournisseur', i.fournisseur, 'mesures', ${sqlMesures(id)}) ORDER BY i.ordre), '[]')
        FROM indicateur i WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id) AS indicateurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', r.cible_type, 'ref', r.cible_ref, 'raison', r.raison) ORDER BY r.ordre), '[]')
        FROM reserve r WHERE r.convention_id = ${id} AND r.levee_le IS NULL AND (
          (r.cible_type = 'FICHE' AND r.cible_ref = f.ref)
          OR (r.cible_type = 'ETAPE' AND r.cible_ref IN (SELECT e.ref FROM etape e WHERE e.convention_id = ${id} AND e.fiche_action_id = f.id))
          OR (r.cible_type = 'INDICATEUR' AND r.cible_ref IN (SELECT i.ref FROM indicateur i WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id)))) AS reserves,
      v.precedente, v.suivante,
      (SELECT l.raison FROM lacune l WHERE l.convention_id = ${id} AND l.sujet = 'INDICATEURS' ORDER BY l.ordre LIMIT 1) AS lacune,
      ${sqlHistorique(id, historique)} AS historique,
      ${sqlTraces(id, today, Prisma.sql`(d.fiche_action_id = f.id OR d.indicateur_id IN (SELECT n.id FROM indicateur n WHERE n.convention_id = ${id} AND n.fiche_action_id = f.id))`)} AS traces
    FROM f JOIN plan_action p ON p.id = f.plan_id JOIN v ON v.id = f.id`
}
