'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTextes } from '@/components/formulaire/saisie'
import type { Action } from '@/components/formulaire/send'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button, ButtonLink } from '@/components/ui/button'
import { Input } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'

/**
 * Choice of a password behind an invitation.
 * @param accepter spends the invitation
 */
export function ChoisirMotDePasse({
  email,
  jeton,
  accepter,
}: {
  email: string
  jeton: string
  accepter: Action<{ jeton: string; motDePasse: string; confirmation: string }, null, never>
}) {
  const [fait, setFait] = useState(false)
  const envoi = useEnvoi(accepter, { onEcrit: () => setFait(true) })

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({ jeton, ...readTextes(new FormData(event.currentTarget), ['motDePasse', 'confirmation']) })
  }

  if (fait)
    return (
      <Notice tone="ok" role="status" titre="Votre mot de passe est enregistré.">
        <ButtonLink href="/connexion" variant="primary">
          Se connecter
        </ButtonLink>
      </Notice>
    )
  return (
    <form onSubmit={handleSubmit} noValidate className="form">
      <Refus envoi={envoi} />
      <input type="hidden" name="email" value={email} autoComplete="username" readOnly />
      <Input
        label="Mot de passe"
        name="motDePasse"
        type="password"
        autoComplete="new-password"
        hint="Au moins 12 caractères. Une phrase que vous seul connaissez convient très bien."
        error={envoi.readErreur('motDePasse')}
      />
      <Input
        label="Le même mot de passe"
        name="confirmation"
        type="password"
        autoComplete="new-password"
        error={envoi.readErreur('confirmation')}
      />
      <Button type="submit" variant="primary" busy={envoi.enCours}>
        Enregistrer
      </Button>
    </form>
  )
}
