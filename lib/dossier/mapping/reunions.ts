import type {
  Decision,
  Derogation,
  PointOrdreDuJour,
  Presence,
  Prisma,
  Releve,
  Reunion,
  ValidationReleve,
} from '@/lib/generated/prisma/client'
import {
  createIndex,
  formatPlace,
  type Contexte,
  type Index,
  type Liens,
  type Refs,
} from '@/lib/notation/mapping/contexte'
import { fromCle, toCle, type Places } from '@/lib/notation/mapping/places'
import { fromDate, fromDecimal, fromInstant, groupBy, toDate, toInstant } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { objetLibreOuNul } from '@/lib/notation/schema'

/** Meetings with their presences, agenda, decisions and minutes, both ways. */

export interface LignesReunions {
  reunion: Prisma.ReunionCreateManyInput[]
  derogation: Prisma.DerogationCreateManyInput[]
  presence: Prisma.PresenceCreateManyInput[]
  pointOrdreDuJour: Prisma.PointOrdreDuJourCreateManyInput[]
  decision: Prisma.DecisionCreateManyInput[]
  releve: Prisma.ReleveCreateManyInput[]
  validationReleve: Prisma.ValidationReleveCreateManyInput[]
}

type ReunionDossier = Dossier['instances'][number]['reunions'][number]
type PointDossier = ReunionDossier['points'][number]
type DecisionDossier = PointDossier['decisions'][number]

interface InstanceNumerotee {
  id: number
  reunions: readonly ReunionDossier[]
}

/** Undefined leaves the column empty: a null would be the JSON value. */
const toJson = (objet: Prisma.InputJsonObject | null): Prisma.InputJsonObject | undefined => objet ?? undefined

function addReleves(
  releves: ReunionDossier['releves'],
  reunionId: number,
  lignes: LignesReunions,
  { conventionId, next }: Contexte,
): void {
  for (const { numero, contenu, soumisLe, valideLe, validations, ...releve } of releves) {
    const id = next('releve')
    lignes.releve.push({
      id,
      conventionId,
      reunionId,
      numeroVersion: numero,
      contenu: toJson(contenu),
      soumisLe: toInstant(soumisLe),
      valideLe: toInstant(valideLe),
      ...releve,
    })
    // Whoever imports has validated nothing: the validation keeps the name that was written, and no account.
    lignes.validationReleve.push(
      ...validations.map(({ instant, ...validation }) => ({
        conventionId,
        releveId: id,
        utilisateurId: null,
        instant: new Date(instant),
        ...validation,
      })),
    )
  }
}

export function toReunions(
  instances: readonly InstanceNumerotee[],
  contexte: Contexte,
  liens: Liens & { membre: Index; serie: Index },
): LignesReunions {
  const { conventionId, next } = contexte
  const reunions = instances.flatMap(({ id: instanceId, reunions: siennes }) =>
    siennes.map((reunion) => ({
      ...reunion,
      id: next('reunion'),
      instanceId,
      points: reunion.points.map((point, i) => {
        const place = formatPlace(reunion.ref, i)
        return {
          ...point,
          id: next('point_ordre_du_jour'),
          ref: place,
          decisions: point.decisions.map((decision, j) => ({
            ...decision,
            id: next('decision'),
            ref: formatPlace(place, j),
          })),
        }
      }),
    })),
  )
  const points = reunions.flatMap((reunion) => reunion.points)
  const index = {
    ...liens,
    point: createIndex(points),
    decision: createIndex(points.flatMap(({ decisions }) => decisions)),
  }
  const lignes: LignesReunions = {
    reunion: [],
    derogation: [],
    presence: [],
    pointOrdreDuJour: [],
    decision: [],
    releve: [],
    validationReleve: [],
  }
  for (const { id: reunionId, date, serie, derogations, presences, points: siens, releves, ...champs } of reunions) {
    lignes.reunion.push({ id: reunionId, conventionId, date: toDate(date), serieId: index.serie(serie), ...champs })
    lignes.derogation.push(
      ...derogations.map((derogation) => ({ id: next('derogation'), conventionId, reunionId, ...derogation })),
    )
    lignes.presence.push(
      ...presences.map(({ membre, ...presence }) => ({
        id: next('presence'),
        conventionId,
        reunionId,
        membreId: index.membre(membre) ?? 0,
        ...presence,
      })),
    )
    siens.forEach(
      ({ ref: _, decisions, cle, fiche, indicateur, schema, document, proposition, precedent, ...point }, ordre) => {
        lignes.pointOrdreDuJour.push({
          conventionId,
          reunionId,
          ordre,
          cle: toCle(cle, index),
          ficheActionId: index.fiche(fiche),
          indicateurId: index.indicateur(indicateur),
          schemaId: index.schema(schema),
          documentId: index.document(document),
          propositionId: index.decision(proposition),
          precedentId: index.point(precedent),
          ...point,
        })
        lignes.decision.push(
          ...decisions.map((decision, ordreDecision) =>
            toDecision(decision, { conventionId, pointId: point.id, ordre: ordreDecision }, index),
          ),
        )
      },
    )
    addReleves(releves, reunionId, lignes, contexte)
  }
  return lignes
}

