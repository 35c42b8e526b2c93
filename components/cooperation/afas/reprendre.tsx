'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { importRepartitions } from '@/lib/cooperation/afas/actions'
import { formatTypographie } from '@/lib/platform/typographie'

/** Takes over last year’s distributions; says what was taken. */
export function Reprendre({ slug, annee, noms }: { slug: string; annee: number; noms: string[] }) {
  const [message, setMessage] = useState('')
  const [enCours, start] = useTransition()
  function handlePress() {
    if (enCours) return
    start(async () => {
      try {
        const resultat = await importRepartitions({ convention: slug, annee })
        setMessage(resultat.ok ? resultat.data.message : resultat.message)
      } catch {
        setMessage(
          'La connexion a été coupée avant la réponse : rien n’a été repris, ou la page le montrera en la rechargeant.',
        )
      }
    })
  }
  return (
    <div className="no-print grid justify-items-start gap-2">
      {noms.length > 0 ? (
        <Button size="sm" busy={enCours} onClick={handlePress}>{`Reprendre la répartition de ${annee - 1}`}</Button>
      ) : null}
      <p role="status">{formatTypographie(message)}</p>
    </div>
  )
}
