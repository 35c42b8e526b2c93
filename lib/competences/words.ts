/** What decisions, the two sides and the best-known instances are called: the lowest room that whoever tells of them may use. */
import type { Cote, EffetDecision, EtatDecision, NatureDecision, PouvoirInstance } from './types'

/** Feminine: a decision. */
export const MOTS_ETAT_DECISION: Readonly<Record<EtatDecision, string>> = {
  ATTENDUE: 'attendue',
  PRISE: 'prise',
  REPORTEE: 'reportée',
  REFUSEE: 'refusée',
}

export const MOTS_NATURE_DECISION: Readonly<Record<NatureDecision, string>> = {
  VALIDATION: 'validation',
  AJUSTEMENT: 'ajustement',
  ARBITRAGE: 'arbitrage',
  ENGAGEMENT: 'engagement',
}

/** What those who sit are asked to do, in words that need no explanation. */
export const MOTS_A_DECIDER: Readonly<Record<NatureDecision, string>> = {
  VALIDATION: 'à valider',
  AJUSTEMENT: 'à ajuster',
  ARBITRAGE: 'à trancher',
  ENGAGEMENT: 'à promettre',
}

/** What a decision changes elsewhere. */
export const MOTS_EFFET_DECISION: Readonly<Record<EffetDecision, string>> = {
  REPORTER_FICHE: 'reporter une fiche',
  ABANDONNER_FICHE: 'abandonner une fiche',
  CHANGER_CIBLE: 'changer une cible',
  VALIDER_SCHEMA: 'valider un schéma de coopération',
  VALIDER_AVENANT: 'valider un avenant',
}

/** What an instance does of a matière. */
export const MOTS_POUVOIR: Readonly<Record<PouvoirInstance, string>> = { PROPOSE: 'propose', DECIDE: 'décide' }

/** Instances that go by their initials. */
export const SIGLES: Readonly<Record<string, string>> = { COPIL: 'COPIL', COTECH: 'COTECH' }

/** The side that a role speaks for; the others speak for none. */
export const COTE_PAR_ROLE: Readonly<Partial<Record<string, Cote>>> = {
  CONSEILLER_CAF: 'CAF',
  CHARGE_COOPERATION: 'COORDINATION',
}

/** In a sentence: « à confirmer par la Caf ». */
export const MOTS_COTE: Readonly<Record<Cote, string>> = { CAF: 'la Caf', COORDINATION: 'la coordination' }

/** Alone, as in a cell. */
export const NOMS_COTE: Readonly<Record<Cote, string>> = { CAF: 'Caf', COORDINATION: 'coordination' }
