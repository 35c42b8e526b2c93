import 'server-only'
import { hasParties } from '@/lib/convention/accord/read'
import type { Tx } from '@/lib/platform/db'
import { decimalFromCentiemes, decimalOuNul, type Centiemes } from '@/lib/platform/nombres'
import { echecs, type Echec } from '@/lib/platform/resultat'
import type { SchemaLu } from '../rules/enregistre'

/** Writes the parts of a draft. Each takes the schéma as its lock has just read it. */

export interface EvolutionTapee {
  existant: Centiemes | null
  developpements: { id: number | null; libelle: string; organisme: number | null; quotite: Centiemes }[]
}

/**
 * Writes the developments as given: those left out are removed, those without an id are new.
 * @returns INTROUVABLE for a development of another schéma, INVALIDE for a party of another convention
 */
export async function writeDeveloppements(
  tx: Tx,
  conventionId: number,
  schema: Pick<SchemaLu, 'id' | 'developpements'>,
  developpements: EvolutionTapee['developpements'],
): Promise<Echec | null> {
  const avant = new Map(schema.developpements.map((part) => [part.id, part]))
  const gardes = developpements.flatMap(({ id }) => (id === null ? [] : [id]))
  if (gardes.some((id) => !avant.has(id)) || new Set(gardes).size < gardes.length) return echecs.introuvable()
  const organismes = developpements.flatMap(({ organisme }) => (organisme === null ? [] : [organisme]))
  if (!(await hasParties(tx, conventionId, organismes)))
    return echecs.invalide([
      {
        champ: 'evolution',
        message: 'Cet organisme n’est pas partie à cette convention : choisissez-le dans la liste.',
      },
    ])
  await tx.developpement.deleteMany({ where: { conventionId, schemaId: schema.id, id: { notIn: gardes } } })
  for (const [ordre, { id, libelle, organisme: organismeId, quotite }] of developpements.entries()) {
    const data = { libelle, organismeId, quotite: decimalFromCentiemes(quotite), ordre }
    if (id === null) await tx.developpement.createMany({ data: { conventionId, schemaId: schema.id, ...data } })
    else await tx.developpement.updateMany({ where: { id, conventionId, schemaId: schema.id }, data })
  }
  return null
}

export interface CelluleTapee {
  porteur: number
  thematique: number
  quotite: Centiemes | null
}

/**
 * Writes cells of the cross table; one without a figure is removed.
 * @returns INTROUVABLE when a line is not of this schéma, or not of that margin
 */
export async function writeCroisements(
  tx: Tx,
  conventionId: number,
  schema: SchemaLu,
  cellules: readonly CelluleTapee[],
): Promise<Echec | null> {
  const marges = new Map(schema.lignes.map(({ id, marge }) => [id, marge]))
  if (
    cellules.some(
      ({ porteur, thematique }) => marges.get(porteur) !== 'PORTEUR' || marges.get(thematique) !== 'THEMATIQUE',
    )
  )
    return echecs.introuvable()
  for (const { porteur: porteurId, thematique: thematiqueId, quotite } of cellules) {
    const cellule = { conventionId, schemaId: schema.id, porteurId, thematiqueId }
    if (quotite === null) {
      await tx.croisement.deleteMany({ where: cellule })
      continue
    }
    const { count } = await tx.croisement.updateMany({
      where: cellule,
      data: { quotite: decimalFromCentiemes(quotite) },
    })
    if (count === 0) await tx.croisement.createMany({ data: { ...cellule, quotite: decimalFromCentiemes(quotite) } })
  }
  return null
}

export interface LigneTapee {
  id: number
  quotite: Centiemes | null
  motifZero: SchemaLu['lignes'][number]['motifZero']
  note: string | null
  situation?: SchemaLu['lignes'][number]['situation'] | undefined
}

/** Writes the lines that differ from what is there. @returns INTROUVABLE for a line of another schéma */
export async function writeLignes(
  tx: Tx,
  conventionId: number,
  schema: SchemaLu,
  lignes: readonly LigneTapee[],
): Promise<Echec | null> {
  const avant = new Map(schema.lignes.map((ligne) => [ligne.id, ligne]))
  if (lignes.some(({ id }) => !avant.has(id))) return echecs.introuvable()
  for (const { id, quotite, motifZero, note, situation } of lignes) {
    const ligne = avant.get(id)
    if (!ligne) continue
    const suite = situation ?? ligne.situation
    if (ligne.quotite === quotite && ligne.motifZero === motifZero && ligne.note === note && ligne.situation === suite)
      continue
    await tx.affectation.updateMany({
      where: { id, conventionId, schemaId: schema.id },
      data: { quotite: decimalOuNul(quotite), motifZero, note, situation: suite, version: { increment: 1 } },
    })
  }
  return null
}

/** Marks the schéma as changed: the next save must have read this one. */
export async function markSchema(tx: Tx, conventionId: number, schema: number): Promise<void> {
  await tx.schemaCooperation.updateMany({ where: { id: schema, conventionId }, data: { version: { increment: 1 } } })
}
