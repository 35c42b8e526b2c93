'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Textarea } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { closeReserve, reopenReserve } from '@/lib/convention/reserves/actions'
import type { ReserveLue } from '@/lib/convention/reserves/queries'

/** Closes a doubtful reading, with what was found out. */
export function LeverReserve({ reserve, slug }: { reserve: ReserveLue; slug: string }) {
  return (
    <DialogButton label="Confirmer cette lecture" titre="Confirmer la lecture" size="sm">
      {(close) => <Formulaire reserve={reserve} slug={slug} onFait={close} />}
    </DialogButton>
  )
}

function Formulaire({ reserve, slug, onFait }: { reserve: ReserveLue; slug: string; onFait: () => void }) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const conclusion = String(new FormData(event.currentTarget).get('conclusion') ?? '')
    start(async () => {
      const resultat = await closeReserve({
        convention: slug,
        reserve: reserve.id,
        version: reserve.version,
        conclusion,
      })
      if (!resultat.ok) {
        setErreurs(readErreurs(resultat))
        return
      }
      notify({ message: 'Lecture confirmée.' })
      onFait()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <p>{reserve.raison}</p>
      <Textarea
        label="Ce qui a été vérifié, et auprès de qui"
        name="conclusion"
        rows={4}
        maxLength={2000}
        error={readErreur(erreurs, 'conclusion')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Enregistrer
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

/** Opens a settled reading again. */
export function RouvrirReserve({ reserve, slug }: { reserve: ReserveLue; slug: string }) {
  const [envoi, start] = useTransition()
  return (
    <Button
      size="sm"
      busy={envoi}
      onClick={() =>
        start(async () => {
          const resultat = await reopenReserve({ convention: slug, reserve: reserve.id, version: reserve.version })
          notify(
            resultat.ok ? { message: 'Lecture de nouveau à confirmer.' } : { tone: 'bad', message: resultat.message },
          )
        })
      }
    >
      Remettre à confirmer
    </Button>
  )
}
