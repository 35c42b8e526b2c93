/** The words and tones of decisions, on every screen that shows one. */
import type { Tone } from '@/components/ui/tokens'
import type { EffetDecision, EtatDecision, VueDecision } from '@/lib/competences/types'
import { MOTS_EFFET_DECISION, MOTS_ETAT_DECISION, MOTS_NATURE_DECISION } from '@/lib/competences/words'
import { capitalise, capitaliseMots } from '@/lib/platform/mots'

export const ETATS_DECISION: Record<EtatDecision, { mots: string; tone: Tone }> = {
  ATTENDUE: { mots: capitalise(MOTS_ETAT_DECISION.ATTENDUE), tone: 'warn' },
  PRISE: { mots: capitalise(MOTS_ETAT_DECISION.PRISE), tone: 'ok' },
  REPORTEE: { mots: capitalise(MOTS_ETAT_DECISION.REPORTEE), tone: 'neutral' },
  REFUSEE: { mots: capitalise(MOTS_ETAT_DECISION.REFUSEE), tone: 'bad' },
}

const PROPOSITIONS: Record<EtatDecision, string> = {
  ATTENDUE: 'Proposée',
  PRISE: 'Proposition retenue',
  REPORTEE: 'Proposition reportée',
  REFUSEE: 'Proposition écartée',
}

/** State of a decision as people say it: a proposal is kept, put off or set aside. */
export function readEtatDecision({ etat, proposition }: Pick<VueDecision, 'etat' | 'proposition'>): {
  mots: string
  tone: Tone
} {
  const { mots, tone } = ETATS_DECISION[etat]
  return { mots: proposition ? PROPOSITIONS[etat] : mots, tone }
}

export const NATURES_DECISION = capitaliseMots(MOTS_NATURE_DECISION)

/** What a decision changes elsewhere, in words. */
export const EFFETS_DECISION: Record<EffetDecision, string> = {
  ...capitaliseMots(MOTS_EFFET_DECISION),
  CHANGER_CIBLE: 'Changer la cible d’un indicateur',
}

/** What it bears on, before its name. */
export const SUR_OBJET: Record<EffetDecision, string> = {
  REPORTER_FICHE: 'Report de la fiche',
  ABANDONNER_FICHE: 'Abandon de la fiche',
  CHANGER_CIBLE: 'Nouvelle cible',
  VALIDER_SCHEMA: 'Validation du schéma',
  VALIDER_AVENANT: 'Validation de l’avenant',
}

/** What happens as soon as it is recorded. */
export const CONSEQUENCES: Record<EffetDecision, string> = {
  REPORTER_FICHE: 'Dès l’enregistrement, la fiche passe en « reportée ».',
  ABANDONNER_FICHE: 'Dès l’enregistrement, la fiche passe en « abandonnée ».',
  CHANGER_CIBLE: 'Dès l’enregistrement, la nouvelle cible remplace l’ancienne.',
  VALIDER_SCHEMA: 'Dès l’enregistrement, le schéma est validé si ses totaux sont justes.',
  VALIDER_AVENANT: 'Dès l’enregistrement, l’avenant est validé à la date de la réunion.',
}
