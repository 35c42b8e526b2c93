import { colorVar, type ColorToken } from '@/components/ui/tokens'

/** Shape of a legend's sample. */
type SwatchShape = 'carre' | 'rond' | 'anneau' | 'cadre' | 'tirets' | 'hachures'

/** Props of {@link Swatch}. */
export type SwatchProps = {
  color: ColorToken
  shape?: SwatchShape
  /** Outline, for `cadre` (a tinted box). */
  stroke?: ColorToken
  /** Said when no text stands beside it. */
  label?: string
}

/** Sample of a colour and its shape. */
export function Swatch({ color, shape = 'carre', stroke, label }: SwatchProps) {
  const c = colorVar(color)
  const line = colorVar(stroke ?? color)
  return (
    <svg
      viewBox="0 0 12 12"
      className="swatch"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {shape === 'carre' ? <rect width="12" height="12" rx="3" fill={c} /> : null}
      {shape === 'rond' ? <circle cx="6" cy="6" r="5.5" fill={c} /> : null}
      {shape === 'anneau' ? (
        <circle cx="6" cy="6" r="4.75" fill={colorVar('surface')} stroke={c} strokeWidth="2" />
      ) : null}
      {shape === 'cadre' ? <rect x=".75" y=".75" width="10.5" height="10.5" rx="2.5" fill={c} stroke={line} /> : null}
      {shape === 'tirets' ? (
        <rect x=".75" y=".75" width="10.5" height="10.5" rx="2.5" fill="none" stroke={line} strokeDasharray="2 2" />
      ) : null}
      {shape === 'hachures' ? (
        <>
          <rect width="12" height="12" rx="3" fill={c} />
          <path d="M-1 7 7-1M2 13 13 2M-1 12 12-1" stroke={colorVar('surface')} strokeWidth="1.25" opacity=".75" />
        </>
      ) : null}
    </svg>
  )
}

/** One line of a legend. */
export type LegendItem = Omit<SwatchProps, 'label'> & { label: string }

/** What the shapes and colours of a chart mean. */
export function Legend({ items, label = 'Légende' }: { items: LegendItem[]; label?: string }) {
  return (
    <ul className="legend" aria-label={label}>
      {items.map(({ label: words, ...swatch }) => (
        <li key={words}>
          <Swatch {...swatch} />
          {words}
        </li>
      ))}
    </ul>
  )
}

/** Props of {@link Squares}. */
export type SquaresProps = { squares: { label: string; color: ColorToken; on: boolean }[] }

/** A fixed row of small squares, lit or not (the thématiques of a line); said as the list of those lit. */
export function Squares({ squares }: SquaresProps) {
  const lit = squares.filter((s) => s.on).map((s) => s.label)
  const words = lit.length > 0 ? lit.join(', ') : 'aucune'
  return (
    <span className="squares" role="img" aria-label={words} title={words}>
      {squares.map((s) => (
        <svg key={s.label} viewBox="0 0 12 12" className="swatch" aria-hidden="true">
          <rect width="12" height="12" rx="3" fill={colorVar(s.on ? s.color : 'a-engager')} />
        </svg>
      ))}
    </span>
  )
}
