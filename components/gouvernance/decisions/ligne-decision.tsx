import { Badge } from '@/components/ui/badge'
import type { VueDecision } from '@/lib/gouvernance/types-decisions'
import { ETATS_DECISION, NATURES_DECISION } from './mots'

/** One decision as it reads. */
export function LigneDecision({ decision }: { decision: VueDecision }) {
  const { mots, tone } = ETATS_DECISION[decision.etat]
  return (
    <div className="grid gap-1">
      <p>{decision.texte}</p>
      <p className="text-sm text-muted"><Badge tone={tone}>{mots}</Badge> {NATURES_DECISION[decision.nature]}</p>
    </div>
  )
}
