import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { capitalise } from '@/lib/platform/mots'
import { formatCompte } from '@/lib/platform/typographie'
import type { VueVeille } from '@/lib/pilotage/veille/types'
import { Envois } from './envois'
import { formatComptesGravite } from '@/lib/pilotage/veille/rules/message'
import { ListeSignaux, SujetSignaux } from './signaux'

function ASuivre({ groupes, silence }: VueVeille) {
  if (groupes.length > 0) return groupes.map((groupe) => <SujetSignaux key={groupe.sujet} groupe={groupe} />)
  if (silence !== null)
    return (
      <EmptyState
        titre="Rien n’est signalé"
        pourquoi={`${capitalise(silence)} : la veille ne suit que les conventions en cours.`}
      />
    )
  return (
    <EmptyState
      titre="Tout est à jour"
      pourquoi="Aucune instance, décision, fiche ni répartition d’ETP n’attend quelque chose aujourd’hui. Ce que la convention ne fixe pas n’est jamais signalé."
    />
  )
}

function Apercu({ apercu: { reglage, prochain, nouveaux, reste, serveur } }: VueVeille) {
  if (prochain === null) return <p>Vous avez choisi de ne pas recevoir de message.</p>
  return (
    <>
      <p>
        Vous recevez un message {reglage}. {prochain}
      </p>
      {serveur ? null : (
        <p className="text-sm text-muted">
          Aucun serveur de messagerie n’est configuré sur cette installation : aucun message ne part.
        </p>
      )}
      {nouveaux.length === 0 ? (
        <p className="text-muted">De cette convention, tout vous a déjà été dit.</p>
      ) : (
        <details className="mt-2">
          <summary className="w-fit text-primary underline underline-offset-4">
            Ce qu’il dirait aujourd’hui de cette convention ({nouveaux.length})
          </summary>
          <div className="mt-2">
            <ListeSignaux signaux={nouveaux} />
          </div>
          {reste > 0 ? (
            <p className="text-sm text-muted">
              {formatCompte(reste, 'autre point', 'autres points')} au message suivant.
            </p>
          ) : null}
        </details>
      )}
    </>
  )
}

/** The screen « Veille »: what is due, late or at risk, who was told, and what one’s next message says. */
export function PageVeille({ vue }: { vue: VueVeille }) {
  const { convention, comptes, groupes, envois } = vue
  const adresse = `/conventions/${convention.slug}/veille`
  return (
    <div className="page">
      <PageHeader titre="Veille" surtitre={convention.nom} />
      <OngletsGouvernance convention={convention.slug} actif="veille" coordination />
      <Panneau titre="À suivre" sousTitre={groupes.length > 0 ? formatComptesGravite(comptes) : undefined}>
        <ASuivre {...vue} />
      </Panneau>
      <Panneau
        titre="Votre prochain message"
        actions={
          <ButtonLink size="sm" href="/compte/veille">
            Régler mes messages
          </ButtonLink>
        }
      >
        <Apercu {...vue} />
      </Panneau>
      <Panneau
        id="envois"
        titre="Qui a été prévenu"
        sousTitre="Ce que les messages ont dit de cette convention, et d’elle seule."
      >
        <Envois envois={envois} adresse={adresse} />
      </Panneau>
    </div>
  )
}
