import type { Metadata } from 'next'
import { FormulaireConnexion } from '@/components/connexion/formulaire-connexion'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { readEnv } from '@/lib/platform/env'

export const metadata: Metadata = { title: 'Connexion' }

/** Where to go after signing in: an address of this application, or the first screen. */
function readSuite(valeur: string | string[] | undefined): string {
  return typeof valeur === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(valeur) ? valeur : '/'
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { suite } = await searchParams
  const essai = readEnv().COPILOTE_DEMONSTRATION === '1'
  return (
    <>
      <PageHeader titre="Connexion" surtitre="Piloter une convention territoriale globale" />
      <FormulaireConnexion suite={readSuite(suite)} />
      {essai ? (
        <Notice tone="info" titre="Version d’essai">
          <p>
            Les comptes de démonstration et leur mot de passe sont affichés dans la fenêtre où vous avez lancé
            l’application.
          </p>
        </Notice>
      ) : (
        <p>
          L’accès se fait sur invitation. Si vous n’avez pas de compte, adressez-vous à votre Caf ou à votre
          coordination.
        </p>
      )}
    </>
  )
}
