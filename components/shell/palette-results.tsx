import { Link } from '@/components/ui/link'
import type { SearchGroup } from './types'

/** Props of {@link PaletteResults}. */
export type PaletteResultsProps = {
  /** Prefix of the identifiers that the field refers to. */
  id: string
  groups: SearchGroup[]
  /** Rank of the line under the arrows, over all groups. */
  active: number
  onPoint: (rank: number) => void
  onChoose: () => void
}

/** The answers, by kind: a listbox whose options are real links (a middle press opens a tab). */
export function PaletteResults({ id, groups, active, onPoint, onChoose }: PaletteResultsProps) {
  const starts = groups.map((_, i) => groups.slice(0, i).reduce((sum, g) => sum + g.resultats.length, 0))
  return (
    <div role="listbox" id={`${id}-list`} aria-label="Résultats">
      {groups.map((group, g) => (
        <div role="group" aria-labelledby={`${id}-group-${g}`} key={group.titre}>
          <div className="palette-group-title" id={`${id}-group-${g}`} role="presentation">
            {group.titre}
          </div>
          {group.resultats.map((result, r) => {
            const rank = (starts[g] ?? 0) + r
            return (
              <Link
                key={result.href}
                id={`${id}-option-${rank}`}
                role="option"
                aria-selected={rank === active}
                tabIndex={-1}
                href={result.href}
                className="palette-option"
                onMouseMove={() => {
                  if (rank !== active) onPoint(rank)
                }}
                onClick={onChoose}
              >
                {result.titre}
                {result.sousTitre ? <small>{result.sousTitre}</small> : null}
              </Link>
            )
          })}
        </div>
      ))}
    </div>
  )
}
