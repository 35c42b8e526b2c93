'use client'

import { useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { removeCommentaire } from '@/lib/plan-action/suivi/actions/suivi'

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
  const close = () => setDemande(false)
  const geste = useGeste(removeCommentaire, { message: 'Commentaire retiré.', onEcrit: close, onRefus: close })

  return (
    <>
      <Button size="sm" variant="ghost" className="no-print" onClick={() => setDemande(true)}>
        Retirer<span className="visually-hidden"> ce commentaire</span>
      </Button>
      <Dialog
        open={demande}
        onClose={() => setDemande(false)}
        titre="Retirer ce commentaire ?"
        actions={
          <>
            <Button onClick={() => setDemande(false)}>Le garder</Button>
            <Button
              variant="danger"
              busy={geste.enCours}
              onClick={() => geste.envoyer({ convention, fiche, commentaire })}
            >
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
