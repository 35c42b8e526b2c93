import type {
  Decision, Derogation, Instance, Membre, PointOrdreDuJour, Prisma, RegleFrequence, Reunion,
} from '@/lib/generated/prisma/client'
import { createIndex, type Contexte, type Index } from './mapping-contexte'
import { fromDate, groupBy, indexRefs, toDate } from './mapping-valeurs'
import type { Dossier } from './schema'
import { regleFrequence as regleSchema } from './schema-gouvernance'

/** Instances with their rules, members and meetings, both ways. */

export interface LignesGouvernance {
  instance: Prisma.InstanceCreateManyInput[]
  membre: Prisma.MembreCreateManyInput[]
  regleFrequence: Prisma.RegleFrequenceCreateManyInput[]
  reunion: Prisma.ReunionCreateManyInput[]
  derogation: Prisma.DerogationCreateManyInput[]
  pointOrdreDuJour: Prisma.PointOrdreDuJourCreateManyInput[]
  decision: Prisma.DecisionCreateManyInput[]
}

type ReunionDossier = Dossier['instances'][number]['reunions'][number]

/** What the agenda points to elsewhere in the dossier. */
interface Liens {
  organisme: Index
  fiche: Index
  schema: Index
}

function addReunion(reunion: ReunionDossier, instanceId: number, lignes: LignesGouvernance, { conventionId, next }: Contexte, { fiche, schema }: Liens): void {
  const { date, derogations, points, ...champs } = reunion
  const reunionId = next('reunion')
  lignes.reunion.push({ id: reunionId, conventionId, instanceId, date: toDate(date), ...champs })
  lignes.derogation.push(...derogations.map((derogation) => ({ id: next('derogation'), conventionId, reunionId, ...derogation })))
  points.forEach(({ titre, notes, decisions }, ordrePoint) => {
    const pointId = next('point_ordre_du_jour')
    lignes.pointOrdreDuJour.push({ id: pointId, conventionId, reunionId, titre, notes, ordre: ordrePoint })
    lignes.decision.push(
      ...decisions.map(({ echeance, realiseeLe, fiche: refFiche, schema: refSchema, ...decision }, ordre) => ({
        conventionId, pointId, ordre, echeance: toDate(echeance), realiseeLe: toDate(realiseeLe),
        ficheActionId: fiche(refFiche), schemaId: schema(refSchema), ...decision,
      })),
    )
  })
}

export function toGouvernance({ instances }: Dossier, contexte: Contexte, liens: Liens): LignesGouvernance {
  const { conventionId, next } = contexte
  const numerotees = instances.map((instance) => ({ ...instance, id: next('instance') }))
  const index = createIndex(numerotees)
  const lignes: LignesGouvernance = { instance: [], membre: [], regleFrequence: [], reunion: [], derogation: [], pointOrdreDuJour: [], decision: [] }
  numerotees.forEach(({ id, parent, membres, regles, reunions, ...instance }, ordreInstance) => {
    lignes.instance.push({ id, conventionId, ordre: ordreInstance, parentId: index(parent), ...instance })
    lignes.membre.push(
      ...membres.map(({ organisme, ...membre }, ordre) => ({ conventionId, instanceId: id, ordre, organismeId: liens.organisme(organisme), ...membre })),
    )
    lignes.regleFrequence.push(
      ...regles.map(({ debut, fin, ...regle }, ordre) => ({ conventionId, instanceId: id, ordre, debut: toDate(debut), fin: toDate(fin), ...regle })),
    )
    for (const reunion of reunions) addReunion(reunion, id, lignes, contexte, liens)
  })
  return lignes
}

export interface GouvernanceLue {
  instances: Instance[]
  membres: Membre[]
  regles: RegleFrequence[]
  reunions: Reunion[]
  derogations: Derogation[]
  points: PointOrdreDuJour[]
  decisions: Decision[]
}

type Ref = (id: number | null) => string | null

function fromRegle(r: RegleFrequence): Dossier['instances'][number]['regles'][number] {
  return {
    mode: r.mode,
    minimum: r.minimum,
    maximum: r.maximum,
    moyenne: r.moyenne,
    periode: r.periode,
    par: r.par,
    exceptions: regleSchema.shape.exceptions.parse(r.exceptions),
    debut: fromDate(r.debut),
    fin: fromDate(r.fin),
    evenement: r.evenement,
    aConfirmer: r.aConfirmer,
    source: r.source,
  }
}

function createReunions(lue: GouvernanceLue, fiche: Ref, schema: Ref): (instanceId: number) => ReunionDossier[] {
  const parInstance = groupBy(lue.reunions, ({ instanceId }) => instanceId)
  const derogations = groupBy(lue.derogations, ({ reunionId }) => reunionId)
  const points = groupBy(lue.points, ({ reunionId }) => reunionId)
  const decisions = groupBy(lue.decisions, ({ pointId }) => pointId)
  return (instanceId) =>
    parInstance(instanceId).map((r) => ({
      ref: r.ref,
      date: fromDate(r.date),
      heureDebut: r.heureDebut,
      heureFin: r.heureFin,
      lieu: r.lieu,
      objet: r.objet,
      groupe: r.groupe,
      etat: r.etat,
      motifAnnulation: r.motifAnnulation,
      compteRendu: r.compteRendu,
      figee: r.figee,
      derogations: derogations(r.id).map(({ regle, motif }) => ({ regle, motif })),
      points: points(r.id).map(({ id, titre, notes }) => ({
        titre,
        notes,
        decisions: decisions(id).map((d) => ({
          texte: d.texte,
          nature: d.nature,
          etat: d.etat,
          responsable: d.responsable,
          echeance: fromDate(d.echeance),
          realiseeLe: fromDate(d.realiseeLe),
          fiche: fiche(d.ficheActionId),
          schema: schema(d.schemaId),
        })),
      })),
    }))
}

export function fromGouvernance(lue: GouvernanceLue, liens: { organisme: Ref; fiche: Ref; schema: Ref }): Dossier['instances'] {
  const refInstance = indexRefs(lue.instances)
  const membres = groupBy(lue.membres, ({ instanceId }) => instanceId)
  const regles = groupBy(lue.regles, ({ instanceId }) => instanceId)
  const reunions = createReunions(lue, liens.fiche, liens.schema)
  return lue.instances.map((i) => ({
    ref: i.ref,
    type: i.type,
    nom: i.nom,
    parent: refInstance(i.parentId),
    composition: i.composition,
    animation: i.animation,
    secretariat: i.secretariat,
    missions: i.missions,
    membres: membres(i.id).map(({ libelle, fonction, organismeId, voix }) => ({ libelle, fonction, organisme: liens.organisme(organismeId), voix })),
    regles: regles(i.id).map(fromRegle),
    reunions: reunions(i.id),
  }))
}
