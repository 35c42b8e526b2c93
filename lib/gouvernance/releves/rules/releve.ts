/** What minutes say, out of what was recorded: nothing is left out, nothing is added. */
import type { DateCivile } from '@/lib/platform/dates'
import { formatListe } from '@/lib/platform/typographie'
import { formatCible } from '@/lib/competences/rules/pouvoir'
import {
  computeQuorum,
  groupColleges,
  type EtatPresence,
  type TypeOrganisme,
} from '@/lib/gouvernance/seance/rules/quorum'
import { MOTS_DEROGATION } from '@/lib/gouvernance/reunions/words'
import { cite, formatReprise, formatPropositionDe } from '../words'
import type { ContenuReleve, DecisionReleve, PointReleve, PresenceReleve } from '../schema'
import type { EffetDecision, EtatDecision, NatureDecision } from '@/lib/competences/types'
import type { Voix } from '@/lib/gouvernance/instances/types/ecran'

export interface MembreConstate {
  libelle: string
  personne: string | null
  fonction: string | null
  voix: Voix
  organisme: { id: number; nom: string; type: TypeOrganisme } | null
  etat: EtatPresence | null
  representant: string | null
}

export interface DecisionConstatee {
  texte: string
  nature: NatureDecision
  etat: EtatDecision
  responsable: string | null
  echeance: DateCivile | null
  effet: EffetDecision | null
  /** Left to the instance that decides, whatever became of it since. */
  proposee: boolean
  fiche: string | null
  indicateur: { libelle: string; nature: string; unite: string | null } | null
  schema: string | null
  avenant: string | null
  cible: string | null
  cibleTexte: string | null
}

export interface PointConstate {
  titre: string
  presentateur: string | null
  dureeMinutes: number | null
  etat: PointReleve['etat']
  notes: string | null
  fiche: string | null
  indicateur: string | null
  schema: string | null
  document: string | null
  /** The proposal of another instance that it settles. */
  proposition: { instance: string; date: DateCivile; texte: string } | null
  /** Day of the earlier meeting whose unfinished point it takes up. */
  reprise: DateCivile | null
  decisions: DecisionConstatee[]
}

/** Everything recorded about a meeting. */
export interface FaitsReleve {
  convention: ContenuReleve['convention']
  parties: string[]
  instance: { nom: string; animation: string | null; quorum: number | null; quorumTexte: string | null }
  reunion: Omit<ContenuReleve['reunion'], 'derogations'> & { derogations: { regle: string; motif: string }[] }
  membres: MembreConstate[]
  points: PointConstate[]
  prochaine: ContenuReleve['prochaine']
}

const EFFETS: Record<EffetDecision, (objet: DecisionConstatee) => string> = {
  REPORTER_FICHE: ({ fiche }) => `Report de la fiche ${cite(fiche)}`,
  ABANDONNER_FICHE: ({ fiche }) => `Abandon de la fiche ${cite(fiche)}`,
  CHANGER_CIBLE: ({ indicateur, cible, cibleTexte }) => {
    const nouvelle = indicateur && formatCible({ ...indicateur, cible, cibleTexte })
    return `Nouvelle cible de l’indicateur ${cite(indicateur?.libelle)} : ${nouvelle ?? 'non précisée'}`
  },
  VALIDER_SCHEMA: ({ schema }) => `Validation du schéma de coopération ${cite(schema)}`,
  VALIDER_AVENANT: ({ avenant }) => `Validation de l’avenant ${cite(avenant)}`,
}

/** What a decision changes; without effect, what it is about. */
function formatEffet(decision: DecisionConstatee): string | null {
  if (decision.effet !== null) return EFFETS[decision.effet](decision)
  const { fiche, indicateur, schema, avenant } = decision
  const objets = [
    fiche && `la fiche ${cite(fiche)}`,
    indicateur && `l’indicateur ${cite(indicateur.libelle)}`,
    schema && `le schéma de coopération ${cite(schema)}`,
    avenant && `l’avenant ${cite(avenant)}`,
  ].filter((objet) => typeof objet === 'string')
  return objets.length > 0 ? `Concerne ${formatListe(objets)}` : null
}

