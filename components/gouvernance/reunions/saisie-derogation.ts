import { readTexte } from '@/components/formulaire/saisie'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'

export const CHAMP_DEROGATION = 'derogation.motif'

/** True when the rule that refused may be set aside, with a reason. */
export const isDerogeable = (erreurs: readonly ErreurDeChamp[]): boolean =>
  erreurs.some(({ champ }) => champ === CHAMP_DEROGATION)

/** Field that mends a rule: the reason to set it aside, where it accepts one. */
export const findChampDerogation = (regle: { derogationPossible: boolean }): string | undefined =>
  regle.derogationPossible ? CHAMP_DEROGATION : undefined

/** The dérogation a form gives: none while its reason is blank. */
export function readDerogation(formulaire: FormData): { motif: string } | null {
  const motif = readTexte(formulaire, CHAMP_DEROGATION).trim()
  return motif === '' ? null : { motif }
}
