import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { FiltresPortefeuille } from './schema'

/** The two statements of the portfolio. Row-level security leaves each person their own conventions;
 * `app.conventions_lisibles` finds them by their key, where the policy alone would look at every convention of France. */

export interface ConventionComptee {
  id: number
  slug: string
  nom: string
  caf: string
  departement: string | null
  territoire: string
  debut: DateCivile | null
  fin: DateCivile | null
  /** Another convention takes over from this one. */
  remplacee: boolean
  /** First recorded meeting since the convention began (`computeDebutSuivi`). */
  debutSuivi: DateCivile | null
  /** Whether any meeting was ever recorded. */
  enregistree: boolean
  fiches: number
  realisees: number
  fichesEnRetard: number
  aConfirmer: number
  /** Hundredths: total of the schéma in view, then what each distribution has too much or lacks, where that is known. */
  etp: { total: number | null; ecarts: (number | null)[] } | null
}

export interface ComptesPortefeuille {
  toutes: number
  'en-cours': number
  'fin-proche': number
  terminees: number
  'dates-inconnues': number
}

export interface LignePortefeuille {
  comptes: ComptesPortefeuille
  cafs: { id: number; nom: string }[]
  departements: { code: string; nom: string }[]
  conventions: ConventionComptee[]
  /** How many answer every filter the database knows. */
  filtrees: number
}

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
    WITH miennes AS MATERIALIZED (SELECT c.id, c.slug, c.nom, c.caf_id, c.departement_code, c.territoire_nom, c.date_debut, c.date_fin, c.recherche
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
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'nom', c.nom, 'caf', o.nom, 'departement', c.departement_code,
          'territoire', c.territoire_nom, 'debut', c.date_debut, 'fin', c.date_fin, 'debutSuivi', s.premiere,
          'enregistree', s.premiere IS NOT NULL OR EXISTS (SELECT 1 FROM porte.reunion m WHERE m.convention_id = c.id),
          'remplacee', EXISTS (SELECT 1 FROM porte.convention n WHERE n.predecesseur_id = c.id),
          'fiches', f.n, 'realisees', f.realisees, 'fichesEnRetard', f.retard, 'aConfirmer', r.n, 'etp', e.etp) ORDER BY ${TRIS[filtres.tri]}, c.id), '[]')
        FROM page c JOIN porte.organisme o ON o.id = c.caf_id
        CROSS JOIN LATERAL (SELECT min(m.date) AS premiere FROM porte.reunion m
          WHERE m.convention_id = c.id AND m.date >= coalesce(c.date_debut, '-infinity'::date)) s
        CROSS JOIN LATERAL (SELECT count(*)::int AS n, (count(*) FILTER (WHERE f.statut = 'REALISEE'))::int AS realisees,
            (count(*) FILTER (WHERE app.fiche_en_retard(f.statut, f.periode_fin, ${today}::date)))::int AS retard
          FROM app.fiches_en_vigueur(c.id) f) f
        CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM porte.reserve_ouverte r WHERE r.convention_id = c.id) r
        LEFT JOIN LATERAL (SELECT jsonb_build_object('total', (k.total * 100)::int, 'ecarts', jsonb_build_array(
              app.ecart_somme((k.total * 100)::int, x.thematique, x.thematique_inconnues), app.ecart_somme((k.total * 100)::int, x.porteur, x.porteur_inconnues),
              app.ecart_somme((k.total * 100)::int, x.evolution, 0))) AS etp
          FROM app.schema_en_vue(c.id, ${today}::date) k CROSS JOIN LATERAL app.sommes_schema(k.id) x) e ON true) AS conventions`
}
