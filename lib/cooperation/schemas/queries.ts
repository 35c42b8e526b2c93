import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlTraces, type TraceLue } from '@/lib/competences/sql'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { listSchemas } from './read/schemas'
import { sqlEffectifs } from '@/lib/cooperation/postes/sql'
import type { LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import { findSchemaEnVue } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { toSchemaRegle } from './rules/enregistre'
import type { PorteurPossible, ThemePossible } from './types/choix'
import { compareSchemas, computeTrous, formatTrous, listChevauchements } from './rules/equilibre'

export interface ReserveEtp {
  ref: string | null
  raison: string
  champ: string | null
}

/** Every schéma of the convention, the one to show, and what differs from the one before it. */
export const getEtp = defineQuery({
  nom: 'getEtp',
  operation: 'etp.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, schema: z.string().max(80).optional() }),
  run: async ({ tx, convention, today }, input) => {
    const schemas = await listSchemas(tx, convention.id)
    const choisi = schemas.find((schema) => schema.ref === input.schema) ?? findSchemaEnVue(schemas, today)
    const [annexe] = await tx.$queryRaw<
      {
        couts: { montant: string; source: string; indicatif: boolean }[]
        reserves: ReserveEtp[]
        lacune: string | null
        traces: TraceLue[]
        porteurs: PorteurPossible[]
        themes: ThemePossible[]
        effectifs: LigneEffectif[] | null
      }[]
    >`
      SELECT
        (SELECT coalesce(jsonb_agg(jsonb_build_object('montant', k.montant::text, 'source', k.source, 'indicatif', k.indicatif) ORDER BY k.ordre), '[]')
          FROM cout_etp k WHERE k.convention_id = ${convention.id}) AS couts,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', r.cible_ref, 'raison', r.raison, 'champ', r.champ) ORDER BY r.ordre), '[]')
          FROM porte.reserve_ouverte r WHERE r.convention_id = ${convention.id} AND r.cible_type IN ('SCHEMA', 'AFFECTATION')) AS reserves,
        (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${convention.id} AND l.sujet = 'ETP' ORDER BY l.ordre LIMIT 1) AS lacune,
        ${sqlTraces(convention.id, today, Prisma.sql`d.schema_id IS NOT NULL`)} AS traces,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('organisme', x.organisme, 'commune', x.commune, 'nom', x.nom, 'estCommune', x.est_commune) ORDER BY x.commune IS NULL, x.ordre, x.nom), '[]') FROM (
          SELECT p.id AS organisme, t.code AS commune, p.nom, p.ordre, coalesce(p.type = 'COMMUNE', false) OR t.code IS NOT NULL AS est_commune FROM porte.partie p
            LEFT JOIN porte.commune_territoire t ON t.convention_id = p.convention_id AND t.code = p.commune_code
            WHERE p.convention_id = ${convention.id} AND p.type <> 'CAF'
          UNION ALL SELECT NULL, t.code, t.nom, t.ordre, true FROM porte.commune_territoire t WHERE t.convention_id = ${convention.id}
            AND NOT EXISTS (SELECT 1 FROM porte.partie p WHERE p.convention_id = t.convention_id AND p.commune_code = t.code)) x) AS porteurs,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'nom', h.nom) ORDER BY h.ordre), '[]') FROM theme_afas h) AS themes,
        (SELECT ${sqlEffectifs(today)} FROM schema_cooperation s WHERE s.convention_id = ${convention.id} AND s.id = ${choisi?.id ?? null}) AS effectifs`
    const precedent = choisi ? (schemas[schemas.indexOf(choisi) - 1] ?? null) : null
    return {
      nom: convention.nom,
      today,
      schemas,
      choisi,
      precedent,
      differences: choisi && precedent ? compareSchemas(toSchemaRegle(precedent), toSchemaRegle(choisi)) : [],
      trous: formatTrous(
        computeTrous(
          schemas.filter((schema) => !schema.anterieur),
          convention,
        ),
        schemas.filter((schema) => !schema.anterieur),
      ),
      /** schémas that share days, accepted before none might */
      chevauchements: listChevauchements(schemas),
      couts: annexe?.couts ?? [],
      reserves: annexe?.reserves ?? [],
      lacune: annexe?.lacune ?? null,
      /** what each line of the schéma shown is today, or on its nearest day */
      effectifs: annexe?.effectifs ?? [],
      /** decisions about the schéma shown, applied or proposed */
      traces: (annexe?.traces ?? []).filter(({ schema }) => schema === choisi?.id),
      porteurs: annexe?.porteurs ?? [],
      themes: annexe?.themes ?? [],
      modifiable: computeReach('schema.ecrire', convention.roles) === 'OUI',
    }
  },
})
