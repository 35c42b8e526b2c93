'use client'

import { useEffect, useId, useRef, type MouseEvent, type ReactNode, type SyntheticEvent } from 'react'
import { IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { IconX } from '@/components/ui/icons'

/** Props of {@link Dialog} and {@link Tiroir}. */
export type DialogProps = {
  open: boolean
  /** Called on Escape, on the cross, on a press outside, and when a form of method="dialog" is sent. */
  onClose: () => void
  titre: ReactNode
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode
  /** Wider, for a table or a comparison. */
  wide?: boolean
  children: ReactNode
}

type ModalProps = DialogProps & { className?: string }

function Modal({ open, onClose, titre, actions, wide, className, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // The browser's modal gives focus trap, inert page, Escape and the return of focus.
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])

  function handleCancel(event: SyntheticEvent<HTMLDialogElement>) {
    // A cancel event also comes up from a file field inside.
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    onClose()
  }
  function handleClose(event: SyntheticEvent<HTMLDialogElement>) {
    if (event.target === event.currentTarget && open) onClose()
  }
  function handlePress(event: MouseEvent<HTMLDialogElement>) {
    // The dialog has no padding: a press on itself is a press on its backdrop.
    if (event.target === event.currentTarget) onClose()
  }

  return (
    <dialog
      ref={ref}
      className={cx('modal', wide && 'modal-wide', className)}
      aria-labelledby={titleId}
      onCancel={handleCancel}
      onClose={handleClose}
      onMouseDown={handlePress}
    >
      {open ? (
        <>
          <div className="modal-header">
            <h2 id={titleId}>{titre}</h2>
            <IconButton label="Fermer" onClick={onClose}>
              <IconX />
            </IconButton>
          </div>
          <div className="modal-body">{children}</div>
          {actions ? <div className="modal-footer">{actions}</div> : null}
        </>
      ) : null}
    </dialog>
  )
}

/** A question or a short form in the middle of the page, on the browser's own modal. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} />
}

/** A longer form or a detail at the right of the page, without leaving it. */
export function Tiroir(props: DialogProps) {
  return <Modal {...props} className="drawer" />
}
