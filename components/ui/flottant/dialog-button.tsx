'use client'

import { useState, type ReactNode } from 'react'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { Dialog, Tiroir } from './dialog'

/** Props of {@link DialogButton}. */
export type DialogButtonProps = {
  /** Words of the button. */
  label: ReactNode
  titre: ReactNode
  variant?: ButtonVariant
  size?: 'sm' | 'md'
  icon?: ReactNode
  /** Opens at the right of the page instead of its middle. */
  tiroir?: boolean
  wide?: boolean
  /** Given as elements, or made from `close` when the content must close it itself. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button and the dialog it opens; the content is only rendered while open. */
export function DialogButton({ label, titre, variant, size, icon, tiroir, wide, children }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const Box = tiroir ? Tiroir : Dialog
  return (
    <>
      <Button variant={variant} size={size} icon={icon} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Box open={open} onClose={close} titre={titre} wide={wide}>
        {typeof children === 'function' ? children(close) : children}
      </Box>
    </>
  )
}
