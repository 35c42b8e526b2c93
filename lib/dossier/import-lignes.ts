import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { pick, TABLES_NUMEROTEES, type Contexte, type Numeroteur, type TableNumerotee } from './mapping-contexte'
import { toCooperation, type LignesCooperation } from './mapping-cooperation'
import { toTerritoire, type LignesTerritoire } from './mapping-convention'
import { toGouvernance, type LignesGouvernance } from './mapping-gouvernance'
import { toListes, type LignesListes } from './mapping-listes'
import { toParties, type LignesParties } from './mapping-parties'
import { toPlan, type LignesPlan } from './mapping-plan'
import type { Dossier } from './schema'

export type Lignes = LignesTerritoire & LignesParties & LignesListes & LignesPlan & LignesCooperation & LignesGouvernance

/** Every row of a dossier but the convention's own and the shared organismes. */
export function toLignes(dossier: Dossier, contexte: Contexte): Lignes {
  const parties = toParties(dossier, contexte)
  const plan = toPlan(dossier, contexte, parties.organisme)
  const cooperation = toCooperation(dossier, contexte, parties.organisme)
  const liens = { organisme: parties.organisme, fiche: plan.fiche, schema: cooperation.schema }
  return {
    ...toTerritoire(dossier, contexte.conventionId),
    ...parties.lignes,
    ...toListes(dossier, contexte),
    ...plan.lignes,
    ...cooperation.lignes,
    ...toGouvernance(dossier, contexte, liens),
  }
}

/**
 * Takes the ids that a dossier needs from the sequences, in one statement: rows can then point to
 * one another before any is written, and each table takes one INSERT, whatever its size.
 */
export async function reserveIds(tx: Tx, dossier: Dossier, organismes: ReadonlyMap<string, number>): Promise<Numeroteur> {
  const besoins = new Map<TableNumerotee, number>([['convention', 1]])
  // A first turn with no ids says how many are needed: the mapping alone knows.
  toLignes(dossier, {
    conventionId: 0,
    organismes,
    next: (table) => {
      besoins.set(table, (besoins.get(table) ?? 0) + 1)
      return 0
    },
  })
  const tables = TABLES_NUMEROTEES.filter((table) => besoins.has(table))
  const lots = await tx.$queryRaw<{ nom: TableNumerotee; ids: number[] }[]>`
    SELECT b.nom, array_agg(n.id ORDER BY n.id) AS ids
    FROM unnest(${tables}::text[], ${tables.map((table) => pick(besoins, table))}::int[]) AS b(nom, combien)
      CROSS JOIN LATERAL (SELECT nextval(pg_get_serial_sequence(b.nom, 'id'))::int AS id FROM generate_series(1, b.combien)) AS n
    GROUP BY b.nom`
  const restants = new Map(lots.map(({ nom, ids }) => [nom, ids.values()]))
  return (table) => {
    const id = restants.get(table)?.next()
    if (id === undefined || id.done === true) throw new Error(`no id left for ${table}`)
    return id.value
  }
}

/** Writes the rows, what is pointed to before what points: one INSERT per table that has any. */
export async function writeLignes(tx: Tx, lignes: Lignes): Promise<void> {
  const ecritures: [rows: readonly unknown[], write: () => Promise<unknown>][] = [
    [lignes.conventionOrganisme, () => tx.conventionOrganisme.createMany({ data: lignes.conventionOrganisme })],
    [lignes.representant, () => tx.representant.createMany({ data: lignes.representant })],
    [lignes.deliberation, () => tx.deliberation.createMany({ data: lignes.deliberation })],
    [lignes.territoireEpci, () => tx.territoireEpci.createMany({ data: lignes.territoireEpci })],
    [lignes.territoireCommune, () => tx.territoireCommune.createMany({ data: lignes.territoireCommune })],
    [lignes.avenant, () => tx.avenant.createMany({ data: lignes.avenant })],
    [lignes.enjeu, () => tx.enjeu.createMany({ data: lignes.enjeu })],
    [lignes.annexe, () => tx.annexe.createMany({ data: lignes.annexe })],
    [lignes.chiffreCle, () => tx.chiffreCle.createMany({ data: lignes.chiffreCle })],
    [lignes.lacune, () => tx.lacune.createMany({ data: lignes.lacune })],
    [lignes.reserve, () => tx.reserve.createMany({ data: lignes.reserve })],
    [lignes.jalon, () => tx.jalon.createMany({ data: lignes.jalon })],
    [lignes.document, () => tx.document.createMany({ data: lignes.document })],
    [lignes.missionCooperation, () => tx.missionCooperation.createMany({ data: lignes.missionCooperation })],
    [lignes.equipement, () => tx.equipement.createMany({ data: lignes.equipement })],
    [lignes.coutEtp, () => tx.coutEtp.createMany({ data: lignes.coutEtp })],
    [lignes.evaluation, () => tx.evaluation.createMany({ data: lignes.evaluation })],
    [lignes.planAction, () => tx.planAction.createMany({ data: lignes.planAction })],
    [lignes.axe, () => tx.axe.createMany({ data: lignes.axe })],
    [lignes.ficheAction, () => tx.ficheAction.createMany({ data: lignes.ficheAction })],
    [lignes.ficheTheme, () => tx.ficheTheme.createMany({ data: lignes.ficheTheme })],
    [lignes.etape, () => tx.etape.createMany({ data: lignes.etape })],
    [lignes.pilotage, () => tx.pilotage.createMany({ data: lignes.pilotage })],
    [lignes.indicateur, () => tx.indicateur.createMany({ data: lignes.indicateur })],
    [lignes.mesure, () => tx.mesure.createMany({ data: lignes.mesure })],
    [lignes.schemaCooperation, () => tx.schemaCooperation.createMany({ data: lignes.schemaCooperation })],
    [lignes.affectation, () => tx.affectation.createMany({ data: lignes.affectation })],
    [lignes.croisement, () => tx.croisement.createMany({ data: lignes.croisement })],
    [lignes.developpement, () => tx.developpement.createMany({ data: lignes.developpement })],
    [lignes.poste, () => tx.poste.createMany({ data: lignes.poste })],
    [lignes.occupation, () => tx.occupation.createMany({ data: lignes.occupation })],
    [lignes.instance, () => tx.instance.createMany({ data: lignes.instance })],
    [lignes.membre, () => tx.membre.createMany({ data: lignes.membre })],
    [lignes.regleFrequence, () => tx.regleFrequence.createMany({ data: lignes.regleFrequence })],
    [lignes.reunion, () => tx.reunion.createMany({ data: lignes.reunion })],
    [lignes.derogation, () => tx.derogation.createMany({ data: lignes.derogation })],
    [lignes.pointOrdreDuJour, () => tx.pointOrdreDuJour.createMany({ data: lignes.pointOrdreDuJour })],
    [lignes.decision, () => tx.decision.createMany({ data: lignes.decision })],
  ]
  for (const [rows, write] of ecritures) if (rows.length > 0) await write()
}
