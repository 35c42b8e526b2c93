import type { Axe, PlanAction, Prisma, VersionPlan } from '@/lib/generated/prisma/client'
import { createIndex, type Contexte, type Index, type LiensPlan, type RefsPlan } from '@/lib/notation/mapping/contexte'
import { addFiche, createFiche, type FichesLues, type LignesFiches } from './fiche'
import { fromDate, indexRefs, toDate } from '@/lib/notation/mapping/valeurs'
import { codeTheme } from '@/lib/notation/schema'
import { contenuPlan, type ContenuPlan, type PlanDossier } from '../schema/plan'

/** The plan of action and its versions, both ways. */

export interface LignesPlan extends LignesFiches {
  planAction: Prisma.PlanActionCreateManyInput[]
  axe: Prisma.AxeCreateManyInput[]
  versionPlan: Prisma.VersionPlanCreateManyInput[]
}

const createLignes = (): LignesPlan => ({
  planAction: [],
  axe: [],
  versionPlan: [],
  ficheAction: [],
  ficheTheme: [],
  ficheCommune: [],
  ficheDocument: [],
  etape: [],
  pilotage: [],
  ligneBudget: [],
  lienFiche: [],
  appreciation: [],
  indicateur: [],
  cibleIndicateur: [],
  mesure: [],
  accordMesure: [],
})

/** @returns the rows, and the ids of the fiches and of their indicators by their `ref` */
export function toPlan(
  { plan }: { plan: PlanDossier | null },
  contexte: Contexte,
  liens: LiensPlan,
): { lignes: LignesPlan; fiche: Index; indicateur: Index } {
  const lignes = createLignes()
  if (plan === null) return { lignes, fiche: createIndex([]), indicateur: createIndex([]) }
  const { conventionId, next } = contexte
  const { axes, fiches, versions, ...champs } = plan
  const planId = next('plan_action')
  // The living plan comes after the versions that were closed.
  lignes.planAction.push({
    id: planId,
    conventionId,
    numeroVersion: 1 + Math.max(0, ...versions.map(({ numero }) => numero)),
    ...champs,
  })
  lignes.versionPlan = versions.map(({ avenant, arreteeLe, ...version }) => ({
    conventionId,
    planId,
    avenantId: liens.avenant(avenant),
    arreteeLe: toDate(arreteeLe),
    ...version,
  }))
  const axesNumerotes = axes.map((axe) => ({ ...axe, id: next('axe') }))
  const axe = createIndex(axesNumerotes)
  lignes.axe = axesNumerotes.map(({ parent, theme, ...reste }, ordre) => ({
    conventionId,
    planId,
    ordre,
    parentId: axe(parent),
    themeCode: theme,
    ...reste,
  }))
  const fichesNumerotees = fiches.map((fiche) => ({ ...fiche, id: next('fiche_action') }))
  const indicateurs = fichesNumerotees.flatMap((fiche, ordre) =>
    addFiche(fiche, { planId, axeId: axe(fiche.axe) ?? 0, ordre }, lignes, contexte, liens),
  )
  // A line goes before what it was split into, which may be written in a later lot.
  const isPart = ({ origineId }: Prisma.IndicateurCreateManyInput) => typeof origineId === 'number'
  lignes.indicateur = [...lignes.indicateur.filter((ligne) => !isPart(ligne)), ...lignes.indicateur.filter(isPart)]
  return { lignes, fiche: createIndex(fichesNumerotees), indicateur: createIndex(indicateurs) }
}

export interface PlanLu extends FichesLues {
  plan: PlanAction | null
  axes: Axe[]
  versions: VersionPlan[]
}

/** What the living plan says; null when there is none. @param ordreCommunes names of the communes of the territory, in order */
export function fromContenu(lu: PlanLu, refs: RefsPlan, ordreCommunes: readonly string[]): ContenuPlan | null {
  const { plan } = lu
  if (plan === null) return null
  const axe = indexRefs(lu.axes)
  return {
    titre: plan.titre,
    niveaux: plan.niveaux,
    nomFiche: plan.nomFiche,
    nomEtape: plan.nomEtape,
    texte: plan.texte,
    raisonSansFiche: plan.raisonSansFiche,
    numerotation: plan.numerotation,
    prefixe: plan.prefixe,
    axes: lu.axes.map((a) => ({
      ref: a.ref,
      parent: axe(a.parentId),
      numero: a.numero,
      titre: a.titre,
      description: a.description,
      objectifs: a.objectifs,
      absence: a.absence,
      theme: codeTheme.nullable().parse(a.themeCode),
    })),
    fiches: lu.fiches.map(createFiche(lu, { ...refs, axe }, ordreCommunes)),
  }
}

/** The plan as a dossier carries it: what it says now, and its closed versions. */
export function fromPlan(lu: PlanLu, refs: RefsPlan, ordreCommunes: readonly string[]): PlanDossier | null {
  const contenu = fromContenu(lu, refs, ordreCommunes)
  return (
    contenu && {
      ...contenu,
      versions: lu.versions.map((v) => ({
        numero: v.numero,
        libelle: v.libelle,
        motif: v.motif,
        avenant: refs.avenant(v.avenantId),
        arreteeLe: fromDate(v.arreteeLe),
        contenu: contenuPlan.parse(v.contenu),
      })),
    }
  )
}