function toDecision(
  {
    ref: _,
    echeance,
    realiseeLe,
    fiche,
    indicateur,
    schema,
    avenant,
    appliqueeLe,
    avant,
    decideePar,
    ...decision
  }: DecisionDossier & { id: number; ref: string },
  place: { conventionId: number; pointId: number; ordre: number },
  index: Liens & { decision: Index },
): Prisma.DecisionCreateManyInput {
  return {
    ...place,
    echeance: toDate(echeance),
    realiseeLe: toDate(realiseeLe),
    ficheActionId: index.fiche(fiche),
    indicateurId: index.indicateur(indicateur),
    schemaId: index.schema(schema),
    avenantId: index.avenant(avenant),
    appliqueeLe: toInstant(appliqueeLe),
    avant: toJson(avant),
    decideeParId: index.decision(decideePar),
    ...decision,
  }
}

export interface ReunionsLues {
  reunions: Reunion[]
  derogations: Derogation[]
  presences: Presence[]
  points: PointOrdreDuJour[]
  decisions: Decision[]
  releves: Releve[]
  validations: ValidationReleve[]
}

function fromDecision(d: Decision, refs: Refs & Places): DecisionDossier {
  const lue: DecisionDossier = {
    texte: d.texte,
    nature: d.nature,
    etat: d.etat,
    responsable: d.responsable,
    echeance: fromDate(d.echeance),
    realiseeLe: fromDate(d.realiseeLe),
    suivi: d.suivi,
    effet: d.effet,
    fiche: refs.fiche(d.ficheActionId),
    indicateur: refs.indicateur(d.indicateurId),
    schema: refs.schema(d.schemaId),
    avenant: refs.avenant(d.avenantId),
    cible: fromDecimal(d.cible),
    cibleTexte: d.cibleTexte,
    appliqueeLe: fromInstant(d.appliqueeLe),
    avant: objetLibreOuNul.parse(d.avant),
    decideePar: refs.decision(d.decideeParId),
  }
  // What it bore on stays behind with an earlier version of the plan: the decision is still told, its effect is not.
  const perdu = (id: number | null, ref: string | null) => id !== null && ref === null
  const sansObjet =
    perdu(d.ficheActionId, lue.fiche) || perdu(d.indicateurId, lue.indicateur) || perdu(d.schemaId, lue.schema)
  return sansObjet ? { ...lue, effet: null, appliqueeLe: null, avant: null } : lue
}

function fromPoint(p: PointOrdreDuJour, decisions: Decision[], refs: Refs & Places): PointDossier {
  return {
    titre: p.titre,
    notes: p.notes,
    presentateur: p.presentateur,
    dureeMinutes: p.dureeMinutes,
    etat: p.etat,
    origine: p.origine,
    cle: fromCle(p.cle, refs),
    fiche: refs.fiche(p.ficheActionId),
    indicateur: refs.indicateur(p.indicateurId),
    schema: refs.schema(p.schemaId),
    document: refs.document(p.documentId),
    proposition: refs.decision(p.propositionId),
    precedent: refs.point(p.precedentId),
    decisions: decisions.map((decision) => fromDecision(decision, refs)),
  }
}

function fromReleve(r: Releve, validations: ValidationReleve[]): ReunionDossier['releves'][number] {
  return {
    numero: r.numeroVersion,
    etat: r.etat,
    motif: r.motif,
    contenu: objetLibreOuNul.parse(r.contenu),
    soumisLe: fromInstant(r.soumisLe),
    valideLe: fromInstant(r.valideLe),
    validations:
      r.etat === 'BROUILLON'
        ? []
        : validations.map(({ cote, nom, instant }) => ({ cote, nom, instant: instant.toISOString() })),
  }
}

export function createReunions(lue: ReunionsLues, refs: Refs & Places): (instanceId: number) => ReunionDossier[] {
  const parInstance = groupBy(lue.reunions, ({ instanceId }) => instanceId)
  const derogations = groupBy(lue.derogations, ({ reunionId }) => reunionId)
  const presences = groupBy(lue.presences, ({ reunionId }) => reunionId)
  const points = groupBy(lue.points, ({ reunionId }) => reunionId)
  const decisions = groupBy(lue.decisions, ({ pointId }) => pointId)
  const releves = groupBy(lue.releves, ({ reunionId }) => reunionId)
  const validations = groupBy(lue.validations, ({ releveId }) => releveId)
  return (instanceId) =>
    parInstance(instanceId).map((r) => ({
      ref: r.ref,
      date: fromDate(r.date),
      heureDebut: r.heureDebut,
      heureFin: r.heureFin,
      lieu: r.lieu,
      objet: r.objet,
      groupe: r.groupe,
      serie: refs.serie(r.serieId),
      etat: r.etat,
      motifAnnulation: r.motifAnnulation,
      compteRendu: r.compteRendu,
      figee: r.figee,
      derogations: derogations(r.id).map(({ regle, motif }) => ({ regle, motif })),
      presences: presences(r.id).map(({ membreId, etat, representant }) => ({
        membre: refs.membre(membreId) ?? '',
        etat,
        representant,
      })),
      points: points(r.id).map((point) => fromPoint(point, decisions(point.id), refs)),
      releves: releves(r.id).map((releve) => fromReleve(releve, validations(releve.id))),
    }))
}
