import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlEtatLigne } from '@/lib/plan-action/indicateurs/sql'
import { parseMots, type MotCherche } from '../rules/recherche'
import { SILENCE_FICHE_JOURS } from '@/lib/plan-action/suivi/rules/suivi'
import type { FiltresPlan } from '../schema/filtres'
import { AUCUN, PILOTE_A_DEFINIR } from '../words'

/** Filters of the plan as SQL, over a fiche `f` of the light rows that `sqlFiches` makes. */

export interface Demande {
  /** id of the convention, and its bounds */
  id: number
  debut: DateCivile | null
  fin: DateCivile | null
  today: DateCivile
  annee: number
  filtres: FiltresPlan
}

const VRAI = Prisma.sql`true`

const sqlMenant = (id: number): Prisma.Sql =>
  Prisma.sql`SELECT FROM pilotage g WHERE g.convention_id = ${id} AND g.fiche_action_id = f.id AND g.role <> 'PARTENAIRE'`

function sqlPilote({ id, filtres: { pilote } }: Demande): Prisma.Sql {
  if (!pilote) return VRAI
  if (pilote === AUCUN) return Prisma.sql`NOT EXISTS (${sqlMenant(id)})`
  if (pilote === PILOTE_A_DEFINIR) return Prisma.sql`EXISTS (${sqlMenant(id)} AND g.a_definir)`
  return Prisma.sql`f.id IN (SELECT g.fiche_action_id FROM pilotage g WHERE g.convention_id = ${id} AND md5(g.texte) = md5(${pilote}) AND g.texte = ${pilote} AND g.role <> 'PARTENAIRE')`
}

function sqlTheme({ id, filtres: { theme } }: Demande): Prisma.Sql {
  if (!theme) return VRAI
  const siens = Prisma.sql`SELECT x.fiche_action_id FROM fiche_theme x WHERE x.convention_id = ${id}`
  return theme === AUCUN
    ? Prisma.sql`f.id NOT IN (${siens})`
    : Prisma.sql`f.id IN (${siens} AND x.theme_code = ${theme})`
}

function sqlCommune({ id, filtres: { commune } }: Demande): Prisma.Sql {
  if (!commune) return VRAI
  if (commune === AUCUN)
    return Prisma.sql`f.id NOT IN (SELECT k.fiche_action_id FROM fiche_commune k WHERE k.convention_id = ${id})`
  return Prisma.sql`f.id IN (SELECT k.fiche_action_id FROM fiche_commune k JOIN porte.commune_territoire t ON t.convention_id = ${id} AND t.id = k.commune_id
    WHERE k.convention_id = ${id} AND coalesce(t.code, t.id::text) = ${commune})`
}

/** True for a fiche that nobody wrote on for a while though it should be moving: what computeSilence says, by set. */
function sqlSilence({ id, debut, fin, today, filtres: { silence } }: Demande): Prisma.Sql {
  if (!silence) return VRAI
  if ((debut !== null && debut > today) || (fin !== null && fin < today)) return Prisma.sql`false`
  const recent = (instant: Prisma.Sql) =>
    Prisma.sql`(${instant} AT TIME ZONE 'Europe/Paris')::date >= ${today}::date - ${SILENCE_FICHE_JOURS}::int`
  return Prisma.sql`NOT app.fiche_close(f.statut) AND (${recent(Prisma.sql`f.maj_le`)}) IS NOT TRUE
    AND NOT EXISTS (SELECT FROM commentaire k WHERE k.convention_id = ${id} AND k.fiche_action_id = f.id AND ${recent(Prisma.sql`k.cree_le`)})
    AND NOT EXISTS (SELECT FROM indicateur i JOIN mesure m ON m.convention_id = ${id} AND m.indicateur_id = i.id
      WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id AND m.auteur_id IS NOT NULL AND ${recent(Prisma.sql`m.cree_le`)})`
}

const sqlEnjeu = ({ filtres: { enjeu } }: Demande): Prisma.Sql =>
  enjeu === undefined
    ? VRAI
    : enjeu === 'inconnu'
      ? Prisma.sql`f.enjeu IS NULL`
      : Prisma.sql`f.enjeu IS NOT DISTINCT FROM ${enjeu === 'oui'}`

const sqlEcrit = ({ mot, entier }: MotCherche): Prisma.Sql =>
  entier ? Prisma.sql`(' ' || f.recherche || ' ') LIKE ${`% ${mot} %`}` : Prisma.sql`f.recherche LIKE ${`%${mot}%`}`

