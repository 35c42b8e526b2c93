import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { LigneConvention } from '@/lib/pilotage/portefeuille/read'
import type { VuePortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { formatDate, yearOf } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefPortefeuille, type FiltresAdresse } from './adresses'
import { FiltresPortefeuille } from './filtres'
import { ListeConventions, type LigneListe } from './liste-conventions'
import { EntetePortefeuille } from './onglets'
import { RepartitionConventions } from './repartition'

function toLigne({
  slug,
  nom,
  territoire,
  caf,
  departement,
  phaseTexte,
  debut,
  fin,
  instances,
  fiches,
  realisees,
  etp,
  points,
}: LigneConvention): LigneListe {
  return {
    slug,
    nom,
    territoire,
    caf,
    departement,
    phaseTexte,
    fiches,
    realisees,
    etp,
    points,
    instances: instances.valeur,
    annees: debut && fin ? `${yearOf(debut)} – ${yearOf(fin)}` : null,
  }
}

function Vide({ vue, filtree }: { vue: VuePortefeuille; filtree: boolean }) {
  if (filtree) {
    return (
      <EmptyState
        titre="Aucune convention ne correspond"
        pourquoi="Aucune de vos conventions ne répond à tous les filtres."
        suite={<ButtonLink href="/portefeuille">Retirer les filtres</ButtonLink>}
      />
    )
  }
  return (
    <EmptyState
      titre="Aucune convention ne vous est ouverte"
      pourquoi={
        vue.territoires
          ? 'Aucune convention n’est encore enregistrée pour votre Caf.'
          : 'Votre compte n’est rattaché à aucune convention. Demandez à votre Caf ou à la coordination de vous y inviter.'
      }
      suite={
        vue.territoires ? (
          <ButtonLink href="/portefeuille/territoires">Voir les territoires du département</ButtonLink>
        ) : undefined
      }
    />
  )
}

/** Fewer are read at a glance in the list. */
const SEUIL_REPARTITION = 3

/** The portfolio: one’s conventions, what needs attention first. */
export function Portefeuille({ vue, filtres }: { vue: VuePortefeuille; filtres: FiltresAdresse }) {
  const { conventions, comptes, total, page, pages, tri, attention, territoires, today } = vue
  const filtree = Boolean(filtres.q || filtres.departement || filtres.caf || filtres.etat)
  const premiere = (page - 1) * 50 + 1
  return (
    <div className="page">
      <EntetePortefeuille
        actif="conventions"
        territoires={territoires}
        surtitre={`${formatCompte(comptes.toutes, 'convention')}, situation au ${formatDate(today)}`}
      />
      {comptes.toutes > 1 || filtree ? <FiltresPortefeuille vue={vue} filtres={filtres} /> : null}
      <Panneau
        titre={filtree || tri !== 'attention' ? formatCompte(total, 'convention') : 'Ce qui demande attention d’abord'}
        sousTitre={
          attention
            ? null
            : 'Au-delà de 120 conventions, la liste suit les dates de fin : filtrez par département ou par Caf pour voir d’abord ce qui demande attention.'
        }
      >
        {conventions.length === 0 ? (
          <Vide vue={vue} filtree={filtree} />
        ) : (
          <ListeConventions lignes={conventions.map(toLigne)} filtres={filtres} tri={tri} />
        )}
        <Pagination
          page={page}
          pages={pages}
          href={(numero) => buildHrefPortefeuille({ ...filtres, page: numero })}
          {...(pages > 1
            ? { resume: `${premiere} à ${premiere + conventions.length - 1} sur ${formatCompte(total, 'convention')}` }
            : {})}
        />
      </Panneau>
      {attention && total >= SEUIL_REPARTITION ? <RepartitionConventions repartitions={vue.repartitions} /> : null}
    </div>
  )
}
