'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
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
  const envoi = useEnvoi(closeReserve, { message: 'Lecture confirmée.', onEcrit: onFait, relire: true })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const conclusion = readTexte(new FormData(event.currentTarget), 'conclusion')
    envoi.envoyer({
      convention: slug,
      reserve: reserve.id,
      version: envoi.conflit?.version ?? reserve.version,
      conclusion,
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {envoi.conflit ? (
        <Notice tone="warn" titre="Ce qui est enregistré maintenant">
          {envoi.conflit.conclusion ?? 'Cette lecture est de nouveau à confirmer, sans conclusion.'} Votre saisie est
          ci-dessous : enregistrez-la pour la garder.
        </Notice>
      ) : null}
      <p>{reserve.raison}</p>
      <Textarea
        label="Ce qui a été vérifié, et auprès de qui"
        name="conclusion"
        rows={4}
        maxLength={2000}
        error={envoi.readErreur('conclusion')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

/** Opens a settled reading again. */
export function RouvrirReserve({ reserve, slug }: { reserve: ReserveLue; slug: string }) {
  const geste = useGeste(reopenReserve, { message: 'Lecture de nouveau à confirmer.' })
  return (
    <Button
      size="sm"
      busy={geste.enCours}
      onClick={() => geste.envoyer({ convention: slug, reserve: reserve.id, version: reserve.version })}
    >
      Remettre à confirmer
    </Button>
  )
}