/** One letter away: the rows that hold none of its thirds are left out before the slow look. */
const sqlProche = ({ proche, morceaux }: MotCherche): Prisma.Sql => {
  const exact = Prisma.sql`f.recherche ~ ${proche}`
  return morceaux.length === 0
    ? exact
    : Prisma.sql`((${Prisma.join(
        morceaux.map((morceau) => Prisma.sql`f.recherche LIKE ${`%${morceau}%`}`),
        ' OR ',
      )}) AND ${exact})`
}

/** A word that is written somewhere in the plan means itself; one that is not may have a letter wrong. */
const sqlMot = (mot: MotCherche): Prisma.Sql =>
  mot.proche === null
    ? sqlEcrit(mot)
    : Prisma.sql`CASE WHEN (SELECT EXISTS (SELECT FROM f WHERE ${sqlEcrit(mot)})) THEN ${sqlEcrit(mot)} ELSE ${sqlProche(mot)} END`

const sqlMots = ({ filtres: { q } }: Demande): Prisma.Sql => {
  const mots = parseMots(q ?? '')
  if (mots.length === 0) return q?.trim() ? Prisma.sql`false` : VRAI
  return Prisma.join(
    mots.map((mot) => Prisma.sql`(${sqlMot(mot)})`),
    ' AND ',
  )
}

const sqlIndicateurs = ({ id, annee, filtres: { indicateurs } }: Demande): Prisma.Sql =>
  indicateurs
    ? Prisma.sql`EXISTS (SELECT FROM indicateur i WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id AND ${sqlEtatLigne(id, annee, indicateurs)})`
    : VRAI

/**
 * The WITH of every reading of the plan: `p` the plan in force, `rangs` its axes in the order of the document, `f` its
 * fiches as light rows, `c` those that answer every filter but status, lateness and « à rédiger » (each told by a flag),
 * `r` those that answer all.
 */
export function sqlFiches(demande: Demande): Prisma.Sql {
  const { id, today, filtres } = demande
  return Prisma.sql`RECURSIVE
    p AS MATERIALIZED (SELECT * FROM app.plan_en_vigueur(${id})),
    arbre AS (
      SELECT a.id, ARRAY[a.ordre, a.id] AS chemin, a.ref = ${filtres.axe ?? ''} AS dedans FROM axe a
        WHERE a.convention_id = ${id} AND a.plan_id = (SELECT p.id FROM p) AND a.parent_id IS NULL
      UNION ALL
      SELECT a.id, t.chemin || ARRAY[a.ordre, a.id], t.dedans OR a.ref = ${filtres.axe ?? ''} FROM arbre t JOIN axe a ON a.parent_id = t.id AND a.convention_id = ${id}),
    rangs AS MATERIALIZED (SELECT a.id, a.ref, row_number() OVER (ORDER BY a.chemin)::int AS rang, a.dedans FROM
      (SELECT t.id, b.ref, t.chemin, t.dedans FROM arbre t JOIN axe b ON b.id = t.id) a),
    f AS MATERIALIZED (
      SELECT f.id, f.axe_id, a.rang, f.ordre, f.statut, f.periode_fin, f.enjeu_coordination AS enjeu, f.a_rediger, f.maj_le,
        ${filtres.q ? Prisma.sql`f.recherche` : Prisma.sql`NULL::text`} AS recherche, ${filtres.tri === 'titre' ? Prisma.sql`app.plier(f.titre)` : Prisma.sql`NULL::text`} AS titre,
        coalesce(a.dedans, false) AS dedans, app.fiche_echeance(f.statut, f.periode_fin, ${today}::date) AS echeance,
        app.fiche_en_retard(f.statut, f.periode_fin, ${today}::date) AS retard
      FROM fiche_action f LEFT JOIN rangs a ON a.id = f.axe_id WHERE f.convention_id = ${id} AND f.plan_id = (SELECT p.id FROM p)),
    c AS MATERIALIZED (
      SELECT f.*, ${filtres.statut ? Prisma.sql`f.statut = ${filtres.statut}::statut_fiche` : VRAI} AS avec_statut,
        ${filtres.retard ? Prisma.sql`f.retard` : VRAI} AS avec_retard, ${filtres.rediger ? Prisma.sql`f.a_rediger` : VRAI} AS avec_rediger
      FROM f WHERE ${filtres.axe ? Prisma.sql`f.dedans` : VRAI} AND ${sqlEnjeu(demande)} AND ${sqlPilote(demande)} AND ${sqlTheme(demande)} AND ${sqlCommune(demande)}
        AND ${sqlMots(demande)} AND ${sqlSilence(demande)} AND ${sqlIndicateurs(demande)}),
    r AS MATERIALIZED (SELECT * FROM c WHERE c.avec_statut AND c.avec_retard AND c.avec_rediger)`
}
