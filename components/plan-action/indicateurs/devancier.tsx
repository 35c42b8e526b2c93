import { TableMesures } from '@/components/plan-action/mesures/valeurs-saisies'
import type { Devancier as DevancierVue } from '@/lib/plan-action/indicateurs/queries'
import { isTracable, readEvolution } from './lecture'

/** What the same indicator was in the convention before: one sentence, and all its values. */
export function Devancier({ devancier: { convention, indicateur } }: { devancier: DevancierVue }) {
  return (
    <div className="grid gap-2">
      <p>
        {`Même libellé, même nature et même unité dans la convention précédente, « ${convention} »${isTracable(indicateur) ? ` : ${readEvolution(indicateur).phrase}` : '.'}`}
      </p>
      {indicateur.mesures.length > 0 ? (
        <details>
          <summary>Ses valeurs dans « {convention} »</summary>
          <TableMesures indicateur={indicateur} />
        </details>
      ) : null}
    </div>
  )
}
