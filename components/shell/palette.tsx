'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { IconSearch, IconX } from '@/components/ui/icons'
import { PaletteResults } from './palette-results'
import type { SearchFunction, SearchGroup } from './types'
import { useSearch, type SearchState } from './use-search'

/** Props of the palette. */
export type PaletteProps = {
  rechercher: SearchFunction
  /** Shown before anything is typed. */
  suggestions?: SearchGroup[]
  onClose: () => void
}

/** What those who listen are told, once the answers are there. */
function describe({ status, groups, texte }: SearchState): string {
  if (status === 'loading') return 'Recherche en cours…'
  if (status === 'error') return 'La recherche n’a pas abouti.'
  if (status === 'idle') return ''
  const count = groups.reduce((sum, g) => sum + g.resultats.length, 0)
  if (count === 0) return `Aucun résultat pour « ${texte} ».`
  return count === 1 ? '1 résultat.' : `${count} résultats.`
}

/** The search over everything, by keyboard: type, arrows, Enter; Escape leaves. */
export default function Palette({ rechercher, suggestions = [], onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const router = useRouter()
  const [texte, setTexte] = useState('')
  const [active, setActive] = useState(0)
  const { state, ask } = useSearch(rechercher)

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  const groups = state.status === 'idle' ? suggestions : state.groups
  const results = groups.flatMap((g) => g.resultats)
  const current = Math.min(active, results.length - 1)
  const message = describe(state)

  function handleChange(event: ChangeEvent<HTMLInputElement>) {
    setTexte(event.target.value)
    setActive(0)
    ask(event.target.value)
  }
  function handleKey(event: KeyboardEvent) {
    const count = results.length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (count === 0) return
      const next = (current + (event.key === 'ArrowDown' ? 1 : -1) + count) % count
      setActive(next)
      document.getElementById(`${id}-option-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = results[current]
      if (!chosen || state.status === 'loading') return
      onClose()
      router.push(chosen.href)
    }
  }

  return (
    <dialog
      ref={dialog}
      className="modal palette"
      aria-label="Rechercher"
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="palette-field">
        <IconSearch />
        <input
          type="text"
          role="combobox"
          aria-label="Rechercher"
          aria-expanded={results.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current >= 0 ? `${id}-option-${current}` : undefined}
          placeholder="Convention, fiche, instance, commune…"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={texte}
          onChange={handleChange}
          onKeyDown={handleKey}
        />
        <IconButton label="Fermer" onClick={onClose}>
          <IconX />
        </IconButton>
      </div>
      <div className="palette-body">
        <PaletteResults id={id} groups={groups} active={current} onPoint={setActive} onChoose={onClose} />
        {state.status === 'done' && results.length === 0 ? (
          <p className="palette-message">{message} Essayez un mot plus court, ou le nom d’une commune.</p>
        ) : null}
        {state.status === 'idle' && results.length === 0 ? (
          <p className="palette-message">Tapez quelques lettres : les accents et les majuscules ne comptent pas.</p>
        ) : null}
        {state.status === 'loading' && results.length === 0 ? <p className="palette-message">{message}</p> : null}
        {state.status === 'error' ? (
          <div className="palette-message">
            <p className="mb-2">{message} Vérifiez la connexion, puis réessayez.</p>
            <Button size="sm" onClick={() => ask(texte, 0)}>
              Réessayer
            </Button>
          </div>
        ) : null}
      </div>
      <p className="visually-hidden" role="status">
        {message}
      </p>
      <div className="palette-footer" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> choisir
        </span>
        <span>
          <kbd>Entrée</kbd> ouvrir
        </span>
        <span>
          <kbd>Échap</kbd> fermer
        </span>
      </div>
    </dialog>
  )
}
