import type {
  Annexe,
  Avenant,
  ChiffreCle,
  Clause,
  CoutEtp,
  Document,
  Enjeu,
  Equipement,
  Evaluation,
  Jalon,
  Lacune,
  MissionCooperation,
  Prisma,
  Reserve,
} from '@/lib/generated/prisma/client'
import { createIndex, pick, type Contexte, type Index } from '@/lib/notation/mapping/contexte'
import { fromDate, fromDecimal, fromPeriode, indexRefs, toDate, toPeriode } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { lacune as lacuneSchema, natureEquipement, reserve as reserveSchema } from '@/lib/dossier/schema/convention'

/** The lists of a convention that hang directly on it, both ways. */

export interface LignesListes {
  avenant: Prisma.AvenantCreateManyInput[]
  enjeu: Prisma.EnjeuCreateManyInput[]
  clause: Prisma.ClauseCreateManyInput[]
  annexe: Prisma.AnnexeCreateManyInput[]
  chiffreCle: Prisma.ChiffreCleCreateManyInput[]
  lacune: Prisma.LacuneCreateManyInput[]
  reserve: Prisma.ReserveCreateManyInput[]
  jalon: Prisma.JalonCreateManyInput[]
  document: Prisma.DocumentCreateManyInput[]
  missionCooperation: Prisma.MissionCooperationCreateManyInput[]
  equipement: Prisma.EquipementCreateManyInput[]
  coutEtp: Prisma.CoutEtpCreateManyInput[]
  evaluation: Prisma.EvaluationCreateManyInput[]
}

function toEnjeux({ enjeux }: Dossier, { conventionId, next }: Contexte): Prisma.EnjeuCreateManyInput[] {
  const numerotes = enjeux.map((enjeu) => ({ ...enjeu, id: next('enjeu') }))
  const index = createIndex(numerotes)
  return numerotes.map(({ parent, ...enjeu }, ordre) => ({ conventionId, ordre, parentId: index(parent), ...enjeu }))
}

/** @returns the rows, the ids of the avenants by their `ref` and of the documents by their rank */
export function toListes(
  dossier: Dossier,
  contexte: Contexte,
): { lignes: LignesListes; avenant: Index; document: (rang: number | null) => number | null } {
  const { conventionId, next } = contexte
  const avenants = dossier.avenants.map((avenant) => ({ ...avenant, id: next('avenant') }))
  const documents = dossier.documents.map((document) => ({ ...document, id: next('document') }))
  const rangs = new Map(documents.map(({ id }, i) => [i + 1, id]))
  const lignes: LignesListes = {
    avenant: avenants.map(({ echeance, dateSignature, valideLe, ...avenant }, ordre) => ({
      conventionId,
      ordre,
      echeance: toDate(echeance),
      dateSignature: toDate(dateSignature),
      valideLe: toDate(valideLe),
      ...avenant,
    })),
    enjeu: toEnjeux(dossier, contexte),
    clause: dossier.clauses.map((clause, ordre) => ({ conventionId, ordre, ...clause })),
    annexe: dossier.annexes.map((annexe, ordre) => ({ conventionId, ordre, ...annexe })),
    chiffreCle: dossier.chiffres.map((chiffre, ordre) => ({ conventionId, ordre, ...chiffre })),
    lacune: dossier.lacunes.map((lacune, ordre) => ({ conventionId, ordre, ...lacune })),
    reserve: dossier.reserves.map(({ cible, ...reserve }, ordre) => ({
      conventionId,
      ordre,
      cibleType: cible.type,
      cibleRef: cible.ref,
      ...reserve,
    })),
    jalon: dossier.jalons.map(({ titre, texte, etapes, periode }, ordre) => {
      const { texte: periodeTexte, debut, fin } = toPeriode(periode)
      return { conventionId, ordre, titre, texte, etapes, periodeTexte, debut, fin }
    }),
    document: documents.map(({ date, ...document }, ordre) => ({
      conventionId,
      ordre,
      date: toDate(date),
      ...document,
    })),
    missionCooperation: dossier.missions.map((mission, ordre) => ({ conventionId, ordre, ...mission })),
    equipement: dossier.equipements.map(({ insee, commune, ...equipement }, ordre) => ({
      conventionId,
      ordre,
      communeCode: insee,
      communeNom: commune,
      ...equipement,
    })),
    coutEtp: dossier.coutsEtp.map(({ valableDu, ...cout }, ordre) => ({
      conventionId,
      ordre,
      valableDu: toDate(valableDu),
      ...cout,
    })),
    evaluation: dossier.evaluations.map(({ ref, objet, periodicite, periode, texte }, ordre) => {
      const { texte: periodeTexte, debut, fin } = toPeriode(periode)
      return { conventionId, ordre, ref, objet, periodicite, periodeTexte, debut, fin, texte }
    }),
  }
  return { lignes, avenant: createIndex(avenants), document: (rang) => (rang === null ? null : pick(rangs, rang)) }
}

