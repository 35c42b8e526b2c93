import { FriseGouvernance } from '@/components/gouvernance/frequence/frise-gouvernance'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { EcranCopil } from './ecran'

function Contenu({ frise, instances, raison }: EcranCopil['gouvernance']) {
  if (raison !== null) return <EmptyState titre="Aucune instance" pourquoi={raison} />
  if (frise !== null) return <FriseGouvernance frise={frise} />
  return (
    <>
      <ul className="rows">
        {instances.map(([nom, phrase]) => (
          <li key={nom} className="flex flex-wrap justify-between gap-x-6">
            <b>{nom}</b>
            <span className="text-muted">{phrase}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">Aucune réunion enregistrée.</p>
    </>
  )
}

/** The frise de gouvernance, face to face with what the convention promises. */
export function GouvernanceCopil({ gouvernance, base }: { gouvernance: EcranCopil['gouvernance']; base: string }) {
  const muette = gouvernance.frise === null
  return (
    <Panneau
      titre={
        <Link className="link-quiet" href={`${base}/gouvernance`}>
          {muette ? 'Gouvernance' : 'Frise de gouvernance'}
        </Link>
      }
      sousTitre={
        muette
          ? 'Les instances que la convention prévoit'
          : 'Réunions tenues et prévues, face à la fréquence inscrite dans la convention'
      }
    >
      <Contenu {...gouvernance} />
    </Panneau>
  )
}
