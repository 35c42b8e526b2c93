import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlMatiere } from '@/lib/gouvernance/decisions/sql/registre'
import type { DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import { sqlEffectifs } from '@/lib/cooperation/postes/sql'
import type { LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import type { EtatSchema, Marge, SituationPoste } from '@/lib/cooperation/schemas/rules/equilibre'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { sqlComptesLignes } from '@/lib/plan-action/indicateurs/sql'

/** The parts of the dashboard’s one statement: each is a value in JSON, made for what the screen shows. */

export interface ConventionLue {
  periodeTexte: string | null
  renouvellement: 'EXPRES' | 'TACITE' | 'NON_PRECISE'
  caf: string
  epcis: string[]
  communes: number
  communesAnnoncees: number | null
  signataires: number
}

export const sqlConvention = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('periodeTexte', c.periode_texte, 'renouvellement', c.renouvellement, 'caf', o.nom,
    'epcis', (SELECT coalesce(jsonb_agg(e.nom ORDER BY e.ordre), '[]') FROM territoire_epci e WHERE e.convention_id = ${id}),
    'communes', (SELECT count(*)::int FROM territoire_commune t WHERE t.convention_id = ${id}), 'communesAnnoncees', c.nombre_communes,
    'signataires', (SELECT count(*)::int FROM convention_organisme p WHERE p.convention_id = ${id} AND p.signataire))
  FROM convention c JOIN organisme o ON o.id = c.caf_id WHERE c.id = ${id})`

export interface PlanLu {
  niveaux: string[]
  nomFiche: string
  raisonSansFiche: string | null
  axes: [id: number, ref: string, parent: number | null, numero: string | null, titre: string, absence: string | null][]
  fiches: [axe: number, statut: StatutFiche, fin: DateCivile | null][]
}

/** The plan in force, with every axe and fiche in a few letters each. */
export const sqlPlan = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('niveaux', p.niveaux, 'nomFiche', p.nom_fiche, 'raisonSansFiche', p.raison_sans_fiche,
    'axes', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.id, a.ref, a.parent_id, a.numero, a.titre, a.absence) ORDER BY a.ordre, a.id), '[]')
      FROM axe a WHERE a.convention_id = ${id} AND a.plan_id = p.id),
    'fiches', (SELECT coalesce(jsonb_agg(jsonb_build_array(f.axe_id, f.statut, f.periode_fin) ORDER BY f.ordre), '[]')
      FROM fiche_action f WHERE f.convention_id = ${id} AND f.plan_id = p.id))
  FROM app.plan_en_vigueur(${id}) p)`

export interface IndicateursLus {
  total: number
  renseignes: number
}

/** Lines of indicators as written, and those with a confirmed value for a year. */
export const sqlIndicateurs = sqlComptesLignes

export interface SchemaLu {
  ref: string
  libelle: string
  etat: EtatSchema
  /** It belongs to the previous convention. */
  anterieur: boolean
  debut: DateCivile | null
  fin: DateCivile | null
  periodeTexte: string | null
  total: Centiemes | null
  existant: Centiemes | null
  affectations: [
    marge: Marge,
    theme: string | null,
    libelle: string,
    quotite: Centiemes | null,
    situation: SituationPoste,
  ][]
  developpements: [libelle: string, quotite: Centiemes][]
  croise: [porteur: string, thematique: string, quotite: Centiemes][]
  /** What each line is today, or on the nearest day of the schéma. */
  effectifs: LigneEffectif[]
}

/** The schéma in view, its two margins, its cross table and its evolution, in hundredths. */
export const sqlSchema = (id: number, today: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('ref', s.ref, 'libelle', s.libelle, 'etat', s.etat, 'anterieur', s.anterieur, 'debut', s.debut, 'fin', s.fin, 'periodeTexte', s.periode_texte,
    'total', (s.total * 100)::int, 'existant', (s.existant * 100)::int,
    'affectations', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.marge, a.theme_code, a.libelle, (a.quotite * 100)::int, a.situation) ORDER BY a.ordre), '[]')
      FROM affectation a WHERE a.convention_id = ${id} AND a.schema_id = s.id),
    'developpements', (SELECT coalesce(jsonb_agg(jsonb_build_array(d.libelle, (d.quotite * 100)::int) ORDER BY d.ordre), '[]')
      FROM developpement d WHERE d.convention_id = ${id} AND d.schema_id = s.id),
    'croise', (SELECT coalesce(jsonb_agg(jsonb_build_array(p.libelle, t.libelle, (x.quotite * 100)::int)), '[]')
      FROM croisement x JOIN affectation p ON p.id = x.porteur_id JOIN affectation t ON t.id = x.thematique_id
      WHERE x.convention_id = ${id} AND x.schema_id = s.id),
    'effectifs', ${sqlEffectifs(today)})
  FROM app.schema_en_vue(${id}, ${today}::date) s)`

export interface DecisionLue {
  id: number
  texte: string
  nature: 'VALIDATION' | 'AJUSTEMENT' | 'ARBITRAGE' | 'ENGAGEMENT'
  echeance: DateCivile | null
  responsable: string | null
  instance: string
  /** `ref` of its meeting. */
  reunion: string
  date: DateCivile
  /** Its instance only proposes: it waits for the one that decides. */
  proposition: boolean
}

/**
 * Decisions awaited, those of the earliest meetings first: a proposal made or put off, unless the meeting that settles it
 * has a decision ready, which is then the one that is awaited.
 */
export const sqlDecisions = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'texte', d.texte, 'nature', d.nature, 'echeance', d.echeance,
      'responsable', d.responsable, 'instance', i.nom, 'reunion', m.ref, 'date', m.date, 'proposition', d.effet IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM competence k WHERE k.convention_id = ${id} AND k.instance_id = m.instance_id AND k.pouvoir = 'DECIDE' AND k.matiere = ${sqlMatiere})) ORDER BY m.date, p.ordre, d.ordre), '[]')
  FROM decision d JOIN point_ordre_du_jour p ON p.id = d.point_id JOIN reunion m ON m.id = p.reunion_id JOIN instance i ON i.id = m.instance_id
  WHERE d.convention_id = ${id} AND app.decision_attendue(d.etat, d.decidee_par_id) AND m.etat <> 'ANNULEE' AND NOT EXISTS (
    SELECT 1 FROM point_ordre_du_jour o JOIN decision e ON e.convention_id = o.convention_id AND e.point_id = o.id
    WHERE o.convention_id = ${id} AND o.proposition_id = d.id AND e.etat = 'ATTENDUE'))`

