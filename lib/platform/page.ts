import 'server-only'
import { notFound, redirect } from 'next/navigation'
import type { Resultat } from './resultat'

/**
 * What a page does with a query’s answer: the data, or the way out that the failure calls for.
 * @param ici address to come back to after signing in
 * @throws Next’s signals; an unexpected failure goes to the error page with its id
 */
export function unwrap<T>(resultat: Resultat<T>, ici = '/'): T {
  if (resultat.ok) return resultat.data
  switch (resultat.tag) {
    case 'NON_CONNECTE':
      redirect(`/connexion?suite=${encodeURIComponent(ici)}`)
    case 'INTROUVABLE':
    case 'INTERDIT':
    case 'INVALIDE':
      notFound()
    default:
      throw new Error(resultat.message)
  }
}
