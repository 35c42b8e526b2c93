import type { Competence, Instance, Membre, Prisma, RegleFrequence, SerieReunion } from '@/lib/generated/prisma/client'
import { createIndex, formatPlace, type Contexte, type Liens, type Refs } from '@/lib/notation/mapping/contexte'
import { createReunions, toReunions, type LignesReunions, type ReunionsLues } from './reunions'
import { formatPlaces } from '@/lib/notation/mapping/places'
import { fromDate, groupBy, indexRefs, toDate } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { regleFrequence as regleSchema } from '@/lib/dossier/schema/gouvernance'

/** Instances with what they decide of, their rules, members and series, both ways. */

export interface LignesGouvernance extends LignesReunions {
  instance: Prisma.InstanceCreateManyInput[]
  competence: Prisma.CompetenceCreateManyInput[]
  membre: Prisma.MembreCreateManyInput[]
  regleFrequence: Prisma.RegleFrequenceCreateManyInput[]
  serieReunion: Prisma.SerieReunionCreateManyInput[]
}

type InstanceDossier = Dossier['instances'][number]

export function toGouvernance({ instances }: Dossier, contexte: Contexte, liens: Liens): LignesGouvernance {
  const { conventionId, next } = contexte
  const numerotees = instances.map((instance) => ({
    ...instance,
    id: next('instance'),
    membres: instance.membres.map((membre, i) => ({
      ...membre,
      id: next('membre'),
      place: formatPlace(instance.ref, i),
    })),
    series: instance.series.map((serie, i) => ({
      ...serie,
      id: next('serie_reunion'),
      place: formatPlace(instance.ref, i),
    })),
  }))
  const index = createIndex(numerotees)
  const indexPlaces = (lignes: readonly { place: string; id: number }[]) =>
    createIndex(lignes.map(({ place, id }) => ({ ref: place, id })))
  const membre = indexPlaces(numerotees.flatMap(({ membres }) => membres))
  const serie = indexPlaces(numerotees.flatMap(({ series }) => series))
  return {
    instance: numerotees.map(
      ({ id, ref, type, nom, parent, composition, animation, secretariat, missions, quorum, quorumTexte }, ordre) => ({
        id,
        conventionId,
        ordre,
        ref,
        type,
        nom,
        parentId: index(parent),
        composition,
        animation,
        secretariat,
        missions,
        quorum,
        quorumTexte,
      }),
    ),
    competence: numerotees.flatMap(({ id, competences }) =>
      competences.map((competence) => ({ conventionId, instanceId: id, ...competence })),
    ),
    membre: numerotees.flatMap(({ id: instanceId, membres }) =>
      membres.map(({ id, place: _, organisme, predecesseur, debut, fin, ...reste }, ordre) => ({
        id,
        conventionId,
        instanceId,
        ordre,
        organismeId: liens.organisme(organisme),
        predecesseurId: membre(predecesseur),
        debut: toDate(debut),
        fin: toDate(fin),
        ...reste,
      })),
    ),
    regleFrequence: numerotees.flatMap(({ id, regles }) =>
      regles.map(({ debut, fin, ...regle }, ordre) => ({
        conventionId,
        instanceId: id,
        ordre,
        debut: toDate(debut),
        fin: toDate(fin),
        ...regle,
      })),
    ),
    serieReunion: numerotees.flatMap(({ id: instanceId, series }) =>
      series.map(({ id, rythme, libelle, evenement, joursAvant, debut, fin }) => ({
        id,
        conventionId,
        instanceId,
        rythme,
        libelle,
        evenementId: index(evenement),
        joursAvant,
        debut: toDate(debut),
        fin: toDate(fin),
      })),
    ),
    ...toReunions(numerotees, contexte, { ...liens, membre, serie }),
  }
}

export interface GouvernanceLue extends ReunionsLues {
  instances: Instance[]
  competences: Competence[]
  membres: Membre[]
  regles: RegleFrequence[]
  series: SerieReunion[]
}

function fromRegle(r: RegleFrequence): InstanceDossier['regles'][number] {
  return {
    mode: r.mode,
    minimum: r.minimum,
    maximum: r.maximum,
    moyenne: r.moyenne,
    periode: r.periode,
    par: r.par,
    groupes: r.groupes,
    exceptions: regleSchema.shape.exceptions.parse(r.exceptions),
    moments: regleSchema.shape.moments.parse(r.moments),
    debut: fromDate(r.debut),
    fin: fromDate(r.fin),
    evenement: r.evenement,
    aConfirmer: r.aConfirmer,
    source: r.source,
  }
}

export function fromGouvernance(lue: GouvernanceLue, refs: Refs): InstanceDossier[] {
  const refInstance = indexRefs(lue.instances)
  const competences = groupBy(lue.competences, ({ instanceId }) => instanceId)
  const membres = groupBy(lue.membres, ({ instanceId }) => instanceId)
  const regles = groupBy(lue.regles, ({ instanceId }) => instanceId)
  const series = groupBy(lue.series, ({ instanceId }) => instanceId)
  const places = formatPlaces(lue)
  const reunions = createReunions(lue, { ...refs, ...places })
  return lue.instances.map((i) => ({
    ref: i.ref,
    type: i.type,
    nom: i.nom,
    parent: refInstance(i.parentId),
    composition: i.composition,
    animation: i.animation,
    secretariat: i.secretariat,
    missions: i.missions,
    quorum: i.quorum,
    quorumTexte: i.quorumTexte,
    competences: competences(i.id).map(({ matiere, pouvoir, source }) => ({ matiere, pouvoir, source })),
    membres: membres(i.id).map((m) => ({
      libelle: m.libelle,
      fonction: m.fonction,
      organisme: refs.organisme(m.organismeId),
      voix: m.voix,
      personne: m.personne,
      suppleant: m.suppleant,
      coanimation: m.coanimation,
      debut: fromDate(m.debut),
      fin: fromDate(m.fin),
      motifFin: m.motifFin,
      predecesseur: places.membre(m.predecesseurId),
    })),
    regles: regles(i.id).map(fromRegle),
    series: series(i.id).map((s) => ({
      rythme: s.rythme,
      libelle: s.libelle,
      evenement: refInstance(s.evenementId),
      joursAvant: s.joursAvant,
      debut: fromDate(s.debut),
      fin: fromDate(s.fin),
    })),
    reunions: reunions(i.id),
  }))
}
