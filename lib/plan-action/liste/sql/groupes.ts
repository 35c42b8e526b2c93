import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Demande } from './filtres'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

/** Rows of the plan in groups and in order, as SQL over `r`: a fiche led by two is a row under each. */

/** Months ahead in which an end is soon. */
const MOIS_PROCHES = 3

/** `g`: each row with the key of its group and the place of that group. */
function sqlCles({ id, today, filtres }: Demande): Prisma.Sql {
  switch (filtres.groupe) {
    case 'pilote':
      return Prisma.sql`SELECT r.*, m.texte AS cle, m.place AS place FROM r LEFT JOIN (
        SELECT x.fiche_action_id, x.texte, y.place FROM (SELECT DISTINCT g.fiche_action_id, g.texte FROM pilotage g WHERE g.convention_id = ${id} AND g.role <> 'PARTENAIRE') x
        JOIN (SELECT t.texte, row_number() OVER (ORDER BY app.plier(t.texte), t.texte) AS place FROM (
          SELECT DISTINCT g.texte FROM pilotage g WHERE g.convention_id = ${id} AND g.role <> 'PARTENAIRE') t) y ON y.texte = x.texte) m ON m.fiche_action_id = r.id`
    case 'theme':
      return Prisma.sql`SELECT r.*, x.theme_code AS cle, t.ordre::bigint AS place
        FROM r LEFT JOIN fiche_theme x ON x.convention_id = ${id} AND x.fiche_action_id = r.id LEFT JOIN theme_afas t ON t.code = x.theme_code`
    case 'commune':
      return Prisma.sql`SELECT r.*, t.nom AS cle, t.place FROM r LEFT JOIN fiche_commune k ON k.convention_id = ${id} AND k.fiche_action_id = r.id
        LEFT JOIN (SELECT t.id, t.nom, row_number() OVER (ORDER BY app.plier(t.nom), t.id) AS place FROM porte.commune_territoire t WHERE t.convention_id = ${id}) t ON t.id = k.commune_id`
    case 'statut':
      return Prisma.sql`SELECT r.*, r.statut::text AS cle, array_position(${[...STATUTS]}::text[], r.statut::text)::bigint AS place FROM r`
    case 'echeance':
      return Prisma.sql`SELECT e.*, array_position(ARRAY['RETARD', 'PROCHE', 'PLUS_TARD', 'PASSEE', 'SANS', 'CLOSE'], e.cle)::bigint AS place FROM (
        SELECT r.*, CASE WHEN app.fiche_close(r.statut) THEN 'CLOSE' WHEN r.periode_fin IS NULL THEN 'SANS' WHEN r.echeance IS NOT NULL THEN r.echeance
          WHEN r.periode_fin <= (${today}::date + make_interval(months => ${MOIS_PROCHES}::int))::date THEN 'PROCHE'
          ELSE 'PLUS_TARD' END AS cle FROM r) e`
    default:
      return Prisma.sql`SELECT r.*, r.axe_id::text AS cle, r.rang::bigint AS place FROM r`
  }
}

function sqlOrdre({ filtres: { tri } }: Demande): Prisma.Sql {
  const document = Prisma.sql`g.rang NULLS LAST, g.ordre, g.id`
  switch (tri) {
    case 'echeance':
      return Prisma.sql`g.periode_fin NULLS LAST, ${document}`
    case 'maj':
      return Prisma.sql`g.maj_le NULLS FIRST, ${document}`
    case 'titre':
      return Prisma.sql`g.titre, ${document}`
    default:
      return document
  }
}

/** `g`, all rows in groups; `n`, how many; `lot`, those of the page, numbered; a page past the end is the last one. */
export const sqlPage = (demande: Demande, page: number, taille: number): Prisma.Sql => Prisma.sql`
  g AS MATERIALIZED (${sqlCles(demande)}),
  n AS MATERIALIZED (SELECT count(*)::int AS lignes FROM g),
  lot AS MATERIALIZED (SELECT g.id, g.cle, g.place, row_number() OVER ()::int AS rang_page FROM (
    SELECT g.* FROM g ORDER BY g.place NULLS LAST, ${sqlOrdre(demande)}
    LIMIT ${taille}::int OFFSET (SELECT least(${page}::int - 1, greatest(0, (n.lignes - 1) / ${taille}::int)) * ${taille}::int FROM n)) g)`

/** Groups of the page, with how many rows each has over all pages. */
export const sqlGroupes = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('cle', k.cle, 'nombre', (SELECT count(*)::int FROM g WHERE g.cle IS NOT DISTINCT FROM k.cle)) ORDER BY k.premier), '[]')
  FROM (SELECT lot.cle, min(lot.rang_page) AS premier FROM lot GROUP BY lot.cle) k)`
