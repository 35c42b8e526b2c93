'use client'

import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Ends the session on the server, then comes back to the sign-in page. */
export function SeDeconnecter() {
  const [envoi, setEnvoi] = useState(false)
  return (
    <Button
      variant="ghost"
      busy={envoi}
      onClick={() => {
        setEnvoi(true)
        void signOut({ callbackUrl: '/connexion' })
      }}
    >
      Se déconnecter
    </Button>
  )
}
