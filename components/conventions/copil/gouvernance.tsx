import { computeFrise } from '@/components/gouvernance/frise/frise-data'
import { FriseGouvernance } from '@/components/gouvernance/frise/frise-gouvernance'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/panneau'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import { findLacune } from './lacunes'

/** Bodies that have neither a frequency nor a meeting: a picture would be empty, their names are not. */
function Promesses({ vue }: { vue: VueCopil }) {
  return (
    <>
      <ul className="rows">
        {vue.instances.map(({ id, nom, phrase }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6">
            <span className="font-semibold">{nom}</span>
            <span className="text-muted">{phrase}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">Aucune réunion enregistrée.</p>
    </>
  )
}

/** The frise de gouvernance, face to face with what the convention promises. */
export function GouvernanceCopil({ vue, base }: { vue: VueCopil; base: string }) {
  const { instances, convention, today } = vue
  if (instances.length === 0) {
    return (
      <Panneau titre="Gouvernance">
        <EmptyState titre="Aucune instance" pourquoi={findLacune(vue, 'GOUVERNANCE') ?? 'La convention ne nomme aucune instance de gouvernance.'} />
      </Panneau>
    )
  }
  const muette = instances.every(({ periodes, reunions }) => periodes.length === 0 && reunions.length === 0)
  const titre = muette ? 'Gouvernance' : 'Frise de gouvernance'
  return (
    <Panneau
      titre={<Link className="link-quiet" href={`${base}/gouvernance`}>{titre}</Link>}
      sousTitre={muette ? 'Les instances que la convention prévoit' : 'Réunions tenues et prévues, face à la fréquence inscrite dans la convention'}
    >
      {muette ? <Promesses vue={vue} /> : (
        <FriseGouvernance frise={computeFrise({ convention, today, instances: instances.map((instance) => ({ ...instance, href: `${base}/gouvernance/${instance.ref}` })) })} />
      )}
    </Panneau>
  )
}
