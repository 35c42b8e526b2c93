import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { createRangs, indexCommunes, readPlan } from '@/lib/plan-action/document/read'
import { fromCooperation } from '@/lib/dossier/mapping/cooperation'
import { fromConvention, fromTerritoire } from '@/lib/dossier/mapping/convention'
import { fromGouvernance } from '@/lib/dossier/mapping/gouvernance'
import { fromListes } from '@/lib/dossier/mapping/listes'
import { fromDeliberations, fromOrganismes } from '@/lib/dossier/mapping/parties'
import { fromPlan } from '@/lib/plan-action/document/mapping/plan'
import { fromSuitePostes } from '@/lib/dossier/mapping/postes'
import { indexRefs } from '@/lib/notation/mapping/valeurs'
import { FORMAT_DOSSIER, type Dossier } from '@/lib/dossier/schema/dossier'

const PAR_ORDRE = [{ ordre: 'asc' as const }, { id: 'asc' as const }]
const PAR_ID = { id: 'asc' as const }

async function readListes(tx: Tx, conventionId: number) {
  const critere = { where: { conventionId }, orderBy: PAR_ORDRE }
  return {
    avenants: await tx.avenant.findMany(critere),
    enjeux: await tx.enjeu.findMany(critere),
    clauses: await tx.clause.findMany(critere),
    annexes: await tx.annexe.findMany(critere),
    chiffres: await tx.chiffreCle.findMany(critere),
    lacunes: await tx.lacune.findMany(critere),
    reserves: await tx.reserve.findMany(critere),
    jalons: await tx.jalon.findMany(critere),
    documents: await tx.document.findMany(critere),
    missions: await tx.missionCooperation.findMany(critere),
    equipements: await tx.equipement.findMany(critere),
    coutsEtp: await tx.coutEtp.findMany(critere),
    evaluations: await tx.evaluation.findMany(critere),
  }
}

async function readGouvernance(tx: Tx, conventionId: number) {
  const critere = { where: { conventionId }, orderBy: PAR_ORDRE }
  const parId = { where: { conventionId }, orderBy: PAR_ID }
  return {
    instances: await tx.instance.findMany(critere),
    competences: await tx.competence.findMany({ where: { conventionId }, orderBy: { matiere: 'asc' } }),
    membres: await tx.membre.findMany(critere),
    regles: await tx.regleFrequence.findMany(critere),
    series: await tx.serieReunion.findMany(parId),
    reunions: await tx.reunion.findMany(parId),
    derogations: await tx.derogation.findMany(parId),
    presences: await tx.presence.findMany(parId),
    points: await tx.pointOrdreDuJour.findMany(critere),
    decisions: await tx.decision.findMany(critere),
    releves: await tx.releve.findMany({ where: { conventionId }, orderBy: { numeroVersion: 'asc' } }),
    validations: await tx.validationReleve.findMany({ where: { conventionId }, orderBy: { cote: 'asc' } }),
  }
}

async function readCooperation(tx: Tx, conventionId: number) {
  const critere = { where: { conventionId }, orderBy: PAR_ORDRE }
  return {
    schemas: await tx.schemaCooperation.findMany(critere),
    affectations: await tx.affectation.findMany(critere),
    croisements: await tx.croisement.findMany({ where: { conventionId }, orderBy: PAR_ID }),
    developpements: await tx.developpement.findMany(critere),
    postes: await tx.poste.findMany(critere),
    themes: await tx.posteTheme.findMany({ where: { conventionId } }),
    missionsPostes: await tx.posteMission.findMany({ where: { conventionId } }),
    charges: await tx.chargeCooperation.findMany({ where: { occupations: { some: { conventionId } } } }),
    occupations: await tx.occupation.findMany({ where: { conventionId }, orderBy: PAR_ID }),
    absences: await tx.absence.findMany({ where: { conventionId }, orderBy: PAR_ID }),
    reglages: await tx.reglageFinancement.findMany(critere),
    financements: await tx.financement.findMany(critere),
    repartitions: await tx.repartitionAfas.findMany({ where: { conventionId }, orderBy: PAR_ID }),
    activites: await tx.activiteMission.findMany(critere),
    bilans: await tx.bilanFonction.findMany({ where: { conventionId }, orderBy: PAR_ID }),
    missions: await tx.missionReference.findMany(),
  }
}

/**
 * One convention as its dossier, in canonical form, with what whoever the transaction carries may
 * read: importing the answer makes the same convention again. One statement per table.
 * @throws when the convention cannot be read
 */
export async function exportDossier(tx: Tx, conventionId: number): Promise<Dossier> {
  const critere = { where: { conventionId }, orderBy: PAR_ORDRE }
  const convention = await tx.convention.findUniqueOrThrow({ where: { id: conventionId } })
  const parties = await tx.conventionOrganisme.findMany({ ...critere, include: { organisme: true } })
  const organisme = indexRefs(parties)
  const caf = parties.find(({ organismeId }) => organismeId === convention.cafId)
  if (!caf) throw new Error(`convention ${conventionId}: its Caf is not among its organismes`)
  const organismes = fromOrganismes(parties, await tx.representant.findMany(critere))
  const communes = await tx.territoireCommune.findMany(critere)
  const territoire = fromTerritoire(convention, await tx.territoireEpci.findMany(critere), communes)
  const deliberations = fromDeliberations(await tx.deliberation.findMany(critere), parties)
  const lignesListes = await readListes(tx, conventionId)
  const listes = fromListes(lignesListes)
  const plan = await readPlan(tx, conventionId)
  const cooperation = await readCooperation(tx, conventionId)
  const fiches = new Set(plan.fiches.map(({ id }) => id))
  const liens = {
    organisme,
    fiche: indexRefs(plan.fiches),
    // Those of earlier versions of the plan stay behind with their fiches.
    indicateur: indexRefs(
      plan.indicateurs.filter(({ ficheActionId }) => ficheActionId !== null && fiches.has(ficheActionId)),
    ),
    schema: indexRefs(cooperation.schemas),
    avenant: indexRefs(lignesListes.avenants),
    document: createRangs(lignesListes.documents),
  }
  // Fields stand in the order of the schema: the text of a dossier is always the same.
  return {
    format: FORMAT_DOSSIER,
    version: 1,
    convention: fromConvention(convention, caf.ref),
    territoire,
    organismes,
    deliberations,
    avenants: listes.avenants,
    enjeux: listes.enjeux,
    clauses: listes.clauses,
    annexes: listes.annexes,
    chiffres: listes.chiffres,
    lacunes: listes.lacunes,
    reserves: listes.reserves,
    jalons: listes.jalons,
    documents: listes.documents,
    missions: listes.missions,
    equipements: listes.equipements,
    instances: fromGouvernance(await readGouvernance(tx, conventionId), liens),
    plan: fromPlan(
      plan,
      { ...liens, commune: indexCommunes(communes) },
      communes.map(({ nom }) => nom),
    ),
    schemas: fromCooperation(cooperation, organisme),
    coutsEtp: listes.coutsEtp,
    ...fromSuitePostes(cooperation, organisme),
    evaluations: listes.evaluations,
  }
}

/** The text of a dossier: JSON on two spaces, the same for the same dossier, with a final line feed. */
export function formatDossier(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 2)}\n`
}
