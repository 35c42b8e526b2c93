import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { EcranCopil } from './ecran'

/** What changed since the last COPIL, in a few sentences; the rest is one link away. */
export function EvolutionCopil({ evolution, base }: { evolution: EcranCopil['evolution']; base: string }) {
  const { titre, phrases, reste } = evolution
  return (
    <Panneau
      titre={
        <Link className="link-quiet" href={`${base}/evolution`}>
          {titre}
        </Link>
      }
    >
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {reste ? (
        <p className="no-print">
          <Link className="link" href={`${base}/evolution`}>
            {reste}
          </Link>
        </p>
      ) : null}
    </Panneau>
  )
}
