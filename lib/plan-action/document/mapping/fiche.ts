import type {
  Appreciation,
  Etape,
  FicheAction,
  FicheCommune,
  FicheDocument,
  FicheTheme,
  LienFiche,
  LigneBudget,
  Pilotage,
  Prisma,
} from '@/lib/generated/prisma/client'
import { mapTextes } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampTexte } from '@/lib/plan-action/champs/words/catalogue'
import { createIndex, type Contexte, type LiensPlan, type RefsPlan } from '@/lib/notation/mapping/contexte'
import { createIndicateurs, toIndicateurs, type IndicateursLus, type LignesIndicateurs } from './indicateur'
import {
  fromDate,
  fromDecimal,
  fromPeriode,
  groupBy,
  indexRefs,
  toDate,
  toPeriode,
} from '@/lib/notation/mapping/valeurs'
import { codeTheme } from '@/lib/notation/schema'
import { cote } from '../schema/fiche'
import type { FicheDossier } from '../schema/plan'

/** Fiches of the plan and all that hangs on them, both ways. */

export interface LignesFiches extends LignesIndicateurs {
  ficheAction: Prisma.FicheActionCreateManyInput[]
  ficheTheme: Prisma.FicheThemeCreateManyInput[]
  ficheCommune: Prisma.FicheCommuneCreateManyInput[]
  ficheDocument: Prisma.FicheDocumentCreateManyInput[]
  etape: Prisma.EtapeCreateManyInput[]
  pilotage: Prisma.PilotageCreateManyInput[]
  ligneBudget: Prisma.LigneBudgetCreateManyInput[]
  lienFiche: Prisma.LienFicheCreateManyInput[]
  appreciation: Prisma.AppreciationCreateManyInput[]
}

function toCalendrier(calendrier: FicheDossier['calendrier']) {
  const { texte, debut, fin } = toPeriode(calendrier)
  return { periodeTexte: texte, periodeDebut: debut, periodeFin: fin }
}

/** Adds the rows of one fiche. @returns its indicators with their ids */
export function addFiche(
  fiche: FicheDossier & { id: number },
  place: { planId: number; axeId: number; ordre: number },
  lignes: LignesFiches,
  contexte: Contexte,
  liens: LiensPlan,
): { ref: string; id: number }[] {
  const { conventionId, next } = contexte
  const {
    axe: _,
    calendrier,
    redaction,
    themes,
    communes,
    documents,
    pilotages,
    etapes,
    indicateurs,
    budget,
    liens: siens,
    appreciations,
    ...champs
  } = fiche
  lignes.ficheAction.push({
    conventionId,
    ...place,
    ...toCalendrier(calendrier),
    redactionMotif: redaction?.motif ?? null,
    redactionEcheance: toDate(redaction?.echeance ?? null),
    redactionAvenantId: liens.avenant(redaction?.avenant ?? null),
    ...champs,
  })
  const sur = { conventionId, ficheActionId: fiche.id }
  lignes.ficheTheme.push(...themes.map((themeCode) => ({ ...sur, themeCode })))
  lignes.ficheCommune.push(...communes.map((nom) => ({ ...sur, communeId: liens.commune(nom) ?? 0 })))
  lignes.ficheDocument.push(...documents.map((rang) => ({ ...sur, documentId: liens.document(rang) ?? 0 })))
  lignes.pilotage.push(
    ...pilotages.map(({ organisme, ...pilotage }, ordre) => ({
      ...sur,
      ordre,
      organismeId: liens.organisme(organisme),
      ...pilotage,
    })),
  )
  lignes.ligneBudget.push(
    ...budget.map(({ organisme, ...ligne }, ordre) => ({
      ...sur,
      ordre,
      organismeId: liens.organisme(organisme),
      ...ligne,
    })),
  )
  lignes.lienFiche.push(...siens.map((lien, ordre) => ({ ...sur, ordre, ...lien })))
  // Whoever imports has appraised nothing: the name that was written stays, and no account.
  lignes.appreciation.push(
    ...appreciations.map(({ instant, ...appreciation }) => ({
      ...sur,
      auteurId: null,
      instant: new Date(instant),
      ...appreciation,
    })),
  )
  const etapesNumerotees = etapes.map((etape) => ({ ...etape, id: next('etape') }))
  lignes.etape.push(
    ...etapesNumerotees.map(({ calendrier: sien, ...etape }, ordre) => ({
      ...sur,
      ordre,
      ...toCalendrier(sien),
      ...etape,
    })),
  )
  return toIndicateurs(indicateurs, sur, lignes, contexte, {
    organisme: liens.organisme,
    etape: createIndex(etapesNumerotees),
  })
}

