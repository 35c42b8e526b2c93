import { colorVar } from '@/components/ui/tokens'

/** Props of {@link VieConvention}. */
export type VieConventionProps = {
  /** First and last year ("2026 – 2030"). */
  annees: string
  /** Share of its time that has passed, from 0 to 1. */
  part: number
  /** Where it stands, in words, for those who listen. */
  phase: string
}

/** The life of a convention in a cell: its years, and a thin bar of the time that has passed. */
export function VieConvention({ annees, part, phase }: VieConventionProps) {
  return (
    <span className="grid w-28 gap-1">
      <span className="whitespace-nowrap">{annees}</span>
      <svg role="img" aria-label={phase} className="h-1.5 w-full">
        <rect width="100%" height="100%" rx="3" fill={colorVar('a-engager')} />
        <rect width={`${Math.round(part * 1000) / 10}%`} height="100%" rx="3" fill={colorVar('primary')} />
      </svg>
    </span>
  )
}
