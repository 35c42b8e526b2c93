'use client'

import { signIn } from 'next-auth/react'
import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input } from '@/components/ui/saisie/inputs'

/** One sentence for every refusal: it does not tell a known address from an unknown one. */
const REFUS: ErreurDeChamp = {
  message:
    'Adresse ou mot de passe incorrect. Vérifiez votre saisie ; après plusieurs essais, patientez quinze minutes.',
}
const PANNE: ErreurDeChamp = { message: 'La connexion n’a pas abouti. Vérifiez votre réseau, puis réessayez.' }

function readManques(email: string, motDePasse: string): ErreurDeChamp[] {
  const erreurs: ErreurDeChamp[] = []
  if (email.trim() === '') erreurs.push({ champ: 'email', message: 'Indiquez votre adresse électronique.' })
  if (motDePasse === '') erreurs.push({ champ: 'motDePasse', message: 'Indiquez votre mot de passe.' })
  return erreurs
}

/**
 * Sign-in with address and password.
 * @param suite where to go afterwards, an address of this application
 */
export function FormulaireConnexion({ suite }: { suite: string }) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, setEnvoi] = useState(false)

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (envoi) return
    const saisie = new FormData(event.currentTarget)
    const email = String(saisie.get('email') ?? '')
    const motDePasse = String(saisie.get('motDePasse') ?? '')
    const manques = readManques(email, motDePasse)
    setErreurs(manques)
    if (manques.length > 0) return
    setEnvoi(true)
    try {
      const reponse = await signIn('credentials', { redirect: false, email, motDePasse })
      if (reponse?.ok) {
        window.location.assign(suite)
        return
      }
      setErreurs([REFUS])
    } catch {
      setErreurs([PANNE])
    }
    setEnvoi(false)
  }

  return (
    <form onSubmit={handleSubmit} noValidate className="form" method="post">
      <ErrorSummary erreurs={erreurs} titre={erreurs[0]?.champ ? undefined : 'Connexion refusée'} />
      <Input
        label="Adresse électronique"
        name="email"
        type="email"
        autoComplete="username"
        error={readErreur(erreurs, 'email')}
      />
      <Input
        label="Mot de passe"
        name="motDePasse"
        type="password"
        autoComplete="current-password"
        error={readErreur(erreurs, 'motDePasse')}
      />
      <Button type="submit" variant="primary" busy={envoi}>
        {envoi ? 'Connexion…' : 'Se connecter'}
      </Button>
    </form>
  )
}
