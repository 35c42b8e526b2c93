import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Accessibilité' }

export default function Page() {
  return (
    <article className="page texte">
      <PageHeader titre="Accessibilité" />
      <p>
        Copilote CTG vise la conformité au référentiel général d’amélioration de l’accessibilité (RGAA 4.1) et au niveau
        AA des règles WCAG 2.2.
      </p>
      <h2>État de conformité</h2>
      <p>
        Aucun audit indépendant n’a encore été mené : la conformité n’est donc pas déclarée. À chaque évolution, des
        contrôles automatiques parcourent chaque écran et chaque état, en clair et en sombre, sans aucune anomalie
        admise, et les parcours principaux sont joués au clavier seul.
      </p>
      <h2>Ce que vous pouvez attendre</h2>
      <ul>
        <li>Tout se fait au clavier, et l’élément actif est toujours visible.</li>
        <li>Chaque graphique est accompagné d’une phrase de lecture et d’un tableau.</li>
        <li>Aucune information n’est donnée par la couleur seule.</li>
        <li>Les sigles sont expliqués là où ils apparaissent.</li>
        <li>Le thème clair ou sombre suit votre appareil, ou votre choix.</li>
      </ul>
      <h2>Signaler une difficulté</h2>
      <p>
        Si un écran vous arrête, dites-le à la personne qui administre l’application dans votre Caf ou votre
        collectivité : elle vous apportera l’information autrement. Sans réponse satisfaisante, vous pouvez saisir le
        Défenseur des droits.
      </p>
    </article>
  )
}
