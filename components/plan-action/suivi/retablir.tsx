'use client'

import { useState } from 'react'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { notifyRefus } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { cancelChangement } from '@/lib/plan-action/suivi/actions/retablir'
import type { CleChangement } from '@/lib/plan-action/suivi/words/fil'
import type { ConflitRetablir } from '@/lib/plan-action/suivi/types/fil'

interface Props {
  convention: string
  fiche: number
  ligne: number
  champ: CleChangement
  /** what it is about, for those who listen */
  nom: string
}

/** Puts a field back to what it was before; a value that changed since is shown first. */
export function Retablir({ convention, fiche, ligne, champ, nom }: Props) {
  const [conflit, setConflit] = useState<ConflitRetablir | null>(null)
  const close = () => setConflit(null)
  const envoi = useEnvoi(cancelChangement, {
    // Guarded by the value that was seen.
    gardee: true,
    message: `${nom} : valeur rétablie.`,
    onEcrit: close,
    onRefus: (refus) => {
      const change = refus.tag === 'CONFLIT' ? refus.actuel : null
      setConflit(change)
      if (change === null) notifyRefus(refus, () => envoi.reessayer())
    },
  })
  const restore = (vu: string | null) => envoi.envoyer({ convention, fiche, ligne, champ, vu })

  return (
    <>
      <Button size="sm" variant="ghost" className="no-print" busy={envoi.enCours} onClick={() => restore(null)}>
        Rétablir<span className="visually-hidden"> : {nom}</span>
      </Button>
      <Dialog
        open={conflit !== null}
        onClose={close}
        titre="Cette valeur a changé depuis"
        actions={
          <>
            <Button onClick={close}>Garder la valeur actuelle</Button>
            <Button variant="primary" busy={envoi.enCours} onClick={() => conflit && restore(conflit.vu)}>
              Rétablir l’ancienne
            </Button>
          </>
        }
      >
        {conflit ? (
          <dl className="details">
            <div>
              <dt>{nom}, actuellement</dt>
              <dd className="whitespace-pre-line">{conflit.actuel}</dd>
            </div>
            <div>
              <dt>À rétablir</dt>
              <dd className="whitespace-pre-line">{conflit.voulu}</dd>
            </div>
          </dl>
        ) : null}
      </Dialog>
    </>
  )
}
