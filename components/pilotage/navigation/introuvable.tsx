'use client'

import { PublicShell } from '@/components/shell/public-shell'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/**
 * Not there, or not for this person: nobody can tell the two apart. A client component, because every page carries
 * its own « not found » along: as a name it weighs nothing.
 */
export function Introuvable({ dansConvention = false }: { dansConvention?: boolean }) {
  return (
    <div className="page">
      <PageHeader titre="Page introuvable" />
      {dansConvention ? (
        <EmptyState
          titre="Cet élément n’existe pas dans cette convention, ou plus."
          pourquoi="Il a peut-être été retiré, ou l’adresse est incomplète. Choisissez une rubrique dans le menu."
          suite={
            <ButtonLink variant="primary" href="/portefeuille">
              Revenir à mes conventions
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          titre="Cette page n’existe pas, ou plus."
          pourquoi="L’adresse est peut-être incomplète, ou ce qu’elle montrait n’est pas ouvert à votre compte."
          suite={
            <ButtonLink variant="primary" href="/">
              Revenir à l’accueil
            </ButtonLink>
          }
        />
      )}
    </div>
  )
}

/** The same for an address outside any convention, in the frame that asks for nobody. */
export function PageIntrouvable() {
  return (
    <PublicShell accueil="/">
      <Introuvable />
    </PublicShell>
  )
}
