import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { insert } from './lots'
import {
  pick,
  TABLES_NUMEROTEES,
  type Contexte,
  type Numeroteur,
  type TableNumerotee,
} from '@/lib/notation/mapping/contexte'
import { toCooperation, type LignesCooperation } from '@/lib/dossier/mapping/cooperation'
import { toTerritoire, type LignesTerritoire } from '@/lib/dossier/mapping/convention'
import { toGouvernance, type LignesGouvernance } from '@/lib/dossier/mapping/gouvernance'
import { toListes, type LignesListes } from '@/lib/dossier/mapping/listes'
import { toParties, type LignesParties } from '@/lib/dossier/mapping/parties'
import { toPlan, type LignesPlan } from '@/lib/plan-action/document/mapping/plan'
import type { Dossier } from '@/lib/dossier/schema/dossier'

export type Lignes = LignesTerritoire &
  LignesParties &
  LignesListes &
  LignesPlan &
  LignesCooperation &
  LignesGouvernance

/** Every row of a dossier but the convention's own and the shared organismes. */
export function toLignes(dossier: Dossier, contexte: Contexte): Lignes {
  const parties = toParties(dossier, contexte)
  const territoire = toTerritoire(dossier, contexte)
  const listes = toListes(dossier, contexte)
  const plan = toPlan(dossier, contexte, {
    organisme: parties.organisme,
    avenant: listes.avenant,
    document: listes.document,
    commune: territoire.commune,
  })
  const cooperation = toCooperation(dossier, contexte, parties.organisme)
  const liens = {
    organisme: parties.organisme,
    fiche: plan.fiche,
    indicateur: plan.indicateur,
    schema: cooperation.schema,
    avenant: listes.avenant,
    document: listes.document,
  }
  return {
    ...territoire.lignes,
    ...parties.lignes,
    ...listes.lignes,
    ...plan.lignes,
    ...cooperation.lignes,
    ...toGouvernance(dossier, contexte, liens),
  }
}

/**
 * Takes the ids that a dossier needs from the sequences, in one statement: rows can then point to
 * one another before any is written, and no INSERT has to answer anything.
 */
