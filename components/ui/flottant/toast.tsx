'use client'

import { useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Glyph } from '@/components/ui/mesure/glyph'
import { IconX } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'

/** A passing message. */
export type ToastMessage = {
  message: string
  tone?: 'ok' | 'bad'
  /** One way back ("Annuler"). */
  action?: { label: string; onAction: () => void }
  /** A page to open in another tab, so that this one keeps what it holds. */
  lien?: { label: string; href: string }
}

const EVENT = 'copilote:toast'
const SHORT = 6_000
/** A message that offers a way back leaves time to take it. */
const LONG = 15_000

/**
 * Shows a passing message and says it, from anywhere in the browser.
 * An error stays until it is dismissed. Does nothing where no {@link Toasts} is on the page.
 */
export function notify(toast: ToastMessage): void {
  window.dispatchEvent(new CustomEvent<ToastMessage>(EVENT, { detail: toast }))
}

type Shown = ToastMessage & { key: number }

/** The place where passing messages appear; once per page (AppShell has it). */
export function Toasts() {
  const [toasts, setToasts] = useState<Shown[]>([])
  const next = useRef(0)
  const held = useRef(false)

  function dismiss(key: number) {
    setToasts((all) => all.filter((t) => t.key !== key))
  }

  useEffect(() => {
    const timers = new Set<number>()
    function leave(key: number, delay: number) {
      const timer = window.setTimeout(() => {
        timers.delete(timer)
        // Never taken away from under a pointer or a finger.
        if (held.current) leave(key, 2_000)
        else setToasts((all) => all.filter((t) => t.key !== key))
      }, delay)
      timers.add(timer)
    }
    function receive(event: Event) {
      const toast = { ...(event as CustomEvent<ToastMessage>).detail, key: next.current++ }
      setToasts((all) => [...all.slice(-2), toast])
      if (toast.tone !== 'bad') leave(toast.key, toast.action ? LONG : SHORT)
    }
    window.addEventListener(EVENT, receive)
    return () => {
      window.removeEventListener(EVENT, receive)
      timers.forEach((t) => window.clearTimeout(t))
    }
  }, [])

  return (
    <div
      className="toasts"
      role="status"
      onMouseEnter={() => (held.current = true)}
      onMouseLeave={() => (held.current = false)}
      onFocus={() => (held.current = true)}
      onBlur={() => (held.current = false)}
    >
      {toasts.map((toast) => (
        <div className="toast" key={toast.key}>
          <Glyph shape={toast.tone === 'bad' ? 'triangle' : 'coche'} />
          <span>{toast.message}</span>
          {toast.lien ? (
            <Link href={toast.lien.href} target="_blank">
              {toast.lien.label}
            </Link>
          ) : null}
          {toast.action ? (
            <Button
              variant="ghost"
              size="sm"
              onClick={() => {
                toast.action?.onAction()
                dismiss(toast.key)
              }}
            >
              {toast.action.label}
            </Button>
          ) : null}
          <IconButton label="Fermer le message" size="sm" onClick={() => dismiss(toast.key)}>
            <IconX />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
