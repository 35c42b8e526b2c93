import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Données personnelles' }

export default function Page() {
  return (
    <article className="page texte">
      <PageHeader titre="Données personnelles" />
      <h2>Ce qui est enregistré</h2>
      <p>
        Uniquement votre identité professionnelle : nom, fonction, adresse électronique professionnelle, rôles sur les
        conventions, et les modifications que vous y faites. Aucune donnée sur les familles n’a sa place ici.
      </p>
      <h2>Pourquoi</h2>
      <p>
        Pour ouvrir l’accès aux seules personnes invitées, et pour que chaque partie à une convention sache qui a
        modifié quoi, et quand.
      </p>
      <h2>Qui y a accès</h2>
      <p>
        Les personnes qui ont un rôle sur la même convention, selon ce rôle. Le journal des modifications se lit par la
        Caf et la coordination ; il ne se modifie pas.
      </p>
      <h2>Traceurs</h2>
      <p>
        Un cookie de session, nécessaire à la connexion, et un cookie qui retient votre choix de thème clair ou sombre.
        Aucune mesure d’audience, aucun appel à un service extérieur.
      </p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander l’accès à vos données, leur rectification ou leur effacement à l’organisme qui vous a
        invité, et saisir la Cnil si sa réponse ne vous satisfait pas.
      </p>
    </article>
  )
}
