import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'

/** Message of one field, if it has one. */
export function readErreur(erreurs: readonly ErreurDeChamp[], champ: string): string | undefined {
  return erreurs.find((erreur) => erreur.champ === champ)?.message
}
