import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import type { Echec } from '@/lib/platform/resultat'

/** What an action refused, as an error summary shows it: fields where it names them, otherwise one sentence. */
export function readErreurs(echec: Echec<unknown>): ErreurDeChamp[] {
  return echec.tag === 'INVALIDE' ? echec.champs : [{ message: echec.message }]
}

/** Message of one field, if it has one. */
export function readErreur(erreurs: readonly ErreurDeChamp[], champ: string): string | undefined {
  return erreurs.find((erreur) => erreur.champ === champ)?.message
}
