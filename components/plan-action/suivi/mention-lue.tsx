'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createSender } from '@/components/formulaire/send'
import { useGeste } from '@/components/formulaire/use-geste'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { updateMention } from '@/lib/plan-action/suivi/actions/suivi'

/** A mention of who reads: read when the fiche is opened from it, or when they say so. */
export function MentionLue({ commentaire }: { commentaire: number }) {
  const ouverte = useSearchParams().get('mention') === String(commentaire)
  const [lue, setLue] = useState(false)
  const [send] = useState(createSender)
  const geste = useGeste(updateMention, { onEcrit: () => setLue(true) })

  useEffect(() => {
    // A failure is told by nothing: it stays unread, and is told again.
    if (ouverte) void send(updateMention, { commentaire })
  }, [ouverte, commentaire, send])

  return (
    <>
      <Badge tone="warn">vous cite</Badge>
      {ouverte || lue ? (
        <span role="status">{lue ? 'Lu.' : null}</span>
      ) : (
        <Button size="sm" variant="ghost" busy={geste.enCours} onClick={() => geste.envoyer({ commentaire })}>
          Marquer comme lu
        </Button>
      )}
    </>
  )
}
