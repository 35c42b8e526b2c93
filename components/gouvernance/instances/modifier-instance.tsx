import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import type { VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import { OngletsGouvernance } from '../onglets'
import { EditionInstance } from './edition-instance'

const PARTIES = [
  ['identite', 'Identité'],
  ['missions', 'Missions et décisions'],
  ['membres', 'Membres'],
  ['frequence', 'Fréquence'],
] as const

/** The screen where an instance is edited. */
export function ModifierInstance({ vue }: { vue: VueEditionInstance }) {
  const { convention, instance } = vue
  const gouvernance = `/conventions/${convention.slug}/gouvernance`
  const fiche = `${gouvernance}/${instance.ref}`
  return (
    <div className="page">
      <PageHeader
        titre={`Modifier « ${instance.nom} »`}
        fil={[
          { label: 'Gouvernance', href: gouvernance },
          { label: instance.nom, href: fiche },
        ]}
        actions={<ButtonLink href={fiche}>Voir l’instance</ButtonLink>}
      />
      <OngletsGouvernance convention={convention.slug} actif={null} coordination />
      <nav aria-label="Dans cette page" className="no-print">
        <ul className="flex flex-wrap gap-x-5 gap-y-2">
          {PARTIES.map(([ancre, mots]) => (
            <li key={ancre}>
              <a className="link inline-flex pointer-coarse:min-h-11 items-center" href={`#${ancre}`}>
                {mots}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <EditionInstance vue={vue} />
    </div>
  )
}
