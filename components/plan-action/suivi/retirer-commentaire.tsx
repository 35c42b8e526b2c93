'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { notify } from '@/components/ui/flottant/toast'
import { removeCommentaire } from '@/lib/plan-action/suivi/actions/suivi'
import { NON_ENREGISTRE } from './mots'

/** Withdraws one’s own comment, once asked. */
export function RetirerCommentaire({
  convention,
  fiche,
  commentaire,
}: {
  convention: string
  fiche: number
  commentaire: number
}) {
  const [demande, setDemande] = useState(false)
  const [enCours, start] = useTransition()

  function remove() {
    start(async () => {
      const resultat = await removeCommentaire({ convention, fiche, commentaire }).catch(() => null)
      setDemande(false)
      notify(
        resultat?.ok
          ? { message: 'Commentaire retiré.' }
          : { tone: 'bad', message: resultat?.message ?? NON_ENREGISTRE },
      )
    })
  }

  return (
    <>
      <Button size="sm" variant="ghost" className="no-print" onClick={() => setDemande(true)}>
        Retirer<span className="visually-hidden"> ce commentaire</span>
      </Button>
      <Dialog
        open={demande}
        onClose={() => setDemande(false)}
        titre="Retirer ce commentaire ?"
        actions={
          <>
            <Button onClick={() => setDemande(false)}>Le garder</Button>
            <Button variant="danger" busy={enCours} onClick={remove}>
              Le retirer
            </Button>
          </>
        }
      >
        <p>Plus personne ne le lira, et les personnes citées ne seront plus prévenues.</p>
      </Dialog>
    </>
  )
}
