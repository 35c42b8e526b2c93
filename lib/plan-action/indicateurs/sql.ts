import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { EtatIndicateurs, NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** Lines of indicators as written, and their values of a year: every screen counts with these words. */

/** What was measured, as it is read. */
export interface MesureLue {
  periode: string
  valeur: string | null
  prevue: string | null
  texte: string | null
}

/** A line of indicators, only read when the address asks for them. */
export interface LigneIndicateur {
  id: number
  fiche: number | null
  libelle: string
  nature: NatureIndicateur
  unite: string | null
  mesure: MesureLue | null
  /** what the line was split into, each with its own value */
  parts: { libelle: string; nature: NatureIndicateur; unite: string | null; mesure: MesureLue | null }[]
}

/** A number, or the column that holds it. */
type Nombre = number | Prisma.Sql

/** True for a measure `m` whose period meets the year. */
const sqlDansAnnee = (annee: Nombre): Prisma.Sql => Prisma.sql`
  coalesce(m.debut, m.fin) <= make_date(${annee}::int, 12, 31) AND coalesce(m.fin, m.debut) >= make_date(${annee}::int, 1, 1)`

/** True for an indicator `i` or a part `s` with a confirmed value of the year; what is only proposed is no value. */
const sqlMesuree = (id: Nombre, annee: Nombre, alias: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM mesure m WHERE m.convention_id = ${id} AND m.indicateur_id = ${alias}.id AND m.etat = 'CONFIRMEE' AND ${sqlDansAnnee(annee)})`

/** True for an indicator `i` that is a line as written, not a part of one. */
export const sqlLigne = Prisma.sql`i.origine_id IS NULL`

/** True for a line `i` that has its value of the year: its own, or one of each of its parts when it was split. */
export const sqlRenseignee = (id: Nombre, annee: Nombre): Prisma.Sql => Prisma.sql`
  CASE WHEN EXISTS (SELECT FROM indicateur s WHERE s.convention_id = ${id} AND s.origine_id = i.id)
    THEN NOT EXISTS (SELECT FROM indicateur s WHERE s.convention_id = ${id} AND s.origine_id = i.id AND NOT ${sqlMesuree(id, annee, Prisma.sql`s`)})
    ELSE ${sqlMesuree(id, annee, Prisma.sql`i`)} END`

/** Lines of the plan in force and those with a value of the year, of a convention: `{ total, renseignes }`. */
export const sqlComptesLignes = (id: number, annee: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('total', count(*)::int, 'renseignes', (count(*) FILTER (WHERE ${sqlRenseignee(id, annee)}))::int)
  FROM app.lignes_en_vigueur(${id}) i)`

const sqlDerniere = (id: number, annee: number, alias: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('periode', m.periode_texte, 'valeur', trim_scale(m.valeur)::text, 'prevue', trim_scale(m.valeur_prevue)::text, 'texte', m.texte)
  FROM mesure m WHERE m.convention_id = ${id} AND m.indicateur_id = ${alias}.id AND m.etat = 'CONFIRMEE' AND ${sqlDansAnnee(annee)}
  ORDER BY coalesce(m.fin, m.debut) DESC, m.id DESC LIMIT 1)`

/** True for a line `i` that the address asks for. */
export const sqlEtatLigne = (id: number, annee: number, etat: EtatIndicateurs): Prisma.Sql => Prisma.sql`
  ${sqlLigne} AND (${sqlRenseignee(id, annee)}) = ${etat === 'renseignes'}`

/**
 * The lines asked for, of some fiches and of the convention itself.
 * @param fiches a set of ids, as SQL
 */
export const sqlLignes = (
  id: number,
  annee: number,
  etat: EtatIndicateurs,
  fiches: Prisma.Sql,
): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'fiche', i.fiche_action_id, 'libelle', i.libelle, 'nature', i.nature, 'unite', i.unite,
    'mesure', ${sqlDerniere(id, annee, Prisma.sql`i`)},
    'parts', (SELECT coalesce(jsonb_agg(jsonb_build_object('libelle', s.libelle, 'nature', s.nature, 'unite', s.unite, 'mesure', ${sqlDerniere(id, annee, Prisma.sql`s`)})
      ORDER BY s.ordre, s.id), '[]') FROM indicateur s WHERE s.convention_id = ${id} AND s.origine_id = i.id)) ORDER BY i.fiche_action_id, i.ordre, i.id), '[]')
  FROM indicateur i WHERE i.convention_id = ${id} AND ${sqlEtatLigne(id, annee, etat)} AND (i.fiche_action_id IS NULL OR i.fiche_action_id IN (${fiches})))`

/** How many lines the address asks for, of some fiches and of the convention itself. */
export const sqlCompteLignes = (
  id: number,
  annee: number,
  etat: EtatIndicateurs,
  fiches: Prisma.Sql,
): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM indicateur i WHERE i.convention_id = ${id} AND ${sqlEtatLigne(id, annee, etat)} AND (i.fiche_action_id IS NULL OR i.fiche_action_id IN (${fiches})))`
