'use client'

import { useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { importRepartitions } from '@/lib/cooperation/afas/actions'

/** Takes over last year’s distributions; what was taken stays in words where the button was. */
export function Reprendre({ slug, annee, noms }: { slug: string; annee: number; noms: string[] }) {
  const [message, setMessage] = useState('')
  const geste = useGeste(importRepartitions, { message: null, onEcrit: (data) => setMessage(data.message) })
  return (
    <div className="no-print grid justify-items-start gap-2">
      {noms.length > 0 ? (
        <Button size="sm" busy={geste.enCours} onClick={() => geste.envoyer({ convention: slug, annee })}>
          Reprendre la répartition de {annee - 1}
        </Button>
      ) : null}
      <p role="status">{message}</p>
    </div>
  )
}
