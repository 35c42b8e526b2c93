import Form from 'next/form'
import { Badge } from '@/components/ui/badge'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { formatCompte } from '@/lib/platform/typographie'
import type { PersonneVue } from '@/lib/utilisateurs/queries'
import { formatRole } from './mots'
import { NouvellePersonne } from './nouvelle-personne'

interface VuePersonnes {
  total: number
  page: number
  pages: number
  /** rank of the first person of the page, from 1 */
  premiere: number
  personnes: PersonneVue[]
}

const BASE = '/administration/personnes'

/** Roles of a person that hold today, in words. */
function RolesEnCours({ personne }: { personne: PersonneVue }) {
  const enCours = personne.roles.filter(({ etat }) => etat === 'EN_COURS')
  if (enCours.length === 0) return <span className="text-muted">Aucun rôle en cours</span>
  return (
    <ul className="m-0 list-none p-0">
      {enCours.map((role) => (
        <li key={role.id}>{formatRole(role)}</li>
      ))}
    </ul>
  )
}

/** Everybody who may sign in, and with which roles. */
export function PagePersonnes({ vue, q }: { vue: VuePersonnes; q: string | undefined }) {
  const href = (page: number) =>
    `${BASE}?${new URLSearchParams({ ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`
  const { total, premiere, personnes } = vue
  return (
    <div className="page">
      <PageHeader titre="Personnes et rôles" surtitre="Administration" actions={<NouvellePersonne />} />
      <Panneau
        titre={formatCompte(total, 'personne')}
        sousTitre="Seules ces personnes peuvent se connecter, et chacune ne voit que ce que ses rôles lui ouvrent."
      >
        <Form action={BASE} className="no-print mb-4 flex flex-wrap items-end gap-3" scroll={false}>
          <div className="min-w-60 grow">
            <Input
              label="Nom, fonction, adresse ou territoire"
              name="q"
              type="search"
              defaultValue={q ?? ''}
              key={q ?? ''}
              maxLength={100}
            />
          </div>
          <Button type="submit">Chercher</Button>
        </Form>
        {personnes.length === 0 ? (
          <EmptyState
            titre="Personne ne correspond"
            pourquoi={q ? `Aucune personne n’est connue sous « ${q} ».` : 'Cette page de la liste est vide.'}
            suite={<ButtonLink href={BASE}>Voir toutes les personnes</ButtonLink>}
          />
        ) : (
          <Table caption="Personnes, par ordre alphabétique" stacked>
            <thead>
              <tr>
                <Th>Personne</Th>
                <Th>Fonction</Th>
                <Th>Rôles</Th>
                <Th>Compte</Th>
              </tr>
            </thead>
            <tbody>
              {personnes.map((personne) => (
                <tr key={personne.id} className="row-hover">
                  <Th scope="row" className="lg:min-w-64">
                    <Link href={`${BASE}/${personne.id}`}>{personne.nom}</Link>
                    <span className="block text-sm font-normal text-muted wrap-anywhere">{personne.email}</span>
                  </Th>
                  <Td label="Fonction">{personne.fonction ?? <span className="text-muted">Non précisée</span>}</Td>
                  <Td label="Rôles">
                    <RolesEnCours personne={personne} />
                  </Td>
                  <Td label="Compte">
                    {personne.actif ? <Badge tone="ok">Actif</Badge> : <Badge shape="pause">Désactivé</Badge>}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        <Pagination
          page={vue.page}
          pages={vue.pages}
          href={href}
          resume={
            personnes.length > 0
              ? `${premiere} à ${premiere + personnes.length - 1} sur ${formatCompte(total, 'personne')}`
              : undefined
          }
        />
      </Panneau>
    </div>
  )
}
