import 'server-only'
import { validateAvenantParDecision } from '@/lib/convention/avenants/effets/decision'
import { validateSchemaParDecision } from '@/lib/cooperation/schemas/effets/decision'
import { updateCibleParDecision, updateFicheParDecision } from '@/lib/plan-action/fiche/effets/decision'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { Echec } from '@/lib/platform/resultat'
import type { EffetDecision } from '@/lib/competences/types'

/** What a decision bears on, checked: its object belongs to the convention. */
export interface EffetVoulu {
  effet: EffetDecision
  objet: number
  cible: string | null
  cibleTexte: string | null
}

/**
 * Applies what a decision changes elsewhere, each in its own domain, in the transaction of the decision.
 * @param jour day of the meeting that takes it
 * @returns what was there before, kept with the decision
 */
export function applyEffet(
  tx: Tx,
  conventionId: number,
  { effet, objet, cible, cibleTexte }: EffetVoulu,
  jour: DateCivile,
): Promise<{ ok: true; avant: Record<string, string | null> } | Echec> {
  switch (effet) {
    case 'REPORTER_FICHE':
      return updateFicheParDecision(tx, conventionId, objet, 'REPORTEE')
    case 'ABANDONNER_FICHE':
      return updateFicheParDecision(tx, conventionId, objet, 'ABANDONNEE')
    case 'CHANGER_CIBLE':
      return updateCibleParDecision(tx, conventionId, objet, { cible, cibleTexte })
    case 'VALIDER_SCHEMA':
      return validateSchemaParDecision(tx, conventionId, objet)
    case 'VALIDER_AVENANT':
      return validateAvenantParDecision(tx, conventionId, objet, jour)
  }
}
