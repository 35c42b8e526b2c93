'use client'

import { Suspense, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface Props {
  titre: string
  /** level of its title; none: the title is for those who listen */
  niveau?: 2 | 3
  id?: string
  className?: string
  modifiable: boolean
  /** what « Modifier » says when there is nothing yet: « Ajouter » */
  verbe?: string
  /** the section as it is read */
  lecture: ReactNode
  /** opens by itself: something waits there (a draft, a disagreement) */
  attente?: boolean
  /** what to do before it closes (save what is typed) */
  onFermer?: () => void
  /** the editor; it may be `React.lazy`: it is fetched when it opens */
  children: ReactNode
}

/** Puts the focus inside what has just opened, once it is there. */
function FocusDedans({ cible }: { cible: { current: HTMLElement | null } }) {
  useEffect(() => {
    const champ =
      cible.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') ??
      cible.current?.querySelector('button')
    champ?.focus()
  }, [cible])
  return null
}

/**
 * A section of a fiche: it reads first; its « Modifier » opens the edition in place, focus inside; Escape or « Terminer »
 * closes it and gives the focus back.
 */
export function Section({
  titre,
  niveau,
  id,
  className,
  modifiable,
  verbe = 'Modifier',
  lecture,
  attente = false,
  onFermer,
  children,
}: Props) {
  const [ouverture, setOuverture] = useState<'GESTE' | 'ATTENTE' | null>(null)
  // Opened by what waited, it stays open once that is settled: one may be typing.
  if (attente && ouverture === null) setOuverture('ATTENTE')
  const ouverte = modifiable && (ouverture !== null || attente)
  const titreId = useId()
  const edition = useRef<HTMLDivElement>(null)
  const declencheur = useRef<HTMLButtonElement>(null)
  const rendre = useRef(false)
  const Titre = niveau === undefined ? null : (`h${niveau}` as const)

  useEffect(() => {
    if (ouverte || !rendre.current) return
    rendre.current = false
    declencheur.current?.focus()
  }, [ouverte])

  function close() {
    rendre.current = true
    onFermer?.()
    setOuverture(null)
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }

  const bouton =
    modifiable && !ouverte ? (
      <Button
        ref={declencheur}
        variant="ghost"
        size="sm"
        className="no-print ms-auto shrink-0"
        onClick={() => setOuverture('GESTE')}
      >
        {verbe}
        <span className="visually-hidden"> : {titre}</span>
      </Button>
    ) : null

  return (
    <section
      id={id}
      aria-labelledby={Titre ? titreId : undefined}
      aria-label={Titre ? undefined : titre}
      className={className}
    >
      {Titre ? (
        <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
          <Titre id={titreId}>{titre}</Titre>
          {bouton}
        </div>
      ) : null}
      {ouverte ? (
        <div ref={edition} onKeyDown={handleKey} className="grid gap-3 py-1">
          <Suspense
            fallback={
              <p role="status" className="text-muted">
                Ouverture…
              </p>
            }
          >
            {children}
            {ouverture === 'GESTE' ? <FocusDedans cible={edition} /> : null}
          </Suspense>
          {attente ? null : (
            <div>
              <Button size="sm" onClick={close}>
                Terminer<span className="visually-hidden"> : {titre}</span>
              </Button>
            </div>
          )}
        </div>
      ) : Titre ? (
        lecture
      ) : (
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">{lecture}</div>
          {bouton}
        </div>
      )}
    </section>
  )
}
