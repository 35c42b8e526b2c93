import 'server-only'
import { computeAnneeVue } from '@/lib/conventions/rules-copil'
import type { DateCivile } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/politique'
import { defineQuery } from '@/lib/platform/query'
import { listAxes, listBranche, type AxeVu } from './queries-axes'
import { sqlPlanAction, type FicheEcrite, type LigneIndicateur, type LignePlan, type PilotageEcrit, type PlanEcrit } from './queries-plan-sql'
import { computeRetard, formatPeriode, type StatutFiche } from './rules'
import { filtresPlanSchema } from './schema-filtres'
import { STATUTS } from './schema-mots'

/** Fiches on one page of the list. */
export const TAILLE_PAGE_PLAN = 100

/**
 * Where a fiche stands against its last day. A fiche whose status nobody gave is never « en retard »: its period is
 * over, and what came of it is not known.
 */
export type Echeance = 'RETARD' | 'PASSEE' | null

export function computeEcheance(statut: StatutFiche, fin: DateCivile | null, today: DateCivile): Echeance {
  if (!computeRetard({ statut, fin, today })) return null
  return statut === 'A_PRECISER' ? 'PASSEE' : 'RETARD'
}

/** A fiche as one row of the list. */
export interface FicheListee {
  id: number
  ref: string
  axe: number
  numero: string | null
  titre: string
  statut: StatutFiche
  version: number
  periode: string
  echeance: Echeance
  enjeu: boolean | null
  pilotages: PilotageEcrit[]
  etapes: number
  indicateurs: number
  renseignes: number
  reserves: string[]
  modifiable: boolean
}

export interface VuePlan {
  nom: string
  /** may change the tree of the plan */
  coordination: boolean
  plan: PlanEcrit | null
  /** why there is no plan, or no fiche, or what the fiches do not say */
  lacune: string | null
  lacuneIndicateurs: string | null
  reserves: string[]
  avenants: { objet: string; echeance: DateCivile; depasse: boolean }[]
  axes: AxeVu[]
  /** rows of this page, in the order of the document */
  fiches: FicheListee[]
  /** lines of indicators asked for, of these fiches and of the convention itself */
  lignes: LigneIndicateur[]
  annee: number
  comptes: { total: number; filtrees: number; parStatut: Record<StatutFiche, number>; enRetard: number; indicateurs: number; renseignes: number; lignes: number }
  page: number
  pages: number
}

type Filtres = ReturnType<typeof filtresPlanSchema.parse>

function countStatuts(fiches: readonly FicheListee[]): Record<StatutFiche, number> {
  const parStatut = Object.fromEntries(STATUTS.map((statut) => [statut, 0])) as Record<StatutFiche, number>
  for (const { statut } of fiches) parStatut[statut] += 1
  return parStatut
}

/** The plan of action as a tree with the convention’s own names, filtered by what the address says. */
export const getPlanAction = defineQuery({
  nom: 'getPlanAction',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: filtresPlanSchema,
  run: async ({ tx, convention, today }, input): Promise<VuePlan> => {
    const annee = input.annee ?? computeAnneeVue({ debut: convention.debut, fin: convention.fin }, today)
    const [lu] = await tx.$queryRaw<LignePlan[]>(sqlPlanAction(convention.id, { annee, q: input.q ?? '', indicateurs: input.indicateurs }))
    if (!lu) throw new Error('no row')
    const reach = computeReach('fiche.ecrire', convention.roles)
    const lister = ({ texte, debut, fin, titreCourt, trouvee, ...fiche }: FicheEcrite): FicheListee => ({
      ...fiche,
      periode: formatPeriode({ texte, debut, fin }),
      echeance: computeEcheance(fiche.statut, fin, today),
      reserves: lu.reserves.filter(({ type, ref }) => type === 'FICHE' && ref === fiche.ref).map(({ raison }) => raison),
      modifiable: reach === 'OUI' || (reach === 'SIENNE' && convention.fichesPilotees.includes(fiche.id)),
    })
    return buildVue(lu, lister, { ...input, annee }, { nom: convention.nom, today, coordination: computeReach('plan.ecrire', convention.roles) === 'OUI' })
  },
})

function buildVue(lu: LignePlan, lister: (fiche: FicheEcrite) => FicheListee, filtres: Filtres & { annee: number }, { nom, today, coordination }: { nom: string; today: DateCivile; coordination: boolean }): VuePlan {
  const branche = filtres.axe ? listBranche(lu.axes, filtres.axe) : null
  const avecLigne = new Set(lu.lignes.map(({ fiche }) => fiche))
  const toutes = lu.fiches.map(lister)
  const trouvees = new Set(lu.fiches.filter(({ trouvee }) => trouvee).map(({ id }) => id))
  // The counts beside the statuses tell what each would leave: every filter but status and lateness.
  const candidates = toutes.filter(({ id, axe }) => trouvees.has(id) && (branche === null || branche.has(axe)) && (!filtres.indicateurs || avecLigne.has(id)))
  const retenues = candidates.filter(({ statut, echeance }) => (!filtres.statut || statut === filtres.statut) && (!filtres.retard || echeance === 'RETARD'))
  const pages = Math.max(1, Math.ceil(retenues.length / TAILLE_PAGE_PLAN))
  const page = Math.min(filtres.page, pages)
  const fiches = retenues.slice((page - 1) * TAILLE_PAGE_PLAN, page * TAILLE_PAGE_PLAN)
  const montrees = new Set(fiches.map(({ id }) => id))
  return {
    nom,
    coordination,
    plan: lu.plan,
    lacune: lu.lacune,
    lacuneIndicateurs: lu.lacuneIndicateurs,
    reserves: lu.reserves.filter(({ type }) => type === 'PLAN').map(({ raison }) => raison),
    avenants: lu.avenants.map((avenant) => ({ ...avenant, depasse: avenant.echeance < today })),
    axes: listAxes(lu, toutes, today),
    fiches,
    lignes: lu.lignes.filter(({ fiche }) => fiche === null || montrees.has(fiche)),
    annee: filtres.annee,
    comptes: {
      total: toutes.length,
      filtrees: retenues.length,
      parStatut: countStatuts(candidates),
      enRetard: candidates.filter(({ echeance }) => echeance === 'RETARD').length,
      indicateurs: toutes.reduce((somme, fiche) => somme + fiche.indicateurs, 0),
      renseignes: toutes.reduce((somme, fiche) => somme + fiche.renseignes, 0),
      lignes: lu.lignes.length,
    },
    page,
    pages,
  }
}
