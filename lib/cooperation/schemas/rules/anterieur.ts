/** The schéma of the previous convention: wholly before this one, and said to be so. */
import type { PeriodeConnue, Verdict } from '../types/regles'

/**
 * A schéma said to be of the previous convention ends before this one begins: one that has no end goes on, and is not
 * wholly before anything. One that lies wholly before must be said to be so. Unknown dates refuse nothing else.
 */
export function checkAnterieur(
  { debut, fin, anterieur }: PeriodeConnue & { anterieur: boolean },
  convention: PeriodeConnue,
): Verdict {
  if (anterieur && debut !== null && fin === null)
    return {
      ok: false,
      message:
        'Sans dernier jour, ce schéma n’est pas tout entier avant la convention : donnez son dernier jour, ou décochez « convention précédente ».',
    }
  if (convention.debut === null || fin === null) return { ok: true }
  if (anterieur && fin >= convention.debut)
    return {
      ok: false,
      message:
        'Le schéma de la convention précédente finit avant que celle-ci commence : corrigez les dates, ou décochez « convention précédente ».',
    }
  if (!anterieur && fin < convention.debut)
    return {
      ok: false,
      message: 'Ces dates précèdent la convention : cochez « convention précédente », ou corrigez-les.',
    }
  return { ok: true }
}
