'use client'

import type { MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from '@/components/ui/button'

/** Props of {@link SubmitButton}. */
export type SubmitButtonProps = Omit<ButtonProps, 'type' | 'busy'> & {
  /** Words while the form is being sent (default: the label itself). */
  busyLabel?: string
}

/**
 * Submit button of the form around it: busy while its action runs, and a second
 * press then does nothing. It keeps focus, which `disabled` would lose.
 */
export function SubmitButton({ busyLabel, variant = 'primary', children, onClick, ...props }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Button type="submit" variant={variant} busy={pending} onClick={handleClick} {...props}>
      {pending && busyLabel ? busyLabel : children}
    </Button>
  )
}
