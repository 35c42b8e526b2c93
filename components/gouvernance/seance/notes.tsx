'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { SaveStatus } from '@/components/ui/saisie/save-status'
import { LONGUEUR_NOTES } from '@/lib/gouvernance/seance/words'
import { useNotes, type NotesEnregistrees } from './use-notes'

export interface NotesProps {
  convention: string
  moi: number
  point: { id: number; titre: string; version: number; notes: string | null }
  /** The meeting is still to come: the place for notes opens when asked for. */
  aVenir: boolean
}

/** Both versions of notes that two people typed: nothing is lost, the person chooses. */
function Versions({
  conflit,
  texte,
  onChoix,
}: {
  conflit: NotesEnregistrees
  texte: string
  onChoix: (garde: string) => void
}) {
  return (
    <Notice tone="warn" titre="Notes enregistrées entre-temps par quelqu’un d’autre" role="alert">
      <p className="whitespace-pre-line">{conflit.notes || 'Notes effacées'}</p>
      <p className="text-sm text-muted">Votre version est ci-dessus, telle que vous l’avez écrite.</p>
      <div className="form-actions mt-2">
        <Button
          size="sm"
          variant="primary"
          onClick={() => onChoix([conflit.notes, texte].filter(Boolean).join('\n\n'))}
        >
          Garder les deux, l’une après l’autre
        </Button>
        <Button size="sm" onClick={() => onChoix(texte)}>
          Enregistrer la mienne
        </Button>
        <Button size="sm" onClick={() => onChoix(conflit.notes)}>
          Reprendre celle-ci
        </Button>
      </div>
    </Notice>
  )
}

/** Notes of a point, taken while the meeting runs; they save themselves. */
export function Notes({ convention, moi, point, aVenir }: NotesProps) {
  const id = `notes-${useId().replace(/[^\w-]/g, '')}`
  const [ouvertes, setOuvertes] = useState(false)
  const { texte, etat, conflit, retrouve, edit, save, settle } = useNotes(
    { convention, moi, point: point.id },
    { version: point.version, notes: point.notes ?? '' },
  )

  function handleKey(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }

  if (aVenir && !ouvertes && texte === '' && conflit === null) {
    return (
      <p className="no-print">
        <Button variant="ghost" size="sm" onClick={() => setOuvertes(true)}>
          Prendre des notes<span className="visually-hidden"> : {point.titre}</span>
        </Button>
      </p>
    )
  }
  return (
    <div className="grid gap-2">
      <div className="no-print">
        <Textarea
          id={id}
          name={id}
          label={
            <>
              Notes<span className="visually-hidden"> : {point.titre}</span>
            </>
          }
          rows={3}
          maxLength={LONGUEUR_NOTES}
          autoFocus={ouvertes}
          value={texte}
          onChange={(event) => edit(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={handleKey}
        />
      </div>
      {texte === '' ? null : <p className="print-only whitespace-pre-line">{texte}</p>}
      {conflit ? <Versions conflit={conflit} texte={texte} onChoix={settle} /> : null}
      <div className="no-print flex flex-wrap items-center gap-2">
        {retrouve ? <span className="text-sm text-muted">Brouillon retrouvé sur cet appareil.</span> : null}
        <SaveStatus {...etat} />
        {etat.state === 'error' && conflit === null ? (
          <Button size="sm" onClick={() => void save()}>
            Réessayer
          </Button>
        ) : null}
      </div>
    </div>
  )
}
