import 'server-only'
import { parseCible } from '@/lib/plan-action/fiche/effets/decision'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { noteMotif } from '@/lib/gouvernance/reunions/write/reunion'
import { applyEffet, type EffetVoulu } from '../effets'
import { readDecision } from '../read/decisions'
import {
  hasObjet,
  lockDecision,
  lockProposition,
  type DecisionActuelle,
  type PropositionLue,
  type VerrouDecision,
} from './verrou'
import {
  computeReglement,
  formatDeInstance,
  formatMotifDecision,
  isATrancher,
  judgeCompetence,
  judgeEtat,
  judgeSeance,
  type Refus,
} from '@/lib/competences/rules/pouvoir'
import type { ContenuDecision } from '../schema/decision'
import type { EtatDecision, VueDecision } from '@/lib/competences/types'

/** What the writes on a decision share: opening it, judging it, applying its effect, settling a proposal. */

export interface ContexteDecision {
  tx: Tx
  convention: ConventionOuverte
  today: DateCivile
}

/** What an action on a decision answers. */
export interface DecisionEcrite {
  decision: number
  version: number
  message: string
}

export const toEchec = ({ code, message }: Refus): Echec => echecs.regle(code, message)

/** Locks the meeting of a decision and compares versions: an older one has been overtaken by somebody’s save. */
export async function openDecision(
  { tx, convention, today }: ContexteDecision,
  input: { decision: number; version: number },
): Promise<{ ok: true; verrou: VerrouDecision & { actuelle: DecisionActuelle } } | Echec<VueDecision>> {
  const verrou = await lockDecision(tx, convention.id, { point: null, decision: input.decision })
  if (!verrou?.actuelle) return echecs.introuvable()
  if (verrou.actuelle.version !== input.version)
    return echecs.conflit(await readDecision(tx, convention.id, input.decision, convention.slug, today))
  return { ok: true, verrou: { ...verrou, actuelle: verrou.actuelle } }
}

type Effet = { ok: true; effet: EffetVoulu | null } | Echec

/** What the decision would change, once its object is known to belong to the convention and its target is read. */
async function readEffet(
  { tx, convention }: ContexteDecision,
  { effet, objet, cible }: ContenuDecision,
): Promise<Effet> {
  if (effet === null || objet === null) return { ok: true, effet: null }
  if (effet === 'CHANGER_CIBLE') {
    const lue = await parseCible(tx, convention.id, objet, cible)
    return lue.ok ? { ok: true, effet: { effet, objet, cible: lue.cible, cibleTexte: lue.cibleTexte } } : lue
  }
  if (!(await hasObjet(tx, convention.id, effet, objet))) return echecs.introuvable()
  return { ok: true, effet: { effet, objet, cible: null, cibleTexte: null } }
}

/** What was applied stays: another decision corrects it. */
function checkAppliquee(actuelle: DecisionActuelle, voulue: EffetVoulu | null, etat: EtatDecision): Echec | null {
  // The database writes 40 where a hand writes 40,0.
  const memeCible =
    actuelle.cibleTexte === (voulue?.cibleTexte ?? null) && Number(actuelle.cible) === Number(voulue?.cible ?? null)
  if (
    etat === 'PRISE' &&
    voulue !== null &&
    voulue.effet === actuelle.effet &&
    voulue.objet === actuelle.objet &&
    memeCible
  )
    return null
  return echecs.regle(
    'DEJA_APPLIQUEE',
    'Cette décision est prise et s’est déjà appliquée : prenez plutôt une nouvelle décision, qui la corrige. Celle-ci reste au registre.',
  )
}

/** Who has already settled a proposal, in a sentence with the remedy. */
async function explainTranchee(
  { tx, convention, today }: ContexteDecision,
  proposition: PropositionLue,
): Promise<Echec> {
  const lue = await readDecision(tx, convention.id, proposition.id, convention.slug, today)
  const par = lue?.decideePar
  const qui = par ? ` par la réunion « ${par.instance} » du ${par.dateTexte}` : ''
  return echecs.regle(
    'DEJA_TRANCHEE',
    `Cette proposition est déjà tranchée${qui}. Rechargez la page pour lire ce qui a été décidé.`,
  )
}

export interface DecisionJugee {
  ok: true
  effet: EffetVoulu | null
  /** What was there before its effect; null while it has not been applied by this write. */
  avant: Record<string, string | null> | null
  reglement: { proposition: number; etat: EtatDecision } | null
}