export async function reserveIds(
  tx: Tx,
  dossier: Dossier,
  connus: Pick<Contexte, 'organismes' | 'missions'>,
): Promise<Numeroteur> {
  const besoins = new Map<TableNumerotee, number>([['convention', 1]])
  // A first turn with no ids says how many are needed: the mapping alone knows.
  toLignes(dossier, {
    conventionId: 0,
    ...connus,
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

/** Writes the rows, what is pointed to before what points: one INSERT per table that has any, and per thousand of its rows. */
export async function writeLignes(tx: Tx, lignes: Lignes): Promise<void> {
  await insert(lignes.conventionOrganisme, (data) => tx.conventionOrganisme.createMany({ data }))
  await insert(lignes.representant, (data) => tx.representant.createMany({ data }))
  await insert(lignes.deliberation, (data) => tx.deliberation.createMany({ data }))
  await insert(lignes.territoireEpci, (data) => tx.territoireEpci.createMany({ data }))
  await insert(lignes.territoireCommune, (data) => tx.territoireCommune.createMany({ data }))
  await insert(lignes.avenant, (data) => tx.avenant.createMany({ data }))
  await insert(lignes.enjeu, (data) => tx.enjeu.createMany({ data }))
  await insert(lignes.clause, (data) => tx.clause.createMany({ data }))
  await insert(lignes.annexe, (data) => tx.annexe.createMany({ data }))
  await insert(lignes.chiffreCle, (data) => tx.chiffreCle.createMany({ data }))
  await insert(lignes.lacune, (data) => tx.lacune.createMany({ data }))
  await insert(lignes.reserve, (data) => tx.reserve.createMany({ data }))
  await insert(lignes.jalon, (data) => tx.jalon.createMany({ data }))
  await insert(lignes.document, (data) => tx.document.createMany({ data }))
  await insert(lignes.missionCooperation, (data) => tx.missionCooperation.createMany({ data }))
  await insert(lignes.equipement, (data) => tx.equipement.createMany({ data }))
  await insert(lignes.coutEtp, (data) => tx.coutEtp.createMany({ data }))
  await insert(lignes.evaluation, (data) => tx.evaluation.createMany({ data }))
  await insert(lignes.planAction, (data) => tx.planAction.createMany({ data }))
  await insert(lignes.axe, (data) => tx.axe.createMany({ data }))
  await insert(lignes.ficheAction, (data) => tx.ficheAction.createMany({ data }))
  await insert(lignes.ficheTheme, (data) => tx.ficheTheme.createMany({ data }))
  await insert(lignes.ficheCommune, (data) => tx.ficheCommune.createMany({ data }))
  await insert(lignes.ficheDocument, (data) => tx.ficheDocument.createMany({ data }))
  await insert(lignes.ligneBudget, (data) => tx.ligneBudget.createMany({ data }))
  await insert(lignes.lienFiche, (data) => tx.lienFiche.createMany({ data }))
  await insert(lignes.appreciation, (data) => tx.appreciation.createMany({ data }))
  await insert(lignes.etape, (data) => tx.etape.createMany({ data }))
  await insert(lignes.pilotage, (data) => tx.pilotage.createMany({ data }))
  await insert(lignes.indicateur, (data) => tx.indicateur.createMany({ data }))
  await insert(lignes.cibleIndicateur, (data) => tx.cibleIndicateur.createMany({ data }))
  await insert(lignes.mesure, (data) => tx.mesure.createMany({ data }))
  await insert(lignes.accordMesure, (data) => tx.accordMesure.createMany({ data }))
  await insert(lignes.versionPlan, (data) => tx.versionPlan.createMany({ data }))
  await insert(lignes.schemaCooperation, (data) => tx.schemaCooperation.createMany({ data }))
  await insert(lignes.affectation, (data) => tx.affectation.createMany({ data }))
  await insert(lignes.croisement, (data) => tx.croisement.createMany({ data }))
  await insert(lignes.developpement, (data) => tx.developpement.createMany({ data }))
  await insert(lignes.poste, (data) => tx.poste.createMany({ data }))
  await insert(lignes.posteTheme, (data) => tx.posteTheme.createMany({ data }))
  await insert(lignes.posteMission, (data) => tx.posteMission.createMany({ data }))
  await insert(lignes.chargeCooperation, (data) => tx.chargeCooperation.createMany({ data }))
  await insert(lignes.occupation, (data) => tx.occupation.createMany({ data }))
  await insert(lignes.absence, (data) => tx.absence.createMany({ data }))
  await insert(lignes.reglageFinancement, (data) => tx.reglageFinancement.createMany({ data }))
  await insert(lignes.financement, (data) => tx.financement.createMany({ data }))
  await insert(lignes.repartitionAfas, (data) => tx.repartitionAfas.createMany({ data }))
  await insert(lignes.activiteMission, (data) => tx.activiteMission.createMany({ data }))
  await insert(lignes.bilanFonction, (data) => tx.bilanFonction.createMany({ data }))
  await insert(lignes.instance, (data) => tx.instance.createMany({ data }))
  await insert(lignes.competence, (data) => tx.competence.createMany({ data }))
  await insert(lignes.membre, (data) => tx.membre.createMany({ data }))
  await insert(lignes.regleFrequence, (data) => tx.regleFrequence.createMany({ data }))
  await insert(lignes.serieReunion, (data) => tx.serieReunion.createMany({ data }))
  await insert(lignes.reunion, (data) => tx.reunion.createMany({ data }))
  await insert(lignes.derogation, (data) => tx.derogation.createMany({ data }))
  await insert(lignes.presence, (data) => tx.presence.createMany({ data }))
  // A point may settle a decision that comes after it: such links are checked at commit.
  await insert(lignes.pointOrdreDuJour, (data) => tx.pointOrdreDuJour.createMany({ data }))
  await insert(lignes.decision, (data) => tx.decision.createMany({ data }))
  await insert(lignes.releve, (data) => tx.releve.createMany({ data }))
  await insert(lignes.validationReleve, (data) => tx.validationReleve.createMany({ data }))
}
