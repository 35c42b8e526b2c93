/** What is due, late or at risk in a convention at a date: facts in, signals out. Pure; nothing of it is stored. */
import { yearOf, type DateCivile } from '@/lib/platform/dates'
import { computeAnneeAttendue } from './delais'
import { listSignauxInstance } from './instances'
import { listSignauxMentions } from './mentions'
import { listSignauxFiche, listSignauxIndicateurs, listSignauxMandats, listSignauxSchema } from './plan'
import { listSignauxDecision, listSignauxReunion } from './suites'
import { listSignauxAvenants, listSignauxDates, listSignauxEvaluations, listSignauxTerme } from './terme'
import type { FaitsVeille, Gravite, Lecteur, MentionFait, Signal } from './faits'

export type * from './faits'

/** Gravest first. */
export const GRAVITES: readonly Gravite[] = ['RETARD', 'A_RISQUE', 'A_FAIRE']

/** The gravest first, then what is due first; what has no day last. */
export const compareSignaux = (
  a: Pick<Signal, 'gravite' | 'echeance'>,
  b: Pick<Signal, 'gravite' | 'echeance'>,
): number =>
  GRAVITES.indexOf(a.gravite) - GRAVITES.indexOf(b.gravite) ||
  (a.echeance ?? '9999').localeCompare(b.echeance ?? '9999')

/** How many there are of each gravity. */
export function countGravites(signaux: readonly Pick<Signal, 'gravite'>[]): Record<Gravite, number> {
  const comptes = { RETARD: 0, A_RISQUE: 0, A_FAIRE: 0 }
  for (const { gravite } of signaux) comptes[gravite] += 1
  return comptes
}

/**
 * Everything a convention asks for at a date, gravest first. One that is over is asked what follows it, and for the
 * avenants it announced; its meetings, fiches and indicators are history. One that has not begun, or whose dates are
 * unknown, is not judged on its frequencies, its fiches nor its indicators.
 */
export function listSignaux(faits: FaitsVeille, today: DateCivile): Signal[] {
  const { convention, instances, reunions, decisions, fiches, silence, indicateurs, schemas, mandats } = faits
  const { slug, debut, fin } = convention
  const base = `/conventions/${slug}`
  const engagees = [
    ...listSignauxAvenants(faits.avenants, base, today),
    ...listSignauxTerme(faits, base, today),
    ...(fin !== null && fin < today ? [] : listSignauxDates(faits, base)),
  ]
  if (fin !== null && fin < today) return engagees.sort(compareSignaux)
  const enCours = debut !== null && debut <= today && fin !== null
  const annee = computeAnneeAttendue(today)
  const anneeSuivie = annee !== null && debut !== null && yearOf(debut) <= annee ? annee : null
  return [
    ...(enCours ? instances.flatMap((instance) => listSignauxInstance(instance, base, today)) : []),
    ...reunions.flatMap((reunion) => listSignauxReunion(reunion, base, today)),
    ...decisions.flatMap((decision) => listSignauxDecision(decision, base, today)),
    ...(enCours ? fiches.flatMap((fiche) => listSignauxFiche(fiche, silence, base, today)) : []),
    ...(enCours && anneeSuivie !== null ? listSignauxIndicateurs(indicateurs, anneeSuivie, base, today) : []),
    ...schemas.flatMap((schema) => listSignauxSchema(schema, base, today)),
    ...listSignauxMandats(mandats, base, today),
    ...listSignauxEvaluations(faits.evaluations, base, today),
    ...engagees,
  ].sort(compareSignaux)
}

/** What a convention asks for with the comments that name who reads it. */
export const mergeMentions = (signaux: readonly Signal[], mentions: readonly MentionFait[], slug: string): Signal[] =>
  [...signaux, ...listSignauxMentions(mentions, `/conventions/${slug}`)].sort(compareSignaux)

const LECTEURS: Record<string, readonly Lecteur[]> = {
  ADMINISTRATEUR: ['COORDINATION'],
  CONSEILLER_CAF: ['COORDINATION', 'CAF'],
  CHARGE_COOPERATION: ['COORDINATION', 'CHARGE'],
  ELU: ['ELU'],
  LECTEUR: ['ELU'],
  PILOTE: ['PILOTE'],
}

/** What somebody is told of it, from the roles they hold there: a pilote only hears of the fiches they lead. */
export function filterSignaux(
  signaux: readonly Signal[],
  roles: readonly string[],
  fiches: readonly number[],
): Signal[] {
  const lecteurs = new Set(roles.flatMap((role) => LECTEURS[role] ?? []))
  // Mentions are read by who asks: whoever they are, they are named there.
  return signaux.filter((signal) =>
    signal.lecteurs.some(
      (lecteur) =>
        lecteur === 'CITE' ||
        (lecteurs.has(lecteur) && (lecteur !== 'PILOTE' || (signal.fiche !== null && fiches.includes(signal.fiche)))),
    ),
  )
}

export interface GroupeSignaux {
  sujet: string
  signaux: Signal[]
}

/** Signals by subject, each subject where its gravest signal stands. */
export function groupSignaux(signaux: readonly Signal[]): GroupeSignaux[] {
  const groupes = new Map<string, Signal[]>()
  for (const signal of signaux) groupes.set(signal.sujet, [...(groupes.get(signal.sujet) ?? []), signal])
  return [...groupes].map(([sujet, siens]) => ({ sujet, signaux: siens }))
}