/** The rules of the meeting, of the day and of competence, without writing anything. */
function judgeDecision(
  { today }: ContexteDecision,
  verrou: VerrouDecision,
  contenu: ContenuDecision,
): Echec | { ok: true; appliquer: boolean } {
  const { reunion, instance, competences, actuelle } = verrou
  const seance = judgeSeance(reunion)
  if (!seance.ok) return toEchec(seance)
  const etat = judgeEtat(reunion, contenu.etat, today)
  if (!etat.ok) return toEchec(etat)
  if (contenu.echeance !== null && contenu.echeance < reunion.date) {
    return echecs.invalide([
      { champ: 'echeance', message: 'L’échéance est avant la réunion : corrigez-la, ou laissez-la vide.' },
    ])
  }
  // Applied already: it was judged then, and the instance may have lost its competence since.
  if (actuelle?.appliquee) return { ok: true, appliquer: false }
  const competence = judgeCompetence({ instance, competences }, contenu.effet, contenu.etat)
  return competence.ok ? { ok: true, appliquer: competence.genre === 'APPLIQUER' } : toEchec(competence)
}

/**
 * Judges a decision on fresh rows, under the locks, then applies its effect.
 * @returns what to write with it; or why nothing may be written
 */
export async function applyDecision(
  contexte: ContexteDecision,
  verrou: VerrouDecision,
  contenu: ContenuDecision,
): Promise<DecisionJugee | Echec> {
  const { tx, convention } = contexte
  const { reunion, instance, point, actuelle } = verrou
  const jugement = judgeDecision(contexte, verrou, contenu)
  if (!jugement.ok) return jugement
  const lu = await readEffet(contexte, contenu)
  if (!lu.ok) return lu
  if (actuelle?.appliquee) {
    const refus = checkAppliquee(actuelle, lu.effet, contenu.etat)
    if (refus) return refus
  }
  const proposition =
    point.propositionId === null ? null : await lockProposition(tx, convention.id, point.propositionId)
  const issue =
    proposition &&
    computeReglement(proposition, { effet: contenu.effet, objet: contenu.effet && contenu.objet, etat: contenu.etat })
  if (
    proposition &&
    issue &&
    proposition.decideeParId !== (actuelle?.id ?? 0) &&
    !isATrancher({ etat: proposition.etat, decidee: proposition.decideeParId !== null })
  ) {
    return explainTranchee(contexte, proposition)
  }
  const reglement = proposition && issue ? { proposition: proposition.id, etat: issue } : null
  if (!jugement.appliquer || lu.effet === null) return { ok: true, effet: lu.effet, avant: null, reglement }
  await noteMotif(tx, formatMotifDecision(instance, reunion.date))
  const applique = await applyEffet(tx, convention.id, lu.effet, reunion.date)
  return applique.ok ? { ok: true, effet: lu.effet, avant: applique.avant, reglement } : applique
}

/** Gives a proposal the outcome of the decision that settles it; one that no longer does leaves it awaited again. */
export async function recordReglement(
  { tx, convention }: ContexteDecision,
  decision: number,
  reglement: DecisionJugee['reglement'],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE decision SET etat = 'ATTENDUE', decidee_par_id = NULL, version = version + 1
    WHERE convention_id = ${convention.id} AND decidee_par_id = ${decision} AND id <> ${reglement?.proposition ?? 0}`
  if (reglement === null) return
  await tx.$executeRaw`
    UPDATE decision SET etat = ${reglement.etat}::etat_decision, decidee_par_id = ${decision}, version = version + 1
    WHERE convention_id = ${convention.id} AND id = ${reglement.proposition}
      AND (decidee_par_id IS DISTINCT FROM ${decision} OR etat <> ${reglement.etat}::etat_decision)`
}

/** The other meeting whose agenda submits this decision: it must leave that agenda before it is removed. */
export async function findAgenda({ tx, convention }: ContexteDecision, decision: number): Promise<string | null> {
  const [lu] = await tx.$queryRaw<{ type: string; nom: string; date: DateCivile }[]>`
    SELECT i.type::text, i.nom, m.date::text FROM point_ordre_du_jour p JOIN reunion m ON m.id = p.reunion_id JOIN instance i ON i.id = m.instance_id
    WHERE p.convention_id = ${convention.id} AND p.proposition_id = ${decision} ORDER BY m.date DESC LIMIT 1`
  return lu ? `${formatDeInstance(lu)} du ${lu.date.split('-').reverse().join('/')}` : null
}
