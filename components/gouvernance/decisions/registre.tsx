import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { DecisionRegistre, VueDecisions } from '@/lib/gouvernance/decisions/queries'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { Mots } from '../mots-sigles'
import { OngletsGouvernance } from '../onglets'
import { buildHrefDecisions } from './adresses'
import { FiltresRegistre, SUIVIS } from './filtres'
import { GestesDecision } from './gestes-decision'
import { LigneDecision } from './ligne-decision'

function Ligne({ decision, vue }: { decision: DecisionRegistre; vue: VueDecisions }) {
  const {
    convention: { slug },
    peutEcrire,
    today,
  } = vue
  const { reunion, point } = decision
  return (
    <li className="flex items-start justify-between gap-2">
      <div className="min-w-0">
        <LigneDecision slug={slug} decision={decision} />
        <p className="text-sm text-muted">
          <Mots texte={reunion.instance} />,{' '}
          <Link className="link" href={`/conventions/${slug}/reunions/${reunion.ref}`}>
            réunion du {reunion.dateTexte}
          </Link>
          {reunion.annulee ? ' (annulée)' : reunion.aVenir ? ' (à venir)' : ''} · {point}
        </p>
      </div>
      {peutEcrire && !reunion.annulee ? (
        <GestesDecision slug={slug} today={today} decision={decision} edition={null} />
      ) : null}
    </li>
  )
}

/** Proposals first: what an instance waits for. */
function ATrancher({ vue }: { vue: VueDecisions }) {
  const { aTrancher, comptes, convention, filtres } = vue
  if (aTrancher.length === 0) return null
  const reste = comptes['a-trancher'] - aTrancher.length
  return (
    <Panneau
      titre="À trancher"
      id="a-trancher"
      sousTitre={`${formatCompte(comptes['a-trancher'], 'proposition')} en attente de l’instance qui décide`}
      pied={
        reste > 0 ? (
          <Link
            className="link"
            href={buildHrefDecisions(convention.slug, { ...filtres, page: 1, etat: 'a-trancher' })}
          >{`Voir ${formatAccord(reste, 'l’autre', `les ${reste} autres`)}`}</Link>
        ) : null
      }
    >
      <ul className="rows">
        {aTrancher.map((decision) => (
          <Ligne key={decision.id} decision={decision} vue={vue} />
        ))}
      </ul>
    </Panneau>
  )
}

function Vide({ vue }: { vue: VueDecisions }) {
  const {
    convention: { slug },
    total,
  } = vue
  if (total === 0) {
    return (
      <EmptyState
        titre="Aucune décision enregistrée"
        pourquoi="Les décisions s’enregistrent dans la page d’une réunion, sur chaque point de son ordre du jour."
        suite={
          <Link className="link" href={`/conventions/${slug}/reunions`}>
            Voir les réunions
          </Link>
        }
      />
    )
  }
  return (
    <EmptyState
      titre="Aucune décision ne correspond"
      pourquoi={`Le registre compte ${formatCompte(total, 'décision')}, aucune ne répond à tous ces filtres.`}
      suite={
        <Link className="link" href={`/conventions/${slug}/decisions`}>
          Voir toutes les décisions
        </Link>
      }
    />
  )
}

/** The register of decisions: what waits, then each decision with its meeting, what it changed and its follow-up. */
export function Registre({ vue }: { vue: VueDecisions }) {
  const { convention, coordination, filtres, comptes, decisions, pages, total } = vue
  const nombre = filtres.etat === undefined ? comptes.toutes : comptes[filtres.etat]
  const retard = comptes['en-retard']
  return (
    <div className="page">
      <PageHeader titre="Décisions" surtitre={convention.nom}>
        <OngletsGouvernance convention={convention.slug} actif="decisions" coordination={coordination} />
      </PageHeader>
      <ATrancher vue={vue} />
      <Panneau
        titre={filtres.etat === undefined ? 'Registre' : SUIVIS[filtres.etat]}
        id="registre"
        sousTitre={
          total === 0
            ? null
            : [formatCompte(nombre, 'décision'), retard > 0 && filtres.etat === undefined && `${retard} en retard`]
                .filter(Boolean)
                .join(', ')
        }
      >
        {total > 0 ? <FiltresRegistre vue={vue} /> : null}
        {decisions.length === 0 ? (
          <Vide vue={vue} />
        ) : (
          <>
            <ul className="rows">
              {decisions.map((decision) => (
                <Ligne key={decision.id} decision={decision} vue={vue} />
              ))}
            </ul>
            <Pagination
              page={filtres.page}
              pages={pages}
              href={(page) => buildHrefDecisions(convention.slug, { ...filtres, page })}
            />
          </>
        )}
      </Panneau>
    </div>
  )
}
