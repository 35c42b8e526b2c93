import type { AccordMesure, CibleIndicateur, Indicateur, Mesure, Prisma } from '@/lib/generated/prisma/client'
import { createIndex, type Contexte, type Index } from '@/lib/notation/mapping/contexte'
import {
  fromDate,
  fromDecimal,
  fromInstant,
  groupBy,
  indexRefs,
  toDate,
  toInstant,
} from '@/lib/notation/mapping/valeurs'
import type { IndicateurDossier } from '../schema/plan'

/** Indicators with their targets, their measures and who agreed to them, both ways. */

export interface LignesIndicateurs {
  indicateur: Prisma.IndicateurCreateManyInput[]
  cibleIndicateur: Prisma.CibleIndicateurCreateManyInput[]
  mesure: Prisma.MesureCreateManyInput[]
  accordMesure: Prisma.AccordMesureCreateManyInput[]
}

type MesureDossier = IndicateurDossier['mesures'][number]

interface LiensIndicateurs {
  organisme: Index
  etape: Index
}

function addMesures(
  mesures: MesureDossier[],
  indicateurId: number,
  lignes: LignesIndicateurs,
  { conventionId, next }: Contexte,
  organisme: Index,
): void {
  for (const { periode, debut, fin, confirmeeLe, accords, ...mesure } of mesures) {
    const id = next('mesure')
    lignes.mesure.push({
      id,
      conventionId,
      indicateurId,
      periodeTexte: periode,
      debut: toDate(debut),
      fin: toDate(fin),
      confirmeeLe: toInstant(confirmeeLe),
      ...mesure,
    })
    lignes.accordMesure.push(
      ...accords.map((accord) => ({
        conventionId,
        mesureId: id,
        organismeId: organisme(accord.organisme) ?? 0,
        le: toDate(accord.le),
      })),
    )
  }
}

/** Adds the rows of the indicators of one fiche. @returns them with their ids */
export function toIndicateurs(
  indicateurs: readonly IndicateurDossier[],
  { conventionId, ficheActionId }: { conventionId: number; ficheActionId: number },
  lignes: LignesIndicateurs,
  contexte: Contexte,
  liens: LiensIndicateurs,
): { ref: string; id: number }[] {
  const numerotes = indicateurs.map((indicateur) => ({ ...indicateur, id: contexte.next('indicateur') }))
  const index = createIndex(numerotes)
  numerotes.forEach(({ etape, origine, cibles, mesures, ...indicateur }, ordre) => {
    lignes.indicateur.push({
      conventionId,
      ficheActionId,
      ordre,
      etapeId: liens.etape(etape),
      origineId: index(origine),
      ...indicateur,
    })
    lignes.cibleIndicateur.push(
      ...cibles.map(({ periode, debut, fin, ...cible }) => ({
        id: contexte.next('cible_indicateur'),
        conventionId,
        indicateurId: indicateur.id,
        periodeTexte: periode,
        debut: toDate(debut),
        fin: toDate(fin),
        ...cible,
      })),
    )
    addMesures(mesures, indicateur.id, lignes, contexte, liens.organisme)
  })
  return numerotes.map(({ ref, id }) => ({ ref, id }))
}

export interface IndicateursLus {
  indicateurs: Indicateur[]
  cibles: CibleIndicateur[]
  mesures: Mesure[]
  /** in the order of the organismes of the convention */
  accords: AccordMesure[]
}

type Ref = (id: number | null) => string | null

/** Answers the indicators of a fiche as a dossier writes them. */
export function createIndicateurs(
  lus: IndicateursLus,
  refs: { organisme: Ref; etape: Ref },
): (ficheActionId: number) => IndicateurDossier[] {
  const parFiche = groupBy(lus.indicateurs, ({ ficheActionId }) => ficheActionId)
  const cibles = groupBy(lus.cibles, ({ indicateurId }) => indicateurId)
  const mesures = groupBy(lus.mesures, ({ indicateurId }) => indicateurId)
  const accords = groupBy(lus.accords, ({ mesureId }) => mesureId)
  const refIndicateur = indexRefs(lus.indicateurs)
  const fromMesure = (m: Mesure): MesureDossier => ({
    periode: m.periodeTexte,
    debut: fromDate(m.debut),
    fin: fromDate(m.fin),
    valeur: fromDecimal(m.valeur),
    valeurPrevue: fromDecimal(m.valeurPrevue),
    texte: m.texte,
    source: m.source,
    ventilation: m.ventilation,
    etat: m.etat,
    motif: m.motif,
    confirmeeLe: fromInstant(m.confirmeeLe),
    accords: accords(m.id).map(({ organismeId, le }) => ({
      organisme: refs.organisme(organismeId) ?? '',
      le: fromDate(le),
    })),
  })
  return (ficheActionId) =>
    parFiche(ficheActionId).map((i) => ({
      ref: i.ref,
      libelle: i.libelle,
      note: i.note,
      etape: refs.etape(i.etapeId),
      origine: refIndicateur(i.origineId),
      nature: i.nature,
      unite: i.unite,
      evolution: i.evolution,
      frequence: i.frequence,
      ventilation: i.ventilation,
      ventilationGenre: i.ventilationGenre,
      ventiles: i.ventiles,
      sens: i.sens,
      reference: fromDecimal(i.reference),
      referenceTexte: i.referenceTexte,
      cible: fromDecimal(i.cible),
      cibleTexte: i.cibleTexte,
      source: i.source,
      fournisseur: i.fournisseur,
      confirmation: i.confirmation,
      cibles: cibles(i.id).map((c) => ({
        periode: c.periodeTexte,
        debut: fromDate(c.debut),
        fin: fromDate(c.fin),
        valeur: fromDecimal(c.valeur),
        texte: c.texte,
      })),
      mesures: mesures(i.id).map(fromMesure),
    }))
}
