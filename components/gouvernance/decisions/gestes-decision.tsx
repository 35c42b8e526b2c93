'use client'

import { useEffect, useRef, useState } from 'react'
import { Dialog, Tiroir } from '@/components/ui/flottant/dialog'
import { IconEllipsis } from '@/components/ui/icons'
import { Menu, type MenuItem } from '@/components/ui/flottant/menu'
import type { ChoixDecisions, VueDecision } from '@/lib/competences/types'
import { FormulaireDecision } from './formulaire-decision'
import { CompleterSuivi, RealiserDecision, RetirerDecision, RouvrirDecision } from './formulaires-suivi'

type Geste = 'modifier' | 'suivi' | 'realiser' | 'rouvrir' | 'retirer'

const TITRES: Record<Geste, string> = {
  modifier: 'Modifier la décision',
  suivi: 'Compléter le suivi',
  realiser: 'Déclarer la décision réalisée',
  rouvrir: 'Rouvrir la décision',
  retirer: 'Retirer la décision',
}
const SUIVIS = {
  suivi: CompleterSuivi,
  realiser: RealiserDecision,
  rouvrir: RouvrirDecision,
  retirer: RetirerDecision,
} as const

/** What may be done of a decision where it stands: its words in its meeting, its follow-up anywhere. */
function listGestes(
  { etat, realiseeLe, decideePar, appliquee }: VueDecision,
  modifiable: boolean,
): { geste: Geste; label: string }[] {
  const suivie = etat === 'PRISE' && decideePar === null
  return [
    ...(suivie && realiseeLe === null ? [{ geste: 'realiser', label: 'Déclarer réalisée' } as const] : []),
    ...(suivie ? [{ geste: 'suivi', label: 'Compléter le suivi' } as const] : []),
    ...(suivie && realiseeLe !== null ? [{ geste: 'rouvrir', label: 'Remettre à suivre' } as const] : []),
    ...(modifiable && decideePar === null ? [{ geste: 'modifier', label: 'Modifier' } as const] : []),
    ...(modifiable && decideePar === null && !appliquee ? [{ geste: 'retirer', label: 'Retirer' } as const] : []),
  ]
}

export interface GestesDecisionProps {
  slug: string
  today: string
  decision: VueDecision
  /** What its meeting offers, where the decision may still change; null for its follow-up alone. */
  edition: { choix: ChoixDecisions; aVenir: boolean } | null
}

/** The menu of a decision, and the form of each gesture. */
export function GestesDecision({ slug, today, decision, edition }: GestesDecisionProps) {
  const [geste, setGeste] = useState<Geste | null>(null)
  const fermee = useRef(false)
  const gestes = listGestes(decision, edition !== null)

  // The button of the menu may be drawn anew with the change: focus goes to the decision rather than to the top of the page.
  useEffect(() => {
    if (!fermee.current || geste !== null) return
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById(`decision-${decision.id}`)?.focus()
    fermee.current = false
  }, [decision, geste])

  function handleFini() {
    fermee.current = true
    setGeste(null)
  }

  const Suivi = geste === null || geste === 'modifier' ? null : SUIVIS[geste]
  const Boite = geste === 'modifier' ? Tiroir : Dialog
  if (gestes.length === 0) return null
  const items = gestes.map(
    ({ geste: un, label }): MenuItem => ({ label, danger: un === 'retirer', onSelect: () => setGeste(un) }),
  )
  return (
    <div className="no-print flex-none">
      <Menu
        trigger={<IconEllipsis />}
        label={`Actions, décision : ${decision.texte}`}
        className="btn btn-ghost btn-icon btn-sm"
        align="end"
        items={items}
      />
      <Boite open={geste !== null} onClose={handleFini} titre={geste === null ? '' : TITRES[geste]}>
        {geste === 'modifier' && edition ? (
          <FormulaireDecision
            slug={slug}
            pointId={decision.pointId}
            decision={decision}
            choix={edition.choix}
            aVenir={edition.aVenir}
            proposition={null}
            onFini={handleFini}
          />
        ) : null}
        {Suivi ? <Suivi slug={slug} today={today} decision={decision} onFini={handleFini} /> : null}
      </Boite>
    </div>
  )
}
