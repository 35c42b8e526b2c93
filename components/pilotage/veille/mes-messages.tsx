import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueReglage } from '@/lib/pilotage/veille/types'
import { EtatEnvoi } from './envois'
import { FormulaireReglage } from './reglage'

function Derniers({ derniers }: { derniers: VueReglage['derniers'] }) {
  if (derniers.length === 0)
    return <EmptyState titre="Aucun message" pourquoi="Aucun message ne vous a encore été envoyé." />
  return (
    <ul className="rows">
      {derniers.map(({ id, sujet, texte, quand, etat }) => (
        <li key={id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{sujet}</span>
            <EtatEnvoi etat={etat} />
          </div>
          {quand ? <p className="m-0 text-sm text-muted first-letter:uppercase">{quand}</p> : null}
          <details className="text-sm">
            <summary className="w-fit text-primary underline underline-offset-4">Lire le message</summary>
            <p className="mt-1 whitespace-pre-line break-words">{texte}</p>
          </details>
        </li>
      ))}
    </ul>
  )
}

/** One’s own messages: how often, the next one, the last ones. */
export function MesMessages({ vue }: { vue: VueReglage }) {
  const { email, arretee, prochain, serveur, suit, parDefaut, derniers, frequence, jour, version } = vue
  return (
    <div className="page">
      <PageHeader titre="Mes messages" surtitre={email}>
        <p>
          Copilote CTG vous écrit ce qui est en retard, à risque ou à faire dans vos conventions. Rien n’est dit deux
          fois, et rien ne part un jour férié.
        </p>
      </PageHeader>
      {serveur ? null : (
        <Notice tone="warn" titre="Aucun message ne part de cette installation">
          Aucun serveur de messagerie n’y est configuré. Votre choix est enregistré, et s’appliquera dès qu’il y en aura
          un.
        </Notice>
      )}
      {suit ? null : (
        <Notice titre="Vos rôles ne suivent aucune convention">Il n’y a rien à vous dire pour le moment.</Notice>
      )}
      {arretee ? (
        <Notice titre="Messages arrêtés">Vous les avez arrêtés depuis un message, le {arretee}.</Notice>
      ) : null}
      <Panneau
        titre="Fréquence"
        sousTitre={
          prochain ??
          (parDefaut ? 'Par défaut, votre rôle ne reçoit pas de message.' : 'Vous ne recevez pas de message.')
        }
      >
        <FormulaireReglage reglage={{ frequence, jour, version }} />
      </Panneau>
      <Panneau titre="Derniers messages">
        <Derniers derniers={derniers} />
      </Panneau>
    </div>
  )
}
