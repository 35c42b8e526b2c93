/** What lists show of a situation: the portfolio, « À faire », the count in the menu. */
import type { PhaseConvention } from '@/lib/convention/phase/rules/suivi'
import type { Gravite, Signal } from '@/lib/pilotage/veille/rules/faits'
import { countGravites, filterSignaux, GRAVITES } from '@/lib/pilotage/veille/rules/signaux'
import type { DateCivile } from '@/lib/platform/dates'
import type { ReunionPrevue } from '@/lib/pilotage/situation/types/faits'
import type { Audience, Situation } from '@/lib/pilotage/situation/types/situation'
import { computeAlerte, type AlerteGouvernance } from './alerte'
import { AUCUNE_FICHE } from './avancement'
import type { Chiffre, Progression } from './chiffres'
import { listRaisons, type Raison } from './raisons'

/** What waits in a convention, in few words. */
export interface Attentes {
  comptes: Record<Gravite, number>
  /** Gravest first. */
  raisons: Raison[]
}

export const toAttentes = (signaux: readonly Signal[]): Attentes => ({
  comptes: countGravites(signaux),
  raisons: listRaisons(signaux),
})

export interface ResumeSituation {
  slug: string
  nom: string
  debut: DateCivile | null
  fin: DateCivile | null
  phase: PhaseConvention
  phaseTexte: string
  remplacee: boolean
  instances: Chiffre
  progression: Progression
  /** Total of the schéma in view, in hundredths. */
  etp: number | null
  aConfirmer: number
  /** What the menu says of the meetings. */
  alerte: AlerteGouvernance | null
  prochainCopil: ReunionPrevue | null
  /** What waits, for who acts with what this audience reads. */
  audience: Audience
  attentes: Attentes
}

const POIDS: Record<Gravite, number> = { RETARD: 10_000, A_RISQUE: 100, A_FAIRE: 1 }

/** How urgent this is: what is late before what is at risk before what is to be done. */
export const computeUrgence = (comptes: Readonly<Record<Gravite, number>>): number =>
  GRAVITES.reduce((somme, gravite) => somme + POIDS[gravite] * comptes[gravite], 0)

/** Who acts with what an audience reads. */
const ROLE_PAR_AUDIENCE: Record<Audience, string> = { CAF: 'CONSEILLER_CAF', PAIRE: 'CHARGE_COOPERATION', TOUS: 'ELU' }

const filterPourAudience = (signaux: readonly Signal[], audience: Audience): Signal[] =>
  filterSignaux(signaux, [ROLE_PAR_AUDIENCE[audience]], [])

/** How many things wait there, for who acts with what an audience reads. */
export const countAttente = (signaux: readonly Signal[], audience: Audience): number =>
  filterPourAudience(signaux, audience).length

/** Whether these roles are just the one of who acts with what an audience reads: what is kept for it counts for them. */
export const checkSeulRole = (roles: readonly string[], audience: Audience): boolean =>
  roles.length === 1 && roles[0] === ROLE_PAR_AUDIENCE[audience]

export const toResume = (
  { jour, convention, chiffres, instances, plan, etp, manques, decisions, signaux }: Situation,
  audience: Audience,
): ResumeSituation => ({
  slug: convention.slug,
  nom: convention.nom,
  debut: convention.debut,
  fin: convention.fin,
  phase: convention.phase,
  phaseTexte: convention.phaseTexte,
  remplacee: convention.remplacee,
  instances: chiffres.instances,
  progression: plan?.progression ?? AUCUNE_FICHE,
  etp: etp?.total ?? null,
  aConfirmer: manques.reserves,
  alerte: computeAlerte(instances, convention, jour),
  prochainCopil: decisions.prochain,
  audience,
  attentes: toAttentes(filterPourAudience(signaux, audience)),
})
