import type { Metadata } from 'next'
import { PublicShell } from '@/components/shell/public-shell'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Page introuvable' }

/** Not there, or not for this person: nobody can tell the two apart. */
export default function NotFound() {
  return (
    <PublicShell accueil="/">
      <div className="page">
        <PageHeader titre="Page introuvable" />
        <EmptyState
          titre="Cette page n’existe pas, ou plus."
          pourquoi="L’adresse est peut-être incomplète, ou ce qu’elle montrait n’est pas ouvert à votre compte."
          suite={<ButtonLink variant="primary" href="/">Revenir à l’accueil</ButtonLink>}
        />
      </div>
    </PublicShell>
  )
}
