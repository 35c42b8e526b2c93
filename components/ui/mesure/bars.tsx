import { useId } from 'react'
import { cx } from '@/components/ui/cx'
import { colorVar, type ColorToken } from '@/components/ui/tokens'

/** One part of a bar. */
export type Segment = {
  label: string
  value: number
  color: ColorToken
  /** Hatched: tells it apart without colour (what is late). */
  hatch?: boolean
}

const NUMBER = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })

function share(value: number, total: number): number {
  return total > 0 ? Math.round((Math.min(value, total) / total) * 10_000) / 100 : 0
}

/** Props of {@link StackedBar}. */
export type StackedBarProps = {
  segments: Segment[]
  /** Whole of the bar; default: the sum of the parts. What is left stays empty. */
  total?: number
  /** Said instead of the list of the parts. */
  label?: string
  /** True when a text or a table beside it says the same. */
  decorative?: boolean
  large?: boolean
  className?: string
}

/** Parts of a whole on one line; what it shows is also said in words. */
export function StackedBar({
  segments,
  total = segments.reduce((sum, s) => sum + s.value, 0),
  label = segments.map((s) => `${s.label} : ${NUMBER.format(s.value)}`).join(', '),
  decorative,
  large,
  className,
}: StackedBarProps) {
  const id = useId()
  const shown = segments.filter((s) => s.value > 0)
  const starts = shown.map((_, i) => shown.slice(0, i).reduce((sum, s) => sum + s.value, 0))
  return (
    <svg
      className={cx('bar', large && 'bar-lg', className)}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {shown.some((s) => s.hatch) ? (
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1 0v5" stroke={colorVar('surface')} strokeWidth="1.5" opacity=".75" />
        </pattern>
      ) : null}
      {shown.map((segment, index) => {
        const box = {
          x: `${share(starts[index] ?? 0, total)}%`,
          width: `${share(segment.value, total)}%`,
          height: '100%',
        }
        return (
          <g key={segment.label}>
            <rect {...box} fill={colorVar(segment.color)} />
            {segment.hatch ? <rect {...box} fill={`url(#${id})`} /> : null}
            {index > 0 ? <rect x={box.x} width="1.5" height="100%" fill={colorVar('surface')} /> : null}
          </g>
        )
      })}
    </svg>
  )
}

/** Props of {@link ProgressBar}. */
export type ProgressBarProps = {
  value: number
  max: number
  /** Said in place of the picture ("184 participants sur 150 attendus"). */
  label: string
  color?: ColorToken
  className?: string
}

/** How far something is from what was aimed at; full when it is passed. */
export function ProgressBar({ value, max, label, color, className }: ProgressBarProps) {
  const done = max > 0 && value >= max
  return (
    <StackedBar
      segments={[{ label, value: Math.max(0, value), color: color ?? (done ? 'realisee' : 'en-cours') }]}
      total={max}
      label={label}
      className={className}
    />
  )
}

/** Work under way, over one second: known share with `value` of `max`, or unknown without. */
export function BusyProgress({ label, value, max }: { label: string; value?: number; max?: number }) {
  return <progress className="busy-progress" aria-label={label} value={value} max={max} />
}
