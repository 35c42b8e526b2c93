'use client'

import { useEffect, useRef, type MouseEvent } from 'react'
import { fieldId } from './field'

/** One thing to mend; `champ` is the field's name, absent for what concerns the whole form. */
export type ErreurDeChamp = { champ?: string; message: string }

/** Props of {@link ErrorSummary}. */
export type ErrorSummaryProps = {
  erreurs: readonly ErreurDeChamp[]
  /** Default: "Une réponse est à corriger" or "N réponses sont à corriger". */
  titre?: string
}

function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.querySelector<HTMLElement>(event.currentTarget.hash)
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}

/** What is wrong in a form, at its top; focus comes here each time the list changes. */
export function ErrorSummary({ erreurs, titre }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (erreurs.length > 0) box.current?.focus()
  }, [erreurs])
  if (erreurs.length === 0) return null
  const words =
    titre ?? (erreurs.length === 1 ? 'Une réponse est à corriger' : `${erreurs.length} réponses sont à corriger`)
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{words}</h2>
      <ul>
        {erreurs.map(({ champ, message }) => (
          <li key={`${champ}-${message}`}>
            {champ ? (
              <a href={`#${fieldId(champ)}`} onClick={focusField}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
