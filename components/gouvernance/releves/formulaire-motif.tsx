'use client'

import type { FormEvent, ReactNode } from 'react'
import { readTexte } from '@/components/formulaire/saisie'
import type { Action } from '@/components/formulaire/send'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import type { ReleveEcrit } from '@/lib/gouvernance/releves/types'
import { RefusReleve } from './refus-releve'
import { useEnvoiReleve } from './use-envoi-releve'

export interface FormulaireMotifProps<Input, Actuel> {
  /** What the gesture does, before it is done. */
  children: ReactNode
  label: string
  hint: string
  bouton: string
  action: Action<Input, ReleveEcrit, Actuel>
  toInput: (motif: string) => Input
  onFini: () => void
  /** Besides closing, once it is done. */
  onFait?: () => void
}

/** A gesture that says why. */
export function FormulaireMotif<Input, Actuel>({
  children,
  label,
  hint,
  bouton,
  action,
  toInput,
  onFini,
  onFait,
}: FormulaireMotifProps<Input, Actuel>) {
  const envoi = useEnvoiReleve(action, () => {
    onFini()
    onFait?.()
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer(toInput(readTexte(new FormData(event.currentTarget), 'motif')))
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <RefusReleve envoi={envoi} />
      <div className="grid gap-2">{children}</div>
      <Textarea name="motif" label={label} hint={hint} rows={4} required error={envoi.readErreur('motif')} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {bouton}
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}
