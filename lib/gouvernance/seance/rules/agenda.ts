/** What a meeting's agenda should hold, from what is due: facts in, proposals out, each with its reason. */
import { computeEcheance, isClose, isEcartee } from '@/lib/plan-action/champs/rules/echeance'
import { addDays, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import type {
  DecisionFait,
  FaitsAgenda,
  FicheFait,
  GenreProposition,
  Proposition,
  RepriseFait,
  SchemaFait,
} from '../types/agenda'
import { formatDeInstance, formatInstance, isATrancher, MATIERE_PAR_EFFET } from '@/lib/competences/rules/pouvoir'
import { computeRetardDecision } from '@/lib/gouvernance/decisions/rules'
import { LONGUEUR_TITRE } from '../words'
import type { TypeInstance } from '@/lib/gouvernance/instances/types/ecran'

export type { FaitsAgenda, GenreProposition, Proposition } from '../types/agenda'

/** A fiche under way that nobody has written about for six months is silent. */
export const SILENCE_JOURS = 183

/**
 * What each kind of instance looks at, beside what is its own: unfinished points, decisions it recorded, proposals it
 * settles. Those who follow the plan see the fiches; those who decide see what waits for a decision.
 */
const REGARDS: Record<TypeInstance, ReadonlySet<GenreProposition>> = {
  COPIL: new Set(['DECISION_ATTENDUE', 'DECISION_EN_RETARD', 'SCHEMA']),
  COTECH: new Set([
    'DECISION_EN_RETARD',
    'SCHEMA',
    'FICHE_EN_RETARD',
    'FICHE_PASSEE',
    'FICHE_SANS_SUIVI',
    'INDICATEUR',
  ]),
  GROUPE_PROJET: new Set([
    'DECISION_EN_RETARD',
    'SCHEMA',
    'FICHE_EN_RETARD',
    'FICHE_PASSEE',
    'FICHE_SANS_SUIVI',
    'INDICATEUR',
  ]),
  RENCONTRE: new Set(['FICHE_EN_RETARD', 'FICHE_PASSEE', 'FICHE_SANS_SUIVI', 'INDICATEUR']),
  COMMISSION: new Set(['FICHE_EN_RETARD', 'FICHE_PASSEE', 'FICHE_SANS_SUIVI']),
  SEMINAIRE: new Set([]),
  AUTRE: new Set([]),
}

/** Why the content of a meeting may not change, with the way out; null when it may. */
export function judgeModifiable({
  figee,
  etat,
}: {
  figee: boolean
  etat: string
}): { code: string; message: string } | null {
  const refuse = (code: string, message: string) => ({ code, message: message })
  if (figee)
    return refuse(
      'COMPTE_RENDU_FIGE',
      'Le relevé de cette réunion est validé : son contenu ne change plus. Corrigez le relevé par une nouvelle version.',
    )
  if (etat !== 'ANNULEE') return null
  return refuse(
    'REUNION_ANNULEE',
    'Cette réunion est annulée : remettez-la en « prévue » pour compléter son contenu, ou choisissez une autre réunion.',
  )
}

const AUCUN_LIEN = {
  fiche: null,
  indicateur: null,
  schema: null,
  document: null,
  proposition: null,
  precedent: null,
  presentateur: null,
  dureeMinutes: null,
}

function toTitre(texte: string): string {
  // One line; the no-break spaces of French stay.
  const titre = texte.replace(/[ \t\r\n]+/g, ' ').trim()
  return titre.length <= LONGUEUR_TITRE ? titre : `${titre.slice(0, LONGUEUR_TITRE - 1).trimEnd()}…`
}

const propose = (
  proposition: Partial<Proposition> & Pick<Proposition, 'cle' | 'genre' | 'titre' | 'raison' | 'origine'>,
): Proposition => ({
  ...AUCUN_LIEN,
  ...proposition,
  titre: toTitre(proposition.titre),
  raison: proposition.raison,
})

/** An unfinished point keeps its words and its links. */
function toReprise({ id, etat, date, titre, derniere: _derniere, ...liens }: RepriseFait): Proposition {
  const raison =
    etat === 'REPORTE'
      ? `Point reporté le ${formatDateCourte(date)}.`
      : `Point resté à traiter le ${formatDateCourte(date)}.`
  return propose({ ...liens, cle: `reprise:${id}`, genre: 'REPRISE', titre, raison, origine: 'REPRISE', precedent: id })
}

/** The last meeting's unfinished points, and those put off by an earlier one: nobody took them up since. */
const listReprises = ({ reprises }: FaitsAgenda): Proposition[] =>
  reprises.filter(({ etat, derniere }) => derniere || etat === 'REPORTE').map(toReprise)

/** Proposed elsewhere, decided here. */
function isATrancherIci({ etat, decidee, effet, pouvoir, seance }: DecisionFait, { instance }: FaitsAgenda): boolean {
  if (effet === null || pouvoir !== 'PROPOSE' || seance.instance === instance.id) return false
  return isATrancher({ etat, decidee }) && instance.pouvoirs[MATIERE_PAR_EFFET[effet]] === 'DECIDE'
}

/** Awaited, and not from another instance that decides of it. */
function isAttendueIci({ etat, effet, pouvoir, seance }: DecisionFait, { instance }: FaitsAgenda): boolean {
  if (etat !== 'ATTENDUE' || (effet !== null && pouvoir === 'PROPOSE')) return false
  return seance.instance === instance.id || (effet === null && REGARDS[instance.type].has('DECISION_ATTENDUE'))
}

function isEnRetardIci(
  { etat, echeance, decidee, seance }: DecisionFait,
  { instance }: FaitsAgenda,
  today: DateCivile,
): boolean {
  if (!computeRetardDecision({ etat, echeance, realiseeLe: null, decidee }, today)) return false
  return seance.instance === instance.id || REGARDS[instance.type].has('DECISION_EN_RETARD')
}

/** Points that are taken up, or may be: what was left under them comes back with them. */
const listRepris = ({ points, reprises }: FaitsAgenda): ReadonlySet<number | null> =>
  new Set([...points.map(({ precedent }) => precedent), ...reprises.map(({ id }) => id)])

function listDecisions(faits: FaitsAgenda, today: DateCivile): Proposition[] {
  const repris = listRepris(faits)
  return faits.decisions.flatMap((decision) => {
    const { id, texte, responsable, echeance, seance, fiche, indicateur, schema } = decision
    const [par, le] = [`par ${formatInstance(seance)}`, formatDateCourte(seance.date)]
    if (isATrancherIci(decision, faits)) {
      const suite = decision.etat === 'ATTENDUE' ? 'la décision se prend ici' : 'reporté depuis, à décider ici'
      return [
        propose({
          cle: `proposition:${id}`,
          genre: 'PROPOSITION',
          titre: texte,
          origine: 'PROPOSITION',
          proposition: id,
          fiche,
          indicateur,
          schema,
          raison: `Proposé ${par} le ${le} : ${suite}.`,
        }),
      ]
    }
    const commun = { cle: `decision:${id}`, origine: 'DECISION', fiche, indicateur, schema } as const
    if (isAttendueIci(decision, faits) && !repris.has(decision.point)) {
      return [
        propose({
          ...commun,
          genre: 'DECISION_ATTENDUE',
          titre: `Décision attendue : ${texte}`,
          raison: `Attendue depuis la réunion ${formatDeInstance(seance)} du ${le}.`,
        }),
      ]
    }
    if (isEnRetardIci(decision, faits, today)) {
      const qui = responsable === null ? '' : ` par ${responsable}`
      return [
        propose({
          ...commun,
          genre: 'DECISION_EN_RETARD',
          titre: `Décision à réaliser : ${texte}`,
          raison: `Prise ${par} le ${le}, à réaliser${qui} pour le ${formatDateCourte(echeance ?? today)} : sa réalisation n’est pas déclarée.`,
        }),
      ]
    }
    return []
  })
}

const RAISONS_SCHEMA: Record<SchemaFait['etat'], string> = {
  BROUILLON: 'Ce schéma est encore en brouillon.',
  PROPOSE: 'Ce schéma est proposé et n’est pas encore validé.',
}

function listSchemas({ instance, schemas }: FaitsAgenda): Proposition[] {
  if (!REGARDS[instance.type].has('SCHEMA') && instance.pouvoirs.SCHEMA === undefined) return []
  return schemas.map(({ id, libelle, etat }) =>
    propose({
      cle: `schema:${id}`,
      genre: 'SCHEMA',
      titre: `Schéma de coopération : ${libelle}`,
      raison: RAISONS_SCHEMA[etat],
      origine: 'SCHEMA',
      schema: id,
    }),
  )
}

/** Since when nothing is known of a fiche that should be moving; null when it is not expected to, or no day is known. */
function computeSilence({ statut, debut, suiviLe }: FicheFait, debutConvention: DateCivile | null): DateCivile | null {
  if (suiviLe !== null) return suiviLe
  // What is not yet under way has nothing to tell.
  if (statut === 'A_ENGAGER' && debut === null) return null
  return debut ?? debutConvention
}

function toFiche(fiche: FicheFait, debutConvention: DateCivile | null, today: DateCivile): Proposition[] {
  const { id, numero, titre, statut, fin, suiviLe } = fiche
  if (isClose(statut)) return []
  const commun = {
    cle: `fiche:${id}`,
    titre: numero ? `Fiche ${numero} : ${titre}` : `Fiche : ${titre}`,
    origine: 'FICHE',
    fiche: id,
  } as const
  const echeance = computeEcheance(fiche, today)
  if (echeance !== null && fin !== null) {
    const suite = echeance === 'RETARD' ? 'elle n’est pas réalisée' : 'son statut est à préciser'
    return [
      propose({
        ...commun,
        genre: echeance === 'RETARD' ? 'FICHE_EN_RETARD' : 'FICHE_PASSEE',
        raison: `Sa période s’est achevée le ${formatDateCourte(fin)} et ${suite}.`,
      }),
    ]
  }
  const depuis = computeSilence(fiche, debutConvention)
  if (depuis === null || addDays(depuis, SILENCE_JOURS) > today) return []
  const raison =
    suiviLe === null
      ? `Aucun suivi n’a été écrit depuis son début, le ${formatDateCourte(depuis)}.`
      : `Son dernier suivi date du ${formatDateCourte(suiviLe)}.`
  return [propose({ ...commun, genre: 'FICHE_SANS_SUIVI', raison })]
}

function listFiches({ instance, fiches, debut }: FaitsAgenda, today: DateCivile): Proposition[] {
  return fiches
    .flatMap((fiche) => toFiche(fiche, debut, today))
    .filter(({ genre }) => REGARDS[instance.type].has(genre))
}

function listIndicateurs({ instance, indicateurs, fiches, annee }: FaitsAgenda): Proposition[] {
  if (!REGARDS[instance.type].has('INDICATEUR')) return []
  // Nothing is expected of what was put off or abandoned.
  const ecartees = new Set(fiches.filter(({ statut }) => isEcartee(statut)).map(({ id }) => id))
  return indicateurs
    .filter(({ fiche }) => fiche === null || !ecartees.has(fiche))
    .map(({ id, libelle }) =>
      propose({
        cle: `indicateur:${id}`,
        genre: 'INDICATEUR',
        titre: `Indicateur : ${libelle}`,
        raison: `Aucune mesure n’est enregistrée pour ${annee}.`,
        origine: 'INDICATEUR',
        indicateur: id,
      }),
    )
}

/** What two points would say twice: the same key, the same object, the same proposal. */
function listSujets({
  cle,
  fiche,
  indicateur,
  schema,
  proposition,
}: Pick<Proposition, 'fiche' | 'indicateur' | 'schema' | 'proposition'> & { cle: string | null }): string[] {
  const sujets = {
    cle,
    fiche: fiche && `fiche:${fiche}`,
    indicateur: indicateur && `indicateur:${indicateur}`,
    schema: schema && `schema:${schema}`,
    proposition: proposition && `proposition:${proposition}`,
  }
  return Object.values(sujets).filter((sujet): sujet is string => typeof sujet === 'string')
}

/** Keys that stand for all the proposals of a kind at once. */
export const CLES_ENSEMBLES: Partial<Record<GenreProposition, string>> = {
  FICHE_EN_RETARD: 'fiches-en-retard',
  FICHE_PASSEE: 'fiches-a-preciser',
  FICHE_SANS_SUIVI: 'fiches-sans-suivi',
  INDICATEUR: 'indicateurs-attendus',
}

/**
 * The points to propose for a meeting, those to be settled first; none that its agenda already holds, and no object
 * twice: an unfinished point or a proposal about a fiche says enough of it.
 */
export function listPropositions(faits: FaitsAgenda, today: DateCivile): Proposition[] {
  const dejaVus = new Set(faits.points.flatMap(listSujets))
  const candidats = [
    ...listReprises(faits),
    ...listDecisions(faits, today),
    ...listSchemas(faits),
    ...listFiches(faits, today),
    ...listIndicateurs(faits),
  ]
  return candidats.filter((candidat) => {
    const ensemble = CLES_ENSEMBLES[candidat.genre]
    if (ensemble !== undefined && dejaVus.has(ensemble)) return false
    // A decision and an unfinished point are told apart by what is said of them, not by what they bear on.
    const propre =
      candidat.genre === 'DECISION_ATTENDUE' ||
      candidat.genre === 'DECISION_EN_RETARD' ||
      candidat.genre === 'REPRISE' ||
      candidat.genre === 'PROPOSITION'
    const doublon = propre
      ? dejaVus.has(candidat.cle) ||
        (candidat.proposition !== null && dejaVus.has(`proposition:${candidat.proposition}`))
      : listSujets(candidat).some((sujet) => dejaVus.has(sujet))
    if (!doublon) for (const sujet of listSujets(candidat)) dejaVus.add(sujet)
    return !doublon
  })
}
