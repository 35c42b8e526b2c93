import { colorVar } from '@/components/ui/tokens'

const DAY = 86_400_000
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const LONG = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })

function instant(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function percent(part: number): string {
  return `${Math.round(Math.max(0, Math.min(1, part)) * 10_000) / 100}%`
}

/** 1er janvier, as French writes it. */
function formatLong(date: string): string {
  return LONG.format(instant(date)).replace(/^1 /, '1er ')
}

/** Props of {@link TimeBar}. */
export type TimeBarProps = {
  /** Civil dates, YYYY-MM-DD; `fin` is the last day. */
  debut: string
  fin: string
  aujourdhui: string
  /** What the span is ("Convention"). */
  label: string
}

/** A span of years with today's place in it, and the same in words. */
export function TimeBar({ debut, fin, aujourdhui, label }: TimeBarProps) {
  const start = instant(debut)
  const end = instant(fin) + DAY
  const elapsed = (instant(aujourdhui) - start) / (end - start)
  const state = elapsed < 0 ? 'pas encore commencée' : elapsed >= 1 ? 'terminée' : 'en cours'
  const firstYear = Number(debut.slice(0, 4))
  const years = Array.from({ length: Number(fin.slice(0, 4)) - firstYear }, (_, i) => firstYear + i + 1)
  const marks = years
    .map((year) => ({ year, at: (instant(`${year}-01-01`) - start) / (end - start) }))
    // A year too near an end would cover the words of that end.
    .filter(({ at }) => at > 0.13 && at < 0.87)
  return (
    <div className="timebar">
      <svg
        role="img"
        aria-label={`${label} du ${formatLong(debut)} au ${formatLong(fin)}, ${state} au ${formatLong(aujourdhui)}.`}
      >
        <rect width="100%" height="8" rx="4" fill={colorVar('a-engager')} />
        {elapsed > 0 ? <rect width={percent(elapsed)} height="8" rx="4" fill={colorVar('primary')} /> : null}
        {marks.map(({ year, at }) => (
          <g key={year}>
            <rect x={percent(at)} width="1.5" height="8" fill={colorVar('surface')} />
            <text x={percent(at)} y="26" textAnchor="middle" className="mid">
              {year}
            </text>
          </g>
        ))}
        <text y="26">{MONTH.format(start)}</text>
        <text x="100%" y="26" textAnchor="end">
          {MONTH.format(instant(fin))}
        </text>
      </svg>
    </div>
  )
}
