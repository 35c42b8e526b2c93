import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { Acteur } from '@/lib/platform/identite/acces'
import { defineQuery } from '@/lib/platform/query'
import { filtresTerritoires } from '../schema'

export interface TerritoireListe {
  siren: string
  nom: string
  nature: string
  population: number | null
  /** Conventions of the person that cover it, whole or by some of its communes only. */
  conventions: { slug: string; nom: string; debut: DateCivile | null; fin: DateCivile | null; entier: boolean }[]
}

export interface VueTerritoires {
  /** Départements the person may look at: those of their Cafs, or all for an administrator. */
  departements: { code: string; nom: string }[]
  departement: { code: string; nom: string } | null
  millesime: number | null
  epcis: TerritoireListe[]
  today: DateCivile
}

/** Whether a person answers for territories with no file at all: Caf advisers and administrators. */
export const checkTerritoires = ({ roles }: Acteur): boolean =>
  roles.some(({ type }) => type === 'CONSEILLER_CAF' || type === 'ADMINISTRATEUR')

/** Départements in which the person answers for territories with no file at all. */
const sqlDepartements = (administrateur: boolean, cafs: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT d.code, d.nom FROM departement d
  WHERE ${administrateur} OR d.code IN (SELECT o.departement_code FROM porte.organisme o WHERE o.id = ANY (${[...cafs]}::int[]))`

/**
 * Every EPCI of a département, with or without a convention: what no list of conventions can show. For a Caf adviser
 * and for an administrator; empty for the others. One statement beyond opening.
 */
export const getTerritoires = defineQuery({
  nom: 'getTerritoires',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: filtresTerritoires,
  run: async ({ tx, acteur, today }, { departement }): Promise<VueTerritoires> => {
    const administrateur = acteur.roles.some(({ type }) => type === 'ADMINISTRATEUR')
    const cafs = acteur.roles.flatMap(({ type, organismeId }) =>
      type === 'CONSEILLER_CAF' && organismeId !== null ? [organismeId] : [],
    )
    const [vue] = await tx.$queryRaw<Omit<VueTerritoires, 'today'>[]>`
      WITH permis AS MATERIALIZED (${sqlDepartements(administrateur, cafs)}),
        choisi AS MATERIALIZED (SELECT p.* FROM permis p
          ORDER BY p.code = ${departement} DESC NULLS LAST, EXISTS (SELECT 1 FROM porte.convention c WHERE c.departement_code = p.code) DESC, p.code LIMIT 1),
        liens AS MATERIALIZED (
          SELECT siren, convention_id, bool_or(entier) AS entier FROM (
            SELECT t.siren, t.convention_id, true AS entier FROM epci_departement x JOIN porte.epci_territoire t ON t.siren = x.epci_siren
              WHERE x.departement_code = (SELECT code FROM choisi)
            UNION ALL
            SELECT k.epci_siren, t.convention_id, false FROM porte.commune_territoire t JOIN commune k ON k.code = t.code
              WHERE k.departement_code = (SELECT code FROM choisi)) l
          WHERE siren IS NOT NULL GROUP BY siren, convention_id)
      SELECT (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.code), '[]') FROM permis p) AS departements,
        (SELECT to_jsonb(c) FROM choisi c) AS departement,
        max(e.millesime) AS millesime,
        coalesce(jsonb_agg(jsonb_build_object('siren', e.siren, 'nom', e.nom, 'nature', e.nature, 'population', e.population, 'conventions', coalesce(v.liste, '[]'))
          ORDER BY v.liste IS NOT NULL, e.nom), '[]') AS epcis
      FROM epci e JOIN epci_departement x ON x.epci_siren = e.siren
      LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('slug', c.slug, 'nom', c.nom, 'debut', c.date_debut, 'fin', c.date_fin, 'entier', l.entier) ORDER BY c.date_debut DESC NULLS LAST) AS liste
        FROM liens l JOIN porte.convention c ON c.id = l.convention_id WHERE l.siren = e.siren) v ON true
      WHERE x.departement_code = (SELECT code FROM choisi)`
    if (!vue) throw new Error('territories without a row')
    return { ...vue, today }
  },
})
