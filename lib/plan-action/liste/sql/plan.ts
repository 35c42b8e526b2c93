import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlFiches, type Demande } from './filtres'
import { sqlGroupes, sqlPage } from './groupes'
import { sqlCompteLignes, sqlLigne, sqlLignes, type LigneIndicateur } from '@/lib/plan-action/indicateurs/sql'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { countFiltres } from '../rules/filtres'

/** The first statement of the plan’s screen, and what it gives: the tree, the counts, the rows of the page by their ids. */

export interface PlanEcrit {
  titre: string | null
  /** the convention’s own names for its levels, from the top */
  niveaux: string[]
  nomFiche: string
  nomEtape: string
  texte: string | null
  raisonSansFiche: string | null
}

/** Who leads, carries or joins, as written. */
export interface PilotageEcrit {
  role: 'PILOTE' | 'PORTEUR' | 'PARTENAIRE'
  texte: string
  aDefinir: boolean
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

export interface ReserveEcrite {
  type: string
  ref: string | null
  raison: string
}

/** One choice of a filter, with how many fiches of the plan it has. */
interface ChoixFiltre {
  valeur: string
  libelle: string
  nombre: number
}

/** Choices of the filters that the plan itself gives. */
export interface ChoixFiltres {
  pilotes: ChoixFiltre[]
  themes: ChoixFiltre[]
  communes: ChoixFiltre[]
}

/** A saved view, as kept. */
export interface VueEnregistree {
  id: number
  nom: string
  parametres: string
}

/** What the document announces of the plan, and what of it is written here. */
export interface AnnoncesPlan {
  fiches: number | null
  operations: number | null
  /** fiches that are no mere announcement */
  decrites: number
  etapes: number
}

export interface LignePlan {
  plan: PlanEcrit | null
  axes: AxeEcrit[]
  /** fiches of each axe, whatever the filters, by status and lateness */
  parAxe: [axe: number, statut: StatutFiche, retard: boolean, nombre: number][]
  /** of those that answer every other filter */
  parStatut: [statut: StatutFiche, nombre: number][]
  enRetard: number
  aRediger: number
  /** fiches that answer all filters; rows they make in their groups */
  filtrees: number
  rangees: number
  rangs: { id: number; cle: string | null }[]
  groupes: { cle: string | null; nombre: number }[]
  choix: ChoixFiltres
  /** every theme there is, by code */
  themes: { code: string; nom: string }[]
  lignes: LigneIndicateur[]
  /** lines of indicators of the plan and of the convention (under other filters: whether there is one), and those asked for */
  indicateurs: number
  lignesDemandees: number
  reserves: ReserveEcrite[]
  /** what the document announces by its number, beside what is described; null where it gives none */
  annonces: AnnoncesPlan | null
  lacune: string | null
  lacuneIndicateurs: string | null
  avenants: { objet: string; echeance: string }[]
  vues: VueEnregistree[]
}

/** Choices offered for who leads: those who lead most; the others are found by their words. */
const PILOTES_OFFERTS = 100

const sqlChoix = (id: number): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'pilotes', (SELECT coalesce(jsonb_agg(jsonb_build_object('valeur', m.texte, 'libelle', m.texte, 'nombre', m.n) ORDER BY app.plier(m.texte), m.texte), '[]') FROM (
    SELECT g.texte, count(*)::int AS n FROM (SELECT DISTINCT g.texte, g.fiche_action_id FROM pilotage g WHERE g.convention_id = ${id} AND g.role <> 'PARTENAIRE') g
    GROUP BY g.texte ORDER BY 2 DESC, 1 LIMIT ${PILOTES_OFFERTS}::int) m),
  'themes', (SELECT coalesce(jsonb_agg(jsonb_build_object('valeur', t.code, 'libelle', t.nom, 'nombre', x.n) ORDER BY t.ordre), '[]') FROM (
    SELECT x.theme_code, count(*)::int AS n FROM fiche_theme x WHERE x.convention_id = ${id} GROUP BY 1) x JOIN theme_afas t ON t.code = x.theme_code),
  'communes', (SELECT coalesce(jsonb_agg(jsonb_build_object('valeur', coalesce(t.code, t.id::text), 'libelle', t.nom, 'nombre', k.n) ORDER BY app.plier(t.nom), t.id), '[]') FROM (
    SELECT k.commune_id, count(*)::int AS n FROM fiche_commune k WHERE k.convention_id = ${id} GROUP BY 1) k JOIN porte.commune_territoire t ON t.convention_id = ${id} AND t.id = k.commune_id))`

/**
 * The plan in force with its axes, what the filters leave of it, and the rows of one page.
 * @param acteur whose saved views are read
 */
export function sqlPlanAction(
  demande: Demande,
  { page, taille, acteur }: { page: number; taille: number; acteur: number },
): Prisma.Sql {
  const {
    id,
    annee,
    filtres: { indicateurs },
  } = demande
  // The whole is counted where it is said: on the plan without filter, or where lines are what one looks for.
  const compter = countFiltres(demande.filtres) === 0 || indicateurs !== undefined
  return Prisma.sql`
    WITH ${sqlFiches(demande)}, ${sqlPage(demande, page, taille)}
    SELECT
      (SELECT jsonb_build_object('titre', p.titre, 'niveaux', p.niveaux, 'nomFiche', p.nom_fiche, 'nomEtape', p.nom_etape,
        'texte', p.texte, 'raisonSansFiche', p.raison_sans_fiche) FROM p) AS plan,
      (SELECT jsonb_build_object('fiches', a.fiches, 'operations', a.operations,
          'decrites', (SELECT count(*)::int FROM fiche_action d WHERE d.convention_id = ${id} AND d.plan_id = (SELECT p.id FROM p) AND NOT d.a_rediger),
          'etapes', CASE WHEN a.operations IS NULL THEN 0 ELSE (SELECT count(*)::int FROM etape e JOIN fiche_action d ON d.id = e.fiche_action_id
            WHERE e.convention_id = ${id} AND d.plan_id = (SELECT p.id FROM p)) END)
        FROM porte.annonce a WHERE a.convention_id = ${id} AND (a.fiches IS NOT NULL OR a.operations IS NOT NULL)) AS annonces,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'ref', a.ref, 'parent', a.parent_id, 'numero', a.numero, 'titre', a.titre,
          'description', a.description, 'objectifs', a.objectifs, 'absence', a.absence) ORDER BY x.rang NULLS LAST, a.ordre, a.id), '[]')
        FROM axe a LEFT JOIN rangs x ON x.id = a.id WHERE a.convention_id = ${id} AND a.plan_id = (SELECT p.id FROM p)) AS axes,
      (SELECT coalesce(jsonb_agg(jsonb_build_array(f.axe_id, f.statut, f.retard, f.n)), '[]')
        FROM (SELECT f.axe_id, f.statut, f.retard, count(*)::int AS n FROM f GROUP BY 1, 2, 3) f) AS "parAxe",
      (SELECT coalesce(jsonb_agg(jsonb_build_array(c.statut, c.n)), '[]')
        FROM (SELECT c.statut, count(*)::int AS n FROM c WHERE c.avec_retard AND c.avec_rediger GROUP BY 1) c) AS "parStatut",
      (SELECT count(*)::int FROM c WHERE c.retard AND c.avec_statut AND c.avec_rediger) AS "enRetard",
      (SELECT count(*)::int FROM c WHERE c.a_rediger AND c.avec_statut AND c.avec_retard) AS "aRediger",
      (SELECT count(*)::int FROM r) AS filtrees,
      (SELECT n.lignes FROM n) AS rangees,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', lot.id, 'cle', lot.cle) ORDER BY lot.rang_page), '[]') FROM lot) AS rangs,
      ${sqlGroupes} AS groupes,
      ${sqlChoix(id)} AS choix,
      (SELECT jsonb_agg(jsonb_build_object('code', t.code, 'nom', t.nom) ORDER BY t.ordre) FROM theme_afas t) AS themes,
      ${indicateurs ? sqlLignes(id, annee, indicateurs, Prisma.sql`SELECT lot.id FROM lot`) : Prisma.sql`'[]'::jsonb`} AS lignes,
      (SELECT count(*)::int FROM (SELECT FROM indicateur i WHERE i.convention_id = ${id} AND ${sqlLigne} AND (i.fiche_action_id IS NULL OR i.fiche_action_id IN (SELECT f.id FROM f)) ${compter ? Prisma.empty : Prisma.sql`LIMIT 1`}) i) AS indicateurs,
      ${indicateurs ? sqlCompteLignes(id, annee, indicateurs, Prisma.sql`SELECT r.id FROM r`) : Prisma.sql`0`} AS "lignesDemandees",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', v.cible_type, 'ref', v.cible_ref, 'raison', v.raison) ORDER BY v.ordre), '[]')
        FROM porte.reserve_ouverte v WHERE v.convention_id = ${id} AND v.cible_type IN ('PLAN', 'AXE')) AS reserves,
      (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${id} AND l.sujet = 'PLAN_ACTION' ORDER BY l.ordre LIMIT 1) AS lacune,
      (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${id} AND l.sujet = 'INDICATEURS' ORDER BY l.ordre LIMIT 1) AS "lacuneIndicateurs",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('objet', v.objet, 'echeance', v.echeance) ORDER BY v.echeance), '[]')
        FROM app.avenants_attendus(${id}) v WHERE app.plier(v.objet) ~ 'fiche|plan d.action') AS avenants,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'nom', v.nom, 'parametres', v.parametres) ORDER BY app.plier(v.nom), v.id), '[]')
        FROM vue_plan v WHERE v.convention_id = ${id} AND v.utilisateur_id = ${acteur}) AS vues`
}
