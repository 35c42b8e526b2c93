import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Changement } from '@/lib/plan-action/versions/rules/comparaison'
import type { Ecart } from './use-arbre'

const MOTS = { AJOUT: 'ajouté', RETRAIT: 'retiré', MODIFICATION: '' } as const
/** More than that is another plan: the tree itself says it better. */
const MONTRES = 8

function ListeChangements({ changements }: { changements: readonly Changement[] }) {
  return (
    <ul className="list-disc ps-5">
      {changements.slice(0, MONTRES).map(({ genre, objet, ref, sujet, details }) => (
        <li key={`${objet}-${ref}-${genre}`}>
          {[sujet, ...(MOTS[genre] ? [MOTS[genre]] : []), ...details].join(' – ')}
        </li>
      ))}
      {changements.length > MONTRES ? <li>{`et ${changements.length - MONTRES} autres changements`}</li> : null}
    </ul>
  )
}

interface Props {
  ecart: Ecart
  onRefaire: () => void
  onFermer: () => void
}

/** What somebody else changed meanwhile; the move that was not made may be asked for again. */
export function EcartArbre({ ecart, onRefaire, onFermer }: Props) {
  return (
    <Notice tone="warn" role="alert" titre="Le plan a changé entre-temps">
      {ecart.changements.length > 0 ? (
        <ListeChangements changements={ecart.changements} />
      ) : (
        <p>Quelqu’un l’a enregistré, sans rien changer de ce qui est montré ici.</p>
      )}
      <p>
        {ecart.sujet
          ? `${ecart.sujet} n’a pas bougé. Vous voyez maintenant le plan à jour.`
          : 'Vous voyez maintenant le plan à jour.'}
      </p>
      <div className="form-actions mt-2">
        {ecart.geste ? (
          <Button size="sm" onClick={onRefaire}>
            Refaire le déplacement
          </Button>
        ) : null}
        <Button size="sm" variant="ghost" onClick={onFermer}>
          J’ai lu
        </Button>
      </div>
    </Notice>
  )
}
