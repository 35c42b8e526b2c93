import type { ReactNode } from 'react'
import { cx } from './cx'
import { Glyph, type GlyphShape } from '@/components/ui/mesure/glyph'
import type { Tone } from './tokens'

/** Shape that goes with each tone; neutral says all in its words. */
export const TONE_SHAPES: Record<Tone, GlyphShape | undefined> = {
  ok: 'plein',
  warn: 'losange',
  bad: 'triangle',
  info: 'demi',
  neutral: undefined,
}

/** Props of {@link Badge}. */
export type BadgeProps = {
  tone?: Tone
  /** Another shape than the tone's, or null for none. */
  shape?: GlyphShape | null
  className?: string
  children: ReactNode
}

/** Short state, two to six words: shape, colour and words say the same. */
export function Badge({ tone = 'neutral', shape, className, children }: BadgeProps) {
  const drawn = shape === undefined ? TONE_SHAPES[tone] : shape
  return (
    <span className={cx('badge', `tone-${tone}`, className)}>
      {drawn ? <Glyph shape={drawn} /> : null}
      <span>{children}</span>
    </span>
  )
}
