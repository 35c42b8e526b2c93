import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueAbonnement } from '@/lib/gouvernance/calendrier/queries/abonnement'
import { Abonnement } from './abonnement'

/** The page « Mon calendrier »: one’s private address, for any calendar program. */
export function MonCalendrier({ vue }: { vue: VueAbonnement }) {
  const { abonnement, conventions } = vue
  return (
    <div className="page">
      <PageHeader titre="Mon calendrier" />
      <Panneau titre="Recevoir les réunions dans votre agenda">
        <div className="grid max-w-prose gap-3">
          <p>
            Une adresse privée donne à votre agenda (téléphone, messagerie, ordinateur) les réunions de vos
            conventions : celles de l’année passée et toutes celles à venir. Il les relit de lui-même ; une réunion
            déplacée ou annulée ici l’est aussi chez vous.
          </p>
          <p>
            Cette adresse ne donne accès à rien d’autre, et ne permet aucune modification. Gardez-la pour vous : qui la
            connaît lit ces réunions.
          </p>
          <Abonnement abonnement={abonnement} />
        </div>
      </Panneau>
      <Panneau titre="Ce qu’elle contient">
        {conventions.length === 0 ? (
          <p>
            Aucune convention ne vous est confiée pour l’instant : l’agenda resterait vide. Administrer le service n’y
            met aucune réunion.
          </p>
        ) : (
          <>
            <p>
              {conventions.length > 1
                ? 'Les réunions de toutes les instances de ces conventions :'
                : 'Les réunions de toutes les instances de cette convention :'}
            </p>
            <ul className="list-disc ps-5">
              {conventions.map((nom) => (
                <li key={nom}>{nom}</li>
              ))}
            </ul>
          </>
        )}
      </Panneau>
      <Panneau titre="Comment faire">
        <dl className="grid max-w-prose gap-2">
          <div>
            <dt className="font-semibold">Messagerie ou agenda sur ordinateur</dt>
            <dd>
              Cherchez « Ajouter un calendrier », puis « À partir d’une adresse » ou « S’abonner », et collez l’adresse.
            </dd>
          </div>
          <div>
            <dt className="font-semibold">Téléphone ou tablette</dt>
            <dd>Dans les réglages des calendriers, ajoutez un abonnement et collez l’adresse.</dd>
          </div>
          <div>
            <dt className="font-semibold">Une seule réunion</dt>
            <dd>Sur la page de la réunion, téléchargez son fichier d’agenda et ouvrez-le.</dd>
          </div>
        </dl>
      </Panneau>
    </div>
  )
}
