'use client'

import { useEffect } from 'react'
import type { Rangee } from './rangee'
import type { LigneIndicateur } from '@/lib/plan-action/indicateurs/sql'
import { LigneFiche, type ContexteLigne } from './ligne'
import { LignesIndicateurs } from './lignes-indicateurs'
import { useSelection } from './selection'

interface Props extends ContexteLigne {
  fiches: Rangee[]
  lignes: LigneIndicateur[]
}

/**
 * Fiches of a group, one per row. A client component, so that a long plan is sent once as data and not a second time
 * as rendered elements.
 */
export function LignesFiches({ fiches, lignes, ...contexte }: Props) {
  const rangees = useSelection()?.rangees
  useEffect(() => {
    const connues = rangees?.current
    for (const fiche of fiches) connues?.set(fiche.id, fiche)
    return () => {
      for (const { id } of fiches) connues?.delete(id)
    }
  }, [fiches, rangees])
  return (
    <ul className="rows rangees">
      {fiches.map((fiche) => (
        <li key={fiche.id} className="keep">
          <LigneFiche fiche={fiche} {...contexte} />
          <LignesIndicateurs lignes={lignes.filter((ligne) => ligne.fiche === fiche.id)} />
        </li>
      ))}
    </ul>
  )
}
