import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { computeSignature, type Signataires, type Signature } from '@/lib/convention/accord/rules/signature'

export interface EquipementLu {
  nom: string
  nature: string
  type: string
  adresse: string | null
  codePostal: string | null
  commune: string | null
  communeSource: string | null
  /** false: the commune has this equipment and does not sign; null: unknown */
  communeSignataire: Signature
}

export interface CompteEquipement {
  code: string
  nom: string
  type: string
  nombre: number
}

const TAILLE_PAGE = 50

/** An equipment, with what the convention says of the signature of its commune: null when the commune is no party. */
type LigneEquipement = Omit<EquipementLu, 'communeSignataire'> & { situee: boolean; parties: Signature[] | null }

function toEquipement({ situee, parties, ...equipement }: LigneEquipement, signataires: Signataires): EquipementLu {
  const partie = parties?.includes(true) ? true : parties?.includes(null) ? null : parties?.[0]
  return { ...equipement, communeSignataire: situee ? computeSignature(partie, signataires) : null }
}

/** Equipments listed by the convention, filtered, with the counts by kind and by commune of the whole list. */
export const getEquipements = defineQuery({
  nom: 'getEquipements',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    nature: z.string().max(40).optional(),
    commune: z.string().max(100).optional(),
    q: z.string().max(100).optional(),
    page: z.int().min(1).max(1000).default(1),
  }),
  run: async ({ tx, convention }, input) => {
    const id = convention.id
    const filtres = Prisma.sql`
      ${input.nature ? Prisma.sql`AND (e.nature = ${input.nature} OR n.type = ${input.nature})` : Prisma.empty}
      ${input.commune ? Prisma.sql`AND e.commune_nom = ${input.commune}` : Prisma.empty}
      ${input.q?.trim() ? Prisma.sql`AND (e.recherche LIKE '%' || app.plier(${input.q}) || '%' OR app.plier(${input.q}) <% e.recherche)` : Prisma.empty}`
    const [ligne] = await tx.$queryRaw<
      {
        total: number
        filtres: number
        rows: LigneEquipement[]
        signataires: Signataires
        natures: CompteEquipement[]
        communes: { nom: string; nombre: number }[]
        lacune: string | null
      }[]
    >`
      WITH tous AS MATERIALIZED (
        SELECT e.nature, n.nom AS nature_nom, n.type, n.nom_type, n.ordre AS rang, e.commune_nom FROM equipement e JOIN nature_equipement n ON n.code = e.nature WHERE e.convention_id = ${id}),
      retenus AS MATERIALIZED (
        SELECT e.*, n.nom AS nature_nom, n.nom_type FROM equipement e JOIN nature_equipement n ON n.code = e.nature WHERE e.convention_id = ${id} ${filtres})
      SELECT (SELECT count(*)::int FROM tous) AS total, (SELECT count(*)::int FROM retenus) AS filtres,
        (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.ordre), '[]') FROM (
          SELECT r.ordre, r.nom, r.nature_nom AS nature, r.nom_type AS type, r.adresse, r.code_postal AS "codePostal", r.commune_nom AS commune, r.commune_source AS "communeSource",
            r.commune_code IS NOT NULL AS situee, (SELECT jsonb_agg(co.signataire) FROM convention_organisme co JOIN organisme o ON o.id = co.organisme_id
              WHERE co.convention_id = ${id} AND o.commune_code = r.commune_code) AS parties
          FROM retenus r ORDER BY r.ordre LIMIT ${TAILLE_PAGE} OFFSET ${(input.page - 1) * TAILLE_PAGE}) p) AS rows,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('code', g.nature, 'nom', g.nature_nom, 'type', g.nom_type, 'nombre', g.n) ORDER BY g.rang), '[]')
          FROM (SELECT nature, nature_nom, nom_type, rang, count(*) AS n FROM tous GROUP BY 1, 2, 3, 4) g) AS natures,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('nom', g.commune_nom, 'nombre', g.n) ORDER BY g.n DESC, g.commune_nom), '[]')
          FROM (SELECT commune_nom, count(*) AS n FROM tous WHERE commune_nom IS NOT NULL GROUP BY 1) g) AS communes,
        (SELECT jsonb_build_object('connus', count(*) FILTER (WHERE co.signataire), 'inconnus', count(*) FILTER (WHERE co.signataire IS NULL),
            'annonces', (SELECT c.signataires_annonces FROM convention c WHERE c.id = ${id}))
          FROM convention_organisme co WHERE co.convention_id = ${id}) AS signataires,
        (SELECT l.raison FROM lacune l WHERE l.convention_id = ${id} AND l.sujet = 'EQUIPEMENTS' ORDER BY l.ordre LIMIT 1) AS lacune`
    if (!ligne) throw new Error('no row')
    const { signataires, rows, ...reste } = ligne
    return {
      ...reste,
      rows: rows.map((row) => toEquipement(row, signataires)),
      nom: convention.nom,
      page: input.page,
      pages: Math.max(1, Math.ceil(ligne.filtres / TAILLE_PAGE)),
    }
  },
})
