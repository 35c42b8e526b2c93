import type { ChoixDecisions, VueDecision } from '@/lib/gouvernance/types-decisions'
import { LigneDecision } from './ligne-decision'

export interface DecisionsPointProps {
  slug: string
  /** `aVenir`: its day is not reached, nothing can be taken yet. */
  reunion: { id: number; ref: string; figee: boolean; aVenir?: boolean }
  point: { id: number; titre: string }
  /** Those of the meeting, or of the point alone. */
  decisions: readonly VueDecision[]
  /** Null for those who only read. */
  choix: ChoixDecisions | null
  peutEcrire: boolean
}

/** The decisions of one point of an agenda. */
export function DecisionsPoint({ point, decisions }: DecisionsPointProps) {
  const siennes = decisions.filter(({ pointId }) => pointId === point.id)
  return (
    <div className="grid gap-2">
      {siennes.length > 0 ? (
        <ul className="rows" aria-label={`Décisions\u00A0: ${point.titre}`}>
          {siennes.map((decision) => <li key={decision.id}><LigneDecision decision={decision} /></li>)}
        </ul>
      ) : null}
    </div>
  )
}
