import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { PersonneVue } from '@/lib/utilisateurs/queries'
import { Acces } from './acces'
import { FormulaireIdentite } from './identite'
import { AjouterRole, ListeRoles } from './roles'

/** One person: who they are, what they may do, how they get in. */
export function PagePersonne({ personne, soi }: { personne: PersonneVue; soi: boolean }) {
  return (
    <div className="page">
      <PageHeader titre={personne.nom} fil={[{ label: 'Personnes et rôles', href: '/administration/personnes' }]}>
        <div className="flex flex-wrap gap-2">
          {personne.actif ? <Badge tone="ok">Compte actif</Badge> : <Badge shape="pause">Compte désactivé</Badge>}
          {soi ? <Badge tone="info">C’est vous</Badge> : null}
        </div>
      </PageHeader>
      <Panneau
        titre="Rôles"
        sousTitre="Chaque rôle ouvre ce qui lui revient ; ils s’ajoutent."
        actions={<AjouterRole personne={personne} />}
      >
        {personne.roles.length === 0 ? (
          <EmptyState
            titre="Aucun rôle"
            pourquoi="Sans rôle, cette personne ne voit rien du site. Ajoutez-lui en un."
          />
        ) : (
          <ListeRoles personne={personne} />
        )}
      </Panneau>
      <Panneau
        titre="Accès"
        sousTitre={
          personne.actif
            ? 'Une invitation donne le lien où la personne choisit son mot de passe, la première fois ou après un oubli.'
            : 'Un compte désactivé n’ouvre rien.'
        }
      >
        <Acces personne={personne} soi={soi} />
      </Panneau>
      <Panneau titre="Identité professionnelle">
        <FormulaireIdentite personne={personne} />
      </Panneau>
    </div>
  )
}
