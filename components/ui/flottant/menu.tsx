'use client'

import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { IconCheck } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { foldTexte } from '@/lib/platform/texte'
import type { PopoverAlign } from './place-popover'
import { usePopover } from './use-popover'

/** One line of a menu: a link (`href`), an action (`onSelect`), or a choice (`checked`). */
export type MenuItem = {
  label: ReactNode
  /** Quieter words under the label. */
  hint?: string
  icon?: ReactNode
  href?: string
  onSelect?: () => void
  /** Given, even false: the line is one of exclusive choices. */
  checked?: boolean
  danger?: boolean
  disabled?: boolean
  /** A hairline above. */
  separated?: boolean
}

/** Props of {@link Menu}. */
export type MenuProps = {
  /** Content of the button. */
  trigger: ReactNode
  /** Name of the button when its content is an icon. */
  label?: string
  /** Look of the button: classes of Button (default) or of a badge. */
  className?: string
  /** Given as a function where many menus stand on a page: called once this one opens. */
  items: MenuItem[] | (() => MenuItem[])
  align?: PopoverAlign
  disabled?: boolean
}

function MenuLine({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const isChoice = item.checked !== undefined
  const content = (
    <>
      {item.icon}
      <span>
        {item.label}
        {item.hint ? <small>{item.hint}</small> : null}
      </span>
      {item.checked ? <IconCheck /> : null}
    </>
  )
  const className = cx('menu-item', item.danger && 'menu-danger')
  if (item.href !== undefined) {
    return (
      <Link role="menuitem" tabIndex={-1} href={item.href} className={className} onClick={onDone}>
        {content}
      </Link>
    )
  }
  return (
    <button
      type="button"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={isChoice ? item.checked : undefined}
      aria-disabled={item.disabled || undefined}
      tabIndex={-1}
      className={className}
      onClick={() => {
        if (item.disabled) return
        onDone()
        item.onSelect?.()
      }}
    >
      {content}
    </button>
  )
}

/** Button that opens a list of links, actions or exclusive choices; arrows, Home, End and first letters move in it. */
export function Menu({ trigger, label, className = 'btn btn-secondary', items, align = 'start', disabled }: MenuProps) {
  const fromEnd = useRef(false)
  const { button, panel, buttonRef, panelRef, open, close } = usePopover(align, focusOnOpen)

  function lines(): HTMLElement[] {
    return [...(panelRef.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])]
  }
  function focusOnOpen() {
    const all = lines()
    const checked = all.find((l) => l.getAttribute('aria-checked') === 'true')
    ;(fromEnd.current ? all.at(-1) : (checked ?? all[0]))?.focus()
    fromEnd.current = false
  }
  function closeToButton() {
    close()
    buttonRef.current?.focus()
  }
  function handleButtonKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    fromEnd.current = event.key === 'ArrowUp'
    panelRef.current?.showPopover()
  }
  function handleKey(event: KeyboardEvent) {
    const all = lines()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      all[to]?.focus()
    } else if (event.key === 'Tab') {
      closeToButton()
    } else if (event.key.length === 1 && event.key !== ' ') {
      const letter = foldTexte(event.key)
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((l) =>
        foldTexte(l.textContent ?? '')
          .trim()
          .startsWith(letter),
      )
      next?.focus()
    }
  }

  return (
    <>
      <button
        type="button"
        ref={buttonRef}
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        disabled={disabled}
        onKeyDown={handleButtonKey}
        {...button}
      >
        {trigger}
      </button>
      <div ref={panelRef} role="menu" className="popover" onKeyDown={handleKey} {...panel}>
        {/* Rendered once opened: a list of fifty statuses does not carry fifty menus. */}
        {open
          ? (typeof items === 'function' ? items() : items).map((item, index) => (
              <div role="none" key={index}>
                {item.separated ? <div role="separator" className="menu-separator" /> : null}
                <MenuLine item={item} onDone={closeToButton} />
              </div>
            ))
          : null}
      </div>
    </>
  )
}
