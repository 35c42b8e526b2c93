import { cx } from '@/components/ui/cx'

/** Shapes that say a state without colour. */
export type GlyphShape = 'vide' | 'demi' | 'plein' | 'triangle' | 'losange' | 'carre' | 'croix' | 'pause' | 'coche'

const RING = <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.75" />

const SHAPES: Record<GlyphShape, React.ReactNode> = {
  vide: RING,
  demi: (
    <>
      {RING}
      <path d="M8 1.25a6.75 6.75 0 0 0 0 13.5z" fill="currentColor" />
    </>
  ),
  plein: <circle cx="8" cy="8" r="7.5" fill="currentColor" />,
  triangle: <path d="M8 1.5 15.5 14.5H.5z" fill="currentColor" />,
  losange: <path d="M8 .5 15.5 8 8 15.5.5 8z" fill="currentColor" />,
  carre: <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />,
  croix: <path d="m3 3 10 10M13 3 3 13" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />,
  pause: <path d="M5 2.5v11M11 2.5v11" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />,
  coche: (
    <path
      d="m2.5 8.5 3.5 4 7.5-9"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
}

/** Props of {@link Glyph}. */
export type GlyphProps = {
  shape: GlyphShape
  /** Said to those who do not see it; without it the shape is decoration beside a text. */
  label?: string
  /** 22 px instead of the size of a letter: the state at the head of a row. */
  large?: boolean
  className?: string
}

/** State shape (○ ◐ ● ▲ ◆ ■ ✕ ✓), in the colour of the text around it. */
export function Glyph({ shape, label, large, className }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={cx('glyph', large && 'glyph-lg', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {SHAPES[shape]}
    </svg>
  )
}
