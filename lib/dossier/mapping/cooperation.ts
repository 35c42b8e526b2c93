import type { Affectation, Croisement, Developpement, Prisma, SchemaCooperation } from '@/lib/generated/prisma/client'
import { createIndex, pick, type Contexte, type Index } from '@/lib/notation/mapping/contexte'
import { createPostes, toPostes, type LignesPostes, type PostesLus, type SchemaNumerote } from './postes'
import { fromDate, fromDecimal, groupBy, toDate } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { codeTheme } from '@/lib/notation/schema'

/** Schémas de coopération, both ways. */

export interface LignesCooperation extends LignesPostes {
  schemaCooperation: Prisma.SchemaCooperationCreateManyInput[]
  affectation: Prisma.AffectationCreateManyInput[]
  croisement: Prisma.CroisementCreateManyInput[]
  developpement: Prisma.DeveloppementCreateManyInput[]
}

type SchemaDossier = Dossier['schemas'][number]

type LignesSchemas = Omit<LignesCooperation, keyof LignesPostes>

/** Rows that hang on one schéma but its posts, for which its lines by porteur have their ids. */
function addContenu(
  schema: SchemaDossier & { id: number },
  lignes: LignesSchemas,
  { conventionId, next }: Contexte,
  organisme: Index,
): SchemaNumerote {
  const schemaId = schema.id
  const affectations = schema.affectations.map((affectation) => ({ ...affectation, id: next('affectation') }))
  const margeIds = (marge: string) =>
    new Map(affectations.filter((a) => a.marge === marge).map(({ libelle, id }) => [libelle, id]))
  const porteurs = margeIds('PORTEUR')
  const thematiques = margeIds('THEMATIQUE')
  lignes.affectation.push(
    ...affectations.map(({ organisme: ref, theme, ...affectation }, ordre) => ({
      conventionId,
      schemaId,
      ordre,
      organismeId: organisme(ref),
      themeCode: theme,
      ...affectation,
    })),
  )
  lignes.croisement.push(
    ...schema.croisements.map(({ porteur, thematique, quotite }) => ({
      id: next('croisement'),
      conventionId,
      schemaId,
      porteurId: pick(porteurs, porteur),
      thematiqueId: pick(thematiques, thematique),
      quotite,
    })),
  )
  lignes.developpement.push(
    ...schema.developpements.map(({ organisme: ref, ...developpement }, ordre) => ({
      conventionId,
      schemaId,
      ordre,
      organismeId: organisme(ref),
      ...developpement,
    })),
  )
  return { id: schemaId, porteurs, postes: schema.postes }
}

/** @returns the rows, and the ids of the schémas by their `ref` */
export function toCooperation(
  dossier: Dossier,
  contexte: Contexte,
  organisme: Index,
): { lignes: LignesCooperation; schema: Index } {
  const lignes: LignesSchemas = { schemaCooperation: [], affectation: [], croisement: [], developpement: [] }
  const numerotes = dossier.schemas.map((schema) => ({ ...schema, id: contexte.next('schema_cooperation') }))
  const remplis = numerotes.map((schema, ordre) => {
    const { debut, fin, affectations, croisements, developpements, postes, ...champs } = schema
    lignes.schemaCooperation.push({
      conventionId: contexte.conventionId,
      ordre,
      debut: toDate(debut),
      fin: toDate(fin),
      ...champs,
    })
    return addContenu(schema, lignes, contexte, organisme)
  })
  return { lignes: { ...lignes, ...toPostes(dossier, remplis, contexte, organisme) }, schema: createIndex(numerotes) }
}

export interface CooperationLue extends PostesLus {
  schemas: SchemaCooperation[]
  affectations: Affectation[]
  croisements: Croisement[]
  developpements: Developpement[]
}

export function fromCooperation(
  lue: CooperationLue,
  organisme: (id: number | null) => string | null,
): Dossier['schemas'] {
  const affectations = groupBy(lue.affectations, ({ schemaId }) => schemaId)
  const croisements = groupBy(lue.croisements, ({ schemaId }) => schemaId)
  const developpements = groupBy(lue.developpements, ({ schemaId }) => schemaId)
  const libelles = new Map(lue.affectations.map(({ id, libelle }) => [id, libelle]))
  const postes = createPostes(lue, (id) => (id === null ? null : (libelles.get(id) ?? null)), organisme)
  return lue.schemas.map((s) => ({
    ref: s.ref,
    libelle: s.libelle,
    debut: fromDate(s.debut),
    fin: fromDate(s.fin),
    periodeTexte: s.periodeTexte,
    total: fromDecimal(s.total),
    existant: fromDecimal(s.existant),
    developpements: developpements(s.id).map(({ libelle, organismeId, quotite }) => ({
      libelle,
      organisme: organisme(organismeId),
      quotite: fromDecimal(quotite),
    })),
    etat: s.etat,
    anterieur: s.anterieur,
    note: s.note,
    source: s.source,
    affectations: affectations(s.id).map((a) => ({
      marge: a.marge,
      organisme: organisme(a.organismeId),
      theme: codeTheme.nullable().parse(a.themeCode),
      libelle: a.libelle,
      quotite: fromDecimal(a.quotite),
      motifZero: a.motifZero,
      note: a.note,
      situation: a.situation,
      themesTexte: a.themesTexte,
    })),
    croisements: croisements(s.id).map(({ porteurId, thematiqueId, quotite }) => ({
      porteur: libelles.get(porteurId) ?? '',
      thematique: libelles.get(thematiqueId) ?? '',
      quotite: fromDecimal(quotite),
    })),
    postes: postes(s.id),
  }))
}
