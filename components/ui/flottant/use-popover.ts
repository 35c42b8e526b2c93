'use client'

import { useEffect, useId, useRef, useState, type ToggleEvent } from 'react'
import { flushSync } from 'react-dom'
import { placePopover, type PopoverAlign } from './place-popover'

/**
 * A button and the popover it opens, on the browser's own popover (top layer, Escape,
 * press outside). Spread `button` and `panel` on the two elements.
 * @param align side shared by the two
 * @param onOpen called once the panel is shown and placed (to bring focus in)
 */
export function usePopover(align: PopoverAlign, onOpen?: (panel: HTMLElement) => void) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const panelRef = useRef<HTMLDivElement>(null)

  // The browser opens it by itself, even before this program runs: shown again, it gets its content and its place.
  useEffect(() => {
    const panel = panelRef.current
    if (!panel?.matches(':popover-open')) return
    panel.hidePopover()
    panel.showPopover()
  }, [])

  // It is placed on the window: it follows its button when the page moves.
  useEffect(() => {
    if (!open) return
    const place = () => {
      if (buttonRef.current && panelRef.current) {
        placePopover(buttonRef.current, panelRef.current, align)
      }
    }
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [open, align])

  function handleToggle(event: ToggleEvent<HTMLDivElement>) {
    const shown = event.newState === 'open'
    const panel = panelRef.current
    // The content comes with the opening, and must be there to be measured.
    flushSync(() => setOpen(shown))
    if (shown && panel && buttonRef.current) {
      placePopover(buttonRef.current, panel, align)
      onOpen?.(panel)
    }
  }

  function close() {
    panelRef.current?.hidePopover()
  }

  return {
    open,
    close,
    buttonRef,
    panelRef,
    button: { popoverTarget: id, 'aria-expanded': open },
    panel: { id, popover: 'auto' as const, onToggle: handleToggle },
  }
}
