'use client'

import { useRef, type MouseEvent } from 'react'
import { IconButton } from '@/components/ui/button'
import { IconMenu, IconX } from '@/components/ui/icons'
import { Logo } from './logo'
import { NavLinks } from './nav-links'
import type { NavGroup } from './types'

/** The side navigation on a narrow screen: a button and a drawer. */
export function NavDrawer({ groups, accueil }: { groups: NavGroup[]; accueil: string }) {
  const ref = useRef<HTMLDialogElement>(null)

  function handleClick(event: MouseEvent<HTMLDialogElement>) {
    // A link was taken, or the page outside was pressed.
    const target = event.target as HTMLElement
    if (target === event.currentTarget || target.closest('a')) ref.current?.close()
  }

  return (
    <>
      <IconButton label="Menu" aria-haspopup="dialog" className="shell-narrow" onClick={() => ref.current?.showModal()}>
        <IconMenu />
      </IconButton>
      <dialog ref={ref} className="modal drawer drawer-start" aria-label="Menu" onClick={handleClick}>
        <div className="sidebar-inner">
          <div className="sidebar-head">
            <Logo href={accueil} />
            <IconButton label="Fermer le menu" onClick={() => ref.current?.close()}>
              <IconX />
            </IconButton>
          </div>
          <nav aria-label="Principale">
            <NavLinks groups={groups} />
          </nav>
        </div>
      </dialog>
    </>
  )
}
