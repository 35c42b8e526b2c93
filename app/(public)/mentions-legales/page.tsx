import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Mentions légales' }

export default function Page() {
  return (
    <article className="page texte">
      <PageHeader titre="Mentions légales" />
      <h2>Éditeur et hébergeur</h2>
      <p>
        L’application est éditée et hébergée par l’organisme qui l’a installée et qui vous y a invité. Ses coordonnées
        figurent dans l’invitation que vous avez reçue.
      </p>
      <h2>Documents et sources</h2>
      <p>
        Les conventions présentées sont lues dans des documents publics ; chaque lecture incertaine est signalée « à
        confirmer ». Seul le document signé fait foi. Les noms et codes des départements, intercommunalités et communes
        viennent du découpage administratif publié par Etalab (licence MIT), d’après l’Insee et la direction générale
        des collectivités locales.
      </p>
      <h2>Logos et marques</h2>
      <p>L’application n’emploie le logo d’aucun organisme ni le système de design de l’État.</p>
    </article>
  )
}
