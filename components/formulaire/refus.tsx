'use client'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Link } from '@/components/ui/link'
import type { VueEnvoi } from './use-envoi'

/** Why a form was not written, and the way on: its fields, « Réessayer », the sign-in page in another tab. */
export function Refus({ envoi }: { envoi: VueEnvoi }) {
  return (
    <>
      <ErrorSummary erreurs={envoi.erreurs} titre={envoi.titre} />
      {envoi.reessayable ? (
        <div className="form-actions">
          {envoi.deconnecte ? (
            <Link href="/connexion" target="_blank">
              Se reconnecter dans un nouvel onglet
            </Link>
          ) : null}
          <Button busy={envoi.enCours} onClick={envoi.reessayer}>
            Réessayer
          </Button>
        </div>
      ) : null}
    </>
  )
}
