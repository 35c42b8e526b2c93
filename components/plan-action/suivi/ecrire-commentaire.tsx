'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import type { DroitsCommentaire } from '@/lib/plan-action/suivi/types/suivi'
import { readBrouillonCommentaire } from './brouillon-commentaire'
import { FormulaireCommentaire } from './formulaire-commentaire'

interface Props {
  convention: string
  fiche: number
  /** whose drafts */
  acteur: number
  droits: DroitsCommentaire
}

const nothing = () => () => undefined

/** The way into a comment; one that was begun is open by itself. */
export function EcrireCommentaire(props: Props) {
  const { convention, fiche, acteur } = props
  // A new object each time: closing what a draft had opened is a change too.
  const [{ ouvert }, setEtat] = useState({ ouvert: false })
  const commence = useSyncExternalStore(
    nothing,
    () => readBrouillonCommentaire(acteur, convention, fiche) !== null,
    () => false,
  )
  if (ouvert || commence)
    return (
      <FormulaireCommentaire
        {...props}
        repris={!ouvert}
        onOuvert={() => setEtat({ ouvert: true })}
        onFerme={() => setEtat({ ouvert: false })}
      />
    )
  return (
    <Button className="no-print" onClick={() => setEtat({ ouvert: true })}>
      Écrire un commentaire
    </Button>
  )
}
