import type { Affectation, Croisement, Developpement, Occupation, Poste, Prisma, SchemaCooperation } from '@/lib/generated/prisma/client'
import { createIndex, pick, type Contexte, type Index } from './mapping-contexte'
import { fromDate, fromDecimal, groupBy, toDate } from './mapping-valeurs'
import type { Dossier } from './schema'
import { codeTheme } from './schema-commun'

/** Schémas de coopération, both ways. */

export interface LignesCooperation {
  schemaCooperation: Prisma.SchemaCooperationCreateManyInput[]
  affectation: Prisma.AffectationCreateManyInput[]
  croisement: Prisma.CroisementCreateManyInput[]
  developpement: Prisma.DeveloppementCreateManyInput[]
  poste: Prisma.PosteCreateManyInput[]
  occupation: Prisma.OccupationCreateManyInput[]
}

type SchemaDossier = Dossier['schemas'][number]

/** Rows that hang on one schéma. */
function addContenu(schema: SchemaDossier & { id: number }, lignes: LignesCooperation, { conventionId, next }: Contexte, organisme: Index): void {
  const schemaId = schema.id
  const affectations = schema.affectations.map((affectation) => ({ ...affectation, id: next('affectation') }))
  const margeIds = (marge: string) => new Map(affectations.filter((a) => a.marge === marge).map(({ libelle, id }) => [libelle, id]))
  const porteurs = margeIds('PORTEUR')
  const thematiques = margeIds('THEMATIQUE')
  lignes.affectation.push(
    ...affectations.map(({ organisme: ref, theme, ...affectation }, ordre) => ({
      conventionId, schemaId, ordre, organismeId: organisme(ref), themeCode: theme, ...affectation,
    })),
  )
  lignes.croisement.push(
    ...schema.croisements.map(({ porteur, thematique, quotite }) => ({
      id: next('croisement'), conventionId, schemaId, porteurId: pick(porteurs, porteur), thematiqueId: pick(thematiques, thematique), quotite,
    })),
  )
  lignes.developpement.push(
    ...schema.developpements.map(({ organisme: ref, ...developpement }, ordre) => ({ conventionId, schemaId, ordre, organismeId: organisme(ref), ...developpement })),
  )
  schema.postes.forEach(({ organisme: ref, affectation, occupations, ...poste }, ordre) => {
    const posteId = next('poste')
    lignes.poste.push({
      id: posteId, conventionId, schemaId, ordre, organismeId: organisme(ref), affectationId: affectation === null ? null : pick(porteurs, affectation), ...poste,
    })
    lignes.occupation.push(
      ...occupations.map(({ debut, fin, ...occupation }) => ({ id: next('occupation'), conventionId, posteId, debut: toDate(debut), fin: toDate(fin), ...occupation })),
    )
  })
}

/** @returns the rows, and the ids of the schémas by their `ref` */
export function toCooperation({ schemas }: Dossier, contexte: Contexte, organisme: Index): { lignes: LignesCooperation; schema: Index } {
  const lignes: LignesCooperation = { schemaCooperation: [], affectation: [], croisement: [], developpement: [], poste: [], occupation: [] }
  const numerotes = schemas.map((schema) => ({ ...schema, id: contexte.next('schema_cooperation') }))
  numerotes.forEach((schema, ordre) => {
    const { debut, fin, affectations, croisements, developpements, postes, ...champs } = schema
    lignes.schemaCooperation.push({ conventionId: contexte.conventionId, ordre, debut: toDate(debut), fin: toDate(fin), ...champs })
    addContenu(schema, lignes, contexte, organisme)
  })
  return { lignes, schema: createIndex(numerotes) }
}

export interface CooperationLue {
  schemas: SchemaCooperation[]
  affectations: Affectation[]
  croisements: Croisement[]
  developpements: Developpement[]
  postes: Poste[]
  occupations: Occupation[]
}

export function fromCooperation(lue: CooperationLue, organisme: (id: number | null) => string | null): Dossier['schemas'] {
  const affectations = groupBy(lue.affectations, ({ schemaId }) => schemaId)
  const croisements = groupBy(lue.croisements, ({ schemaId }) => schemaId)
  const developpements = groupBy(lue.developpements, ({ schemaId }) => schemaId)
  const postes = groupBy(lue.postes, ({ schemaId }) => schemaId)
  const occupations = groupBy(lue.occupations, ({ posteId }) => posteId)
  const libelles = new Map(lue.affectations.map(({ id, libelle }) => [id, libelle]))
  return lue.schemas.map((s) => ({
    ref: s.ref,
    libelle: s.libelle,
    debut: fromDate(s.debut),
    fin: fromDate(s.fin),
    periodeTexte: s.periodeTexte,
    total: fromDecimal(s.total),
    existant: fromDecimal(s.existant),
    developpements: developpements(s.id).map(({ libelle, organismeId, quotite }) => ({ libelle, organisme: organisme(organismeId), quotite: fromDecimal(quotite) })),
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
      porteur: libelles.get(porteurId) ?? '', thematique: libelles.get(thematiqueId) ?? '', quotite: fromDecimal(quotite),
    })),
    postes: postes(s.id).map((p) => ({
      ref: p.ref,
      intitule: p.intitule,
      quotite: fromDecimal(p.quotite),
      organisme: organisme(p.organismeId),
      affectation: p.affectationId === null ? null : (libelles.get(p.affectationId) ?? null),
      mode: p.mode,
      note: p.note,
      occupations: occupations(p.id).map(({ personne, quotite, debut, fin }) => ({ personne, quotite: fromDecimal(quotite), debut: fromDate(debut), fin: fromDate(fin) })),
    })),
  }))
}
