/** The schéma of the previous convention: wholly before this one, and said to be so. */
import type { PeriodeConnue, Verdict } from '../types/regles'

/**
 * A schéma said to be of the previous convention ends before this one begins; one that lies wholly before must
 * be said to be so. Unknown dates refuse nothing.
 */
export function checkAnterieur(
  { debut, fin, anterieur }: PeriodeConnue & { anterieur: boolean },
  convention: PeriodeConnue,
): Verdict {
  const dernier = fin ?? debut
  if (convention.debut === null || dernier === null) return { ok: true }
  if (anterieur && dernier >= convention.debut)
    return {
      ok: false,
      message:
        'Le schéma de la convention précédente finit avant que celle-ci commence : corrigez les dates, ou décochez « convention précédente ».',
    }
  if (!anterieur && dernier < convention.debut)
    return {
      ok: false,
      message: 'Ces dates précèdent la convention : cochez « convention précédente », ou corrigez-les.',
    }
  return { ok: true }
}
