import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { isDateCivile, parseDateSaisie } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { listSchemas } from '@/lib/cooperation/schemas/read/schemas'
import { sqlHomonymes } from './read/homonymes'
import { listPostes } from './read/postes'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { HomonymeLu } from './types/postes'
import type { MissionReference, SchemaVue, VuePostes } from './types/ecran'
import { clampDate, RIEN as AUCUN } from '@/lib/cooperation/postes/rules/pourvu'
import { buildEcranPostes } from './rules/ecran'
import { findSchemaEnVue } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { findPrecedent } from './rules/reconduction'

const toSchemaVue = ({ id, ref, libelle, etat, debut, fin, periodeTexte, total, anterieur }: SchemaLu): SchemaVue => ({
  id,
  ref,
  libelle,
  etat,
  debut,
  fin,
  periodeTexte,
  total,
  anterieur,
})

const RIEN = {
  lignes: [],
  sansLigne: [],
  moyenne: null,
  personnes: [],
  periode: null,
  totaux: { ...AUCUN, convenu: null, decrit: 0, sansDescription: 0, nonDecoupe: 0 },
} satisfies Partial<VuePostes>

/** Posts of one schéma and who fills them at a date: today, or the nearest day of the schéma, unless the address names one. */
export const getPostes = defineQuery({
  nom: 'getPostes',
  operation: 'etp.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    schema: z.string().max(80).optional(),
    date: z.string().max(30).optional(),
  }),
  run: async ({ tx, convention, today }, input): Promise<VuePostes> => {
    const schemas = await listSchemas(tx, convention.id)
    const lus = await listPostes(tx, convention.id, { poste: null, schema: null })
    const ecrit = computeReach('schema.ecrire', convention.roles) === 'OUI'
    const [annexe] = await tx.$queryRaw<
      { missions: MissionReference[]; lacune: string | null; homonymes: HomonymeLu[] }[]
    >`
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('numero', m.ordre, 'bloc', m.bloc, 'texte', m.texte) ORDER BY m.ordre), '[]') FROM mission_reference m) AS missions,
        (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${convention.id} AND l.sujet = 'ETP' ORDER BY l.ordre LIMIT 1) AS lacune,
        ${ecrit ? sqlHomonymes(convention.id) : Prisma.sql`'[]'::jsonb`} AS homonymes`
    // A draft is hidden from some: so are its posts, and who is foreseen in them.
    const visibles = new Set(schemas.map(({ id }) => id))
    const postes = lus.filter(({ schema }) => visibles.has(schema))
    const choisi = schemas.find(({ ref }) => ref === input.schema) ?? findSchemaEnVue(schemas, today)
    const demandee =
      input.date === undefined ? null : isDateCivile(input.date) ? input.date : parseDateSaisie(input.date)
    const date = choisi ? clampDate(demandee ?? today, choisi) : today
    const avant = choisi && findPrecedent(choisi, schemas)
    const repris = avant ? postes.filter(({ schema }) => schema === avant.id) : []
    return {
      nom: convention.nom,
      today,
      date,
      redacteur: ecrit,
      schemas: schemas.map(toSchemaVue),
      schema: choisi && toSchemaVue(choisi),
      ...(choisi ? buildEcranPostes(choisi, postes, { date, today }) : RIEN),
      precedent:
        avant && repris.length > 0 ? { libelle: avant.libelle, postes: repris.map(({ intitule }) => intitule) } : null,
      homonymes: annexe?.homonymes ?? [],
      missions: annexe?.missions ?? [],
      lacune: annexe?.lacune ?? null,
      modifiable: ecrit && choisi !== null && choisi.etat !== 'CLOS',
      fige: ecrit && choisi?.etat === 'CLOS',
    }
  },
})
