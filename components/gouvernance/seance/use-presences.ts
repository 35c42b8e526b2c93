'use client'

import { useEffect, useRef, useState } from 'react'
import type { SaveStatusProps } from '@/components/ui/saisie/save-status'
import { recordPresence } from '@/lib/gouvernance/seance/actions/presence'
import type { EtatPresence } from '@/lib/gouvernance/seance/rules/quorum'
import type { PresenceMembre } from '@/lib/gouvernance/seance/types/reunion'
import { formatMinuteParis } from '@/lib/platform/heures'
import { NON_ENREGISTRE } from './mots-reunion'

export interface Presence {
  etat: EtatPresence | null
  representant: string | null
}

/**
 * Presences that save themselves at each press. Those of one member leave one after the other, so that the last word
 * is the one kept; a refused one goes back to what it was.
 */
export function usePresences(convention: string, reunion: number) {
  const [dites, setDites] = useState<ReadonlyMap<number, Presence>>(new Map())
  const [etat, setEtat] = useState<SaveStatusProps>({ state: 'idle' })
  const files = useRef(new Map<number, Promise<void>>())
  const enRoute = useRef(0)
  const attend = etat.state === 'saving'

  // Leaving while a presence is on its way asks first.
  useEffect(() => {
    if (!attend) return
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [attend])

  function record(membre: PresenceMembre, presence: Presence) {
    const { membre: id } = membre
    const avant = read(membre)
    setDites((toutes) => new Map(toutes).set(id, presence))
    setEtat({ state: 'saving' })
    enRoute.current += 1
    const suite = (files.current.get(id) ?? Promise.resolve()).then(async () => {
      const resultat = await recordPresence({ convention, reunion, membre: id, ...presence }).catch(() => null)
      enRoute.current -= 1
      if (resultat?.ok) {
        // Saved once the last one is.
        if (enRoute.current === 0)
          setEtat((avant) =>
            avant.state === 'saving' ? { state: 'saved', heure: formatMinuteParis(new Date()) } : avant,
          )
        return
      }
      setDites((toutes) => (toutes.get(id) === presence ? new Map(toutes).set(id, avant) : toutes))
      setEtat({
        state: 'error',
        message: `${membre.personne ?? membre.libelle}\u00A0: ${resultat?.message ?? NON_ENREGISTRE}`,
      })
    })
    files.current.set(id, suite)
  }

  /** What was said here since the page was drawn, else what it was drawn with. */
  function read(membre: PresenceMembre): Presence {
    return dites.get(membre.membre) ?? { etat: membre.etat, representant: membre.representant }
  }

  return { etat, record, read }
}
