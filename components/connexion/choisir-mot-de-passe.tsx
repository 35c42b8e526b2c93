'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'

type Reponse = { ok: true } | { ok: false; erreurs: ErreurDeChamp[] }

/**
 * Choice of a password behind an invitation.
 * @param accepter spends the invitation; answers the errors to show
 */
export function ChoisirMotDePasse({
  email,
  accepter,
}: {
  email: string
  accepter: (motDePasse: string, confirmation: string) => Promise<Reponse>
}) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [fait, setFait] = useState(false)
  const [envoi, start] = useTransition()

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    start(async () => {
      const reponse = await accepter(String(saisie.get('motDePasse') ?? ''), String(saisie.get('confirmation') ?? ''))
      setErreurs(reponse.ok ? [] : reponse.erreurs)
      setFait(reponse.ok)
    })
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
      <ErrorSummary erreurs={erreurs} />
      <input type="hidden" name="email" value={email} autoComplete="username" readOnly />
      <Input
        label="Mot de passe"
        name="motDePasse"
        type="password"
        autoComplete="new-password"
        hint="Au moins 12 caractères. Une phrase que vous seul connaissez convient très bien."
        error={readErreur(erreurs, 'motDePasse')}
      />
      <Input
        label="Le même mot de passe"
        name="confirmation"
        type="password"
        autoComplete="new-password"
        error={readErreur(erreurs, 'confirmation')}
      />
      <Button type="submit" variant="primary" busy={envoi}>
        Enregistrer
      </Button>
    </form>
  )
}
