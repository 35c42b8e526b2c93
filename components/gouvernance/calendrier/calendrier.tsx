import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Tabs } from '@/components/ui/tabs'
import type { VueCalendrier } from '@/lib/gouvernance/calendrier/types'
import { formatCompte } from '@/lib/platform/typographie'
import { PrevoirReunion } from '@/components/gouvernance/reunions/prevoir-reunion'
import { OngletsGouvernance } from '../onglets'
import { buildAdresse } from './adresses'
import { MoisReunions } from './liste'
import { Mois } from './mois'
import { PrevoirSerie } from '@/components/gouvernance/series/prevoir-serie'
import { Series } from '@/components/gouvernance/series/series'

function FiltreInstances({ vue }: { vue: VueCalendrier }) {
  if (vue.instances.length < 2) return null
  return (
    <FilterChips label="Réunions par instance">
      {vue.instances.map(({ ref, nom }) => {
        const actif = vue.instance === ref
        return (
          <FilterChip key={ref} href={buildAdresse(vue, { instance: actif ? null : ref })} actif={actif}>
            {nom}
          </FilterChip>
        )
      })}
    </FilterChips>
  )
}

/** From one month, or one year, to its neighbours. */
function Navigation({ vue }: { vue: VueCalendrier }) {
  const [avant, apres, ici] =
    vue.vue === 'mois'
      ? [
          { mots: 'Mois précédent', href: buildAdresse(vue, { mois: vue.precedent }) },
          { mots: 'Mois suivant', href: buildAdresse(vue, { mois: vue.suivant }) },
          { mots: 'Ce mois-ci', href: buildAdresse(vue, { mois: null }) },
        ]
      : [
          { mots: 'Année précédente', href: buildAdresse(vue, { annee: vue.annee - 1 }) },
          { mots: 'Année suivante', href: buildAdresse(vue, { annee: vue.annee + 1 }) },
          { mots: 'Cette année', href: buildAdresse(vue, { annee: null }) },
        ]
  return (
    <div className="no-print flex flex-wrap gap-2">
      <ButtonLink size="sm" icon={<IconChevronLeft />} href={avant.href} scroll={false}>
        {avant.mots}
      </ButtonLink>
      <ButtonLink size="sm" variant="ghost" href={ici.href} scroll={false}>
        {ici.mots}
      </ButtonLink>
      <ButtonLink size="sm" href={apres.href} scroll={false}>
        {apres.mots}
        <IconChevronRight />
      </ButtonLink>
    </div>
  )
}

function Contenu({ vue }: { vue: VueCalendrier }) {
  const { convention, peutEcrire } = vue
  if (vue.vue === 'mois') return <Mois vue={vue} />
  if (vue.mois.length === 0) {
    return (
      <EmptyState
        titre={`Aucune réunion en ${vue.annee}`}
        pourquoi={
          vue.total === 0
            ? 'Aucune réunion n’est encore enregistrée.'
            : `${formatCompte(vue.total, 'réunion est enregistrée', 'réunions sont enregistrées')} sur d’autres années.`
        }
        suite={<Annees vue={vue} />}
      />
    )
  }
  return (
    <div className="rows">
      {vue.mois.map((mois) => (
        <MoisReunions
          key={mois.cle}
          mois={mois}
          convention={convention}
          nommer={vue.instance === null}
          peutEcrire={peutEcrire}
        />
      ))}
    </div>
  )
}

function Annees({ vue }: { vue: Extract<VueCalendrier, { vue: 'liste' }> }) {
  return (
    <FilterChips label="Années">
      {vue.annees
        .filter((annee) => annee !== vue.annee)
        .map((annee) => (
          <FilterChip key={annee} href={buildAdresse(vue, { annee })}>
            {annee}
          </FilterChip>
        ))}
    </FilterChips>
  )
}

/** What is known of school holidays here: the zone, how far its calendar is published, or why there is none. */
function Vacances({ vue: { zone } }: { vue: VueCalendrier }) {
  if (zone.zone === null) return <p className="text-sm text-muted">{zone.phrase}</p>
  const fin = (zone.publieJusquau ?? '').split('-').reverse().join('/')
  return (
    <p className="text-sm text-muted">
      Vacances scolaires : {zone.phrase}. Calendrier publié jusqu’au {fin} ; la suite n’est pas encore connue.
    </p>
  )
}

/** The page « Calendrier »: a month in weeks or a year as a list, and what may be planned. */
export function Calendrier({ vue }: { vue: VueCalendrier }) {
  const { convention, peutEcrire, instances, instance } = vue
  const choix = instance === null ? instances : instances.filter(({ ref }) => ref === instance)
  return (
    <div className="page">
      <PageHeader
        titre="Calendrier"
        surtitre={[convention.nom, convention.dates].filter(Boolean).join(' · ')}
        actions={
          peutEcrire && choix.length > 0 ? (
            <>
              <PrevoirSerie
                convention={convention}
                instances={instances}
                instance={choix.length === 1 ? choix[0]?.id : undefined}
              />
              <PrevoirReunion convention={convention} instances={choix} variant="primary" label="Prévoir une réunion" />
            </>
          ) : null
        }
      />
      <OngletsGouvernance convention={convention.slug} actif="reunions" coordination={vue.coordination} />
      <Panneau
        titre={vue.vue === 'mois' ? vue.titre : `Réunions de ${vue.annee}`}
        sousTitre={vue.vue === 'mois' ? vue.liste.resume : null}
        actions={<Navigation vue={vue} />}
      >
        <div className="no-print mb-4 grid gap-3">
          <Tabs
            label="Affichage du calendrier"
            tabs={[
              { label: 'Mois', href: buildAdresse(vue, { vue: 'mois' }), actif: vue.vue === 'mois' },
              { label: 'Liste de l’année', href: buildAdresse(vue, { vue: 'liste' }), actif: vue.vue === 'liste' },
            ]}
          />
          <FiltreInstances vue={vue} />
        </div>
        <Contenu vue={vue} />
        <div className="mt-4">
          <Vacances vue={vue} />
        </div>
      </Panneau>
      {vue.series.length > 0 ? <Series series={vue.series} slug={convention.slug} peutEcrire={peutEcrire} /> : null}
      <p className="no-print flex items-center gap-2 text-sm">
        <IconCalendar />
        <span>
          Pour retrouver vos réunions dans votre agenda :{' '}
          <Link className="link" href="/compte/calendrier">
            Mon calendrier
          </Link>
        </span>
      </p>
    </div>
  )
}
