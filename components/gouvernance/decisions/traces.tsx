import { Link } from '@/components/ui/link'
import { formatTrace, listTracesUtiles } from '@/lib/competences/rules/trace'
import type { TraceDecision } from '@/lib/competences/types'

/**
 * What an object says of the decisions about it, each leading to its meeting.
 * @param statut the status of a fiche as it is now: a decision that it has outlived is not said any more
 */
export function TracesDecision({
  slug,
  traces,
  statut,
}: {
  slug: string
  traces: readonly TraceDecision[]
  statut?: string
}) {
  return listTracesUtiles(traces, statut).map((trace) => {
    const { phrase, date } = formatTrace(trace)
    return (
      <span key={trace.id} className="block text-sm text-muted">
        {phrase}{' '}
        <Link className="link" href={`/conventions/${slug}/reunions/${trace.reunion}`}>
          {date}
        </Link>
      </span>
    )
  })
}
