import type {
  Axe, Etape, FicheAction, FicheTheme, Indicateur, Mesure, Pilotage, PlanAction, Prisma,
} from '@/lib/generated/prisma/client'
import { createIndex, type Contexte, type Index } from './mapping-contexte'
import { fromDate, fromDecimal, fromPeriode, groupBy, indexRefs, toDate, toPeriode } from './mapping-valeurs'
import type { Dossier } from './schema'
import { codeTheme } from './schema-commun'

/** The plan of action, both ways. */

export interface LignesPlan {
  planAction: Prisma.PlanActionCreateManyInput[]
  axe: Prisma.AxeCreateManyInput[]
  ficheAction: Prisma.FicheActionCreateManyInput[]
  ficheTheme: Prisma.FicheThemeCreateManyInput[]
  etape: Prisma.EtapeCreateManyInput[]
  pilotage: Prisma.PilotageCreateManyInput[]
  indicateur: Prisma.IndicateurCreateManyInput[]
  mesure: Prisma.MesureCreateManyInput[]
}

type PlanDossier = NonNullable<Dossier['plan']>
type FicheDossier = PlanDossier['fiches'][number]

function toCalendrier(calendrier: FicheDossier['calendrier']) {
  const { texte, debut, fin } = toPeriode(calendrier)
  return { periodeTexte: texte, periodeDebut: debut, periodeFin: fin }
}

/** Rows that hang on one fiche. @returns its indicators with their ids */
function addContenu(fiche: FicheDossier & { id: number }, lignes: LignesPlan, { conventionId, next }: Contexte, organisme: Index): { ref: string; id: number }[] {
  const ficheActionId = fiche.id
  const etapes = fiche.etapes.map((etape) => ({ ...etape, id: next('etape') }))
  const index = createIndex(etapes)
  lignes.ficheTheme.push(...fiche.themes.map((themeCode) => ({ conventionId, ficheActionId, themeCode })))
  lignes.pilotage.push(
    ...fiche.pilotages.map(({ organisme: ref, ...pilotage }, ordre) => ({ conventionId, ficheActionId, ordre, organismeId: organisme(ref), ...pilotage })),
  )
  lignes.etape.push(...etapes.map(({ calendrier, ...etape }, ordre) => ({ conventionId, ficheActionId, ordre, ...toCalendrier(calendrier), ...etape })))
  return fiche.indicateurs.map(({ etape, mesures, ...indicateur }, ordre) => {
    const indicateurId = next('indicateur')
    lignes.indicateur.push({ id: indicateurId, conventionId, ficheActionId, ordre, etapeId: index(etape), ...indicateur })
    lignes.mesure.push(
      ...mesures.map(({ periode, debut, fin, ...mesure }) => ({
        id: next('mesure'), conventionId, indicateurId, periodeTexte: periode, debut: toDate(debut), fin: toDate(fin), ...mesure,
      })),
    )
    return { ref: indicateur.ref, id: indicateurId }
  })
}

/** @returns the rows, and the ids of the fiches and of their indicators by their `ref` */
export function toPlan({ plan }: Dossier, contexte: Contexte, organisme: Index): { lignes: LignesPlan; fiche: Index; indicateur: Index } {
  const lignes: LignesPlan = { planAction: [], axe: [], ficheAction: [], ficheTheme: [], etape: [], pilotage: [], indicateur: [], mesure: [] }
  if (plan === null) return { lignes, fiche: createIndex([]), indicateur: createIndex([]) }
  const { conventionId, next } = contexte
  const { axes, fiches, ...champs } = plan
  const planId = next('plan_action')
  lignes.planAction.push({ id: planId, conventionId, ...champs })
  const axesNumerotes = axes.map((axe) => ({ ...axe, id: next('axe') }))
  const axe = createIndex(axesNumerotes)
  lignes.axe = axesNumerotes.map(({ parent, theme, ...reste }, ordre) => ({ conventionId, planId, ordre, parentId: axe(parent), themeCode: theme, ...reste }))
  const fichesNumerotees = fiches.map((fiche) => ({ ...fiche, id: next('fiche_action') }))
  const indicateurs = fichesNumerotees.flatMap((fiche, ordre) => {
    const { axe: refAxe, calendrier, themes, pilotages, etapes, indicateurs, ...reste } = fiche
    lignes.ficheAction.push({ conventionId, planId, axeId: axe(refAxe) ?? 0, ordre, ...toCalendrier(calendrier), ...reste })
    return addContenu(fiche, lignes, contexte, organisme)
  })
  return { lignes, fiche: createIndex(fichesNumerotees), indicateur: createIndex(indicateurs) }
}

