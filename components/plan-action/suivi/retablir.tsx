'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { notify } from '@/components/ui/flottant/toast'
import { cancelChangement } from '@/lib/plan-action/suivi/actions/retablir'
import type { CleChangement } from '@/lib/plan-action/suivi/words/fil'
import type { ConflitRetablir } from '@/lib/plan-action/suivi/types/fil'
import { NON_ENREGISTRE } from './mots'

interface Props {
  convention: string
  fiche: number
  ligne: number
  champ: CleChangement
  /** what it is about, for those who listen */
  nom: string
}

/** What the value became since that line, as the action tells it. */
function readConflit(actuel: unknown): ConflitRetablir | null {
  if (
    typeof actuel !== 'object' ||
    actuel === null ||
    !('vu' in actuel) ||
    !('voulu' in actuel) ||
    !('actuel' in actuel)
  )
    return null
  return typeof actuel.vu === 'string'
    ? { vu: actuel.vu, actuel: String(actuel.actuel), voulu: String(actuel.voulu) }
    : null
}

/** Puts a field back to what it was before; a value that changed since is shown first. */
export function Retablir({ convention, fiche, ligne, champ, nom }: Props) {
  const [conflit, setConflit] = useState<ConflitRetablir | null>(null)
  const [enCours, start] = useTransition()

  function restore(vu: string | null) {
    start(async () => {
      const resultat = await cancelChangement({ convention, fiche, ligne, champ, vu }).catch(() => null)
      if (resultat?.ok) {
        setConflit(null)
        notify({ message: `${nom}\u00A0: valeur rétablie.` })
        return
      }
      const change = resultat?.tag === 'CONFLIT' ? readConflit(resultat.actuel) : null
      setConflit(change)
      if (!change) notify({ tone: 'bad', message: resultat?.message ?? NON_ENREGISTRE })
    })
  }

  return (
    <>
      <Button size="sm" variant="ghost" className="no-print" busy={enCours} onClick={() => restore(null)}>
        Rétablir<span className="visually-hidden"> : {nom}</span>
      </Button>
      <Dialog
        open={conflit !== null}
        onClose={() => setConflit(null)}
        titre="Cette valeur a changé depuis"
        actions={
          <>
            <Button onClick={() => setConflit(null)}>Garder la valeur actuelle</Button>
            <Button variant="primary" busy={enCours} onClick={() => conflit && restore(conflit.vu)}>
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
