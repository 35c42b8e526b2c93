import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Mots } from '@/components/gouvernance/mots-sigles'
import { BadgeGravite, LienSignal } from '@/components/pilotage/veille/signaux'
import type { LigneAFaire, VueAFaire } from '@/lib/pilotage/a-faire/types'
import { formatComptesGravite } from '@/lib/pilotage/veille/rules/message'
import { formatDate } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'

const buildHref = (convention: string | null, page = 1): string => {
  const query = new URLSearchParams()
  if (convention) query.set('convention', convention)
  if (page > 1) query.set('page', String(page))
  return `/a-faire${query.size > 0 ? `?${query}` : ''}`
}

function Ligne({ ligne, nommer }: { ligne: LigneAFaire; nommer: boolean }) {
  const { gravite, convention, objet, phrase, quand, geste, href } = ligne
  return (
    <li className="grid gap-x-4 gap-y-1 sm:grid-cols-[6.5rem_minmax(0,1fr)_auto] sm:items-center">
      <span>
        <BadgeGravite gravite={gravite} />
      </span>
      <div className="min-w-0">
        <p className="m-0">
          <LienSignal objet={objet} href={href} />
          {nommer ? <span className="text-sm text-muted"> · {convention.nom}</span> : null}
          {quand ? <span className="text-sm text-muted"> · {quand}</span> : null}
        </p>
        <p className="m-0 text-sm text-muted">
          <Mots texte={phrase} />
        </p>
      </div>
      <span className="sm:justify-self-end">
        <ButtonLink size="sm" href={href} aria-label={`${geste} : ${objet}`}>
          {geste}
        </ButtonLink>
      </span>
    </li>
  )
}

function Filtres({ vue }: { vue: VueAFaire }) {
  const { conventions, convention } = vue
  if (conventions.length < 2 && convention === null) return null
  return (
    <FilterChips label="Conventions">
      {conventions.map(({ slug, nom, nombre }) => {
        const actif = convention?.slug === slug
        return (
          <FilterChip key={slug} href={buildHref(actif ? null : slug)} actif={actif} count={nombre}>
            {nom}
          </FilterChip>
        )
      })}
    </FilterChips>
  )
}

/** What others did since this person last came, where they may read the journal. */
function Visite({ visite }: Pick<VueAFaire, 'visite'>) {
  if (visite === null || visite.changements.length === 0) return null
  return (
    <Panneau titre="Depuis votre dernière visite" sousTitre={`Le ${visite.quand}, ou juste après.`}>
      <ul className="rows">
        {visite.changements.map(({ slug, nom, nombre }) => (
          <li key={slug}>
            <Link className="link" href={`/conventions/${slug}/journal`}>
              {formatCompte(nombre, 'changement', 'changements')}
            </Link>{' '}
            par d’autres dans {nom}
          </li>
        ))}
      </ul>
    </Panneau>
  )
}

/** Everything that waits for a person, one line each, with its reason and what settles it. */
export function PageAFaire({ vue }: { vue: VueAFaire }) {
  const { lignes, comptes, convention, page, pages, total, today } = vue
  return (
    <div className="page">
      <PageHeader
        titre="À faire"
        surtitre={convention ? convention.nom : `Toutes vos conventions, au ${formatDate(today)}`}
      />
      <Panneau titre={total === 0 ? 'Rien n’attend' : formatComptesGravite(comptes)} actions={<Filtres vue={vue} />}>
        {total === 0 ? (
          <EmptyState
            titre="Tout est à jour"
            pourquoi="Aucune réunion, décision, fiche, mesure ni répartition d’ETP n’attend quelque chose de vous aujourd’hui. Ce qu’aucune convention ne fixe n’est jamais signalé."
            suite={<ButtonLink href="/portefeuille">Voir mes conventions</ButtonLink>}
          />
        ) : (
          <ul className="rows">
            {lignes.map((ligne) => (
              <Ligne key={ligne.cle} ligne={ligne} nommer={convention === null} />
            ))}
          </ul>
        )}
        <Pagination page={page} pages={pages} href={(numero) => buildHref(convention?.slug ?? null, numero)} />
      </Panneau>
      <Visite visite={vue.visite} />
    </div>
  )
}
