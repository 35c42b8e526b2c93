'use client'

import { createContext, use, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Rangee } from './rangee'

/** Rows chosen to be changed together: of this page, or all that the filters leave. */
export type Choix = { genre: 'RANGEES'; fiches: ReadonlyMap<number, Rangee> } | { genre: 'TOUT'; nombre: number }

interface Selection {
  choix: Choix
  /** rows of the page, in their order */
  ordre: readonly number[]
  rangees: RefObject<Map<number, Rangee>>
  isChoisie: (fiche: number) => boolean
  /** chooses a row or leaves it; with a range, all from the last one pressed */
  toggle: (fiche: Rangee, plage: boolean) => void
  choosePage: () => void
  chooseTout: (nombre: number) => void
  clear: () => void
}

const VIDE: Choix = { genre: 'RANGEES', fiches: new Map() }
const Contexte = createContext<Selection | null>(null)

/** The rows chosen; null where nothing can be changed together. */
export const useSelection = (): Selection | null => use(Contexte)

/** Ids between two rows, both included, in the order of the page. */
export function listPlage(ordre: readonly number[], de: number, a: number): number[] {
  const [i, j] = [ordre.indexOf(de), ordre.indexOf(a)]
  return i < 0 || j < 0 ? [a] : ordre.slice(Math.min(i, j), Math.max(i, j) + 1)
}

/**
 * Keeps what is chosen on one page of the list.
 * @param ordre ids of the page as they come on screen; give the provider a `key` of the address, for a choice is of its rows
 */
export function SelectionDuPlan({ ordre, children }: { ordre: number[]; children: ReactNode }) {
  const [choix, setChoix] = useState<Choix>(VIDE)
  const derniere = useRef<number | null>(null)
  const rangees = useRef(new Map<number, Rangee>())

  function toggle(fiche: Rangee, plage: boolean) {
    const fiches = choix.genre === 'RANGEES' ? new Map(choix.fiches) : new Map(rangees.current)
    const choisie = !fiches.has(fiche.id)
    const ids = plage && derniere.current !== null ? listPlage(ordre, derniere.current, fiche.id) : [fiche.id]
    for (const id of ids) {
      const rangee = rangees.current.get(id)
      if (!choisie) fiches.delete(id)
      else if (rangee?.modifiable) fiches.set(id, rangee)
    }
    derniere.current = fiche.id
    setChoix({ genre: 'RANGEES', fiches })
  }
  const selection: Selection = {
    choix,
    ordre,
    rangees,
    isChoisie: (id) => choix.genre === 'TOUT' || choix.fiches.has(id),
    toggle,
    choosePage: () =>
      setChoix({ genre: 'RANGEES', fiches: new Map([...rangees.current].filter(([, { modifiable }]) => modifiable)) }),
    chooseTout: (nombre) => setChoix({ genre: 'TOUT', nombre }),
    clear: () => setChoix(VIDE),
  }
  return <Contexte value={selection}>{children}</Contexte>
}
