import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueTournee } from '@/lib/plan-action/tournee/queries'
import { formatCompte } from '@/lib/platform/typographie'
import { Mentions } from './mentions'
import { Tournee } from './tournee'

const buildHref = (convention: string | null, page = 1): string => {
  const query = new URLSearchParams({
    ...(convention ? { convention } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `/mes-fiches${query.size > 0 ? `?${query}` : ''}`
}

/** Nothing to write on: because it is all done, because one is to choose, or because one keeps no fiche. */
function Rien({ vue }: { vue: VueTournee }) {
  if (vue.aChoisir) {
    return (
      <EmptyState
        titre="Choisissez une convention"
        pourquoi="Vous suivez plusieurs conventions sans en coordonner : ouvrez la tournée de l’une d’elles."
      />
    )
  }
  if (vue.comptes.suivies === 0) {
    return (
      <EmptyState
        titre="Aucune fiche à votre charge"
        pourquoi="Vous ne coordonnez aucune convention et ne pilotez aucune fiche. La coordination ou la Caf peut vous en confier."
        suite={<ButtonLink href="/portefeuille">Voir mes conventions</ButtonLink>}
      />
    )
  }
  const { faites, suivies } = vue.comptes
  return (
    <EmptyState
      titre="Tout est à jour"
      pourquoi={`${faites > 0 ? `${formatCompte(faites, 'fiche mise à jour', 'fiches mises à jour')} cette semaine. ` : ''}Aucune des ${formatCompte(suivies, 'fiche')} suivies n’attend de nouvelle.`}
      suite={
        <ButtonLink href={vue.convention ? `/conventions/${vue.convention}/plan-action` : '/portefeuille'}>
          {vue.convention ? 'Voir le plan d’action' : 'Voir mes conventions'}
        </ButtonLink>
      }
    />
  )
}

/** « Mes fiches à mettre à jour »: the weekly round, on one screen. */
export function PageTournee({ vue }: { vue: VueTournee }) {
  const { conventions, convention, page, pages } = vue
  return (
    <div className="page">
      <PageHeader
        titre="Mes fiches à mettre à jour"
        surtitre={vue.comptes.aFaire > 0 ? `${formatCompte(vue.comptes.aFaire, 'fiche')} à revoir` : undefined}
      />
      {conventions.length > 1 ? (
        <FilterChips label="Convention">
          {conventions.map(({ slug, nom, aFaire }) => (
            <FilterChip
              key={slug}
              href={buildHref(convention === slug ? null : slug)}
              actif={convention === slug}
              count={aFaire}
            >
              {nom}
            </FilterChip>
          ))}
        </FilterChips>
      ) : null}
      <Mentions mentions={vue.mentions} />
      <Panneau label="Tournée">
        {vue.fiches.length > 0 ? <Tournee key={`${convention ?? ''}-${page}`} vue={vue} /> : <Rien vue={vue} />}
      </Panneau>
      {pages > 1 ? <Pagination page={page} pages={pages} href={(numero) => buildHref(convention, numero)} /> : null}
    </div>
  )
}
