'use client'

import type { ReactNode } from 'react'
import type { PopoverAlign } from './place-popover'
import { usePopover } from './use-popover'

/** Props of {@link Popover}. */
export type PopoverProps = {
  trigger: ReactNode
  /** Name of the button when its content does not say it. */
  label?: string
  className?: string
  align?: PopoverAlign
  children: ReactNode
}

/** Button that opens a small panel of free content (links, a form); for plain choices use Menu. */
export function Popover({ trigger, label, className = 'btn btn-secondary', align = 'end', children }: PopoverProps) {
  const { open, button, panel, buttonRef, panelRef } = usePopover(align)
  return (
    <>
      <button type="button" ref={buttonRef} className={className} aria-label={label} {...button}>
        {trigger}
      </button>
      <div ref={panelRef} className="popover" {...panel}>
        {open ? children : null}
      </div>
    </>
  )
}
