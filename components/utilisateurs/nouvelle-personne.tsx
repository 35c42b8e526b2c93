'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import { createPersonne } from '@/lib/utilisateurs/actions/personnes'
import { ChampsIdentite, readIdentite } from './champs-identite'
import { ChampsRole, readRole } from './champs-role'

/** Adds a person with a first role; leads to their page, where they are invited. */
export function NouvellePersonne() {
  return (
    <DialogButton label="Ajouter une personne" titre="Ajouter une personne" variant="primary" tiroir>
      {(close) => <Formulaire onFait={close} />}
    </DialogButton>
  )
}

function Formulaire({ onFait }: { onFait: () => void }) {
  const router = useRouter()
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    start(async () => {
      const resultat = await createPersonne({ ...readIdentite(saisie), ...readRole(saisie) })
      if (!resultat.ok) {
        setErreurs(readErreurs(resultat))
        return
      }
      notify({ message: 'Personne ajoutée. Il reste à l’inviter.' })
      onFait()
      router.push(`/administration/personnes/${resultat.data.personne}`)
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <ChampsIdentite erreurs={erreurs} />
      <ChampsRole erreurs={erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Ajouter
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
