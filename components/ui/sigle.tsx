'use client'

import { useId, useRef, type KeyboardEvent } from 'react'
import { placePopover } from '@/components/ui/flottant/place-popover'

/** Props of {@link Sigle}. */
export type SigleProps = {
  /** The acronym as read ("COPIL"). */
  sigle: string
  /** What it stands for ("comité de pilotage"). */
  sens: string
}

/**
 * Acronym that explains itself on focus, on hover and on touch; Escape hides the
 * explanation, which stays while the pointer is over it (WCAG 1.4.13).
 * Not inside a link or a button: use Abbr (texte-sigles) there.
 */
export function Sigle({ sigle, sens }: SigleProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const leaving = useRef<number>(0)

  function show() {
    window.clearTimeout(leaving.current)
    if (!tip.current || !button.current || tip.current.matches(':popover-open')) return
    tip.current.showPopover()
    placePopover(button.current, tip.current, 'center')
  }
  function hide() {
    window.clearTimeout(leaving.current)
    tip.current?.hidePopover()
  }
  function hideSoon() {
    leaving.current = window.setTimeout(() => {
      if (document.activeElement !== button.current) hide()
    }, 120)
  }
  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Escape') hide()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="sigle"
        aria-describedby={id}
        onMouseEnter={show}
        onMouseLeave={hideSoon}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={handleKey}
      >
        {sigle}
      </button>
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="tooltip"
        onMouseEnter={show}
        onMouseLeave={hideSoon}
      >
        {sens}
      </span>
    </>
  )
}
