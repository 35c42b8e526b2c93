'use client'

import { useState, type DragEvent } from 'react'
import {
  computeHauteur,
  computeProfondeur,
  listDescendance,
  listEnfants,
  listFiches,
} from '@/lib/plan-action/arbre/rules/arbre'
import type { ArbrePlan } from '@/lib/plan-action/arbre/types'
import { idLigne, type Geste } from './use-arbre'

type Genre = Geste['genre']
type Cote = 'avant' | 'apres' | 'dans'

interface Prise {
  genre: Genre
  id: number
}

interface Survol extends Prise {
  cote: Cote
}

/** Where the pointer is on a row: its top, its bottom, or its middle where something may go in. */
function readCote(event: DragEvent<HTMLElement>, milieu: boolean): Cote {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const part = (event.clientY - top) / height
  if (!milieu) return part < 0.5 ? 'avant' : 'apres'
  return part < 0.3 ? 'avant' : part > 0.7 ? 'apres' : 'dans'
}

const rangPres = (freres: readonly { id: number }[], lui: number, cible: number, cote: Cote): number => {
  const autres = freres.filter(({ id }) => id !== lui)
  const rang = autres.findIndex(({ id }) => id === cible)
  return cote === 'apres' ? rang + 1 : rang
}

/** The move that dropping there would be; null where it may not be dropped. */
function findGeste(
  arbre: ArbrePlan,
  prise: Prise,
  cible: Prise,
  event: DragEvent<HTMLElement>,
): { geste: Geste; cote: Cote } | null {
  if (prise.genre === cible.genre && prise.id === cible.id) return null
  if (prise.genre === 'FICHE') {
    if (cible.genre === 'AXE')
      return {
        geste: { genre: 'FICHE', id: prise.id, parent: cible.id, rang: listFiches(arbre.fiches, cible.id).length },
        cote: 'dans',
      }
    const parent = arbre.fiches.find(({ id }) => id === cible.id)?.axe
    if (parent === undefined) return null
    const cote = readCote(event, false)
    return {
      geste: {
        genre: 'FICHE',
        id: prise.id,
        parent,
        rang: rangPres(listFiches(arbre.fiches, parent), prise.id, cible.id, cote),
      },
      cote,
    }
  }
  const lui = arbre.axes.find(({ id }) => id === cible.id)
  if (cible.genre === 'FICHE' || !lui || listDescendance(arbre.axes, prise.id).has(cible.id)) return null
  const hauteur = computeHauteur(arbre.axes, prise.id)
  const profondeur = computeProfondeur(arbre.axes, cible.id)
  const niveaux = arbre.reglages.niveaux.length
  const cote = readCote(event, profondeur + 1 + hauteur <= niveaux)
  if (cote === 'dans')
    return {
      geste: { genre: 'AXE', id: prise.id, parent: cible.id, rang: listEnfants(arbre.axes, cible.id).length },
      cote,
    }
  if (profondeur + hauteur > niveaux) return null
  return {
    geste: {
      genre: 'AXE',
      id: prise.id,
      parent: lui.parent,
      rang: rangPres(listEnfants(arbre.axes, lui.parent), prise.id, cible.id, cote),
    },
    cote,
  }
}

/** Moving rows with a pointer: what is held, where it would go, and the props of handles and rows. */
export function useGlisser(arbre: ArbrePlan, deplacer: (geste: Geste) => void) {
  const [prise, setPrise] = useState<Prise | null>(null)
  const [survol, setSurvol] = useState<Survol | null>(null)
  const lacher = () => {
    setPrise(null)
    setSurvol(null)
  }
  return {
    poignee: (genre: Genre, id: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        event.stopPropagation()
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', idLigne(genre, id))
        const ligne = document.getElementById(idLigne(genre, id))
        if (ligne) event.dataTransfer.setDragImage(ligne, 0, 0)
        setPrise({ genre, id })
      },
      onDragEnd: lacher,
    }),
    ligne: (genre: Genre, id: number) => ({
      onDragOver: (event: DragEvent<HTMLElement>) => {
        const trouve = prise ? findGeste(arbre, prise, { genre, id }, event) : null
        if (!trouve) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        if (survol?.id !== id || survol.genre !== genre || survol.cote !== trouve.cote)
          setSurvol({ genre, id, cote: trouve.cote })
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        const trouve = prise ? findGeste(arbre, prise, { genre, id }, event) : null
        lacher()
        if (!trouve) return
        event.preventDefault()
        deplacer(trouve.geste)
      },
    }),
    marque: (genre: Genre, id: number): string | false =>
      survol?.genre === genre &&
      survol.id === id &&
      (survol.cote === 'dans'
        ? 'bg-primary-tint'
        : survol.cote === 'avant'
          ? 'border-t-2 border-t-primary'
          : 'border-b-2 border-b-primary'),
  }
}

export type Glisser = ReturnType<typeof useGlisser>
