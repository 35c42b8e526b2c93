/** What the rule forbids when a meeting is planned, held or cancelled (rules.md, "What writing enforces"). */
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { checkJugeable, computeTemps, countReunions } from '@/lib/gouvernance/frequence/rules/etats'
import { sameGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import { checkAttendue } from '@/lib/gouvernance/frequence/rules/moments'
import { judgeMoyenne } from '@/lib/gouvernance/frequence/rules/moyenne'
import {
  computeApplication,
  computeRegleApplicable,
  computeTranches,
  computeUnite,
} from '@/lib/gouvernance/frequence/rules/periodes'
import { formatTranche } from '@/lib/gouvernance/frequence/rules/phrases'
import { computeExigences, countReportees } from '@/lib/gouvernance/frequence/rules/promesse'
import type { DatesConvention, RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/types'

export type OperationReunion = 'PLANIFIER' | 'TENIR' | 'ANNULER'

type CodeRefus =
  | 'MAXIMUM_DEPASSE'
  | 'MINIMUM_IMPOSSIBLE'
  | 'DANS_LE_FUTUR'
  | 'HORS_CONVENTION'
  | 'DEJA_TENUE'
  | 'DEJA_ANNULEE'
  | 'COMPTE_RENDU_FIGE'

/** The meeting as it would be written: its date and group after the operation, its state before it. */
export interface ReunionVisee extends ReunionRegle {
  /** Its minutes were validated. */
  figee?: boolean | undefined
}

export interface DemandeReunion {
  operation: OperationReunion
  reunion: ReunionVisee
  /** The rule in force on the meeting's day; null for none. */
  regle: RegleFrequence | null
  /** The successive rules of the instance: a short period shares what it owes with theirs, and a move may leave the span of one. */
  regles?: readonly RegleFrequence[] | undefined
  /** All the meetings of the instance; the one at hand may be among them, as it was. */
  reunions: readonly ReunionRegle[]
  convention: DatesConvention
  today: DateCivile
}

export type VerdictReunion =
  | { ok: true; avertissements: string[] }
  | { ok: false; code: CodeRefus; message: string; derogationPossible: boolean }

/** A refusal that a dérogation may lift: what is wrong, then what to do. */
interface Obstacle {
  code: CodeRefus
  constat: string
  remede: string
}

const DEROGER = 'donnez le motif d’une dérogation'

const refuse = (code: CodeRefus, message: string, derogationPossible = false): VerdictReunion => ({
  ok: false,
  code,
  message: message,
  derogationPossible,
})

/** Refusals no dérogation can lift: validated minutes, a meeting already held or cancelled, one held in the future. */
function checkPossible({ operation, reunion, today }: DemandeReunion): VerdictReunion | null {
  if (reunion.figee)
    return refuse(
      'COMPTE_RENDU_FIGE',
      'Le compte rendu de cette réunion est validé : il ne se modifie plus. Planifiez une nouvelle réunion pour y revenir.',
    )
  if (reunion.etat === 'TENUE')
    return refuse(
      'DEJA_TENUE',
      'Cette réunion est déjà tenue : elle ne se planifie et ne s’annule plus. Planifiez une nouvelle réunion.',
    )
  if (reunion.etat === 'ANNULEE')
    return refuse('DEJA_ANNULEE', 'Cette réunion est annulée : planifiez une nouvelle réunion à la date voulue.')
  if (operation === 'TENIR' && reunion.date > today) {
    return refuse(
      'DANS_LE_FUTUR',
      `La date du ${formatDateCourte(reunion.date)} n’est pas encore passée : corrigez-la, ou attendez ce jour pour déclarer la réunion tenue.`,
    )
  }
  return null
}

function formatDatesConvention({ debut, fin }: DatesConvention): string {
  if (debut !== null && fin !== null) return formatIntervalle({ debut, fin })
  return debut !== null ? `à partir du ${formatDateCourte(debut)}` : `jusqu’au ${formatDateCourte(fin ?? '')}`
}

function findHorsConvention({ operation, reunion: { date }, convention }: DemandeReunion): Obstacle | null {
  const { debut, fin } = convention
  if (operation === 'ANNULER' || ((debut ?? date) <= date && date <= (fin ?? date))) return null
  return {
    code: 'HORS_CONVENTION',
    constat: `Le ${formatDateCourte(date)} est en dehors des dates de la convention (${formatDatesConvention(convention)})`,
    remede: `choisissez une date dans la convention, ou ${DEROGER}`,
  }
}

/** True for a meeting that names no group, or one that the rule does not, while the rule counts for each: it counts for none. */
function checkHorsGroupes({ par, groupes }: RegleFrequence, { groupe }: ReunionRegle): boolean {
  if (par === 'INSTANCE') return false
  return groupe === null || (groupes.length > 0 && !groupes.some((nom) => sameGroupe(nom, groupe)))
}

/** The period a meeting falls in, its figures, and the other meetings that count with it; null when no rule covers it. */
function computePlace(demande: DemandeReunion, reunion: ReunionRegle) {
  const { regle, convention, reunions, today } = demande
  if (regle === null || !checkJugeable(regle) || checkHorsGroupes(regle, reunion)) return null
  const listTranches = (autre: RegleFrequence) =>
    computeTranches({ regle: autre, convention, reunions: [...reunions, reunion], today })
  const tranches = listTranches(regle)
  const tranche = tranches.find(({ debut, fin }) => debut <= reunion.date && reunion.date <= fin)
  if (tranche === undefined) return null
  const autres = reunions.filter(
    ({ id, groupe }) => id !== reunion.id && (regle.par === 'INSTANCE' || sameGroupe(groupe, reunion.groupe)),
  )
  const ou = formatTranche(tranche, computeUnite(regle, convention))
  const lectures = (demande.regles ?? [regle]).map((autre) =>
    autre === regle ? { regle, tranches } : { regle: autre, tranches: listTranches(autre) },
  )
  // None for a mean, which asks no figure of one period.
  const exigence = computeExigences({ lectures, convention, listTranches }).get(tranche) ?? null
  return { regle, tranche, tranches, exigence, autres, ou, groupe: regle.par === 'INSTANCE' ? null : reunion.groupe }
}

type Place = NonNullable<ReturnType<typeof computePlace>>

const formatPour = ({ groupe, ou }: Place): string => (groupe === null ? ou : `pour « ${groupe} » ${ou}`)

/**
 * Above the maximum. Planning counts what is held and what is planned, so that two plans cannot together exceed
 * it; holding counts what is held, since the meetings planned may still be cancelled. A meeting that a moment of the
 * rule waits for is above no maximum.
 */
function findMaximum(place: Place, { operation, reunion, convention, today }: DemandeReunion): Obstacle | null {
  const { regle, exigence, tranche, tranches, autres } = place
  const maximum = exigence?.maximum ?? null
  if (maximum === null) return null
  const { tenues, prevues, aConstater } = countReunions(autres, tranche, today)
  const enVue = operation === 'PLANIFIER' ? prevues + aConstater : 0
  if (tenues + enVue + 1 <= maximum) return null
  const comptees = operation === 'PLANIFIER' ? autres : autres.filter(({ etat }) => etat === 'TENUE')
  const periodes = tranches.map((une) => ({ regle, tranche: une, convention }))
  if (checkAttendue(periodes, reunion, { autres: comptees, today })) return null
  const detail = [tenues > 0 && formatCompte(tenues, 'tenue'), enVue > 0 && formatCompte(enVue, 'prévue')].filter(
    Boolean,
  )
  return {
    code: 'MAXIMUM_DEPASSE',
    constat: `Le maximum de ${formatCompte(maximum, 'réunion')} ${formatPour(place)} serait dépassé${detail.length ? ` (déjà ${detail.join(' et ')})` : ''}`,
    remede: `choisissez une autre période, ${enVue > 0 ? 'annulez une réunion prévue, ' : ''}ou ${DEROGER}`,
  }
}

/**
 * The meeting without which the minimum can no longer be met. Until a period ends another meeting can always be
 * imagined, so "can no longer" read literally would protect nothing before the last day. The reading that
 * protects the convention is taken: what is certain is what is held or planned, and a planned meeting may only
 * be given up when held and other planned meetings still reach the required number. Whoever means to replace it
 * plans the replacement first. A meeting planned in the past and never declared carries nothing for the others.
 */
function findMinimum(place: Place, { today }: DemandeReunion): Obstacle | null {
  const { exigence, tranche, autres } = place
  if (exigence === null || exigence.requis === null) return null
  const requis = exigence.requis - countReportees(exigence, autres, today)
  const { tenues, prevues } = countReunions(autres, tranche, today)
  if (tenues + prevues >= requis) return null
  const finie = computeTemps(tranche, today) === 'PASSEE'
  const reste =
    tenues + prevues === 0
      ? 'aucune autre tenue ni prévue'
      : `${formatCompte(tenues, 'tenue')} et ${formatCompte(prevues, 'autre prévue', 'autres prévues')}`
  return {
    code: 'MINIMUM_IMPOSSIBLE',
    constat: `Sans cette réunion, le minimum de ${formatCompte(requis, 'réunion')} ${formatPour(place)} n’est plus assuré (${reste})`,
    remede: `${finie ? 'déclarez-la tenue si elle a eu lieu' : `planifiez d’abord une autre date d’ici le ${formatDateCourte(tranche.fin)}`}, ou ${DEROGER}`,
  }
}

/** The obstacle, if any, of the meeting's new place and, when it leaves one, of its former place. */
function findObstacle(demande: DemandeReunion): Obstacle | null {
  const { operation, reunion, reunions, regle, regles, today } = demande
  const hors = findHorsConvention(demande)
  if (hors) return hors
  const place = computePlace(demande, reunion)
  if (operation === 'ANNULER') return place && findMinimum(place, demande)
  const maximum = place && findMaximum(place, demande)
  if (maximum || operation === 'TENIR') return maximum
  // Moving a planned meeting to another period, or back to a day that is past, takes it away as cancelling would.
  const ancienne = reunions.find(({ id, etat }) => id === reunion.id && etat === 'PREVUE')
  const quittee = ancienne
    ? computePlace({ ...demande, regle: regles ? computeRegleApplicable(regles, ancienne.date) : regle }, ancienne)
    : null
  const meme =
    quittee?.tranche.debut === place?.tranche.debut && sameGroupe(quittee?.groupe ?? null, place?.groupe ?? null)
  const reste = meme && (reunion.date >= today || (ancienne?.date ?? today) < today)
  return quittee && !reste ? findMinimum(quittee, demande) : null
}

/** A mean is never refused: it says when giving up the meeting would bring it down on that day. */
function findMoyenneCompromise(place: Place, { reunion, convention, today }: DemandeReunion): string | null {
  const { regle, tranche, tranches, autres } = place
  if (regle.mode !== 'MOYENNE') return null
  const supposees = autres.map((autre) =>
    autre.etat === 'PREVUE' && autre.date >= today ? { ...autre, etat: 'TENUE' as const } : autre,
  )
  const application = computeApplication(tranches, tranche)
  const { tenues, requis } = judgeMoyenne(
    { regle, convention, reunions: supposees, application, today: reunion.date },
    tranche,
  )
  if (requis === null || tenues >= requis) return null
  return `Sans cette réunion, la moyenne ne serait plus tenue au ${formatDateCourte(reunion.date)} : ${formatCompte(tenues, 'réunion')} sur ${formatCompte(requis, 'attendue')}.`
}

const INDIQUER = {
  INSTANCE: '',
  THEMATIQUE: 'Indiquez la thématique : sans elle, cette réunion ne compte pour aucune.',
  COMMISSION: 'Indiquez la commission : sans elle, cette réunion ne compte pour aucune.',
  TERRITOIRE: 'Indiquez le territoire : sans lui, cette réunion ne compte pour aucun.',
} as const satisfies Record<RegleFrequence['par'], string>

const formatHorsGroupes = ({ par, groupes }: RegleFrequence, groupe: string | null): string =>
  groupe === null
    ? INDIQUER[par]
    : `La règle ne nomme pas « ${groupe} » (${formatListe(groupes)}) : cette réunion ne compte pas dans la fréquence.`

function listAvertissements(demande: DemandeReunion): string[] {
  const { operation, reunion, regle, today } = demande
  const place = computePlace(demande, reunion)
  const { tenues, prevues } = place ? countReunions(place.autres, place.tranche, today) : { tenues: 0, prevues: 0 }
  const maximum = place?.exigence?.maximum ?? null
  const depassement = maximum === null ? 0 : tenues + 1 + prevues - maximum
  return [
    operation === 'PLANIFIER' &&
      reunion.date < today &&
      'Cette date est passée : déclarez la réunion tenue si elle a eu lieu.',
    operation === 'TENIR' &&
      depassement > 0 &&
      prevues > 0 &&
      `Avec les réunions encore prévues, le maximum de ${maximum} serait dépassé : annulez-en ${Math.min(depassement, prevues)}.`,
    operation === 'ANNULER' && place && findMoyenneCompromise(place, demande),
    operation !== 'ANNULER' &&
      regle !== null &&
      checkJugeable(regle) &&
      checkHorsGroupes(regle, reunion) &&
      formatHorsGroupes(regle, reunion.groupe),
  ].filter((texte) => typeof texte === 'string')
}

/**
 * Says whether a meeting may be planned (or moved), held or cancelled on `today`. A refusal carries its code, a
 * French message with its remedy, and whether a dérogation with a reason may lift it; the refusals it cannot
 * lift come first. A dérogation kept since planning also covers holding. The convention's dates bind every
 * meeting; without a rule (none, as needed, not stated) no frequency refuses anything.
 */
export function checkReunion(demande: DemandeReunion): VerdictReunion {
  const impossible = checkPossible(demande)
  if (impossible) return impossible
  const obstacle = findObstacle(demande)
  const aConfirmer = demande.regle?.aConfirmer ? ' (fréquence à confirmer)' : ''
  if (obstacle === null) return { ok: true, avertissements: listAvertissements(demande) }
  const { code, constat, remede } = obstacle
  if (demande.operation === 'TENIR' && demande.reunion.derogation) {
    return {
      ok: true,
      avertissements: [
        `${constat}${aConfirmer} : la dérogation déjà donnée s’applique.`,
        ...listAvertissements(demande),
      ],
    }
  }
  return refuse(code, `${constat}${code === 'HORS_CONVENTION' ? '' : aConfirmer} : ${remede}.`, true)
}