export interface FichesLues extends IndicateursLus {
  fiches: FicheAction[]
  themes: FicheTheme[]
  communes: FicheCommune[]
  documents: FicheDocument[]
  etapes: Etape[]
  pilotages: Pilotage[]
  budget: LigneBudget[]
  liens: LienFiche[]
  appreciations: Appreciation[]
}

function fromAppreciations(lues: Appreciation[]): FicheDossier['appreciations'] {
  return cote.options.flatMap((voix) =>
    lues
      .filter((a) => a.cote === voix)
      .map((a) => ({ cote: a.cote, niveau: a.niveau, texte: a.texte, nom: a.nom, instant: a.instant.toISOString() })),
  )
}

/** The texts of a fiche: a row and a dossier give them the same names. */
const readTextes = (f: FicheAction): Pick<FicheAction, ChampTexte> =>
  mapTextes(({ cle }) => f[cle]) as Pick<FicheAction, ChampTexte>

/** What is a set is told in the order of what it names. */
const present = <T>(valeurs: (T | null)[]): T[] => valeurs.filter((valeur) => valeur !== null)

/** Answers fiches as a dossier writes them. @param ordreCommunes names of the communes of the territory, in order */
export function createFiche(
  lu: FichesLues,
  refs: RefsPlan & { axe: (id: number) => string | null },
  ordreCommunes: readonly string[],
): (fiche: FicheAction) => FicheDossier {
  const parFiche = <T extends { ficheActionId: number }>(lignes: readonly T[]) =>
    groupBy(lignes, ({ ficheActionId }) => ficheActionId)
  const themes = parFiche(lu.themes)
  const communes = parFiche(lu.communes)
  const documents = parFiche(lu.documents)
  const pilotages = parFiche(lu.pilotages)
  const etapes = parFiche(lu.etapes)
  const budget = parFiche(lu.budget)
  const liens = parFiche(lu.liens)
  const appreciations = parFiche(lu.appreciations)
  const indicateurs = createIndicateurs(lu, { organisme: refs.organisme, etape: indexRefs(lu.etapes) })
  return (f) => {
    const siennes = new Set(communes(f.id).map(({ communeId }) => refs.commune(communeId)))
    const redaction = {
      motif: f.redactionMotif,
      echeance: fromDate(f.redactionEcheance),
      avenant: refs.avenant(f.redactionAvenantId),
    }
    return {
      ref: f.ref,
      axe: refs.axe(f.axeId) ?? '',
      ...readTextes(f),
      calendrier: fromPeriode(f.periodeTexte, f.periodeDebut, f.periodeFin),
      statut: f.statut,
      avancement: f.avancement,
      avancementMotif: f.avancementMotif,
      enjeuCoordination: f.enjeuCoordination,
      aRediger: f.aRediger,
      redaction:
        redaction.motif === null && redaction.echeance === null && redaction.avenant === null ? null : redaction,
      themes: codeTheme.options.filter((code) => themes(f.id).some(({ themeCode }) => themeCode === code)),
      communes: ordreCommunes.filter((nom) => siennes.has(nom)),
      pilotages: pilotages(f.id).map(({ role, texte, organismeId, aDefinir }) => ({
        role,
        texte,
        organisme: refs.organisme(organismeId),
        aDefinir,
      })),
      etapes: etapes(f.id).map((e) => ({
        ref: e.ref,
        numero: e.numero,
        titre: e.titre,
        description: e.description,
        calendrier: fromPeriode(e.periodeTexte, e.periodeDebut, e.periodeFin),
        statut: e.statut,
      })),
      indicateurs: indicateurs(f.id),
      budget: budget(f.id).map((b) => ({
        annee: b.annee,
        financeur: b.financeur,
        organisme: refs.organisme(b.organismeId),
        libelle: b.libelle,
        prevu: fromDecimal(b.prevu),
        realise: fromDecimal(b.realise),
        source: b.source,
      })),
      liens: liens(f.id).map(({ libelle, precision, adresse }) => ({ libelle, precision, adresse })),
      documents: present(documents(f.id).map(({ documentId }) => refs.document(documentId))).sort((a, b) => a - b),
      appreciations: fromAppreciations(appreciations(f.id)),
    }
  }
}
