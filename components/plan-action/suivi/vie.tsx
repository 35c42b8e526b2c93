import { Badge } from '@/components/ui/badge'
import { ProgressBar } from '@/components/ui/mesure/bars'
import type { VieFicheVue } from '@/lib/plan-action/suivi/types/suivi'

/** How far a fiche has come, who says so, and whether nobody has spoken of it for long. */
export function Vie({ vie: { avancement, silence } }: { vie: VieFicheVue }) {
  return (
    <div className="mb-3 grid gap-1.5">
      {avancement.valeur === null ? null : (
        <ProgressBar value={avancement.valeur} max={100} label={`Avancement : ${avancement.valeur} %`} />
      )}
      <p className="text-sm text-muted">{avancement.phrase}</p>
      {silence.etat === 'SILENCIEUSE' || silence.etat === 'JAMAIS' ? (
        <p>
          <Badge tone={silence.etat === 'JAMAIS' ? 'neutral' : 'warn'}>{silence.phrase}</Badge>
        </p>
      ) : null}
    </div>
  )
}
