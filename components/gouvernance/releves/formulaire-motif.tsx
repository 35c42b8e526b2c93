'use client'

import type { FormEvent, ReactNode } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Textarea } from '@/components/ui/saisie/inputs'
import type { ReleveEcrit } from '@/lib/gouvernance/releves/types'
import type { Resultat } from '@/lib/platform/resultat'
import { useGesteReleve } from './use-geste-releve'

export interface FormulaireMotifProps {
  /** What the gesture does, before it is done. */
  children: ReactNode
  label: string
  hint: string
  bouton: string
  ecrire: (motif: string) => Promise<Resultat<ReleveEcrit, unknown>>
  onFini: () => void
  /** Besides closing, once it is done. */
  onFait?: () => void
}

/** A gesture that says why. */
export function FormulaireMotif({ children, label, hint, bouton, ecrire, onFini, onFait }: FormulaireMotifProps) {
  const { refus, enCours, envoyer, relire } = useGesteReleve(() => {
    onFini()
    onFait?.()
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const motif = new FormData(event.currentTarget).get('motif')
    envoyer(() => ecrire(typeof motif === 'string' ? motif : ''))
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      {refus.conflit ? (
        <p>
          <Button onClick={relire}>Relire le relevé enregistré</Button>
        </p>
      ) : null}
      <div className="grid gap-2">{children}</div>
      <Textarea name="motif" label={label} hint={hint} rows={4} required error={readErreur(refus.erreurs, 'motif')} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          {bouton}
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}
