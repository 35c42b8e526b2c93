/** The words and tones of decisions, on every screen that shows one. */
import type { Tone } from '@/components/ui/tokens'
import type { EffetDecision, EtatDecision, NatureDecision } from '@/lib/gouvernance/types-decisions'

export const ETATS_DECISION: Record<EtatDecision, { mots: string; tone: Tone }> = {
  ATTENDUE: { mots: 'Attendue', tone: 'warn' },
  PRISE: { mots: 'Prise', tone: 'ok' },
  REPORTEE: { mots: 'Reportée', tone: 'neutral' },
  REFUSEE: { mots: 'Refusée', tone: 'bad' },
}

export const NATURES_DECISION: Record<NatureDecision, string> = {
  VALIDATION: 'Validation', AJUSTEMENT: 'Ajustement', ARBITRAGE: 'Arbitrage', ENGAGEMENT: 'Engagement',
}

/** What a decision changes elsewhere, in words. */
export const EFFETS_DECISION: Record<EffetDecision, string> = {
  REPORTER_FICHE: 'Reporter une fiche', ABANDONNER_FICHE: 'Abandonner une fiche', CHANGER_CIBLE: 'Changer la cible d’un indicateur',
  VALIDER_SCHEMA: 'Valider un schéma de coopération', VALIDER_AVENANT: 'Valider un avenant',
}
