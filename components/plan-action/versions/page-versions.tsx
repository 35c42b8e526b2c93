import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VersionListee, VueVersions } from '@/lib/plan-action/versions/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { formatCompteNom } from '../noms'
import { OngletsPlan } from '../onglets'
import { buildHrefComparer, buildHrefLire } from './adresses-versions'
import { ArreterVersion } from './arreter-version'
import { Changements } from './changements'
import { Comparer } from './comparer'
import { LireVersion } from './lire-version'

function Version({ version, slug, nomFiche }: { version: VersionListee; slug: string; nomFiche: string }) {
  const { numero, libelle, motif, arreteeLe, avenant, auteur, fiches, axes } = version
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="text-base">{`Version ${numero} : ${libelle}`}</h3>
        <p className="text-sm text-muted">
          {[
            `Arrêtée le ${formatDateCourte(arreteeLe)}`,
            avenant && `par l’avenant « ${avenant} »`,
            auteur && `enregistrée par ${auteur}`,
          ]
            .filter(Boolean)
            .join(', ')}
          . {`${formatCompteNom(fiches, nomFiche)}, ${formatCompte(axes, 'axe')}.`}
        </p>
        {motif ? <p>{motif}</p> : null}
      </div>
      <p className="no-print flex flex-wrap gap-x-4">
        <Link className="link" href={`${buildHrefLire(slug, numero)}#lecture`} aria-label={`Lire la version ${numero}`}>
          Lire
        </Link>
        <Link
          className="link"
          href={`${buildHrefComparer(slug, numero, 'aujourdhui')}#comparaison`}
          aria-label={`Ce qui a changé depuis la version ${numero}`}
        >
          Ce qui a changé depuis
        </Link>
      </p>
    </li>
  )
}

/** The versions of a plan: the current one to close, those closed to read and compare. */
export function PageVersions({ vue, demande }: { vue: VueVersions; demande: { avant?: string; apres?: string } }) {
  const { nom, slug, plan, versions, avenants, peutEcrire, today, lue, comparaison } = vue
  const nomFiche = plan?.nomFiche ?? 'Fiche-action'
  const derniere = versions[0]
  return (
    <div className="page">
      <PageHeader
        titre="Versions du plan"
        surtitre={nom}
        fil={[{ label: 'Plan d’action', href: `/conventions/${slug}/plan-action` }]}
      />
      <OngletsPlan convention={slug} actif="versions" coordination={peutEcrire} />
      <Panneau
        titre={plan ? `En cours : version ${plan.numeroVersion}` : 'Versions'}
        sousTitre={plan ? `${formatCompteNom(plan.fiches, nomFiche)} aujourd’hui` : undefined}
        actions={
          plan && peutEcrire ? <ArreterVersion slug={slug} plan={plan} avenants={avenants} today={today} /> : undefined
        }
      >
        {versions.length === 0 ? (
          <EmptyState
            titre="Aucune version arrêtée"
            pourquoi={
              plan
                ? 'Une version garde le plan tel qu’il était à la signature ou avant un avenant, et dit ensuite ce qui a changé.'
                : 'Cette convention n’a pas encore de plan d’action.'
            }
            suite={
              plan ? undefined : (
                <ButtonLink href={`/conventions/${slug}/plan-action`}>Voir le plan d’action</ButtonLink>
              )
            }
          />
        ) : (
          <ul className="rows">
            {versions.map((version) => (
              <Version key={version.numero} version={version} slug={slug} nomFiche={nomFiche} />
            ))}
          </ul>
        )}
      </Panneau>
      {derniere ? (
        <Panneau titre="Comparer">
          <Comparer
            key={`${demande.avant}-${demande.apres}`}
            slug={slug}
            versions={versions}
            avant={demande.avant ?? String(derniere.numero)}
            apres={demande.apres ?? 'aujourdhui'}
          />
        </Panneau>
      ) : null}
      {comparaison ? <Changements comparaison={comparaison} nomFiche={nomFiche} /> : null}
      {lue ? <LireVersion cote={lue.cote} plan={lue.plan} /> : null}
    </div>
  )
}
