import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** Inside a convention that may be read: the page, or what it shows, is not there. */
export default function NotFound() {
  return (
    <div className="page">
      <PageHeader titre="Page introuvable" />
      <EmptyState
        titre="Cet élément n’existe pas dans cette convention, ou plus."
        pourquoi="Il a peut-être été retiré, ou l’adresse est incomplète. Choisissez une rubrique dans le menu."
        suite={<ButtonLink variant="primary" href="/portefeuille">Revenir à mes conventions</ButtonLink>}
      />
    </div>
  )
}