export interface PlanLu {
  plan: PlanAction | null
  axes: Axe[]
  fiches: FicheAction[]
  themes: FicheTheme[]
  etapes: Etape[]
  pilotages: Pilotage[]
  indicateurs: Indicateur[]
  mesures: Mesure[]
}

function fromIndicateur(i: Indicateur, etape: string | null, mesures: Mesure[]): FicheDossier['indicateurs'][number] {
  return {
    ref: i.ref,
    libelle: i.libelle,
    note: i.note,
    etape,
    nature: i.nature,
    unite: i.unite,
    evolution: i.evolution,
    ventilation: i.ventilation,
    sens: i.sens,
    reference: fromDecimal(i.reference),
    cible: fromDecimal(i.cible),
    cibleTexte: i.cibleTexte,
    source: i.source,
    fournisseur: i.fournisseur,
    mesures: mesures.map((m) => ({
      periode: m.periodeTexte,
      debut: fromDate(m.debut),
      fin: fromDate(m.fin),
      valeur: fromDecimal(m.valeur),
      valeurPrevue: fromDecimal(m.valeurPrevue),
      texte: m.texte,
      source: m.source,
      ventilation: m.ventilation,
    })),
  }
}

function createFiche(lu: PlanLu, organisme: (id: number | null) => string | null): (fiche: FicheAction) => FicheDossier {
  const refAxe = indexRefs(lu.axes)
  const refEtape = indexRefs(lu.etapes)
  const themes = groupBy(lu.themes, ({ ficheActionId }) => ficheActionId)
  const pilotages = groupBy(lu.pilotages, ({ ficheActionId }) => ficheActionId)
  const etapes = groupBy(lu.etapes, ({ ficheActionId }) => ficheActionId)
  const indicateurs = groupBy(lu.indicateurs, ({ ficheActionId }) => ficheActionId)
  const mesures = groupBy(lu.mesures, ({ indicateurId }) => indicateurId)
  return (f) => ({
    ref: f.ref,
    axe: refAxe(f.axeId) ?? '',
    numero: f.numero,
    titre: f.titre,
    titreCourt: f.titreCourt,
    contexte: f.contexte,
    objectifs: f.objectifs,
    description: f.description,
    publicVise: f.publicVise,
    calendrier: fromPeriode(f.periodeTexte, f.periodeDebut, f.periodeFin),
    statut: f.statut,
    avancement: f.avancement,
    enjeuCoordination: f.enjeuCoordination,
    suivi: f.suivi,
    themes: codeTheme.options.filter((code) => themes(f.id).some(({ themeCode }) => themeCode === code)),
    pilotages: pilotages(f.id).map(({ role, texte, organismeId, aDefinir }) => ({ role, texte, organisme: organisme(organismeId), aDefinir })),
    etapes: etapes(f.id).map((e) => ({
      ref: e.ref,
      numero: e.numero,
      titre: e.titre,
      description: e.description,
      calendrier: fromPeriode(e.periodeTexte, e.periodeDebut, e.periodeFin),
      statut: e.statut,
    })),
    indicateurs: indicateurs(f.id).map((i) => fromIndicateur(i, refEtape(i.etapeId), mesures(i.id))),
  })
}

export function fromPlan(lu: PlanLu, organisme: (id: number | null) => string | null): Dossier['plan'] {
  const { plan } = lu
  if (plan === null) return null
  const refAxe = indexRefs(lu.axes)
  return {
    titre: plan.titre,
    niveaux: plan.niveaux,
    nomFiche: plan.nomFiche,
    nomEtape: plan.nomEtape,
    texte: plan.texte,
    raisonSansFiche: plan.raisonSansFiche,
    axes: lu.axes.map((a) => ({
      ref: a.ref,
      parent: refAxe(a.parentId),
      numero: a.numero,
      titre: a.titre,
      description: a.description,
      objectifs: a.objectifs,
      absence: a.absence,
      theme: codeTheme.nullable().parse(a.themeCode),
    })),
    fiches: lu.fiches.map(createFiche(lu, organisme)),
  }
}
