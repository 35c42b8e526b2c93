'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Tiroir } from '@/components/ui/flottant/dialog'
import { IconPlus } from '@/components/ui/icons'
import type { ChoixDecisions, VueDecision } from '@/lib/competences/types'
import { FormulaireDecision } from './formulaire-decision'
import { GestesDecision } from './gestes-decision'
import { LigneDecision } from './ligne-decision'

export interface DecisionsPointProps {
  slug: string
  /** `aVenir`: its day is not reached, nothing can be taken yet. */
  reunion: { id: number; ref: string; figee: boolean; aVenir?: boolean }
  point: { id: number; titre: string }
  /** Those of the meeting, or of the point alone. */
  decisions: readonly VueDecision[]
  /** What may be recorded; null where the decisions of the meeting change no more, or for those who only read. */
  choix: ChoixDecisions | null
  /** Their follow-up may be written, on validated minutes too. */
  peutEcrire: boolean
  /** Day on which one writes: proposed as the day of completion. */
  today?: string
}

/** The decisions of one point of an agenda: read, recorded, followed. */
export function DecisionsPoint({
  slug,
  reunion,
  point,
  decisions,
  choix,
  peutEcrire,
  today = '',
}: DecisionsPointProps) {
  const [ouvert, setOuvert] = useState(false)
  const siennes = decisions.filter(({ pointId }) => pointId === point.id)
  const edition = peutEcrire && choix && !reunion.figee ? { choix, aVenir: reunion.aVenir ?? false } : null
  const aTrancher = edition?.choix.aTrancher.find(({ pointId }) => pointId === point.id) ?? null
  // Prepared or put off here already: that one is changed, another is not recorded.
  const traitee =
    aTrancher !== null &&
    siennes.some(({ effet, objet }) => effet === aTrancher.effet && (effet === null || objet?.id === aTrancher.objetId))
  const proposition = traitee ? null : aTrancher
  const [seule, surProposition] = edition?.aVenir
    ? ['Préparer une décision', 'Préparer la réponse à la proposition']
    : ['Enregistrer une décision', 'Trancher la proposition']
  const libelle = proposition === null ? seule : surProposition
  const nombre = useRef(siennes.length)
  const bouton = `decider-${point.id}`

  // A decision that is removed takes its menu along: focus goes where the next one is recorded.
  useEffect(() => {
    if (siennes.length < nombre.current && document.activeElement === document.body)
      document.getElementById(bouton)?.focus()
    nombre.current = siennes.length
  }, [siennes.length, bouton])

  if (siennes.length === 0 && edition === null) return null
  return (
    <div className="grid justify-items-start gap-2">
      {siennes.length > 0 ? (
        <ul className="grid w-full gap-2 border-s-2 border-line ps-3" aria-label={`Décisions, ${point.titre}`}>
          {siennes.map((decision) => (
            <li key={decision.id} className="flex items-start justify-between gap-2">
              <LigneDecision slug={slug} decision={decision} />
              {peutEcrire ? <GestesDecision slug={slug} today={today} decision={decision} edition={edition} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {edition ? (
        <>
          <Button
            id={bouton}
            size="sm"
            className="no-print"
            icon={<IconPlus />}
            aria-haspopup="dialog"
            onClick={() => setOuvert(true)}
            aria-label={`${libelle}, ${point.titre}`}
          >
            {libelle}
          </Button>
          <Tiroir open={ouvert} onClose={() => setOuvert(false)} titre={seule}>
            <FormulaireDecision
              slug={slug}
              pointId={point.id}
              decision={null}
              choix={edition.choix}
              aVenir={edition.aVenir}
              proposition={proposition}
              onFini={() => setOuvert(false)}
            />
          </Tiroir>
        </>
      ) : null}
    </div>
  )
}
