'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/flottant/toast'

/** Ends the session on the server, then comes back to the sign-in page. */
export function SeDeconnecter() {
  const [envoi, setEnvoi] = useState(false)
  async function leave() {
    setEnvoi(true)
    try {
      // Fetched when one leaves: every page would carry it.
      const { signOut } = await import('next-auth/react')
      await signOut({ callbackUrl: '/connexion' })
    } catch {
      setEnvoi(false)
      notify({ tone: 'bad', message: 'Vous êtes toujours connecté : vérifiez le réseau, puis recommencez.' })
    }
  }
  return (
    <Button variant="ghost" busy={envoi} onClick={() => void leave()}>
      Se déconnecter
    </Button>
  )
}