export interface ListesLues {
  avenants: Avenant[]
  enjeux: Enjeu[]
  clauses: Clause[]
  annexes: Annexe[]
  chiffres: ChiffreCle[]
  lacunes: Lacune[]
  reserves: Reserve[]
  jalons: Jalon[]
  documents: Document[]
  missions: MissionCooperation[]
  equipements: Equipement[]
  coutsEtp: CoutEtp[]
  evaluations: Evaluation[]
}

export function fromListes(lues: ListesLues): Pick<Dossier, keyof ListesLues> {
  const refEnjeu = indexRefs(lues.enjeux)
  return {
    avenants: lues.avenants.map(({ ref, objet, echeance, dateSignature, valideLe, texte }) => ({
      ref,
      objet,
      echeance: fromDate(echeance),
      dateSignature: fromDate(dateSignature),
      valideLe: fromDate(valideLe),
      texte,
    })),
    enjeux: lues.enjeux.map(({ ref, nature, parentId, texte }) => ({ ref, nature, parent: refEnjeu(parentId), texte })),
    clauses: lues.clauses.map(({ article, titre, texte }) => ({ article, titre, texte })),
    annexes: lues.annexes.map(({ numero, titre, etat, note }) => ({ numero, titre, etat, note })),
    chiffres: lues.chiffres.map(({ libelle, valeur, unite, source }) => ({
      libelle,
      valeur: fromDecimal(valeur),
      unite,
      source,
    })),
    lacunes: lues.lacunes.map(({ sujet, raison }) => lacuneSchema.parse({ sujet, raison })),
    reserves: lues.reserves.map(({ cibleType, cibleRef, champ, citation, lecture, raison }) =>
      reserveSchema.parse({ cible: { type: cibleType, ref: cibleRef }, champ, citation, lecture, raison }),
    ),
    jalons: lues.jalons.map(({ titre, texte, etapes, periodeTexte, debut, fin }) => ({
      titre,
      texte,
      etapes,
      periode: fromPeriode(periodeTexte, debut, fin),
    })),
    documents: lues.documents.map(({ titre, nature, reference, date, note }) => ({
      titre,
      nature,
      reference,
      date: fromDate(date),
      note,
    })),
    missions: lues.missions.map(({ bloc, texte }) => ({ bloc, texte })),
    equipements: lues.equipements.map((e) => ({
      ref: e.ref,
      nom: e.nom,
      nature: natureEquipement.parse(e.nature),
      typeSource: e.typeSource,
      natureSource: e.natureSource,
      adresse: e.adresse,
      codePostal: e.codePostal,
      communeSource: e.communeSource,
      insee: e.communeCode,
      commune: e.communeNom,
    })),
    coutsEtp: lues.coutsEtp.map(({ montant, valableDu, indicatif, source }) => ({
      montant: fromDecimal(montant),
      valableDu: fromDate(valableDu),
      indicatif,
      source,
    })),
    evaluations: lues.evaluations.map(({ ref, objet, periodicite, periodeTexte, debut, fin, texte }) => ({
      ref,
      objet,
      periodicite,
      periode: fromPeriode(periodeTexte, debut, fin),
      texte,
    })),
  }
}
