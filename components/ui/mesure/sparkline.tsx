import { colorVar, type ColorToken } from '@/components/ui/tokens'

/** Props of {@link Sparkline}. */
export type SparklineProps = {
  /** Values in order of time; null where nothing was measured. */
  values: (number | null)[]
  /** The same in one sentence. */
  label: string
  color?: ColorToken
}

/** The course of a few values, as a small line; the last point is marked. */
export function Sparkline({ values, label, color = 'primary' }: SparklineProps) {
  const known = values.filter((v): v is number => v !== null)
  const min = Math.min(...known)
  const span = Math.max(...known) - min || 1
  const step = values.length > 1 ? 100 / (values.length - 1) : 0
  const points = values.flatMap((v, i) =>
    v === null ? [] : [`${Math.round(i * step * 100) / 100},${Math.round(22 - ((v - min) / span) * 20)}`],
  )
  const last = points.at(-1)?.split(',')
  return (
    <svg className="sparkline" role="img" aria-label={label} viewBox="0 0 100 24" preserveAspectRatio="none">
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke={colorVar(color)}
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {last ? (
        <path
          d={`M${last[0]} ${last[1]}h0`}
          stroke={colorVar(color)}
          strokeWidth="6"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </svg>
  )
}
