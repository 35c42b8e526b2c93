'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { DateInput } from '@/components/ui/saisie/inputs'
import { updateFin } from '@/lib/cooperation/schemas/actions/creation'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'

interface DernierJourProps {
  schema: SchemaLu
  slug: string
}

/** Gives its last day to a schéma that goes on without one: nothing may follow it until then. */
export function DernierJour(props: DernierJourProps) {
  return (
    <p className="no-print">
      <DialogButton label="Donner son dernier jour" titre={`Dernier jour de « ${props.schema.libelle} »`} size="sm">
        {(close) => <Formulaire {...props} onFait={close} />}
      </DialogButton>
    </p>
  )
}

function Formulaire({ schema, slug, onFait }: DernierJourProps & { onFait: () => void }) {
  const envoi = useEnvoi(updateFin, {
    message: 'Dernier jour enregistré.',
    conflit: 'Relisez le schéma, affiché tel qu’il est maintenant, avant de recommencer.',
    relire: true,
    onEcrit: onFait,
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({
      convention: slug,
      schema: schema.id,
      version: schema.version,
      fin: readTexte(new FormData(event.currentTarget), 'fin'),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <DateInput label="Dernier jour" name="fin" error={envoi.readErreur('fin')} />
      <p className="text-sm text-muted">Le schéma suivant commencera le lendemain. Ce jour ne changera plus.</p>
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
