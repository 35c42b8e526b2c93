import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { ComptesPortefeuille } from './types'
import type { FiltresPortefeuille } from './schema'

/** The two statements of the portfolio. Row-level security leaves each person their own conventions;
 * `app.conventions_lisibles` finds them by their key, where the policy alone would look at every convention of France. */

/** Who coordinates a convention `c`, as far as who asks may know their colleagues. */
const sqlCoordination = (today: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(DISTINCT u.nom), '[]') FROM role r JOIN utilisateur u ON u.id = r.utilisateur_id AND u.actif
  WHERE r.convention_id = c.id AND r.type = 'CHARGE_COOPERATION' AND (r.fin IS NULL OR r.fin >= ${today}::date))`

/** Nobody's roles: who only administers holds none on a convention. */
const SANS_ROLE = Prisma.sql`'[]'::jsonb`

/** Some conventions by their slugs, in that order, as far as who asks may read them. */
export const sqlListees = (slugs: readonly string[], today: DateCivile): Prisma.Sql => Prisma.sql`
  SELECT c.id, c.slug, c.nom, c.demonstration, c.caf, c.departement_code AS departement, c.territoire_nom AS territoire, c.date_debut::text AS debut,
    c.date_fin::text AS fin, ${sqlCoordination(today)} AS coordination, coalesce(to_jsonb(v.roles), ${SANS_ROLE}) AS roles, coalesce(to_jsonb(v.fiches), ${SANS_ROLE}) AS "fichesPilotees"
  FROM unnest(${[...slugs]}::text[]) WITH ORDINALITY k(slug, rang) JOIN porte.convention c ON c.slug = k.slug LEFT JOIN app.conventions_veille() v ON v.id = c.id
  ORDER BY k.rang`

const AUCUNE = Prisma.sql`true`

function sqlEtats(today: DateCivile): Record<Exclude<keyof ComptesPortefeuille, 'toutes'>, Prisma.Sql> {
  const fini = Prisma.sql`coalesce(c.date_fin < ${today}::date, false)`
  return {
    'en-cours': Prisma.sql`(c.date_debut <= ${today}::date AND c.date_fin >= ${today}::date)`,
    'fin-proche': Prisma.sql`(c.date_fin >= ${today}::date AND c.date_fin < (${today}::date + interval '1 year'))`,
    terminees: fini,
    'dates-inconnues': Prisma.sql`(NOT ${fini} AND (c.date_debut IS NULL OR c.date_fin IS NULL))`,
  }
}

function sqlBase({ q, departement, caf }: FiltresPortefeuille): Prisma.Sql {
  return Prisma.join(
    [
      q === ''
        ? AUCUNE
        : Prisma.sql`(c.recherche LIKE '%' || app.plier(${q}) || '%' OR app.plier(${q}) <% c.recherche)`,
      departement === null ? AUCUNE : Prisma.sql`c.departement_code = ${departement}`,
      caf === null ? AUCUNE : Prisma.sql`c.caf_id = ${caf}`,
    ],
    ' AND ',
  )
}

const TRIS = {
  nom: Prisma.sql`c.nom`,
  fin: Prisma.sql`c.date_fin NULLS LAST, c.nom`,
  attention: Prisma.sql`c.date_fin NULLS LAST, c.nom`,
} as const

/**
 * Conventions that answer the filters, each with its counts: one statement whatever their number.
 * @param limite how many rows to give, from which one
 */
export function sqlPortefeuille(
  filtres: FiltresPortefeuille,
  today: DateCivile,
  limite: { plafond: number; taille: number; depart: number },
): Prisma.Sql {
  const etats = sqlEtats(today)
  const etat = filtres.etat === null || filtres.etat === 'a-traiter' ? AUCUNE : etats[filtres.etat]
  return Prisma.sql`
    WITH miennes AS MATERIALIZED (SELECT c.id, c.slug, c.nom, c.caf_id, c.departement_code, c.territoire_nom, c.date_debut, c.date_fin, c.recherche, c.demonstration
        FROM porte.convention c WHERE c.id IN (SELECT l.id FROM app.conventions_lisibles() l)),
      base AS MATERIALIZED (SELECT c.* FROM miennes c WHERE ${sqlBase(filtres)}),
      filtrees AS MATERIALIZED (SELECT c.* FROM base c WHERE ${etat}),
      n AS (SELECT count(*)::int AS n FROM filtrees),
      page AS (SELECT c.* FROM filtrees c ORDER BY ${TRIS[filtres.tri]}, c.id
        LIMIT CASE WHEN (SELECT n FROM n) <= ${limite.plafond}::int THEN ${limite.plafond}::int ELSE ${limite.taille}::int END
        OFFSET CASE WHEN (SELECT n FROM n) <= ${limite.plafond}::int THEN 0 ELSE ${limite.depart}::int END)
    SELECT (SELECT n FROM n) AS filtrees,
      (SELECT jsonb_build_object('toutes', count(*), 'en-cours', count(*) FILTER (WHERE ${etats['en-cours']}), 'fin-proche', count(*) FILTER (WHERE ${etats['fin-proche']}),
        'terminees', count(*) FILTER (WHERE ${etats.terminees}), 'dates-inconnues', count(*) FILTER (WHERE ${etats['dates-inconnues']})) FROM base c) AS comptes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'nom', o.nom) ORDER BY o.nom), '[]') FROM porte.organisme o
        WHERE o.type = 'CAF' AND o.id IN (SELECT c.caf_id FROM miennes c)) AS cafs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', d.code, 'nom', d.nom) ORDER BY d.code), '[]') FROM departement d
        WHERE d.code IN (SELECT c.departement_code FROM miennes c)) AS departements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'nom', c.nom, 'demonstration', c.demonstration, 'caf', o.nom, 'departement', c.departement_code,
          'territoire', c.territoire_nom, 'debut', c.date_debut, 'fin', c.date_fin,
          'coordination', ${sqlCoordination(today)}, 'roles', coalesce(to_jsonb(v.roles), ${SANS_ROLE}), 'fichesPilotees', coalesce(to_jsonb(v.fiches), ${SANS_ROLE})) ORDER BY ${TRIS[filtres.tri]}, c.id), '[]')
        FROM page c JOIN porte.organisme o ON o.id = c.caf_id LEFT JOIN app.conventions_veille() v ON v.id = c.id) AS conventions`
}
