'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { VueGrille } from '@/lib/plan-action/mesures/types/grille'
import { createGrille, type EtatGrilleTapee, type Grille } from './etat-grille'

/** The draft of the grid, as a component uses it. */
export function useGrille(vue: VueGrille, slug: string): { etat: EtatGrilleTapee; grille: Grille } {
  const [grille] = useState(() => createGrille(vue, slug))
  const etat = useSyncExternalStore(grille.subscribe, grille.read, grille.read)
  const receive = useEffectEvent(() => grille.receive(vue))
  useEffect(() => receive(), [vue])
  useEffect(() => grille.resume(), [grille])
  const tapees = Object.keys(etat.brouillon).length
  // Leaving with something unsaved asks first; it is kept on the device anyway.
  useEffect(() => {
    if (tapees === 0) return
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [tapees])
  return { etat, grille }
}
