'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { IconSearch } from '@/components/ui/icons'
import type { SearchFunction, SearchGroup } from './types'

const loadPalette = () => import('./palette')
const Palette = lazy(loadPalette)

/** Props of {@link SearchButton}. */
export type SearchButtonProps = {
  /** Words of the field. */
  texte: string
  rechercher: SearchFunction
  suggestions?: SearchGroup[]
}

/** The search field of the top bar, and Ctrl K or ⌘ K: both open the palette, loaded only then. */
export function SearchButton({ texte, rechercher, suggestions }: SearchButtonProps) {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      if (event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen((now) => !now)
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])

  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        onPointerEnter={loadPalette}
        onFocus={loadPalette}
      >
        <IconSearch />
        <span className="search-words">{texte}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <Palette rechercher={rechercher} suggestions={suggestions} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
