import type { ReactNode } from 'react'
import { TONE_SHAPES } from './badge'
import { cx } from './cx'
import { Glyph } from '@/components/ui/mesure/glyph'
import type { Tone } from './tokens'

/** Props of {@link Notice}. */
export type NoticeProps = {
  tone?: Tone
  titre?: ReactNode
  /** `alert` for what just went wrong, `status` for what just changed; none for what was already there. */
  role?: 'alert' | 'status'
  className?: string
  children?: ReactNode
}

/** A message that stays on the page: shape, colour, words. */
export function Notice({ tone = 'info', titre, role, className, children }: NoticeProps) {
  return (
    <div className={cx('notice', `tone-${tone}`, className)} role={role}>
      <Glyph shape={TONE_SHAPES[tone] ?? 'vide'} />
      <div className="notice-body">
        {titre ? <strong>{titre}</strong> : null}
        {children}
      </div>
    </div>
  )
}
