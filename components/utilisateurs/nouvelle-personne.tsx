'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
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
  const envoi = useEnvoi(createPersonne, {
    message: 'Personne ajoutée. Il reste à l’inviter.',
    onEcrit: (ajoutee) => {
      onFait()
      router.push(`/administration/personnes/${ajoutee.personne}`)
    },
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    envoi.envoyer({ ...readIdentite(saisie), ...readRole(saisie) })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <ChampsIdentite erreurs={envoi.erreurs} />
      <ChampsRole erreurs={envoi.erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Ajouter
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