export interface ManquesLus {
  lacunes: [sujet: string, raison: string][]
  reserves: number
  premieres: string[]
}

/** What the documents do not say, and the readings still to confirm: their number and the first ones. */
export const sqlManques = (id: number): Prisma.Sql => Prisma.sql`
  jsonb_build_object(
    'lacunes', (SELECT coalesce(jsonb_agg(jsonb_build_array(l.sujet, l.raison) ORDER BY l.ordre), '[]') FROM lacune l WHERE l.convention_id = ${id}),
    'reserves', (SELECT count(*)::int FROM reserve r WHERE r.convention_id = ${id} AND r.levee_le IS NULL),
    'premieres', (SELECT coalesce(jsonb_agg(q.raison ORDER BY q.ordre), '[]') FROM (
      SELECT r.raison, r.ordre FROM reserve r WHERE r.convention_id = ${id} AND r.levee_le IS NULL ORDER BY r.ordre LIMIT 3) q))`

export interface EcheancesLues {
  avenants: [objet: string, echeance: DateCivile][]
  evaluations: [objet: string, fin: DateCivile][]
}

/** Avenants due and not signed, appraisals with a date. */
export const sqlEcheances = (id: number): Prisma.Sql => Prisma.sql`
  jsonb_build_object(
    'avenants', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.objet, a.echeance) ORDER BY a.echeance), '[]')
      FROM app.avenants_attendus(${id}) a),
    'evaluations', (SELECT coalesce(jsonb_agg(jsonb_build_array(e.objet, e.fin) ORDER BY e.fin), '[]')
      FROM evaluation e WHERE e.convention_id = ${id} AND e.fin IS NOT NULL))`
