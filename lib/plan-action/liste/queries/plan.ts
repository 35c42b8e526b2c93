import 'server-only'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { listAxes, type AxeVu } from './axes'
import type { LigneIndicateur } from '@/lib/plan-action/indicateurs/sql'
import {
  sqlPlanAction,
  type ChoixFiltres,
  type LignePlan,
  type AnnoncesPlan,
  type PlanEcrit,
  type VueEnregistree,
} from '../sql/plan'
import { sqlRangees, type FicheEcrite } from '../sql/rangees'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { formatDesaccord } from '@/lib/plan-action/suivi/rules/appreciation'
import { computeEcheance, type Echeance } from '@/lib/plan-action/champs/rules/echeance'
import { computeAvancementFiche, computeSilence, type AvancementFiche } from '@/lib/plan-action/suivi/rules/suivi'
import { filtresPlanSchema } from '../schema/filtres'
import { GROUPES, type Groupe, type Vue } from '../words'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

/** Rows on one page: a list is read by pages, a board and a line of time as a whole as far as may be. */
const TAILLES_PAGE: Record<Vue, number> = { liste: 50, tableau: 200, frise: 200 }

/** A fiche as one row of the list. */
export interface FicheListee extends Omit<FicheEcrite, 'etapes' | 'majLe' | 'dernierGeste' | 'appreciations'> {
  echeance: Echeance
  /** « sans nouvelle depuis le … »; null while it is followed, nothing is expected, or nobody ever wrote */
  silence: string | null
  /** what the two voices say differently */
  desaccord: string | null
  /** what the étapes say, or somebody */
  progres: { valeur: AvancementFiche['valeur']; phrase: string | null }
  etapes: number
  modifiable: boolean
}

/** Rows of the page under one name; a fiche led by two stands under each. */
interface GroupeVu {
  cle: string | null
  /** rows of the group, over all pages */
  nombre: number
  /** ids, in order */
  fiches: number[]
}

export interface VuePlan {
  nom: string
  today: DateCivile
  /** bounds of the convention */
  bornes: { debut: DateCivile | null; fin: DateCivile | null }
  /** may change the tree of the plan, and many fiches at once */
  coordination: boolean
  plan: PlanEcrit | null
  annonces: AnnoncesPlan | null
  /** why there is no plan, or no fiche, or what the fiches do not say */
  lacune: string | null
  lacuneIndicateurs: string | null
  reserves: string[]
  avenants: { objet: string; echeance: DateCivile; depasse: boolean }[]
  axes: AxeVu[]
  groupe: Groupe
  groupes: GroupeVu[]
  /** fiches of this page, each once, in the order of the rows */
  fiches: FicheListee[]
  choix: ChoixFiltres
  /** every theme there is */
  themes: { code: string; nom: string }[]
  /** saved views of who reads */
  vues: VueEnregistree[]
  /** lines of indicators asked for, of these fiches and of the convention itself */
  lignes: LigneIndicateur[]
  annee: number
  comptes: {
    total: number
    filtrees: number
    /** rows of all pages: more than the fiches where one stands under several names */
    rangees: number
    parStatut: Record<StatutFiche, number>
    enRetard: number
    aRediger: number
    indicateurs: number
    lignes: number
  }
  page: number
  pages: number
}

/** The plan of action with the convention’s own names, filtered, grouped and paged by what the address says. */
export const getPlanAction = defineQuery({
  nom: 'getPlanAction',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: filtresPlanSchema,
  run: async ({ tx, convention, acteur, today }, { convention: _slug, ...filtres }): Promise<VuePlan> => {
    const { id, debut, fin } = convention
    const annee = filtres.annee ?? computeAnneeVue({ debut, fin }, today)
    const taille = TAILLES_PAGE[filtres.vue ?? 'liste']
    const [lu] = await tx.$queryRaw<LignePlan[]>(
      sqlPlanAction({ id, debut, fin, today, annee, filtres }, { page: filtres.page, taille, acteur: acteur.id }),
    )
    if (!lu) throw new Error('no row')
    const ids = [...new Set(lu.rangs.map((rang) => rang.id))]
    const ecrites = ids.length === 0 ? [] : await tx.$queryRaw<FicheEcrite[]>(sqlRangees(id, ids))
    const index = new Map(ecrites.map((fiche) => [fiche.id, fiche]))
    const pages = Math.max(1, Math.ceil(lu.rangees / taille))
    return {
      nom: convention.nom,
      today,
      bornes: { debut, fin },
      coordination: computeReach('plan.ecrire', convention.roles) === 'OUI',
      ...buildLu(lu, today),
      groupe: filtres.groupe ?? GROUPES[0],
      fiches: ids.flatMap((fiche) => index.get(fiche) ?? []).map((fiche) => buildFiche(fiche, convention, today)),
      annee,
      page: Math.min(filtres.page, pages),
      pages,
    }
  },
})

function buildFiche(
  { etapes, majLe, dernierGeste, appreciations, ...fiche }: FicheEcrite,
  { debut, fin, roles, fichesPilotees }: ConventionOuverte,
  today: DateCivile,
): FicheListee {
  const { etat, phrase } = computeSilence(
    { statut: fiche.statut, majLe, dernierGeste, convention: { debut, fin } },
    today,
  )
  const {
    valeur,
    origine,
    phrase: progres,
  } = computeAvancementFiche(etapes, { avancement: fiche.avancement.valeur, motif: fiche.avancement.motif })
  const reach = computeReach('fiche.ecrire', roles)
  return {
    ...fiche,
    echeance: computeEcheance({ statut: fiche.statut, fin: fiche.periode.fin }, today),
    silence: etat === 'SILENCIEUSE' ? phrase : null,
    desaccord: formatDesaccord(appreciations),
    progres: { valeur, phrase: origine === 'INCONNU' ? null : progres },
    etapes: etapes.length,
    modifiable: reach === 'OUI' || (reach === 'SIENNE' && fichesPilotees.includes(fiche.id)),
  }
}

function buildLu(lu: LignePlan, today: DateCivile) {
  const parStatut = Object.fromEntries(STATUTS.map((statut) => [statut, 0])) as Record<StatutFiche, number>
  for (const [statut, nombre] of lu.parStatut) parStatut[statut] = nombre
  return {
    plan: lu.plan,
    annonces: lu.annonces,
    lacune: lu.lacune,
    lacuneIndicateurs: lu.lacuneIndicateurs,
    reserves: lu.reserves.filter(({ type }) => type === 'PLAN').map(({ raison }) => raison),
    avenants: lu.avenants.map((avenant) => ({ ...avenant, depasse: avenant.echeance < today })),
    axes: listAxes(lu),
    groupes: lu.groupes.map(({ cle, nombre }) => ({
      cle,
      nombre,
      fiches: lu.rangs.filter((rang) => rang.cle === cle).map((rang) => rang.id),
    })),
    choix: lu.choix,
    themes: lu.themes,
    vues: lu.vues,
    lignes: lu.lignes,
    comptes: {
      total: lu.parAxe.reduce((somme, [, , , nombre]) => somme + nombre, 0),
      filtrees: lu.filtrees,
      rangees: lu.rangees,
      parStatut,
      enRetard: lu.enRetard,
      aRediger: lu.aRediger,
      indicateurs: lu.indicateurs,
      lignes: lu.lignesDemandees,
    },
  }
}
