'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { formatInstant } from '@/lib/platform/heures'
import { BadgeStatut } from './statuts'

export interface Actuel {
  statut: StatutFiche
  /** of an étape */
  version: number
  auteur?: string | null
  instant?: string | null
}

export interface Conflit {
  voulu: StatutFiche
  actuel: Actuel
}

interface Props {
  conflit: Conflit | null
  onGarder: () => void
  onEnregistrer: () => void
}

/** Both statuses, when somebody changed it meanwhile. */
export function DialogueStatut({ conflit, onGarder, onEnregistrer }: Props) {
  return (
    <Dialog
      open={conflit !== null}
      onClose={onGarder}
      titre="Statut modifié entre-temps"
      actions={
        <>
          <Button onClick={onGarder}>Garder le statut enregistré</Button>
          <Button variant="primary" onClick={onEnregistrer}>
            Enregistrer mon choix
          </Button>
        </>
      }
    >
      {conflit ? (
        <dl className="details">
          <div>
            <dt>
              {conflit.actuel.auteur ? `Enregistré par ${conflit.actuel.auteur}` : 'Enregistré par quelqu’un d’autre'}
              {conflit.actuel.instant ? ` le ${formatInstant(conflit.actuel.instant)}` : null}
            </dt>
            <dd>
              <BadgeStatut statut={conflit.actuel.statut} />
            </dd>
          </div>
          <div>
            <dt>Votre choix</dt>
            <dd>
              <BadgeStatut statut={conflit.voulu} />
            </dd>
          </div>
        </dl>
      ) : null}
    </Dialog>
  )
}