function buildDecision(decision: DecisionConstatee, numero: number): DecisionReleve {
  const { texte, nature, etat, responsable, echeance, proposee } = decision
  return {
    numero,
    texte,
    nature,
    issue: proposee ? 'PROPOSEE' : etat,
    responsable,
    echeance,
    effet: formatEffet(decision),
  }
}

function listSujets({ fiche, indicateur, schema, document, proposition, reprise }: PointConstate): string[] {
  return [
    fiche && `Fiche ${cite(fiche)}`,
    indicateur && `Indicateur ${cite(indicateur)}`,
    schema && `Schéma de coopération ${cite(schema)}`,
    document && `Document ${cite(document)}`,
    proposition && formatPropositionDe(proposition),
    reprise && formatReprise(reprise),
  ].filter((sujet) => typeof sujet === 'string')
}

function buildPoints(points: readonly PointConstate[]): PointReleve[] {
  let numero = 0
  return points.map((point) => {
    const { titre, presentateur, dureeMinutes, etat, notes } = point
    return {
      titre,
      presentateur,
      dureeMinutes,
      etat,
      notes,
      sujets: listSujets(point),
      decisions: point.decisions.map((decision) => buildDecision(decision, ++numero)),
    }
  })
}

const buildPresence = ({ libelle, personne, fonction, voix, etat, representant }: MembreConstate): PresenceReleve => ({
  membre: libelle,
  personne,
  fonction,
  voix,
  etat,
  representant,
})

/** Where nobody noted who was there, a quorum is neither reached nor missed. */
function formatQuorumConstate(requis: number | null, membres: readonly MembreConstate[]): string {
  if (requis !== null && membres.every(({ etat }) => etat === null))
    return `Quorum non établi : les présences ne sont pas notées (${requis} ${requis < 2 ? 'demandée' : 'demandées'}).`
  return computeQuorum(requis, membres).phrase
}

/** Writes the minutes of a meeting: decisions numbered in the order of the agenda, members by side. */
export function buildReleve({
  convention,
  parties,
  instance,
  reunion,
  membres,
  points,
  prochaine,
}: FaitsReleve): ContenuReleve {
  return {
    format: 1,
    convention,
    parties,
    instance: { nom: instance.nom, animation: instance.animation },
    reunion: {
      ...reunion,
      derogations: reunion.derogations.map(
        ({ regle, motif }) => `${MOTS_DEROGATION[regle] ?? 'règle de fréquence écartée'} : ${motif}`,
      ),
    },
    colleges: groupColleges(membres).map(({ nom, sieges }) => ({ nom, membres: sieges.map(buildPresence) })),
    quorum: { phrase: formatQuorumConstate(instance.quorum, membres), source: instance.quorumTexte },
    points: buildPoints(points),
    prochaine,
  }
}

/**
 * Whether what was submitted still says what is recorded of the meeting. What others write meanwhile about the
 * convention, or the next date, does not count.
 */
export function checkInchange(soumis: ContenuReleve, actuel: ContenuReleve): boolean {
  const constate = ({ reunion, colleges, quorum, points }: ContenuReleve) =>
    JSON.stringify([
      Object.entries(reunion).sort(([a], [b]) => (a < b ? -1 : 1)),
      colleges.map(({ nom, membres }) => [
        nom,
        membres.map((m) => [m.membre, m.personne, m.fonction, m.voix, m.etat, m.representant]),
      ]),
      [quorum.phrase, quorum.source],
      points.map((p) => [
        p.titre,
        p.presentateur,
        p.dureeMinutes,
        p.etat,
        p.sujets,
        p.notes,
        p.decisions.map((d) => [d.numero, d.texte, d.nature, d.issue, d.responsable, d.echeance, d.effet]),
      ]),
    ])
  return constate(soumis) === constate(actuel)
}
