import 'server-only'
import { readCites } from '@/lib/convention/accord/read'
import type { Tx } from '@/lib/platform/db'
import { findPlanEnVigueur } from '@/lib/plan-action/versions/rules/en-vigueur'
import type { RefsPlan } from '@/lib/notation/mapping/contexte'
import { fromContenu, type PlanLu } from './mapping/plan'
import { indexRefs } from '@/lib/notation/mapping/valeurs'
import type { ContenuPlan } from './schema/plan'

const PAR_ORDRE = [{ ordre: 'asc' as const }, { id: 'asc' as const }]
const PAR_ID = { id: 'asc' as const }

/** Parties that agreed to a value, in the order of the convention. One statement. */
const readAccords = (tx: Tx, conventionId: number): Promise<PlanLu['accords']> => tx.$queryRaw`
  SELECT a.convention_id AS "conventionId", a.mesure_id AS "mesureId", a.organisme_id AS "organismeId", a.le
  FROM accord_mesure a LEFT JOIN porte.partie p ON p.convention_id = a.convention_id AND p.id = a.organisme_id
  WHERE a.convention_id = ${conventionId} ORDER BY p.ordre, a.organisme_id, a.mesure_id`

/** The living plan, and its closed versions. One statement per table. */
export async function readPlan(tx: Tx, conventionId: number): Promise<PlanLu> {
  const plan = findPlanEnVigueur(await tx.planAction.findMany({ where: { conventionId } })) ?? null
  const where = { conventionId }
  const critere = { where, orderBy: PAR_ORDRE }
  const critereVersion = { where: { conventionId, planId: plan?.id ?? 0 }, orderBy: PAR_ORDRE }
  return {
    plan,
    axes: await tx.axe.findMany(critereVersion),
    fiches: await tx.ficheAction.findMany(critereVersion),
    themes: await tx.ficheTheme.findMany({ where }),
    communes: await tx.ficheCommune.findMany({ where }),
    documents: await tx.ficheDocument.findMany({ where }),
    etapes: await tx.etape.findMany(critere),
    pilotages: await tx.pilotage.findMany(critere),
    budget: await tx.ligneBudget.findMany(critere),
    liens: await tx.lienFiche.findMany(critere),
    appreciations: await tx.appreciation.findMany({ where }),
    indicateurs: await tx.indicateur.findMany(critere),
    cibles: await tx.cibleIndicateur.findMany({ where, orderBy: PAR_ID }),
    mesures: await tx.mesure.findMany({ where, orderBy: PAR_ID }),
    accords: await readAccords(tx, conventionId),
    versions: await tx.versionPlan.findMany({ where, orderBy: { numero: 'asc' } }),
  }
}

/** Rank of a document among those of the convention, 1 for the first. */
export function createRangs(documents: readonly { id: number }[]): RefsPlan['document'] {
  const rangs = new Map(documents.map(({ id }, i) => [id, i + 1]))
  return (id) => (id === null ? null : (rangs.get(id) ?? null))
}

/** What fiches cite of the territory: communes by their name. */
export const indexCommunes = (communes: readonly { id: number; nom: string }[]): RefsPlan['commune'] =>
  indexRefs(communes.map(({ id, nom }) => ({ id, ref: nom })))

/**
 * What the living plan of a convention says, in the form of a dossier: what a version keeps when it is closed, and what
 * today is compared with. Null when there is no plan.
 */
export async function exportPlan(tx: Tx, conventionId: number): Promise<ContenuPlan | null> {
  const { parties, avenants, documents, communes } = await readCites(tx, conventionId)
  const refs = {
    organisme: indexRefs(parties),
    avenant: indexRefs(avenants),
    document: createRangs(documents),
    commune: indexCommunes(communes),
  }
  return fromContenu(
    await readPlan(tx, conventionId),
    refs,
    communes.map(({ nom }) => nom),
  )
}
